#include "store/bulk_rows.h"

#include "store/json_rows.h"
#include "store/stored_json.h"

namespace cartulary::bulk_rows {

namespace {

constexpr int forgotten_at_once = 5'000;  // so that no other writer waits for long

std::string text_of(const std::vector<std::string>& cells) {
    json::Writer writer;
    writer.begin_array();
    for (const auto& cell : cells) writer.value(cell);
    writer.end_array();
    return writer.take();
}

std::string text_of(const std::vector<BulkProblem>& problems) {
    if (problems.empty()) return "";
    json::Writer writer;
    writer.begin_array();
    for (const auto& [column, text] : problems) {
        writer.begin_object().member("column", column).member("text", text).end_object();
    }
    writer.end_array();
    return writer.take();
}

std::vector<std::string> cells_of(std::string_view text) {
    const auto parsed = stored::parsed(text);
    std::vector<std::string> cells;
    for (const auto& cell : stored::array_in(&parsed)) cells.push_back(stored::text_in(&cell));
    return cells;
}

std::vector<BulkProblem> problems_of(std::string_view text) {
    if (text.empty()) return {};
    const auto parsed = stored::parsed(text);
    std::vector<BulkProblem> problems;
    for (const auto& problem : stored::array_in(&parsed)) {
        problems.push_back({stored::integer_in(&stored::part_of(problem, "column")),
                            stored::text_in(&stored::part_of(problem, "text"))});
    }
    return problems;
}

#define BULK_ROWS_SQL \
    "select bulk_row.row, bulk_row.thing, bulk_row.cells, bulk_row.problems from bulk_row "

BulkRow row_in(const Rows& row) {
    return {.row = row.integer(0),
            .thing = row.optional_integer(1),
            .cells = cells_of(row.text_view(2)),
            .problems = problems_of(row.text_view(3))};
}

std::vector<BulkRow> rows_in(Rows rows) {
    std::vector<BulkRow> all;
    while (rows.next()) all.push_back(row_in(rows));
    return all;
}

}  // namespace

// --- rows ---------------------------------------------------------------------------------------

constexpr auto insert_row_sqlite_sql =
    "insert into bulk_row (upload, row, thing, cells, problems) values ($1, $2, $3, $4, $5)";
constexpr auto insert_rows_postgres_sql = R"(
    insert into bulk_row (upload, row, thing, cells, problems)
    select cast($2 as uuid), row, thing, cells, problems
    from json_to_recordset(cast($1 as json))
        as given (row bigint, thing bigint, cells text, problems text))";

void insert(Transaction& transaction, const Uuid& upload, std::span<const BulkRow> rows) {
    if (transaction.engine() == Engine::sqlite) {
        for (const auto& row : rows) {
            transaction.run(insert_row_sqlite_sql, upload, row.row, row.thing, text_of(row.cells),
                            text_of(row.problems));
        }
        return;
    }
    JsonRows batch([&](const std::string& given) {
        transaction.run(insert_rows_postgres_sql, given, upload);
    });
    for (const auto& row : rows) {
        const auto cells = text_of(row.cells);
        batch.add(cells.size(), [&](json::Writer& writer) {
            writer.member("row", row.row).key("thing");
            row.thing ? writer.value(*row.thing) : writer.value(nullptr);
            writer.member("cells", cells).member("problems", text_of(row.problems));
        });
    }
    batch.flush();
}

constexpr auto set_problems_sql =
    "update bulk_row set problems = $3 where upload = $1 and row = $2";

void set_problems(Transaction& transaction, const Uuid& upload, const BulkRow& row) {
    transaction.run(set_problems_sql, upload, row.row, text_of(row.problems));
}

constexpr auto of_things_sql = BULK_ROWS_SQL R"(
    where upload = $1 and thing >= $2 and thing <= $3 order by thing, row)";

std::vector<BulkRow> of_things(Transaction& transaction, const Uuid& upload, std::int64_t first,
                               std::int64_t last) {
    return rows_in(transaction.query(of_things_sql, upload, first, last));
}

#define JUDGED_SQL                                                                  \
    "select bulk_row.row, bulk_row.thing, bulk_row.cells, bulk_row.problems, "      \
    "bulk_thing.outcome from bulk_row left join bulk_thing "                        \
    "on bulk_thing.upload = bulk_row.upload and bulk_thing.thing = bulk_row.thing " \
    "where bulk_row.upload = $1 "
