#pragma once

#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "operations/actor.h"
#include "store/activity.h"

namespace cartulary {

// The log of the whole registry, for its staff: what happened to every organization, and what staff
// did besides. Every refusal is forbidden for anybody else.
class Activity {
public:
    explicit Activity(const Registry& registry) : registry_(registry) {}

    struct Query {
        std::optional<OrganizationId> organization = {};
        // "person:…", "organization:ce-…", "command", or the address of a person; empty: all.
        std::string actor = {};
        std::string type = {};  // empty: all
        std::optional<Timestamp> from = {};
        std::optional<Timestamp> until = {};  // before it
    };
    struct Told {
        activity::Entry entry;
        std::string actor_name;  // for people; empty: nothing better is known than `entry.actor`
        std::string subject;     // likewise of what it was about, as that was then
    };
    struct Listed {
        std::vector<Told> entries;  // newest first; there may be none and still more to come
        std::string next;           // where to go on; empty: nowhere
    };
    // `before` as `next` gave it, empty for the newest. invalid, with the fields "actor" and "type"
    // (too long) or "before"; not_found: no such organization.
    Result<Listed> list(const Actor& actor, const Query& query, const std::string& before);

    // The same to its end, a part at a time. `registry` outlives it.
    class Export {
    public:
        std::optional<std::vector<Told>> next();  // may be empty; nothing at the end

    private:
        friend class Activity;
        Export(const Registry& registry, activity::Filter filter)
            : registry_(&registry), filter_(std::move(filter)) {}

        const Registry* registry_;
        activity::Filter filter_;
        std::optional<activity::Place> before_ = activity::Place{};
    };
    Result<Export> exported(const Actor& actor, const Query& query);

    // What can be asked for by name.
    static std::span<const std::string_view> types();

private:
    Result<activity::Filter> filter_of(Transaction& transaction, const Query& query);

    const Registry& registry_;
};

inline constexpr std::size_t activity_actor_length_max = 300;  // characters
inline constexpr std::size_t activity_type_length_max = 100;

}  // namespace cartulary
