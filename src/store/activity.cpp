#include "store/activity.h"

#include <algorithm>

#include "store/events.h"

namespace cartulary::activity {

namespace {

#define EVENT_ENTRY_COLUMNS                                                              \
    "event.occurred_at, event.organization, event.sequence, event.type, event.actor, "   \
    "organization.id, organization.name, event.snapshot, coalesce(staff_act.type, ''), " \
    "coalesce(staff_act.reason, '')"

#define FROM_EVENT                                                               \
    " from event join organization on organization.number = event.organization " \
    "left join staff_act on staff_act.event = event.id "

#define IS_BY(actor) "(cast(" actor " as text) is null or event.actor = " actor ")"
#define IS_OF_TYPE(type)                                         \
    "(cast(" type " as text) is null or event.type = cast(" type \
    " as text) "                                                 \
    "or staff_act.type = cast(" type " as text))"

Entry event_in(const Rows& row) {
    return {.place = {row.time(0), static_cast<std::int32_t>(row.integer(1)), row.integer(2)},
            .type = row.text(3),
            .actor = row.text(4),
            .organization = OrganizationId(row.uuid(5)),
            .organization_name = row.text(6),
            .snapshot = row.text(7),
            .about = {},
            .act = row.text(8),
            .reason = row.text(9)};
}

std::vector<Entry> events_in(Rows rows) {
    std::vector<Entry> entries;
    while (rows.next()) entries.push_back(event_in(rows));
    return entries;
}

std::optional<std::string_view> unless_empty(std::string_view text) {
    if (text.empty()) return std::nullopt;
    return text;
}

// What lies from `oldest` to before `before`.
struct Span {
    Place before;
    Place oldest;
};

Span span_of(const Filter& filter, const Place& before) {
    Span span{before, {Timestamp(), 0, 0}};
    if (filter.from) span.oldest = {*filter.from, 0, 0};
    if (filter.until) span.before = std::min(before, {*filter.until, 0, 0});
    return span;
}

#define PLACE "(event.occurred_at, event.organization, event.sequence)"
#define IN_SPAN " where " PLACE " < ($1, $2, $3) and " PLACE " >= ($4, $5, $6)"
#define NEWEST_FIRST \
    " order by event.occurred_at desc, event.organization desc, event.sequence desc limit "

constexpr auto events_sql = "select " EVENT_ENTRY_COLUMNS FROM_EVENT IN_SPAN
                            " and " IS_BY("$7") " and " IS_OF_TYPE("$8") NEWEST_FIRST "$9";

std::vector<Entry> events(Transaction& transaction, const Filter& filter, const Span& span,
                          int count) {
    const auto& [before, last] = span;
    return events_in(transaction.query(events_sql, before.occurred_at, before.organization,
                                       before.sequence, last.occurred_at, last.organization,
                                       last.sequence, unless_empty(filter.actor),
                                       unless_empty(filter.type), count));
}

constexpr auto scan_end_sql =
    "select event.occurred_at, event.organization, event.sequence from event" IN_SPAN NEWEST_FIRST
    "1 offset $7";

// The last of so many events; nothing where there are no more than these.
std::optional<Place> scan_end(Transaction& transaction, const Span& span, int scanned) {
    const auto& [before, last] = span;
    auto rows =
        transaction.query(scan_end_sql, before.occurred_at, before.organization, before.sequence,
                          last.occurred_at, last.organization, last.sequence, scanned);
    if (!rows.next()) return std::nullopt;
    return Place{rows.time(0), static_cast<std::int32_t>(rows.integer(1)), rows.integer(2)};
}

// Acts stand in the log before all events of their moment.
std::int64_t number_before(const Place& place) {
    return place.organization > 0 ? std::numeric_limits<std::int64_t>::max() : place.sequence;
}

constexpr auto acts_sql = R"(
    select occurred_at, number, type, actor, about, reason from staff_act
    where event is null and (occurred_at, number) < ($1, $2) and (occurred_at, number) >= ($3, $4)
        and (cast($5 as text) is null or actor = $5)
        and (cast($6 as text) is null or type = $6)
    order by occurred_at desc, number desc
    limit $7)";

std::vector<Entry> acts(Transaction& transaction, const Filter& filter, const Span& span,
                        int count) {
    std::vector<Entry> entries;
    auto rows = transaction.query(acts_sql, span.before.occurred_at, number_before(span.before),
                                  span.oldest.occurred_at, number_before(span.oldest),
                                  unless_empty(filter.actor), unless_empty(filter.type), count);
    while (rows.next()) {
        entries.push_back({.place = {rows.time(0), 0, rows.integer(1)},
                           .type = rows.text(2),
                           .actor = rows.text(3),
                           .organization = {},
                           .organization_name = {},
                           .snapshot = {},
                           .about = rows.text(4),
                           .act = {},
                           .reason = rows.text(5)});
    }
    return entries;
}

constexpr auto events_of_organization_sql = "select " EVENT_ENTRY_COLUMNS FROM_EVENT R"(
    where event.organization = $1 and event.sequence < $2 and event.sequence >= $3
        and event.occurred_at >= $4 and event.occurred_at < $5 and )" IS_BY(
    "$6") " and " IS_OF_TYPE("$7") " order by event.sequence desc limit $8";

// By its own numbers, which follow each other without a gap.
Found of_organization(Transaction& transaction, const Filter& filter, const Place& before,
                      int count, int scanned) {
    const auto number = filter.organization.value();
    const auto sequence = std::min(before.sequence, events::count(transaction, number) + 1);
    const auto last = std::max<std::int64_t>(sequence - scanned, 1);
    Found found;
    found.entries = events_in(transaction.query(
        events_of_organization_sql, number, sequence, last, filter.from.value_or(timestamp(0)),
        filter.until.value_or(Place{}.occurred_at), unless_empty(filter.actor),
        unless_empty(filter.type), count));
    if (std::ssize(found.entries) == count)
        found.next = found.entries.back().place;
    else if (last > 1)
        found.next = Place{before.occurred_at, number, last};
    if (found.next && found.next->sequence <= 1) found.next.reset();
    return found;
}

}  // namespace

Found list(Transaction& transaction, const Filter& filter, const Place& before, int count,
           int scanned) {
    if (filter.organization) return of_organization(transaction, filter, before, count, scanned);
    auto span = span_of(filter, before);
    Found found;
    if (!filter.actor.empty() || !filter.type.empty()) {
        found.next = scan_end(transaction, span, scanned);
        if (found.next) span.oldest = *found.next;
    }
    // One more than is asked for tells whether there are more.
    const auto both = {events(transaction, filter, span, count + 1),
                       acts(transaction, filter, span, count + 1)};
    for (const auto& some : both) {
        found.entries.insert(found.entries.end(), some.begin(), some.end());
    }
    std::ranges::sort(found.entries, std::ranges::greater(), &Entry::place);
    if (std::ssize(found.entries) > count) {
        found.entries.resize(static_cast<std::size_t>(count));
        found.next = found.entries.back().place;
    }
    return found;
}

constexpr auto count_sql =
    "select count(*) from event where occurred_at >= $1 and occurred_at < $2 and type = $3";

std::int64_t count(Transaction& transaction, std::string_view type, Timestamp from,
                   Timestamp until) {
    auto rows = transaction.query(count_sql, from, until, type);
    rows.next();
    return rows.integer(0);
}

}  // namespace cartulary::activity
