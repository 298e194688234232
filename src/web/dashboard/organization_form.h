#pragma once

#include "domain/organization.h"
#include "web/check_group.h"
#include "web/visit.h"

// The form by which people say what their organization is.
namespace cartulary::web {

// What the form that was sent says, written over `draft`: all that the form has a field for.
void read_organization(const Visit& visit, OrganizationDraft& draft);

// What is wrong with the form before anybody looks at the draft: numbers that are none.
Problems problems_in_organization_form(const Visit& visit);

// What an operation says of the draft, beside the fields of the form.
void add_problems(const Texts& texts, const Error& error, Problems& problems);

// The same as sentences alone, for a page without the form.
std::vector<std::string> sentences_of(const Texts& texts, const std::vector<FieldProblem>& fields);

// All fields with what the draft says.
Markup organization_fields(const Visit& visit, const OrganizationDraft& draft,
                           const Problems& problems);

}  // namespace cartulary::web
