#include "domain/company.h"

#include "base/text.h"
#include "domain/host_name.h"
#include "domain/person.h"
#include "domain/text_field.h"

namespace cartulary {

namespace {

using Problems = std::vector<FieldProblem>;

constexpr auto space_problem = "must not begin or end with a space";

void check_header_text(const std::string& text, const std::string& field, std::size_t length_max,
                       Problems& problems) {
    if (!text::is_utf8(text)) {
        problems.push_back({field, "must be UTF-8 text"});
        return;
    }
    const auto before = problems.size();
    check_required_line(text, field, length_max, true, problems);
    if (problems.size() == before && text::trimmed(text) != text) {
        problems.push_back({field, space_problem});
    }
}

void check_password(const std::string& password, Problems& problems) {
    constexpr auto field = "password";
    if (const auto problem = problem_in_password(password)) {
        problems.push_back({field, *problem});
    } else if (text::has_control_character(password)) {
        problems.push_back({field, "must not hold control characters"});
    } else if (text::trimmed(password) != password) {
        problems.push_back({field, space_problem});
    }
}

}  // namespace

std::vector<FieldProblem> problems_in_login_id(const std::string& login_id) {
    Problems problems;
    check_header_text(login_id, "login_id", company_login_id_length_max, problems);
    return problems;
}

std::vector<FieldProblem> problems_in_user(const std::string& username,
                                           const std::string& password) {
    Problems problems;
    check_header_text(username, "username", company_username_length_max, problems);
    check_password(password, problems);
    return problems;
}

std::optional<std::string> comparable_domain(std::string_view domain) {
    if (domain.find('.') == std::string_view::npos) return std::nullopt;
    return ascii_host_name(domain);
}

void append_problems_in(const AttendeeGroupDraft& group, const std::string& prefix,
                        Problems& problems) {
    check_required_line(group.name, prefix + "name", attendee_group_name_length_max, true,
                        problems);
    check_line(group.unique_id, prefix + "unique_id", attendee_group_unique_id_length_max,
               problems);
    if (group.starts_at && group.ends_at && *group.ends_at < *group.starts_at) {
        problems.push_back({prefix + "ends_at", "must not be before the start"});
    }
}

void append_problems_in(const EmailDomainDraft& domain, const std::string& prefix,
                        Problems& problems) {
    const auto field = prefix + "domain";
    const auto before = problems.size();
    check_required_line(domain.domain, field, email_domain_length_max, true, problems);
    if (problems.size() == before && !comparable_domain(domain.domain)) {
        problems.push_back({field, "must be a domain, for example harbor.example"});
    }
}

}  // namespace cartulary
