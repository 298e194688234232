#include "operations/company_organization_parts.h"

#include "operations/company_organizations.h"

namespace cartulary::company_organization_parts {

Result<void> hold(Transaction& transaction, const CompanyUserCaller& user,
                  std::int32_t organization) {
    if (!companies::has(transaction, user.company(), organization)) return no_such_organization();
    organizations::hold(transaction, organization);
    // Whoever held it before may have removed it.
    if (!companies::has(transaction, user.company(), organization)) return no_such_organization();
    return {};
}

void keep_first_of_each_field(std::vector<FieldProblem>& problems) {
    std::vector<FieldProblem> kept;
    for (auto& problem : problems) {
        const bool is_known = std::ranges::any_of(
            kept, [&](const FieldProblem& known) { return known.field == problem.field; });
        if (!is_known) kept.push_back(std::move(problem));
    }
    problems = std::move(kept);
}

Result<void> require_room(std::int64_t count, std::size_t added, std::size_t max) {
    if (static_cast<std::size_t>(count) + added <= max) return {};
    return fail(ErrorKind::conflict,
                "an organization has at most " + std::to_string(max) + " of them");
}

}  // namespace cartulary::company_organization_parts
