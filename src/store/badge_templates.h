#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/page.h"
#include "domain/badge.h"
#include "store/store.h"

namespace cartulary::badge_templates {

// conflict, with the field "slug": another of this organization has it.
Result<void> insert(Transaction& transaction, const BadgeTemplate& badge_template);

// Stores a change of everything but id, organization, badge count and time of creation. conflict:
// the stored version is not `version - 1`, or the slug is taken, as above.
Result<void> replace(Transaction& transaction, const BadgeTemplate& badge_template);

// conflict: it has badges.
Result<void> remove(Transaction& transaction, const Uuid& id);

std::optional<BadgeTemplate> find(Transaction& transaction, const Uuid& id);
std::optional<BadgeTemplate> find_by_slug(Transaction& transaction, std::int32_t organization,
                                          std::string_view slug);

// Counts one more badge, or one less, of a template, and gives it as it is then. Throws Unavailable
// when somebody removed it after it was found.
BadgeTemplate count_badge(Transaction& transaction, const Uuid& id, int change);

struct Filter {
    std::optional<std::string> query = {};        // part of the name, without regard to case
    std::optional<std::string> name = {};         // whole, without regard to case
    std::vector<BadgeTemplateState> states = {};  // any of these; none: all
    std::optional<bool> is_public = {};
    std::optional<Timestamp> created_min = {};  // inclusive, as all of these
    std::optional<Timestamp> created_max = {};
    std::optional<Timestamp> updated_min = {};
    std::optional<Timestamp> updated_max = {};
};

enum class SortBy { name, created_at, updated_at };
struct Order {
    SortBy by;
    bool descending = false;
};
inline constexpr std::size_t orders_max = 3;

// Those of an organization in this order, at most orders_max deep, then by id; none: newest first.
Page<BadgeTemplate> list(Transaction& transaction, std::int32_t organization, const Filter& filter,
                         const std::vector<Order>& orders, const Slice& slice);

}  // namespace cartulary::badge_templates
