#include "store/resource_entries.h"

#include "store/json_rows.h"
#include "store/resource_index.h"
#include "store/resource_summary.h"

namespace cartulary::resources {

namespace {

// What a write does to the rows of a whole and its parts.
struct Plan {
    std::vector<const WrittenEntry*> added;
    std::vector<std::pair<std::int64_t, const WrittenEntry*>> changed;  // with their numbers
    std::vector<std::int64_t> gone;
    std::vector<IndexedEntry> indexed;
    bool has_new_owner = false;
};

Plan planned(const Resource& whole, const std::vector<WrittenEntry>& entries,
             const StoredEntries& stored) {
    Plan plan;
    auto left = stored;
    bool is_own = true;
    for (const auto& written : entries) {
        const auto known = left.extract(written.entry->ctid.uuid());
        const bool is_new = is_own ? stored.empty() : known.empty();
        const bool is_same = !known.empty() && known.mapped().hash == written.hash;
        const auto number = is_own ? whole.number : known.empty() ? 0 : known.mapped().number;
        if (!is_own && is_new) plan.added.push_back(&written);
        if (!is_own && !is_new && !is_same) plan.changed.emplace_back(number, &written);
        if (!is_same && number != 0) plan.indexed.push_back({number, written.entry, is_new});
        is_own = false;
    }
    for (const auto& [id, known] : left) {
        if (known.hash != 0) plan.gone.push_back(known.number);
    }
    for (const auto& [id, known] : stored) plan.has_new_owner |= known.owner != whole.owner;
    return plan;
}

constexpr std::size_t problems_max = 100;

Error taken(const std::vector<Ctid>& ctids) {
    Error error{ErrorKind::conflict, "another resource has it"};
    for (const auto& ctid : ctids) {
        if (error.fields.size() == problems_max) break;
        error.fields.push_back(
            {"ctid of a part", "is already used by another resource: " + ctid.text()});
    }
    return error;
}

// --- adding parts -------------------------------------------------------------------------------

constexpr auto add_sqlite_sql = R"(
    insert into resource (id, part_of, type, owner, revision, entry_hash, summary, created_at,
        updated_at)
    values ($1, $2, $3, $4, $5, $6, $7, $8, $8)
    on conflict do nothing
    returning number)";

std::map<Uuid, std::int64_t> added_in_sqlite(Transaction& transaction, const Resource& whole,
                                             const std::vector<const WrittenEntry*>& parts) {
    std::map<Uuid, std::int64_t> numbers;
    for (const auto* part : parts) {
        const auto& id = part->entry->ctid.uuid();
        auto rows =
            transaction.query(add_sqlite_sql, id, whole.number, part->entry->type, whole.owner,
                              whole.revision, part->hash, part->summary, whole.updated_at);
        if (rows.next()) numbers.emplace(id, rows.integer(0));
    }
    return numbers;
}

constexpr auto add_postgres_sql = R"(
    insert into resource (id, part_of, type, owner, revision, entry_hash, summary, created_at,
        updated_at)
    select id, $2, type, $3, $4, hash, summary, $5, $5
    from json_to_recordset(cast($1 as json))
        as given (id uuid, type text, hash bigint, summary text)
    on conflict do nothing
    returning number, id)";

std::map<Uuid, std::int64_t> added_in_postgres(Transaction& transaction, const Resource& whole,
                                               const std::vector<const WrittenEntry*>& parts) {
    std::map<Uuid, std::int64_t> numbers;
    JsonRows batch([&](const std::string& given) {
        auto rows = transaction.query(add_postgres_sql, given, whole.number, whole.owner,
                                      whole.revision, whole.updated_at);
        while (rows.next()) numbers.emplace(rows.uuid(1), rows.integer(0));
    });
    for (const auto* part : parts) {
        batch.add(part->summary.size(), [&](json::Writer& row) {
            row.member("id", part->entry->ctid.uuid().text())
                .member("type", part->entry->type)
                .member("hash", part->hash)
                .member("summary", part->summary);
        });
    }
    batch.flush();
    return numbers;
}

