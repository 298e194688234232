#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "domain/company.h"
#include "operations/company_users.h"
#include "operations/repetition.h"

namespace cartulary {

// Several things that a caller states at once.
template <class Draft>
struct Several {
    std::vector<Draft> drafts;
    bool is_list = true;                     // problems are told as "[0].name", else as "name"
    std::vector<FieldProblem> noticed = {};  // what was wrong with them as they were read
};

// The attendee groups that organizations of companies are assigned to. Each refuses with not_found
// where the user's company has no organization of this number, or that has no such group.
class AttendeeGroups {
public:
    explicit AttendeeGroups(const Registry& registry)
        : registry_(registry), repetitions_(registry.store, registry.vault, registry.now) {}

    // In the order of their numbers; those of this name without regard to case, where one is given.
    Result<std::vector<AttendeeGroup>> list(const CompanyUserCaller& user,
                                            std::int32_t organization,
                                            const std::optional<std::string>& name);

    // All of them or none. `render` makes the answer, which is kept for who repeats the request.
    // invalid; conflict: the organization has one of a name, or attendee_groups_max.
    Result<Answer> create(
        const CompanyUserCaller& user, std::int32_t organization,
        const Several<AttendeeGroupDraft>& stated, const Repetition& repetition,
        const std::function<std::string(const std::vector<AttendeeGroup>&)>& render);

    // invalid, conflict, as above.
    Result<AttendeeGroup> replace(const CompanyUserCaller& user, std::int32_t organization,
                                  std::int32_t number, const Several<AttendeeGroupDraft>& stated);

    // As it was.
    Result<AttendeeGroup> remove(const CompanyUserCaller& user, std::int32_t organization,
                                 std::int32_t number);

private:
    const Registry& registry_;
    Repetitions repetitions_;
};

}  // namespace cartulary
