#pragma once

#include <functional>
#include <optional>

#include "base/bounded_cache.h"
#include "base/page.h"
#include "domain/credential.h"
#include "domain/person.h"
#include "domain/relationship.h"
#include "operations/caller.h"
#include "operations/known_until_commit.h"
#include "operations/registry.h"
#include "store/organizations.h"

namespace cartulary {

// Reading organizations.
class Organizations {
public:
    explicit Organizations(const Registry& registry)
        : registry_(registry), sights_(registry.store) {}

    // A text of an organization: `render` makes it of the record, unless `rendered` still has the
    // one that it made of the same version. not_found also where the caller may not see it: it
    // sees itself, and those that it may publish for.
    struct Rendered {
        std::int64_t version;
        BoundedCache::Text text;
    };
    Result<Rendered> get(const Caller& caller, const OrganizationId& id, BoundedCache& rendered,
                         const std::function<std::string(const Organization&)>& render);

    // Those that the caller may see, in the order of their names.
    Result<Page<Organization>> list(const Caller& caller, const Slice& slice);

    // Changes what is stated of an organization that the caller may see. `apply` writes into the
    // draft what the caller's dialect knows and leaves the rest alone; it may be called more than
    // once. A change that changes nothing is none: no new version, no event. A problem that the
    // record had before, in a field that stays as it was, is not held against the caller.
    //
    // forbidden: without the right to write; not_found, as above; invalid; conflict: the profile
    // name or an identifier is another's; what `apply` refuses.
    Result<Organization> change(const Caller& caller, const OrganizationId& id,
                                const std::function<Result<void>(OrganizationDraft&)>& apply);

    // An approved organization as everybody may see it, by its profile name without regard to
    // case. not_found.
    Result<Organization> shown(std::string_view profile_name);
    Result<Organization> shown(const OrganizationId& id);

    // An organization with everything around it, for the registry's own staff.
    struct Whole {
        Organization organization;
        std::vector<Membership> members;
        std::vector<Relationship> relationships;
        std::vector<Organization> third_parties;  // one for each relationship, in its order
        std::vector<ApiKey> keys;
        std::int64_t events;
    };
    Result<Whole> show(const OrganizationId& id);

    // All, in the order of their names.
    void for_each(const std::function<void(const Organization&)>& visit);

private:
    // Who looks at what.
    struct Look {
        Uuid organization;
        std::int32_t viewer;
        bool operator==(const Look&) const = default;
    };
    struct HashOfLook {
        std::size_t operator()(const Look& look) const;
    };

    const Registry& registry_;
    KnownUntilCommit<Look, organizations::Sight, HashOfLook> sights_;
};

}  // namespace cartulary
