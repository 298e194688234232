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
    }
    __builtin_unreachable();
}

std::optional<MailKind> parse_mail_kind(std::string_view name) {
    for (const auto kind :
         {MailKind::confirm_account, MailKind::made_administrator, MailKind::partner_registered,
          MailKind::staff_registered, MailKind::badge_issued, MailKind::badge_revoked,
          MailKind::token_expires, MailKind::company_organization}) {
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
