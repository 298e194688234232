#pragma once

#include "dialects/sunbird/answer.h"

// What requests say of organisations.
namespace cartulary::sunbird {

// A new one. The parameters are checked in Sunbird's order; what only the store can tell is for
// the operation to refuse.
struct NewOrganisation {
    bool is_tenant;
    TenantStatement statement;
    std::string provider;
};
Result<NewOrganisation> parse_new_organisation(const Exchange& exchange);

// A change of one. "status" is not changed here.
Result<TenantStatement> parse_change(const Exchange& exchange);

// How the operations find what this dialect keeps to itself.
TenantTerms terms_of(const OrganizationDraft& draft);

}  // namespace cartulary::sunbird
