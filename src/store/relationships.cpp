#include "store/relationships.h"

#include <array>

namespace cartulary::relationships {

namespace {

RelationshipStatus status_in(std::string_view name) {
    constexpr std::array statuses = {RelationshipStatus::asked, RelationshipStatus::approved,
                                     RelationshipStatus::revoked};
    for (const auto status : statuses) {
        if (name == name_of(status)) return status;
    }
    throw DatabaseError("a relationship has an unknown status");
}

Relationship relationship_in(const Rows& row) {
    return {static_cast<std::int32_t>(row.integer(0)), static_cast<std::int32_t>(row.integer(1)),
            status_in(row.text_view(2)), row.time(3)};
}

}  // namespace

constexpr auto put_sql = R"(
    insert into relationship (organization, third_party, status, created_at)
    values ($1, $2, $3, $4)
    on conflict (organization, third_party)
        do update set status = excluded.status, created_at = excluded.created_at)";

void put(Transaction& transaction, const Relationship& relationship) {
    transaction.run(put_sql, relationship.organization, relationship.third_party,
                    name_of(relationship.status), relationship.created_at);
}

constexpr auto find_sql = R"(
    select organization, third_party, status, created_at
    from relationship where organization = $1 and third_party = $2)";

std::optional<Relationship> find(Transaction& transaction, std::int32_t organization,
                                 std::int32_t third_party) {
    auto rows = transaction.query(find_sql, organization, third_party);
    if (!rows.next()) return std::nullopt;
    return relationship_in(rows);
}

constexpr auto of_organization_sql = R"(
    select organization, third_party, status, created_at
    from relationship where organization = $1 order by created_at, third_party)";

std::vector<Relationship> of_organization(Transaction& transaction, std::int32_t organization) {
    std::vector<Relationship> relationships;
    auto rows = transaction.query(of_organization_sql, organization);
    while (rows.next()) relationships.push_back(relationship_in(rows));
    return relationships;
}

constexpr auto count_of_third_party_sql =
    "select count(*) from relationship where third_party = $1 and status <> 'revoked'";

constexpr auto of_third_party_sql = R"(
    select organization, third_party, status, created_at
    from relationship where third_party = $1 and status <> 'revoked' order by organization
    limit $2 offset $3)";

Page<Relationship> of_third_party(Transaction& transaction, std::int32_t third_party,
                                  const Slice& slice) {
    Page<Relationship> page;
    {
        auto rows = transaction.query(count_of_third_party_sql, third_party);
        rows.next();
        page.total = rows.integer(0);
    }
    auto rows = transaction.query(of_third_party_sql, third_party, slice.count, slice.offset);
    while (rows.next()) page.items.push_back(relationship_in(rows));
    return page;
}

constexpr auto count_asked_sql =
    "select count(*) from relationship where third_party = $1 and status = 'asked'";

std::int64_t count_asked(Transaction& transaction, std::int32_t third_party) {
    auto rows = transaction.query(count_asked_sql, third_party);
    rows.next();
    return rows.integer(0);
}

}  // namespace cartulary::relationships
