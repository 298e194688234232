#include "domain/person.h"

#include "base/text.h"
#include "domain/email_address.h"
#include "domain/text_field.h"

namespace cartulary {

void append_problems_in(const Contact& contact, const std::string& prefix,
                        std::vector<FieldProblem>& problems) {
    if (contact.email.empty()) {
        problems.push_back({prefix + "email", "is required"});
    } else if (const auto email = EmailAddress::parse(contact.email); !email) {
        problems.push_back({prefix + "email", email.error()});
    }
    check_line(contact.first_name, prefix + "first_name", person_name_length_max, problems);
    check_line(contact.last_name, prefix + "last_name", person_name_length_max, problems);
    append_problems_in(contact.phone, prefix + "phone", problems);
}

std::string_view name_of(Role role) {
    switch (role) {
        case Role::administrator: return "administrator";
        case Role::publisher: return "publisher";
        case Role::viewer: return "viewer";
    }
    __builtin_unreachable();
}

std::optional<Role> parse_role(std::string_view name) {
    for (const auto role : membership_roles) {
        if (text::equal_ignoring_ascii_case(name, name_of(role))) return role;
    }
    return std::nullopt;
}

std::string_view name_of(TokenPurpose purpose) {
    switch (purpose) {
        case TokenPurpose::confirm_account: return "confirm_account";
        case TokenPurpose::reset_password: return "reset_password";
        case TokenPurpose::change_email: return "change_email";
    }
    __builtin_unreachable();
}

}  // namespace cartulary
