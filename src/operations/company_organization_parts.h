#pragma once

#include <algorithm>
#include <string>
#include <vector>

#include "operations/attendee_groups.h"
#include "store/companies.h"
#include "store/organizations.h"

// What the parts of companies' organizations have in common.
namespace cartulary::company_organization_parts {

// not_found: the user's company has no such organization. It is held until the transaction ends.
Result<void> hold(Transaction& transaction, const CompanyUserCaller& user,
                  std::int32_t organization);

// The problems of one field are told once.
void keep_first_of_each_field(std::vector<FieldProblem>& problems);

// Those of each draft after those that were noticed.
template <class Draft>
Result<void> require_valid(const Several<Draft>& stated) {
    auto problems = stated.noticed;
    for (std::size_t i = 0; i < stated.drafts.size(); ++i) {
        const auto prefix = stated.is_list ? "[" + std::to_string(i) + "]." : std::string();
        append_problems_in(stated.drafts[i], prefix, problems);
    }
    keep_first_of_each_field(problems);
    if (problems.empty()) return {};
    return fail(std::move(problems));
}

// conflict: the organization would have more of them than it may.
Result<void> require_room(std::int64_t count, std::size_t added, std::size_t max);

// A conflict of one of several drafts, under that one's name.
template <class Draft>
tl::unexpected<Error> refused(const Several<Draft>& stated, std::size_t index, Error error) {
    if (stated.is_list) {
        for (auto& problem : error.fields) {
            problem.field = "[" + std::to_string(index) + "]." + problem.field;
        }
    }
    return tl::unexpected(std::move(error));
}

}  // namespace cartulary::company_organization_parts
