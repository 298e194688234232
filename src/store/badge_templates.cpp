#include "store/badge_templates.h"

#include <array>

#include "base/text.h"
#include "store/any_of.h"
#include "store/badge_text.h"
#include "store/like.h"

namespace cartulary::badge_templates {

namespace {

#define TEMPLATE_COLUMNS                                                           \
    "id, organization, name, slug, description, state, public, picture, details, " \
    "badge_count, version, created_at, updated_at, state_updated_at"

BadgeTemplate template_in(const Rows& row) {
    BadgeTemplateDraft stated;
    stated.name = row.text(2);
    stated.slug = row.text(3);
    stated.description = row.text(4);
    stated.state = parse_badge_template_state(row.text_view(5)).value();
    stated.is_public = row.boolean(6);
    if (!row.is_null(7)) stated.picture = row.uuid(7);
    read_details(row.text_view(8), stated);
    return {.id = row.uuid(0),
            .organization = static_cast<std::int32_t>(row.integer(1)),
            .stated = std::move(stated),
            .badge_count = row.integer(9),
            .version = row.integer(10),
            .created_at = row.time(11),
            .updated_at = row.time(12),
            .state_updated_at = row.optional_time(13)};
}

std::optional<BadgeTemplate> first_of(Rows rows) {
    if (!rows.next()) return std::nullopt;
    return template_in(rows);
}

Error slug_taken() {
    return {ErrorKind::conflict,
            "another badge template has it",
            {{"slug", "is already used by another badge template"}}};
}

}  // namespace

constexpr auto insert_sql = R"(
    insert into badge_template (id, organization, name, name_folded, slug, description, state,
        public, picture, details, badge_count, version, created_at, updated_at, state_updated_at)
    values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)
    on conflict (organization, slug) do nothing)";

Result<void> insert(Transaction& transaction, const BadgeTemplate& badge_template) {
    const auto& stated = badge_template.stated;
    const auto inserted = transaction.run(
        insert_sql, badge_template.id, badge_template.organization, stated.name,
        text::folded(stated.name), stated.slug, stated.description, name_of(stated.state),
        stated.is_public, stated.picture, details_of(stated), badge_template.badge_count,
        badge_template.version, badge_template.created_at, badge_template.updated_at,
        badge_template.state_updated_at);
    if (inserted == 0) return tl::unexpected(slug_taken());
    return {};
}

constexpr auto slug_owner_sql =
    "select 1 from badge_template where organization = $1 and slug = $2 and id <> $3";

constexpr auto replace_sql = R"(
    update badge_template
    set name = $1, name_folded = $2, slug = $3, description = $4, state = $5, public = $6,
        picture = $7, details = $8, version = $9, updated_at = $10, state_updated_at = $11
    where id = $12 and version = $9 - 1)";

Result<void> replace(Transaction& transaction, const BadgeTemplate& badge_template) {
    const auto& stated = badge_template.stated;
    if (transaction
            .query(slug_owner_sql, badge_template.organization, stated.slug, badge_template.id)
            .next()) {
        return tl::unexpected(slug_taken());
    }
    const auto changed =
        transaction.run(replace_sql, stated.name, text::folded(stated.name), stated.slug,
                        stated.description, name_of(stated.state), stated.is_public, stated.picture,
                        details_of(stated), badge_template.version, badge_template.updated_at,
                        badge_template.state_updated_at, badge_template.id);
    if (changed == 0) {
        return fail(ErrorKind::conflict, "the badge template was changed by someone else");
    }
    return {};
}

// PostgreSQL: who issues a badge holds the row too, so that afterwards the badge is seen.
constexpr auto lock_postgres_sql = "select 1 from badge_template where id = $1 for update";
constexpr auto any_badge_sql = "select 1 from badge where template = $1 limit 1";
constexpr auto remove_sql = "delete from badge_template where id = $1";

Result<void> remove(Transaction& transaction, const Uuid& id) {
    if (transaction.engine() == Engine::postgres) transaction.query(lock_postgres_sql, id);
    if (transaction.query(any_badge_sql, id).next()) {
        return fail(ErrorKind::conflict, "badges of this badge template were issued");
    }
    transaction.run(remove_sql, id);
    return {};
}

constexpr auto find_sql = "select " TEMPLATE_COLUMNS " from badge_template where id = $1";

std::optional<BadgeTemplate> find(Transaction& transaction, const Uuid& id) {
    return first_of(transaction.query(find_sql, id));
}

