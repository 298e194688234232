#pragma once

#include <string>
#include <string_view>

#include "base/json.h"
#include "base/result.h"
#include "domain/company.h"
#include "operations/attendee_groups.h"
#include "operations/company_organizations.h"

// Bodies as statements. What is wrong with a property is noticed; invalid: the body is not JSON
// (with line and column), or no object.
namespace cartulary::litmos {

inline constexpr std::size_t list_length_max = 1'000;  // of a body that is a list

// What becomes of a property that is not there.
enum class Absent {
    becomes_default,  // of a new organization: it is active
    becomes_nothing,  // this interface's PUT replaces everything, also by null
    stays_as_it_was,
};

// An organization as its JSON says it. `Id`, `Modified` and `Links` are ours to say, and ignored.
CompanyOrganizationStatement statement_of(const json::Object& organization, Absent absent);
Result<CompanyOrganizationStatement> parse_organization(std::string_view body, Absent absent);

// A list, or one alone.
Result<Several<AttendeeGroupDraft>> parse_attendee_groups(std::string_view body);
Result<Several<EmailDomainDraft>> parse_email_domains(std::string_view body);

// One alone, for a PUT.
Result<Several<AttendeeGroupDraft>> parse_attendee_group(std::string_view body);
Result<Several<EmailDomainDraft>> parse_email_domain(std::string_view body);

}  // namespace cartulary::litmos
