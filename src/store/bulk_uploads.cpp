#include "store/bulk_uploads.h"

#include <algorithm>

#include "store/stored_json.h"

namespace cartulary::bulk_uploads {

namespace {

#define BULK_UPLOADS_SQL                                                                       \
    "select id, organization, publisher, kind, file_name, state, heading, bytes, bytes_read, " \
    "rows_read, things, added, updated, unchanged, failed, problem, actor, created_at, "       \
    "ended_at, milliseconds from bulk_upload "

std::string text_of(const std::vector<std::string>& heading) {
    json::Writer writer;
    writer.begin_array();
    for (const auto& cell : heading) writer.value(cell);
    writer.end_array();
    return writer.take();
}

std::vector<std::string> heading_of(std::string_view text) {
    const auto parsed = stored::parsed(text);
    std::vector<std::string> heading;
    for (const auto& cell : stored::array_in(&parsed)) heading.push_back(stored::text_in(&cell));
    return heading;
}

BulkUpload upload_in(const Rows& row) {
    BulkUpload upload{.id = row.uuid(0),
                      .organization = static_cast<std::int32_t>(row.integer(1)),
                      .publisher = {},
                      .kind = row.text(3),
                      .file_name = row.text(4),
                      .state = parse_bulk_state(row.text_view(5)).value(),
                      .heading = heading_of(row.text_view(6)),
                      .bytes = row.integer(7),
                      .bytes_read = row.integer(8),
                      .rows_read = row.integer(9),
                      .things = row.integer(10),
                      .added = row.integer(11),
                      .updated = row.integer(12),
                      .unchanged = row.integer(13),
                      .failed = row.integer(14),
                      .milliseconds = row.integer(19),
                      .problem = row.text(15),
                      .actor = row.text(16),
                      .created_at = row.time(17),
                      .ended_at = row.optional_time(18)};
    if (!row.is_null(2)) upload.publisher = static_cast<std::int32_t>(row.integer(2));
    return upload;
}

std::vector<Uuid> ids_in(Rows rows) {
    std::vector<Uuid> ids;
    while (rows.next()) ids.push_back(rows.uuid(0));
    return ids;
}

}  // namespace

constexpr auto insert_sql = R"(
    insert into bulk_upload (id, organization, publisher, kind, file_name, state, heading, bytes,
        actor, created_at)
    values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10))";

void insert(Transaction& transaction, const BulkUpload& upload) {
    transaction.run(insert_sql, upload.id, upload.organization, upload.publisher, upload.kind,
                    upload.file_name, name_of(upload.state), text_of(upload.heading), upload.bytes,
                    upload.actor, upload.created_at);
}

constexpr auto find_sql = BULK_UPLOADS_SQL "where id = $1";

std::optional<BulkUpload> find(Transaction& transaction, const Uuid& id) {
    auto rows = transaction.query(find_sql, id);
    if (!rows.next()) return std::nullopt;
    return upload_in(rows);
}

constexpr auto list_sql = BULK_UPLOADS_SQL
    "where organization = $1 and created_at >= $2 order by created_at desc, id desc";

std::vector<BulkUpload> list(Transaction& transaction, std::int32_t organization, Timestamp since) {
    std::vector<BulkUpload> uploads;
    auto rows = transaction.query(list_sql, organization, since);
    while (rows.next()) uploads.push_back(upload_in(rows));
    return uploads;
}

constexpr auto count_reading_sql = R"(
    select count(*), count(case when organization = $1 then 1 end)
    from bulk_upload where state = 'reading')";

Reading count_reading(Transaction& transaction, std::int32_t organization) {
    auto rows = transaction.query(count_reading_sql, organization);
    rows.next();
    return {rows.integer(0), rows.integer(1)};
}

constexpr auto replace_sql = R"(
    update bulk_upload
    set state = $2, heading = $3, bytes_read = $4, rows_read = $5, things = $6, added = $7,
        updated = $8, unchanged = $9, failed = $10, problem = $11, ended_at = $12,
        milliseconds = $13
    where id = $1)";