Result<void> add(Transaction& transaction, const Resource& whole, Plan& plan) {
    if (plan.added.empty()) return {};
    const auto numbers = transaction.engine() == Engine::sqlite
                             ? added_in_sqlite(transaction, whole, plan.added)
                             : added_in_postgres(transaction, whole, plan.added);
    std::vector<Ctid> others;
    for (const auto* part : plan.added) {
        const auto found = numbers.find(part->entry->ctid.uuid());
        if (found == numbers.end()) {
            others.push_back(part->entry->ctid);
        } else {
            plan.indexed.push_back({found->second, part->entry, true});
        }
    }
    if (!others.empty()) return tl::unexpected(taken(others));
    return {};
}

// --- changing and removing them -----------------------------------------------------------------

constexpr auto change_sqlite_sql = R"(
    update resource
    set type = $2, revision = $3, entry_hash = $4, summary = $5, updated_at = $6, deleted_at = null
    where number = $1)";
constexpr auto change_postgres_sql = R"(
    update resource
    set type = given.type, revision = $2, entry_hash = given.hash, summary = given.summary,
        updated_at = $3, deleted_at = null
    from json_to_recordset(cast($1 as json))
        as given (number bigint, type text, hash bigint, summary text)
    where resource.number = given.number)";

void change(Transaction& transaction, const Resource& whole, const Plan& plan) {
    if (transaction.engine() == Engine::sqlite) {
        for (const auto& [number, part] : plan.changed) {
            transaction.run(change_sqlite_sql, number, part->entry->type, whole.revision,
                            part->hash, part->summary, whole.updated_at);
        }
        return;
    }
    JsonRows batch([&](const std::string& given) {
        transaction.run(change_postgres_sql, given, whole.revision, whole.updated_at);
    });
    for (const auto& [number, part] : plan.changed) {
        batch.add(part->summary.size(),
                  [&, part_number = number, written = part](json::Writer& row) {
                      row.member("number", part_number)
                          .member("type", written->entry->type)
                          .member("hash", written->hash)
                          .member("summary", written->summary);
                  });
    }
    batch.flush();
}

#define REMOVE_SQL                                                         \
    "update resource set entry_hash = 0, revision = $2, updated_at = $3, " \
    "deleted_at = $3 where part_of is not null and number "
constexpr auto remove_sqlite_sql = REMOVE_SQL "in (select value from json_each($1))";
constexpr auto remove_postgres_sql = REMOVE_SQL "= any (cast($1 as bigint[]))";

void remove(Transaction& transaction, const Resource& whole, const Plan& plan) {
    if (plan.gone.empty()) return;
    const auto engine = transaction.engine();
    transaction.run(engine == Engine::sqlite ? remove_sqlite_sql : remove_postgres_sql,
                    list_of(engine, plan.gone), whole.revision, whole.updated_at);
    forget_index(transaction, plan.gone);
}

constexpr auto give_sql = "update resource set owner = $2 where part_of = $1 and owner <> $2";

}  // namespace

std::vector<WrittenEntry> written(std::span<const ResourceEntry> entries) {
    std::vector<WrittenEntry> all;
    all.reserve(entries.size());
    for (const auto& entry : entries) {
        auto summary = summary_of(entry);
        const auto hash = hash_of(entry, summary);
        all.push_back({&entry, std::move(summary), hash});
    }
    return all;
}

constexpr auto stored_entries_sql = R"(
    select id, number, entry_hash, owner from resource where number = $1
    union all
    select id, number, entry_hash, owner from resource where part_of = $1)";

StoredEntries stored_entries(Transaction& transaction, std::int64_t whole) {
    StoredEntries stored;
    auto rows = transaction.query(stored_entries_sql, whole);
    while (rows.next()) {
        stored[rows.uuid(0)] = {.number = rows.integer(1),
                                .hash = rows.integer(2),
                                .owner = static_cast<std::int32_t>(rows.integer(3))};
    }
    return stored;
}

Result<void> write_entries(Transaction& transaction, const Resource& whole,
                           const std::vector<WrittenEntry>& entries, const StoredEntries& stored) {
    auto plan = planned(whole, entries, stored);
    TRY(add(transaction, whole, plan));
    change(transaction, whole, plan);
    remove(transaction, whole, plan);
    if (plan.has_new_owner) transaction.run(give_sql, whole.number, whole.owner);
    index(transaction, plan.indexed);
    return {};
}

}  // namespace cartulary::resources
