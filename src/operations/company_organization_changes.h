#pragma once

#include "operations/company_organizations.h"

// What companies do with their organizations, within a transaction.
namespace cartulary::company_organization_changes {

// What is wrong with a statement about an organization with this draft, which may be a new one's.
std::vector<FieldProblem> problems_in(const CompanyOrganizationStatement& statement,
                                      const OrganizationDraft& stored);

// What a new organization states before it is asked.
OrganizationDraft new_draft(const Registry& registry);

// not_found: the company has none of this number. It is held until the transaction ends.
Result<CompanyOrganization> held(Transaction& transaction, const CompanyUserCaller& user,
                                 std::int32_t number);

Result<CompanyOrganization> insert(const Registry& registry, Transaction& transaction,
                                   const CompanyUserCaller& user,
                                   const CompanyOrganizationStatement& statement);

// Whether it changed anything.
struct Changed {
    CompanyOrganization after;
    bool is_change;
};
Result<Changed> replace(const Registry& registry, Transaction& transaction,
                        const CompanyUserCaller& user, CompanyOrganization before,
                        const CompanyOrganizationStatement& statement);

Result<void> remove(const Registry& registry, Transaction& transaction,
                    const CompanyUserCaller& user, Organization organization);

CompanyOrganization seen(companies::Member member);

}  // namespace cartulary::company_organization_changes