void replace(Transaction& transaction, const BulkUpload& upload) {
    transaction.run(replace_sql, upload.id, name_of(upload.state), text_of(upload.heading),
                    upload.bytes_read, upload.rows_read, upload.things, upload.added,
                    upload.updated, upload.unchanged, upload.failed, upload.problem,
                    upload.ended_at, upload.milliseconds);
}

constexpr auto add_piece_sql = "insert into bulk_file (upload, piece, bytes) values ($1, $2, $3)";

void add_piece(Transaction& transaction, const Uuid& id, std::int64_t piece,
               std::string_view bytes) {
    transaction.run(add_piece_sql, id, piece, Blob{bytes});
}

constexpr auto piece_sql = "select bytes from bulk_file where upload = $1 and piece = $2";

std::optional<std::string> piece(Transaction& transaction, const Uuid& id, std::int64_t piece) {
    auto rows = transaction.query(piece_sql, id, piece);
    if (!rows.next()) return std::nullopt;
    return rows.blob(0);
}

constexpr auto take_sql = R"(
    update bulk_upload set attempts = attempts + 1, leased_until = $3
    where id = $1 and state = 'reading' and (leased_until <= $2 or cast($4 as bigint) = 1)
    returning attempts)";

std::optional<std::int64_t> take(Transaction& transaction, const Uuid& id, Timestamp now,
                                 Timestamp until, bool whoever) {
    auto rows = transaction.query(take_sql, id, now, until, whoever);
    if (!rows.next()) return std::nullopt;
    return rows.integer(0);
}

constexpr auto go_on_sql = R"(
    update bulk_upload
    set leased_until = $3, heading = $4, bytes_read = $5, rows_read = $6, things = $7, added = $8,
        updated = $9, unchanged = $10, failed = $11
    where id = $1 and state = 'reading' and attempts = $2)";

bool go_on(Transaction& transaction, const BulkUpload& upload, std::int64_t attempt,
           Timestamp until) {
    return transaction.run(go_on_sql, upload.id, attempt, until, text_of(upload.heading),
                           upload.bytes_read, upload.rows_read, upload.things, upload.added,
                           upload.updated, upload.unchanged, upload.failed) > 0;
}

constexpr auto let_go_sql = R"(
    update bulk_upload set leased_until = 0, attempts = attempts - 1
    where id = $1 and state = 'reading' and attempts = $2)";

void let_go(Transaction& transaction, const Uuid& id, std::int64_t attempt) {
    transaction.run(let_go_sql, id, attempt);
}

constexpr auto being_read_sql =
    "select id, created_at from bulk_upload where state = 'reading' order by leased_until, id";

std::vector<Begun> being_read(Transaction& transaction) {
    std::vector<Begun> begun;
    auto rows = transaction.query(being_read_sql);
    while (rows.next()) begun.push_back({rows.uuid(0), rows.time(1)});
    return begun;
}

constexpr auto begun_before_sql =
    "select id from bulk_upload where created_at < $1 order by created_at";

std::vector<Uuid> begun_before(Transaction& transaction, Timestamp moment) {
    return ids_in(transaction.query(begun_before_sql, moment));
}

constexpr auto previews_sql = R"(
    select id from bulk_upload where organization = $1 and state = 'preview'
    order by created_at desc, id desc)";

std::vector<Uuid> previews_but(Transaction& transaction, std::int32_t organization,
                               std::int64_t kept) {
    auto ids = ids_in(transaction.query(previews_sql, organization));
    const auto count = std::min(ids.size(), static_cast<std::size_t>(kept));
    ids.erase(ids.begin(), ids.begin() + static_cast<std::ptrdiff_t>(count));
    return ids;
}

constexpr auto remove_sql = "delete from bulk_upload where id = $1";

void remove(Transaction& transaction, const Uuid& id) {
    transaction.run(remove_sql, id);
}

}  // namespace cartulary::bulk_uploads
