#include "domain/mail.h"

namespace cartulary {

std::string_view name_of(MailKind kind) {
    switch (kind) {
        case MailKind::confirm_account: return "confirm_account";
        case MailKind::made_administrator: return "made_administrator";
        case MailKind::partner_registered: return "partner_registered";
        case MailKind::staff_registered: return "staff_registered";
        case MailKind::badge_issued: return "badge_issued";
        case MailKind::badge_revoked: return "badge_revoked";
        case MailKind::token_expires: return "token_expires";
        case MailKind::company_organization: return "company_organization";
        case MailKind::sign_up: return "sign_up";
        case MailKind::account_exists: return "account_exists";
        case MailKind::reset_password: return "reset_password";
        case MailKind::account_unknown: return "account_unknown";
        case MailKind::password_changed: return "password_changed";
        case MailKind::email_change: return "email_change";
        case MailKind::email_changed: return "email_changed";
        case MailKind::second_factor_off: return "second_factor_off";
        case MailKind::recovery_code_used: return "recovery_code_used";
        case MailKind::invitation: return "invitation";
        case MailKind::join_requested: return "join_requested";
        case MailKind::join_approved: return "join_approved";
        case MailKind::join_declined: return "join_declined";
        case MailKind::organization_submitted: return "organization_submitted";
        case MailKind::organization_approved: return "organization_approved";
        case MailKind::organization_declined: return "organization_declined";
        case MailKind::third_party_asked: return "third_party_asked";
        case MailKind::third_party_granted: return "third_party_granted";
        case MailKind::third_party_ended: return "third_party_ended";
        case MailKind::draft_published: return "draft_published";
        case MailKind::draft_sent_back: return "draft_sent_back";
    }
    __builtin_unreachable();
}

std::optional<MailKind> parse_mail_kind(std::string_view name) {
    for (int number = 0; number <= static_cast<int>(last_mail_kind); ++number) {
        const auto kind = static_cast<MailKind>(number);
        if (name == name_of(kind)) return kind;
    }
    return std::nullopt;
}

bool needs_link(MailKind kind) {
    switch (kind) {
        case MailKind::confirm_account:
        case MailKind::badge_issued:
        case MailKind::sign_up:
        case MailKind::reset_password:
        case MailKind::email_change:
        case MailKind::invitation: return true;
        case MailKind::made_administrator:
        case MailKind::partner_registered:
        case MailKind::staff_registered:
        case MailKind::badge_revoked:
        case MailKind::token_expires:
        case MailKind::company_organization:
        case MailKind::account_exists:
        case MailKind::account_unknown:
        case MailKind::password_changed:
        case MailKind::email_changed:
        case MailKind::second_factor_off:
        case MailKind::recovery_code_used:
        case MailKind::join_requested:
        case MailKind::join_approved:
        case MailKind::organization_approved:
        case MailKind::organization_declined:
        case MailKind::organization_submitted:
        case MailKind::third_party_asked:
        case MailKind::third_party_ended:
        case MailKind::third_party_granted:
        case MailKind::draft_published:
        case MailKind::draft_sent_back:
        case MailKind::join_declined: return false;
    }
    __builtin_unreachable();
}

std::string_view name_of(MailState state) {
    switch (state) {
        case MailState::waiting: return "waiting";
        case MailState::sent: return "sent";
        case MailState::given_up: return "given_up";
    }
    __builtin_unreachable();
}

std::optional<MailState> parse_mail_state(std::string_view name) {
    for (const auto state : {MailState::waiting, MailState::sent, MailState::given_up}) {
        if (name == name_of(state)) return state;
    }
    return std::nullopt;
}

}  // namespace cartulary
