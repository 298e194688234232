#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "base/time.h"
#include "domain/ctid.h"
#include "domain/resource.h"

namespace cartulary {

// How far something has come that people write by form or table. Stored by name.
//
//     editing → approved → published          an organization's people approve what they wrote;
//        ↑         │           │              staff publish it, or it is published at once where
//        └─────────┴───────────┘              the organization is trusted; any edit begins anew
//
// `returned`: staff sent it back with a reason. `unpublished`: it was public and is no longer. Both
// can be approved again as they are. What is public stays so while a later version is edited,
// approved or returned: that one has a `published_version`.
enum class DraftStanding { editing, approved, published, returned, unpublished };

std::string_view name_of(DraftStanding standing);
std::optional<DraftStanding> parse_draft_standing(std::string_view name);
inline constexpr DraftStanding draft_standings[] = {
    DraftStanding::editing, DraftStanding::approved, DraftStanding::published,
    DraftStanding::returned, DraftStanding::unpublished};

// Something that people write by form or table, before and after it is published.
struct Draft {
    Ctid ctid;
    std::int32_t organization;        // number of the owner
    std::string kind;                 // ctdl/templates/template.h: "credentials"
    std::string type;                 // class of CTDL; empty: not said yet
    std::string external_identifier;  // the organization's own, unique in it for the kind; or empty
    std::string name;
    std::string entry;                           // ctdl/templates/entry.h, as text
    PublishMethod method = PublishMethod::form;  // by which it was written last
    DraftStanding standing = DraftStanding::editing;
    std::int64_t problem_count = 0;                      // errors that keep it from being approved
    std::int64_t version = 1;                            // 1, and 1 more with every edit
    std::optional<std::int64_t> approved_version = {};   // last
    std::optional<std::int64_t> published_version = {};  // of what is public now
    std::optional<std::int32_t> publisher = {};          // the third party that wrote it last
    std::string reason = {};    // why staff sent it back; kept until it is approved again
    std::string actor;          // who wrote it last, as events name them
    std::string approver = {};  // who approved it last
    Timestamp created_at;
    Timestamp updated_at;                       // when it was written last
    std::optional<Timestamp> waits_since = {};  // for staff to publish it

    bool operator==(const Draft&) const = default;
};

inline constexpr std::size_t draft_name_length_max = 500;           // characters
inline constexpr std::size_t external_identifier_length_max = 200;  // characters
inline constexpr std::size_t draft_reason_length_max = 2'000;       // characters
inline constexpr std::int64_t drafts_max = 200'000;                 // of one organization

}  // namespace cartulary
