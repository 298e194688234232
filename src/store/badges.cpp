#include "store/badges.h"

#include <array>

#include "base/text.h"
#include "domain/email_address.h"
#include "store/any_of.h"
#include "store/badge_text.h"
#include "store/like.h"

namespace cartulary::badges {

namespace {

#define BADGE_COLUMNS                                                                  \
    "id, organization, template, earner, email, earner_id, state, public, details, "   \
    "replaces, replaced_by, revocation, link_digest, version, issued_at, expires_at, " \
    "created_at, updated_at, state_updated_at"

std::optional<Uuid> optional_uuid(const Rows& row, int column) {
    if (row.is_null(column)) return std::nullopt;
    return row.uuid(column);
}

Badge badge_in(const Rows& row) {
    BadgeDraft stated;
    stated.recipient.email = row.text(4);
    stated.recipient.earner_id = row.text(5);
    stated.issued_at = row.time(14);
    stated.expires_at = row.optional_time(15);
    read_details(row.text_view(8), stated);
    return {.id = row.uuid(0),
            .organization = static_cast<std::int32_t>(row.integer(1)),
            .badge_template = row.uuid(2),
            .earner = row.uuid(3),
            .stated = std::move(stated),
            .state = parse_badge_state(row.text_view(6)).value(),
            .is_public = row.boolean(7),
            .replaces = optional_uuid(row, 9),
            .replaced_by = optional_uuid(row, 10),
            .revocation_reason = row.text(11),
            .link_digest = row.text(12),
            .version = row.integer(13),
            .created_at = row.time(16),
            .updated_at = row.time(17),
            .state_updated_at = row.optional_time(18)};
}

std::optional<Badge> first_of(Rows rows) {
    if (!rows.next()) return std::nullopt;
    return badge_in(rows);
}

std::optional<std::string> nothing_if_empty(const std::string& text) {
    return text.empty() ? std::nullopt : std::optional(text);
}

// Two spellings of what is taken for one mailbox are one address.
std::string folded_address(const std::string& email) {
    const auto address = EmailAddress::parse(email);
    return address ? address->folded() : text::folded(email);
}

// By what a second badge of the same template is known and refused.
struct Only {
    std::optional<std::string> email = {};
    std::optional<std::string> earner_id = {};
};

Only only_of(const Badge& badge, bool once) {
    if (!once || badge.state == BadgeState::revoked || badge.state == BadgeState::rejected) {
        return {};
    }
    return {folded_address(badge.stated.recipient.email),
            nothing_if_empty(badge.stated.recipient.earner_id)};
}

constexpr auto email_owner_sql =
    "select 1 from badge where template = $1 and only_email = $2 and id <> $3";
constexpr auto earner_id_owner_sql =
    "select 1 from badge where template = $1 and only_earner_id = $2 and id <> $3";

// In whose way another badge of this template is; no fields: none is.
Error what_is_taken(Transaction& transaction, const Badge& badge, const Only& only) {
    constexpr auto taken = "already has this badge";
    Error error{ErrorKind::conflict, "the earner already has this badge"};
    const auto is_taken = [&](const char* sql, const std::optional<std::string>& value) {
        return value && transaction.query(sql, badge.badge_template, value, badge.id).next();
    };
    if (is_taken(email_owner_sql, only.email)) error.fields.push_back({"recipient.email", taken});
    if (is_taken(earner_id_owner_sql, only.earner_id)) {
        error.fields.push_back({"recipient.earner_id", taken});
    }
    return error;
}

}  // namespace

constexpr auto insert_sql = R"(
    insert into badge (id, organization, template, earner, email, email_folded, earner_id, state,
        public, details, only_email, only_earner_id, replaces, replaced_by, revocation,
        link_digest, version, issued_at, expires_at, created_at, updated_at, state_updated_at)
    values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19,
        $20, $21, $22)
    on conflict do nothing)";

