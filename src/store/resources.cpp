#include "store/resources.h"

#include "store/changes.h"
#include "store/resource_entries.h"
#include "store/resource_row.h"

namespace cartulary::resources {

namespace {

std::optional<Resource> first_of(Rows rows) {
    if (!rows.next()) return std::nullopt;
    return resource_in(rows);
}

std::optional<std::int64_t> number_in(Rows rows) {
    if (!rows.next()) return std::nullopt;
    return rows.integer(0);
}

Error refused(std::string field, std::string problem) {
    return {ErrorKind::conflict,
            "the resource cannot be stored",
            {{std::move(field), std::move(problem)}}};
}

constexpr auto insert_sql = R"(
    insert into resource (id, envelope, type, owner, publisher, revision, digest, entry_hash,
        summary, created_at, updated_at, deleted_at, verified_at)
    values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)
    on conflict do nothing
    returning number)";

Result<std::int64_t> insert(Transaction& transaction, const Resource& resource,
                            const WrittenEntry& own) {
    const auto number = number_in(transaction.query(
        insert_sql, resource.ctid.uuid(), resource.envelope, resource.type, resource.owner,
        resource.publisher, resource.revision, resource.digest, own.hash, own.summary,
        resource.created_at, resource.updated_at, resource.deleted_at, resource.verified_at));
    if (number) return *number;
    if (!whole_of(transaction, resource.ctid)) {
        return tl::unexpected(refused("envelope", "is already used by another resource"));
    }
    return tl::unexpected(refused("ctid", "is already used by another resource"));
}

constexpr auto replace_sql = R"(
    update resource
    set type = $2, owner = $3, publisher = $4, revision = $5, digest = $6, entry_hash = $7,
        summary = $8, updated_at = $9, deleted_at = $10, verified_at = $11
    where number = $1 and part_of is null and revision = $5 - 1)";

Result<std::int64_t> replace(Transaction& transaction, const Resource& resource,
                             const WrittenEntry& own) {
    const auto changed = transaction.run(
        replace_sql, resource.number, resource.type, resource.owner, resource.publisher,
        resource.revision, resource.digest, own.hash, own.summary, resource.updated_at,
        resource.deleted_at, resource.verified_at);
    if (changed > 0) return resource.number;
    return tl::unexpected(refused("revision", "is not the next one: somebody else published"));
}

constexpr auto insert_version_sql = R"(
    insert into resource_version (resource, revision, event, method, document, digest, actor,
        owner, publisher, created_at)
    values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10))";

void insert_version(Transaction& transaction, std::int64_t number, const ResourceVersion& version) {
    transaction.run(insert_version_sql, number, version.revision, name_of(version.event),
                    name_of(version.method), version.document, version.digest, version.actor,
                    version.owner, version.publisher, version.created_at);
}

}  // namespace

Result<std::int64_t> put(Transaction& transaction, const Resource& resource,
                         const ResourceVersion& version, std::span<const ResourceEntry> entries,
                         std::optional<Timestamp> written_at) {
    if (entries.empty() != resource.deleted_at.has_value()) {
        throw std::logic_error("a resource has entries unless it is deleted");
    }
    const bool is_new = resource.number == 0;
    const auto stored = is_new ? StoredEntries() : stored_entries(transaction, resource.number);
    const auto rows = written(entries);
    const auto own = rows.empty() ? WrittenEntry() : rows.front();
    auto whole = resource;
    whole.number =
        is_new ? TRY(insert(transaction, resource, own)) : TRY(replace(transaction, resource, own));
    insert_version(transaction, whole.number, version);
    TRY(write_entries(transaction, whole, rows, stored));
    changes::append(transaction, {.resource = whole.number,
                                  .revision = version.revision,
                                  .event = version.event,
                                  .created_at = written_at.value_or(version.created_at)});
    return whole.number;
}

#define FIND_SQL(condition) \
    "select " RESOURCE_COLUMNS " from resource where part_of is null and " condition " = $1"

constexpr auto find_by_ctid_sql = FIND_SQL("id");

std::optional<Resource> find(Transaction& transaction, const Ctid& ctid) {
    return first_of(transaction.query(find_by_ctid_sql, ctid.uuid()));
}

constexpr auto find_by_number_sql = FIND_SQL("number");

std::optional<Resource> find(Transaction& transaction, std::int64_t number) {
    return first_of(transaction.query(find_by_number_sql, number));
}

constexpr auto find_by_envelope_sql = FIND_SQL("envelope");

std::optional<Resource> find_by_envelope(Transaction& transaction, const Uuid& envelope) {
    return first_of(transaction.query(find_by_envelope_sql, envelope));
}

constexpr auto whole_of_sql = "select coalesce(part_of, number) from resource where id = $1";

std::optional<std::int64_t> whole_of(Transaction& transaction, const Ctid& ctid) {
    return number_in(transaction.query(whole_of_sql, ctid.uuid()));
}

constexpr auto place_of_sql =
    "select number, coalesce(part_of, number) from resource where id = $1";

std::optional<Place> place_of(Transaction& transaction, const Ctid& ctid) {
    auto rows = transaction.query(place_of_sql, ctid.uuid());
    if (!rows.next()) return std::nullopt;
    return Place{rows.integer(0), rows.integer(1)};
}

// SQLite: who writes is alone.
constexpr auto hold_postgres_sql = "select 1 from resource where number = $1 for no key update";

void hold(Transaction& transaction, std::int64_t number) {
    if (transaction.engine() == Engine::postgres) transaction.query(hold_postgres_sql, number);
}

constexpr auto set_verified_sql =
    "update resource set verified_at = $2 where number = $1 and part_of is null";

void set_verified(Transaction& transaction, std::int64_t number, Timestamp at) {
    transaction.run(set_verified_sql, number, at);
}

}  // namespace cartulary::resources