constexpr auto list_sql = JUDGED_SQL "order by bulk_row.row limit $2 offset $3";
constexpr auto list_with_problems_sql =
    JUDGED_SQL "and bulk_row.problems <> '' order by bulk_row.row limit $2 offset $3";
constexpr auto count_sql = "select count(*) from bulk_row where upload = $1";
constexpr auto count_with_problems_sql =
    "select count(*) from bulk_row where upload = $1 and problems <> ''";

Page<Judged> list(Transaction& transaction, const Uuid& upload, bool with_problems,
                  const Slice& slice) {
    Page<Judged> page;
    {
        auto rows = transaction.query(with_problems ? list_with_problems_sql : list_sql, upload,
                                      slice.count, slice.offset);
        while (rows.next()) {
            page.items.push_back({row_in(rows), parse_bulk_outcome(rows.text_view(4))});
        }
    }
    auto count = transaction.query(with_problems ? count_with_problems_sql : count_sql, upload);
    count.next();
    page.total = count.integer(0);
    return page;
}

constexpr auto with_problems_after_sql = BULK_ROWS_SQL R"(
    where upload = $1 and problems <> '' and row > $2 order by row limit $3)";

std::vector<BulkRow> with_problems_after(Transaction& transaction, const Uuid& upload,
                                         std::int64_t row, int count) {
    return rows_in(transaction.query(with_problems_after_sql, upload, row, count));
}

// --- things -------------------------------------------------------------------------------------

constexpr auto insert_thing_sqlite_sql = R"(
    insert into bulk_thing (upload, thing, id, outcome, type, external_identifier, name, name_words,
        entry, problem_count, base_version)
    values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11))";
constexpr auto insert_things_postgres_sql = R"(
    insert into bulk_thing (upload, thing, id, outcome, type, external_identifier, name, name_words,
        entry, problem_count, base_version)
    select cast($2 as uuid), thing, id, outcome, type, external_identifier, name, name_words, entry,
        problem_count, base_version
    from json_to_recordset(cast($1 as json))
        as given (thing bigint, id uuid, outcome text, type text, external_identifier text,
            name text, name_words text, entry text, problem_count bigint, base_version bigint))";

void insert(Transaction& transaction, const Uuid& upload, std::span<const BulkThing> things) {
    if (transaction.engine() == Engine::sqlite) {
        for (const auto& thing : things) {
            transaction.run(insert_thing_sqlite_sql, upload, thing.thing, thing.id,
                            name_of(thing.outcome), thing.type, thing.external_identifier,
                            thing.name, thing.words, thing.entry, thing.problem_count,
                            thing.base_version);
        }
        return;
    }
    JsonRows batch([&](const std::string& given) {
        transaction.run(insert_things_postgres_sql, given, upload);
    });
    for (const auto& thing : things) {
        batch.add(thing.entry.size() + thing.name.size(), [&](json::Writer& writer) {
            writer.member("thing", thing.thing)
                .member("id", thing.id.text())
                .member("outcome", name_of(thing.outcome))
                .member("type", thing.type)
                .member("external_identifier", thing.external_identifier)
                .member("name", thing.name)
                .member("name_words", thing.words)
                .member("entry", thing.entry)
                .member("problem_count", thing.problem_count)
                .member("base_version", thing.base_version);
        });
    }
    batch.flush();
}

// --- forgetting ---------------------------------------------------------------------------------

constexpr auto forget_file_sql = "delete from bulk_file where upload = $1";

void forget_file(Transaction& transaction, const Uuid& upload) {
    transaction.run(forget_file_sql, upload);
}

constexpr auto forget_rows_sql = R"(
    delete from bulk_row where upload = $1 and row in (
        select row from bulk_row
        where upload = $1 and (problems = '' or cast($2 as bigint) = 0) order by row limit $3))";

constexpr auto forget_things_sql = R"(
    delete from bulk_thing where upload = $1 and thing in (
        select thing from bulk_thing
        where upload = $1 and (outcome <> 'failed' or cast($2 as bigint) = 0)
        order by thing limit $3))";

bool forget_some(Transaction& transaction, const Uuid& upload, Kept kept) {
    if (kept != Kept::file) forget_file(transaction, upload);
    const bool but_problems = kept == Kept::problems;
    if (transaction.run(forget_rows_sql, upload, but_problems, forgotten_at_once) > 0) return true;
    return transaction.run(forget_things_sql, upload, but_problems, forgotten_at_once) > 0;
}

}  // namespace cartulary::bulk_rows
