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

std::string_view name_of(MailState state) {
    switch (state) {
        case MailState::waiting: return "waiting";
        case MailState::sent: return "sent";
        case MailState::given_up: return "given_up";
    }
    __builtin_unreachable();
}

}  // namespace cartulary