Result<void> insert(Transaction& transaction, const Badge& badge, bool once) {
    const auto& stated = badge.stated;
    const auto only = only_of(badge, once);
    const auto inserted = transaction.run(
        insert_sql, badge.id, badge.organization, badge.badge_template, badge.earner,
        stated.recipient.email, folded_address(stated.recipient.email), stated.recipient.earner_id,
        name_of(badge.state), badge.is_public, details_of(stated), only.email, only.earner_id,
        badge.replaces, badge.replaced_by, badge.revocation_reason,
        nothing_if_empty(badge.link_digest), badge.version, stated.issued_at, stated.expires_at,
        badge.created_at, badge.updated_at, badge.state_updated_at);
    if (inserted == 1) return {};
    return tl::unexpected(what_is_taken(transaction, badge, only));
}

constexpr auto replace_sql = R"(
    update badge
    set earner = $1, email = $2, email_folded = $3, earner_id = $4, state = $5, public = $6,
        details = $7, only_email = $8, only_earner_id = $9, replaces = $10, replaced_by = $11,
        revocation = $12, link_digest = $13, version = $14, issued_at = $15, expires_at = $16,
        updated_at = $17, state_updated_at = $18
    where id = $19 and version = $14 - 1)";

Result<void> replace(Transaction& transaction, const Badge& badge, bool once) {
    const auto& stated = badge.stated;
    const auto only = only_of(badge, once);
    auto error = what_is_taken(transaction, badge, only);
    if (!error.fields.empty()) return tl::unexpected(std::move(error));
    const auto changed = transaction.run(
        replace_sql, badge.earner, stated.recipient.email, folded_address(stated.recipient.email),
        stated.recipient.earner_id, name_of(badge.state), badge.is_public, details_of(stated),
        only.email, only.earner_id, badge.replaces, badge.replaced_by, badge.revocation_reason,
        nothing_if_empty(badge.link_digest), badge.version, stated.issued_at, stated.expires_at,
        badge.updated_at, badge.state_updated_at, badge.id);
    if (changed == 0) return fail(ErrorKind::conflict, "the badge was changed by someone else");
    return {};
}

constexpr auto remove_sql = "delete from badge where id = $1";

bool remove(Transaction& transaction, const Uuid& id) {
    return transaction.run(remove_sql, id) == 1;
}

constexpr auto find_sql = "select " BADGE_COLUMNS " from badge where id = $1";

std::optional<Badge> find(Transaction& transaction, const Uuid& id) {
    return first_of(transaction.query(find_sql, id));
}

constexpr auto find_by_link_sql = "select " BADGE_COLUMNS " from badge where link_digest = $1";

std::optional<Badge> find_by_link(Transaction& transaction, std::string_view link_digest) {
    return first_of(transaction.query(find_by_link_sql, link_digest));
}

// `by_email` is how the address is looked for: one alone through the index.
#define WHERE_IN_FILTER(by_email) \
    " from badge where organization = $1"                                 \
    " and " by_email                                                      \
    " and " IS_ANY_OF("cast(id as text)", "$2")                           \
    " and " IS_ANY_OF("cast(template as text)", "$3")                     \
    " and " IS_ANY_OF("cast(earner as text)", "$4")                       \
    " and " IS_ANY_OF("earner_id", "$6")                                  \
    " and " IS_ANY_OF("state", "$7")                                      \
    " and (cast($8 as bigint) is null or public = $8)"                    \
    " and (cast($9 as text) is null or email_folded like $9 escape '\\')" \
    " and (cast($10 as bigint) is null or issued_at >= $10)"              \
    " and (cast($11 as bigint) is null or issued_at <= $11)"              \
    " and (cast($12 as bigint) is null or created_at >= $12)"             \
    " and (cast($13 as bigint) is null or created_at <= $13)"             \
    " and (cast($14 as bigint) is null or updated_at >= $14)"             \
    " and (cast($15 as bigint) is null or updated_at <= $15)"

// By one criterion, negative: descending; 0: by none. Times are turned around by their sign.
#define IN_ORDER(criterion)                                      \
    "case cast(" criterion                                       \
    " as bigint) when 1 then issued_at when -1 then -issued_at " \
    "when 2 then created_at when -2 then -created_at "           \
    "when 3 then updated_at when -3 then -updated_at end, "

constexpr auto count_all_sql = "select count(*) from badge where organization = $1";
#define ONE_EMAIL "email_folded = $5"
#define ANY_EMAIL IS_ANY_OF("email_folded", "$5")

