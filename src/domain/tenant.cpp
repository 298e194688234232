#include "domain/tenant.h"

#include <array>
#include <charconv>

#include "base/text.h"
#include "domain/email_address.h"
#include "domain/person.h"
#include "domain/phone_number.h"
#include "domain/text_field.h"

namespace cartulary {

namespace {

constexpr auto all_roles =
    std::to_array<std::string_view>({tenant_role::administrator, "ORG_MODERATOR", "CONTENT_CREATOR",
                                     "CONTENT_REVIEWER", "COURSE_MENTOR", tenant_role::everybody});

constexpr std::string_view short_name_ending = "-channel";  // "tn" is too short to be a name

bool is_letter_digit_or_underscore(char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_';
}
bool is_ascii(char c) {
    return static_cast<unsigned char>(c) < 0x80;
}

// The first characters of a text.
std::string_view begin_of(std::string_view text, std::size_t characters) {
    std::size_t end = 0;
    for (std::size_t count = 0; end < text.size(); ++end) {
        const bool begins_character = (static_cast<unsigned char>(text[end]) & 0xC0) != 0x80;
        if (begins_character && ++count > characters) break;
    }
    return text.substr(0, end);
}

}  // namespace

std::string shown_serial(std::int64_t serial) {
    return "0" + std::to_string(serial);
}

std::optional<std::int64_t> parse_serial(std::string_view shown) {
    std::int64_t serial = 0;
    const auto* end = shown.data() + shown.size();
    const auto [stopped, problem] = std::from_chars(shown.data(), end, serial);
    if (problem != std::errc() || stopped != end || shown_serial(serial) != shown) {
        return std::nullopt;
    }
    return serial;
}

TenantState state_of(OrganizationStatus status) {
    switch (status) {
        case OrganizationStatus::approved: return TenantState::active;
        case OrganizationStatus::blocked: return TenantState::blocked;
        case OrganizationStatus::retired: return TenantState::retired;
        case OrganizationStatus::draft:
        case OrganizationStatus::submitted:
        case OrganizationStatus::declined:
        case OrganizationStatus::inactive: return TenantState::inactive;
    }
    __builtin_unreachable();
}

OrganizationStatus status_of(TenantState state) {
    switch (state) {
        case TenantState::inactive: return OrganizationStatus::inactive;
        case TenantState::active: return OrganizationStatus::approved;
        case TenantState::blocked: return OrganizationStatus::blocked;
        case TenantState::retired: return OrganizationStatus::retired;
    }
    __builtin_unreachable();
}

bool may_become(TenantState before, TenantState after) {
    switch (before) {
        case TenantState::inactive:
            return after == TenantState::inactive || after == TenantState::active;
        case TenantState::active: return true;
        case TenantState::blocked: return after != TenantState::inactive;
        case TenantState::retired: return after == TenantState::retired;
    }
    __builtin_unreachable();
}

std::string profile_name_of_channel(std::string_view channel) {
    std::string name;
    for (const char c : text::folded(channel)) {
        const bool is_hyphen = c == ' ' || c == '-';
        if (is_hyphen && !name.empty() && name.back() != '-') name += '-';
        if (!is_ascii(c) || is_letter_digit_or_underscore(c)) name += c;
    }
    if (text::length(name) < profile_name_length_min) name += short_name_ending;
    return std::string(begin_of(name, profile_name_length_max));
}

std::vector<FieldProblem> problems_in(const TenantPerson& person,
                                      const std::optional<std::string>& password) {
    std::vector<FieldProblem> problems;
    check_required_line(person.username, "username", tenant_username_length_max, true, problems);
    check_required_line(person.first_name, "first_name", person_name_length_max, true, problems);
    check_line(person.last_name, "last_name", person_name_length_max, problems);
    if (!person.email.empty()) {
        if (const auto email = EmailAddress::parse(person.email); !email) {
            problems.push_back({"email", email.error()});
        }
    }
    append_problems_in(Phone{person.phone, {}}, "phone", problems);
    if (password) {
        if (const auto problem = problem_in_password(*password)) {
            problems.push_back({"password", *problem});
        }
    }
    return problems;
}

std::span<const std::string_view> tenant_roles() {
    return all_roles;
}

}  // namespace cartulary
