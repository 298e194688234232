#include "operations/attendee_groups.h"

#include "operations/company_organization_parts.h"
#include "operations/company_organizations.h"
#include "store/attendee_groups.h"

namespace cartulary {

namespace parts = company_organization_parts;

namespace {

tl::unexpected<Error> no_such_group() {
    return fail(ErrorKind::not_found, "the organization has no attendee group with this Id");
}

}  // namespace

Result<std::vector<AttendeeGroup>> AttendeeGroups::list(const CompanyUserCaller& user,
                                                        std::int32_t organization,
                                                        const std::optional<std::string>& name) {
    return registry_.store.read(
        [&](Transaction& transaction) -> Result<std::vector<AttendeeGroup>> {
            if (!companies::has(transaction, user.company(), organization)) {
                return no_such_organization();
            }
            return attendee_groups::list(transaction, organization, name);
        });
}

Result<Answer> AttendeeGroups::create(
    const CompanyUserCaller& user, std::int32_t organization,
    const Several<AttendeeGroupDraft>& stated, const Repetition& repetition,
    const std::function<std::string(const std::vector<AttendeeGroup>&)>& render) {
    TRY(list(user, organization, ""));  // a repeated answer is no longer for who lost it
    return repetitions_.once(
        user.caller, repetition, [&](Transaction& transaction) -> Result<std::string> {
            TRY(parts::hold(transaction, user, organization));
            TRY(parts::require_valid(stated));
            TRY(parts::require_room(attendee_groups::count(transaction, organization),
                                    stated.drafts.size(), attendee_groups_max));
            const auto now = registry_.now();
            std::vector<AttendeeGroup> made;
            for (std::size_t i = 0; i < stated.drafts.size(); ++i) {
                AttendeeGroup group{0, stated.drafts[i], {user.username, now, user.username, now}};
                const auto number = attendee_groups::insert(transaction, organization, group);
                if (!number) return parts::refused(stated, i, number.error());
                group.number = *number;
                made.push_back(std::move(group));
            }
            return render(made);
        });
}

Result<AttendeeGroup> AttendeeGroups::replace(const CompanyUserCaller& user,
                                              std::int32_t organization, std::int32_t number,
                                              const Several<AttendeeGroupDraft>& stated) {
    return registry_.store.write([&](Transaction& transaction) -> Result<AttendeeGroup> {
        TRY(parts::hold(transaction, user, organization));
        auto group = attendee_groups::find(transaction, organization, number);
        if (!group) return no_such_group();
        TRY(parts::require_valid(stated));
        if (group->stated == stated.drafts.at(0)) return *std::move(group);
        group->stated = stated.drafts.at(0);
        group->modified.updated_by = user.username;
        group->modified.updated_at = registry_.now();
        TRY(attendee_groups::replace(transaction, organization, *group));
        return *std::move(group);
    });
}

Result<AttendeeGroup> AttendeeGroups::remove(const CompanyUserCaller& user,
                                             std::int32_t organization, std::int32_t number) {
    return registry_.store.write([&](Transaction& transaction) -> Result<AttendeeGroup> {
        TRY(parts::hold(transaction, user, organization));
        auto group = attendee_groups::find(transaction, organization, number);
        if (!group) return no_such_group();
        attendee_groups::remove(transaction, organization, number);
        return *std::move(group);
    });
}

}  // namespace cartulary
