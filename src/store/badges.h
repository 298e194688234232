#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/page.h"
#include "domain/badge.h"
#include "store/store.h"

namespace cartulary::badges {

// `once`: a second one of this template for the same e-mail address or earner id is refused for as
// long as this one is neither revoked nor rejected. conflict, with the field "recipient.email" or
// "recipient.earner_id": there is one already.
Result<void> insert(Transaction& transaction, const Badge& badge, bool once);

// Stores a change of everything but id, organization, template and time of creation; one that
// becomes revoked or rejected is in nobody's way any longer, whatever `once` says. conflict: the
// stored version is not `version - 1`; or as above.
Result<void> replace(Transaction& transaction, const Badge& badge, bool once);

// False: there was none.
bool remove(Transaction& transaction, const Uuid& id);

std::optional<Badge> find(Transaction& transaction, const Uuid& id);
std::optional<Badge> find_by_link(Transaction& transaction, std::string_view link_digest);

struct Filter {
    // Any of these; an empty list is no condition.
    std::vector<Uuid> ids = {};
    std::vector<Uuid> badge_templates = {};
    std::vector<Uuid> earners = {};
    std::vector<std::string> emails = {};      // without regard to case
    std::vector<std::string> earner_ids = {};  // exact
    std::vector<BadgeState> states = {};

    std::optional<bool> is_public = {};
    std::optional<std::string> query = {};     // part of the e-mail address, without regard to case
    std::optional<Timestamp> issued_min = {};  // inclusive, as all of these
    std::optional<Timestamp> issued_max = {};
    std::optional<Timestamp> created_min = {};
    std::optional<Timestamp> created_max = {};
    std::optional<Timestamp> updated_min = {};
    std::optional<Timestamp> updated_max = {};

    bool operator==(const Filter&) const = default;
};

enum class SortBy { issued_at, created_at, updated_at };
struct Order {
    SortBy by;
    bool descending = false;
};
inline constexpr std::size_t orders_max = 3;

// Those of an organization in this order, then by id; none: newest first.
Page<Badge> list(Transaction& transaction, std::int32_t organization, const Filter& filter,
                 const std::vector<Order>& orders, const Slice& slice);

}  // namespace cartulary::badges