constexpr auto find_by_slug_sql =
    "select " TEMPLATE_COLUMNS " from badge_template where organization = $1 and slug = $2";

std::optional<BadgeTemplate> find_by_slug(Transaction& transaction, std::int32_t organization,
                                          std::string_view slug) {
    return first_of(transaction.query(find_by_slug_sql, organization, slug));
}

constexpr auto count_badge_sql = R"(
    update badge_template set badge_count = badge_count + $2 where id = $1
    returning )" TEMPLATE_COLUMNS;

BadgeTemplate count_badge(Transaction& transaction, const Uuid& id, int change) {
    auto counted = first_of(transaction.query(count_badge_sql, id, change));
    if (!counted) throw Unavailable("the badge template was removed in this moment");
    return *std::move(counted);
}

#define WHERE_IN_FILTER \
    " from badge_template where organization = $1"                       \
    " and (cast($2 as text) is null or name_folded like $2 escape '\\')" \
    " and (cast($3 as text) is null or name_folded = $3)"                \
    " and " IS_ANY_OF("state", "$4") \
    " and (cast($5 as bigint) is null or public = $5)"                   \
    " and (cast($6 as bigint) is null or created_at >= $6)"              \
    " and (cast($7 as bigint) is null or created_at <= $7)"              \
    " and (cast($8 as bigint) is null or updated_at >= $8)"              \
    " and (cast($9 as bigint) is null or updated_at <= $9)"

// By one criterion, negative: descending; 0: by none. Times are turned around by their sign.
#define IN_ORDER(criterion)                                        \
    "case when cast(" criterion                                    \
    " as bigint) = 1 then name_folded end, "                       \
    "case when cast(" criterion                                    \
    " as bigint) = -1 then name_folded end desc, "                 \
    "case cast(" criterion                                         \
    " as bigint) when 2 then created_at when -2 then -created_at " \
    "when 3 then updated_at when -3 then -updated_at end, "

constexpr auto count_sql = "select count(*)" WHERE_IN_FILTER;

constexpr auto list_newest_sql = "select " TEMPLATE_COLUMNS WHERE_IN_FILTER
                                 " order by created_at desc, id desc limit $10 offset $11";

constexpr auto list_sql = "select " TEMPLATE_COLUMNS WHERE_IN_FILTER " order by " IN_ORDER("$10")
    IN_ORDER("$11") IN_ORDER("$12") "id limit $13 offset $14";

namespace {

template <class... More>
Rows run_filtered(Transaction& transaction, const char* sql, std::int32_t organization,
                  const Filter& filter, const More&... more) {
    const auto folded = [](const std::optional<std::string>& text) {
        return text ? std::optional(text::folded(*text)) : std::nullopt;
    };
    std::vector<std::string> states;
    for (const auto state : filter.states) states.emplace_back(name_of(state));
    return transaction.query(sql, organization, pattern_of(folded(filter.query)),
                             folded(filter.name), any_of(states), filter.is_public,
                             filter.created_min, filter.created_max, filter.updated_min,
                             filter.updated_max, more...);
}

int criterion_of(const Order& order) {
    const int criterion = static_cast<int>(order.by) + 1;
    return order.descending ? -criterion : criterion;
}

Rows run_page(Transaction& transaction, std::int32_t organization, const Filter& filter,
              const std::vector<Order>& orders, const Slice& slice) {
    if (orders.empty()) {
        return run_filtered(transaction, list_newest_sql, organization, filter, slice.count,
                            slice.offset);
    }
    std::array<int, orders_max> by{};
    for (std::size_t i = 0; i < std::min(orders.size(), by.size()); ++i) {
        by[i] = criterion_of(orders[i]);
    }
    return run_filtered(transaction, list_sql, organization, filter, by[0], by[1], by[2],
                        slice.count, slice.offset);
}

}  // namespace

Page<BadgeTemplate> list(Transaction& transaction, std::int32_t organization, const Filter& filter,
                         const std::vector<Order>& orders, const Slice& slice) {
    Page<BadgeTemplate> page;
    auto totals = run_filtered(transaction, count_sql, organization, filter);
    totals.next();
    page.total = totals.integer(0);
    auto rows = run_page(transaction, organization, filter, orders, slice);
    while (rows.next()) page.items.push_back(template_in(rows));
    return page;
}

}  // namespace cartulary::badge_templates
