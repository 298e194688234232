#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "domain/staff_act.h"
#include "operations/actor.h"
#include "operations/organizations.h"

namespace cartulary {

// How many the lists of staff show at once.
inline constexpr int staff_page_count = 50;
inline constexpr std::size_t staff_search_length_max = 200;  // characters

// All organizations, for the registry's staff. Every refusal is forbidden for anybody else, and
// not_found where there is no such organization.
class StaffOrganizations {
public:
    explicit StaffOrganizations(const Registry& registry) : registry_(registry) {}

    struct Query {
        std::string text = {};  // a part of the name, or the whole CTID; blank: all
        std::optional<OrganizationStatus> status = {};
        std::optional<OrganizationId> after = {};  // the last one of the page before
    };
    struct Listed {
        std::vector<Organization> organizations;  // by name
        bool more = false;
    };
    // invalid, with the field "text": it is too long.
    Result<Listed> list(const Actor& actor, const Query& query);

    struct Shown {
        Organizations::Whole whole;
        std::vector<StaffAct> acts;  // newest first, the last twenty
    };
    Result<Shown> show(const Actor& actor, const OrganizationId& organization);

    // Takes it from public view, with all rights of its people and keys to publish. conflict: it is
    // not approved; invalid, with the field "reason": there is none, or too long a one.
    Result<Organization> block(const Actor& actor, const OrganizationId& organization,
                               const std::string& reason);
    Result<Organization> unblock(const Actor& actor, const OrganizationId& organization);

    // Whether it may register others, and publish without being looked at. conflict: it is not
    // approved.
    Result<Organization> set_trusted(const Actor& actor, const OrganizationId& organization,
                                     bool trusted);

private:
    struct Change {
        const char* act;
        std::string reason = {};
        // False: it is so already.
        std::function<Result<bool>(Organization&)> apply;
    };
    Result<Organization> change(const Actor& actor, const OrganizationId& organization,
                                const Change& change);

    const Registry& registry_;
};

// invalid, with the field "reason": it is blank, longer than staff_reason_length_max, or not text.
Result<void> require_reason(const std::string& reason);

// invalid, with the field "text".
Result<void> require_searched(const std::string& text);

}  // namespace cartulary
