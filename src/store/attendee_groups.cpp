#include "store/attendee_groups.h"

#include "base/text.h"

namespace cartulary::attendee_groups {

namespace {

tl::unexpected<Error> taken() {
    return tl::unexpected(Error{ErrorKind::conflict,
                                "the organization has such a group",
                                {{"name", "is already that of a group of the organization"}}});
}

#define GROUP_COLUMNS                                                       \
    "number, name, active, starts_at, ends_at, unique_id, applies_expiry, " \
    "applies_expiry_to_replay, created_by, created_at, updated_by, updated_at"

AttendeeGroup group_in(const Rows& row) {
    return {.number = static_cast<std::int32_t>(row.integer(0)),
            .stated = {.name = row.text(1),
                       .active = row.boolean(2),
                       .starts_at = row.optional_time(3),
                       .ends_at = row.optional_time(4),
                       .unique_id = row.text(5),
                       .applies_expiry = row.boolean(6),
                       .applies_expiry_to_replay = row.boolean(7)},
            .modified = {row.text(8), row.time(9), row.text(10), row.time(11)}};
}

}  // namespace

constexpr auto insert_sql = R"(
    insert into attendee_group (organization, name, name_folded, active, starts_at, ends_at,
        unique_id, applies_expiry, applies_expiry_to_replay, created_by, created_at, updated_by,
        updated_at)
    values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)
    on conflict do nothing
    returning number)";

Result<std::int32_t> insert(Transaction& transaction, std::int32_t organization,
                            const AttendeeGroup& group) {
    const auto& [number, stated, modified] = group;
    auto rows = transaction.query(insert_sql, organization, stated.name, text::folded(stated.name),
                                  stated.active, stated.starts_at, stated.ends_at, stated.unique_id,
                                  stated.applies_expiry, stated.applies_expiry_to_replay,
                                  modified.created_by, modified.created_at, modified.updated_by,
                                  modified.updated_at);
    if (!rows.next()) return taken();
    return static_cast<std::int32_t>(rows.integer(0));
}

constexpr auto name_owner_sql = R"(
    select 1 from attendee_group where organization = $1 and name_folded = $2 and number <> $3)";

constexpr auto replace_sql = R"(
    update attendee_group
    set name = $3, name_folded = $4, active = $5, starts_at = $6, ends_at = $7, unique_id = $8,
        applies_expiry = $9, applies_expiry_to_replay = $10, updated_by = $11, updated_at = $12
    where organization = $1 and number = $2)";

// Who changes an organization's groups holds the organization, so that no rival takes the name
// between the two statements.
Result<void> replace(Transaction& transaction, std::int32_t organization,
                     const AttendeeGroup& group) {
    const auto& [number, stated, modified] = group;
    const auto folded = text::folded(stated.name);
    if (transaction.query(name_owner_sql, organization, folded, number).next()) return taken();
    transaction.run(replace_sql, organization, number, stated.name, folded, stated.active,
                    stated.starts_at, stated.ends_at, stated.unique_id, stated.applies_expiry,
                    stated.applies_expiry_to_replay, modified.updated_by, modified.updated_at);
    return {};
}

constexpr auto remove_sql = "delete from attendee_group where organization = $1 and number = $2";

bool remove(Transaction& transaction, std::int32_t organization, std::int32_t number) {
    return transaction.run(remove_sql, organization, number) == 1;
}

constexpr auto find_sql =
    "select " GROUP_COLUMNS " from attendee_group where organization = $1 and number = $2";

std::optional<AttendeeGroup> find(Transaction& transaction, std::int32_t organization,
                                  std::int32_t number) {
    auto rows = transaction.query(find_sql, organization, number);
    if (!rows.next()) return std::nullopt;
    return group_in(rows);
}

constexpr auto list_sql = "select " GROUP_COLUMNS R"(
    from attendee_group
    where organization = $1 and (cast($2 as text) is null or name_folded = cast($2 as text))
    order by number)";

std::vector<AttendeeGroup> list(Transaction& transaction, std::int32_t organization,
                                const std::optional<std::string>& name) {
    std::optional<std::string> folded;
    if (name) folded = text::folded(*name);
    std::vector<AttendeeGroup> groups;
    auto rows = transaction.query(list_sql, organization, folded);
    while (rows.next()) groups.push_back(group_in(rows));
    return groups;
}

constexpr auto count_sql = "select count(*) from attendee_group where organization = $1";

std::int64_t count(Transaction& transaction, std::int32_t organization) {
    auto rows = transaction.query(count_sql, organization);
    rows.next();
    return rows.integer(0);
}

}  // namespace cartulary::attendee_groups
