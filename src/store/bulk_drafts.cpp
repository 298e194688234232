#include "store/bulk_drafts.h"

#include "base/json.h"
#include "domain/resource.h"

namespace cartulary::bulk_drafts {

namespace {

std::string text_of(const std::string& text) {
    return text;
}

std::string text_of(const Uuid& id) {
    return id.text();
}

template <class Item>
std::string list_of(std::span<const Item> items) {
    json::Writer writer;
    writer.begin_array();
    for (const auto& item : items) writer.value(text_of(item));
    writer.end_array();
    return writer.take();
}

std::vector<Known> known_in(Rows rows) {
    std::vector<Known> known;
    while (rows.next()) known.push_back({rows.uuid(0), rows.text(1), rows.text(2)});
    return known;
}

#define CONTENT_SQL "select id, version, type, external_identifier, name, entry from draft "

std::vector<Content> contents_in(Rows rows) {
    std::vector<Content> contents;
    while (rows.next()) {
        contents.push_back({rows.uuid(0), rows.integer(1), rows.text(2), rows.text(3), rows.text(4),
                            rows.text(5)});
    }
    return contents;
}

}  // namespace

#define KNOWN_SQL "select id, kind, external_identifier from draft "
#define TEXTS_IN_SQLITE(list) "(select value from json_each(" list "))"
#define TEXTS_IN_POSTGRES(list) "(select json_array_elements_text(cast(" list " as json)))"
#define IDS_IN_POSTGRES(list) \
    "(select cast(one as uuid) from json_array_elements_text(cast(" list " as json)) one)"

// The condition in words lets the partial index be used.
#define BY_IDENTIFIERS_SQL                                                                         \
    "where organization = $1 and kind = $2 and external_identifier <> '' and external_identifier " \
    "in"
constexpr auto with_identifiers_sqlite_sql = KNOWN_SQL BY_IDENTIFIERS_SQL TEXTS_IN_SQLITE("$3");
constexpr auto with_identifiers_postgres_sql = KNOWN_SQL BY_IDENTIFIERS_SQL TEXTS_IN_POSTGRES("$3");

std::vector<Known> with_identifiers(Transaction& transaction, std::int32_t organization,
                                    std::string_view kind,
                                    std::span<const std::string> identifiers) {
    if (identifiers.empty()) return {};
    const auto* sql = transaction.engine() == Engine::sqlite ? with_identifiers_sqlite_sql
                                                             : with_identifiers_postgres_sql;
    return known_in(transaction.query(sql, organization, kind, list_of(identifiers)));
}

#define BY_IDS_SQL "where organization = $1 and id in "
constexpr auto known_with_ids_sqlite_sql = KNOWN_SQL BY_IDS_SQL TEXTS_IN_SQLITE("$2");
constexpr auto known_with_ids_postgres_sql = KNOWN_SQL BY_IDS_SQL IDS_IN_POSTGRES("$2");

std::vector<Known> known_with_ids(Transaction& transaction, std::int32_t organization,
                                  std::span<const Uuid> ids) {
    if (ids.empty()) return {};
    const auto* sql = transaction.engine() == Engine::sqlite ? known_with_ids_sqlite_sql
                                                             : known_with_ids_postgres_sql;
    return known_in(transaction.query(sql, organization, list_of(ids)));
}

constexpr auto with_ids_sqlite_sql = CONTENT_SQL BY_IDS_SQL TEXTS_IN_SQLITE("$2");
constexpr auto with_ids_postgres_sql = CONTENT_SQL BY_IDS_SQL IDS_IN_POSTGRES("$2");

std::vector<Content> with_ids(Transaction& transaction, std::int32_t organization,
                              std::span<const Uuid> ids) {
    if (ids.empty()) return {};
    const auto* sql =
        transaction.engine() == Engine::sqlite ? with_ids_sqlite_sql : with_ids_postgres_sql;
    return contents_in(transaction.query(sql, organization, list_of(ids)));
}

constexpr auto after_sql = CONTENT_SQL R"(
    where organization = $1 and kind = $2
        and (external_identifier, id) > ($3, $4)
    order by external_identifier, id limit $5)";

std::vector<Content> after(Transaction& transaction, std::int32_t organization,
                           std::string_view kind, const Place& place, int count) {
    return contents_in(transaction.query(after_sql, organization, kind, place.external_identifier,
                                         place.id, count));
}

constexpr auto rows_overtaken_sql = R"(
    select (select min(bulk_row.row) from bulk_row
            where bulk_row.upload = bulk_thing.upload and bulk_row.thing = bulk_thing.thing)
    from bulk_thing
    left join draft on draft.organization = $2 and draft.id = bulk_thing.id
    where bulk_thing.upload = $1 and bulk_thing.outcome in ('added', 'updated')
        and (coalesce(draft.version, 0) <> bulk_thing.base_version
            or exists (select 1 from draft other
                where other.organization = $2 and other.kind = $3
                    and other.external_identifier = bulk_thing.external_identifier
                    and other.external_identifier <> '' and other.id <> bulk_thing.id))
    order by bulk_thing.thing limit $4)";

std::vector<std::int64_t> rows_overtaken(Transaction& transaction, const BulkUpload& upload,
                                         int count) {
    std::vector<std::int64_t> overtaken;
    auto rows =
        transaction.query(rows_overtaken_sql, upload.id, upload.organization, upload.kind, count);
    while (rows.next()) overtaken.push_back(rows.integer(0));
    return overtaken;
}

// As drafts::insert and drafts::replace would.
constexpr auto save_sql = R"(
    insert into draft (organization, id, kind, type, external_identifier, name, name_words, entry,
        method, standing, problem_count, version, approved_version, published_version, publisher,
        reason, actor, approver, created_at, updated_at, waits_since)
    select $2, id, $3, type, external_identifier, name, ' ' || name_words, entry,
        $4, $5, problem_count, 1, null, null, cast($6 as bigint),
        '', $7, '', $8, $8, null
    from bulk_thing where upload = $1 and outcome in ('added', 'updated') order by thing
    on conflict (organization, id) do update
    set type = excluded.type, external_identifier = excluded.external_identifier,
        name = excluded.name, name_words = excluded.name_words, entry = excluded.entry,
        method = excluded.method, standing = excluded.standing,
        problem_count = excluded.problem_count, version = draft.version + 1,
        publisher = excluded.publisher, actor = excluded.actor, updated_at = excluded.updated_at,
        waits_since = null)";

void save(Transaction& transaction, const BulkUpload& upload, std::string_view actor,
          Timestamp now) {
    transaction.run(save_sql, upload.id, upload.organization, upload.kind,
                    name_of(PublishMethod::table), name_of(DraftStanding::editing),
                    upload.publisher, actor, now);
}

}  // namespace cartulary::bulk_drafts