constexpr auto count_sql = "select count(*)" WHERE_IN_FILTER(ANY_EMAIL);
constexpr auto count_of_one_sql = "select count(*)" WHERE_IN_FILTER(ONE_EMAIL);

#define NEWEST_FIRST " order by created_at desc, id desc limit $16 offset $17"

constexpr auto list_newest_sql = "select " BADGE_COLUMNS WHERE_IN_FILTER(ANY_EMAIL) NEWEST_FIRST;
constexpr auto list_newest_of_one_sql =
    "select " BADGE_COLUMNS WHERE_IN_FILTER(ONE_EMAIL) NEWEST_FIRST;

#define AS_ORDERED \
    " order by " IN_ORDER("$16") IN_ORDER("$17") IN_ORDER("$18") "id limit $19 offset $20"

constexpr auto list_sql = "select " BADGE_COLUMNS WHERE_IN_FILTER(ANY_EMAIL) AS_ORDERED;
constexpr auto list_of_one_sql = "select " BADGE_COLUMNS WHERE_IN_FILTER(ONE_EMAIL) AS_ORDERED;

namespace {

std::optional<std::string> any_of(const std::vector<Uuid>& ids) {
    std::vector<std::string> texts;
    for (const auto& id : ids) texts.push_back(id.text());
    return cartulary::any_of(texts);
}

std::optional<std::string> any_of(const std::vector<BadgeState>& states) {
    std::vector<std::string> names;
    for (const auto state : states) names.emplace_back(name_of(state));
    return cartulary::any_of(names);
}

bool is_of_one(const Filter& filter) {
    return filter.emails.size() == 1;
}

// What ONE_EMAIL or ANY_EMAIL compares with.
std::optional<std::string> emails_of(const Filter& filter) {
    std::vector<std::string> folded;
    for (const auto& email : filter.emails) folded.push_back(folded_address(email));
    return is_of_one(filter) ? folded.front() : cartulary::any_of(folded);
}

template <class... More>
Rows run_filtered(Transaction& transaction, const char* sql, std::int32_t organization,
                  const Filter& filter, const More&... more) {
    const auto query = filter.query ? std::optional(text::folded(*filter.query)) : std::nullopt;
    return transaction.query(sql, organization, any_of(filter.ids), any_of(filter.badge_templates),
                             any_of(filter.earners), emails_of(filter),
                             cartulary::any_of(filter.earner_ids), any_of(filter.states),
                             filter.is_public, pattern_of(query), filter.issued_min,
                             filter.issued_max, filter.created_min, filter.created_max,
                             filter.updated_min, filter.updated_max, more...);
}

std::int64_t total(Transaction& transaction, std::int32_t organization, const Filter& filter) {
    const auto* sql = is_of_one(filter) ? count_of_one_sql : count_sql;
    auto rows = filter == Filter{} ? transaction.query(count_all_sql, organization)
                                   : run_filtered(transaction, sql, organization, filter);
    rows.next();
    return rows.integer(0);
}

int criterion_of(const Order& order) {
    const int criterion = static_cast<int>(order.by) + 1;
    return order.descending ? -criterion : criterion;
}

Rows run_page(Transaction& transaction, std::int32_t organization, const Filter& filter,
              const std::vector<Order>& orders, const Slice& slice) {
    if (orders.empty()) {
        const auto* sql = is_of_one(filter) ? list_newest_of_one_sql : list_newest_sql;
        return run_filtered(transaction, sql, organization, filter, slice.count, slice.offset);
    }
    std::array<int, orders_max> by{};
    for (std::size_t i = 0; i < std::min(orders.size(), by.size()); ++i) {
        by[i] = criterion_of(orders[i]);
    }
    const auto* sql = is_of_one(filter) ? list_of_one_sql : list_sql;
    return run_filtered(transaction, sql, organization, filter, by[0], by[1], by[2], slice.count,
                        slice.offset);
}

}  // namespace

Page<Badge> list(Transaction& transaction, std::int32_t organization, const Filter& filter,
                 const std::vector<Order>& orders, const Slice& slice) {
    Page<Badge> page;
    page.total = total(transaction, organization, filter);
    auto rows = run_page(transaction, organization, filter, orders, slice);
    while (rows.next()) page.items.push_back(badge_in(rows));
    return page;
}

}  // namespace cartulary::badges
