#include "store/resource_index.h"

#include <algorithm>
#include <string_view>
#include <unordered_set>

#include "store/json_rows.h"
#include "store/resources.h"

namespace cartulary::resources {

namespace {

// Each word once, in the order of their first appearance, as many as are kept.
std::string words_once(std::string_view text) {
    std::unordered_set<std::string_view> known;
    std::string words;
    while (!text.empty()) {
        const auto end = std::min(text.find(' '), text.size());
        const auto word = text.substr(0, end);
        text.remove_prefix(std::min(end + 1, text.size()));
        if (word.empty() || word.size() > word_bytes_max || !known.insert(word).second) continue;
        if (words.size() + word.size() >= words_bytes_max) break;
        if (!words.empty()) words += ' ';
        words += word;
    }
    return words;
}

bool is_kept(const ResourceReference& reference) {
    return reference.property.size() <= reference_bytes_max &&
           reference.target.size() <= reference_bytes_max;
}

// --- SQLite: a statement costs little, so each row has its own ----------------------------------

constexpr auto put_words_sqlite_sql =
    "insert or replace into resource_text (rowid, words) values ($1, $2)";
constexpr auto insert_reference_sqlite_sql = R"(
    insert into resource_reference (resource, property, target) values ($1, $2, $3)
    on conflict do nothing)";

void index_in_sqlite(Transaction& transaction, std::span<const IndexedEntry> entries) {
    for (const auto& [number, entry, is_new] : entries) {
        transaction.run(put_words_sqlite_sql, number, words_once(entry->text));
        for (const auto& reference : entry->references) {
            if (!is_kept(reference)) continue;
            transaction.run(insert_reference_sqlite_sql, number, reference.property,
                            reference.target);
        }
    }
}

// --- PostgreSQL: many rows in one statement -----------------------------------------------------

// Not to_tsvector, which has words of its own.
constexpr auto put_words_postgres_sql = R"(
    insert into resource_text (resource, words)
    select resource, array_to_tsvector(string_to_array(words, ' '))
    from json_to_recordset(cast($1 as json)) as given (resource bigint, words text)
    on conflict (resource) do update set words = excluded.words)";
constexpr auto insert_references_postgres_sql = R"(
    insert into resource_reference (resource, property, target)
    select resource, property, target
    from json_to_recordset(cast($1 as json))
        as given (resource bigint, property text, target text)
    on conflict do nothing)";

void index_in_postgres(Transaction& transaction, std::span<const IndexedEntry> entries) {
    const auto sending = [&](const char* sql) {
        return JsonRows(
            [&transaction, sql](const std::string& rows) { transaction.run(sql, rows); });
    };
    auto texts = sending(put_words_postgres_sql);
    auto references = sending(insert_references_postgres_sql);
    for (const auto& [number, entry, is_new] : entries) {
        const auto words = words_once(entry->text);
        texts.add(words.size(), [&, resource = number](json::Writer& row) {
            row.member("resource", resource).member("words", words);
        });
        for (const auto& reference : entry->references) {
            if (!is_kept(reference)) continue;
            references.add(reference.property.size() + reference.target.size(),
                           [&, resource = number](json::Writer& row) {
                               row.member("resource", resource)
                                   .member("property", reference.property)
                                   .member("target", reference.target);
                           });
        }
    }
    texts.flush();
    references.flush();
}

#define FORGET_REFERENCES_SQL "delete from resource_reference where resource "
constexpr auto forget_references_sqlite_sql =
    FORGET_REFERENCES_SQL "in (select value from json_each($1))";
constexpr auto forget_references_postgres_sql =
    FORGET_REFERENCES_SQL "= any (cast($1 as bigint[]))";

void forget_references(Transaction& transaction, std::span<const std::int64_t> numbers) {
    if (numbers.empty()) return;
    const auto engine = transaction.engine();
    transaction.run(
        engine == Engine::sqlite ? forget_references_sqlite_sql : forget_references_postgres_sql,
        list_of(engine, numbers));
}

constexpr auto forget_words_sqlite_sql =
    "delete from resource_text where rowid in (select value from json_each($1))";
constexpr auto forget_words_postgres_sql =
    "delete from resource_text where resource = any (cast($1 as bigint[]))";

}  // namespace

void index(Transaction& transaction, std::span<const IndexedEntry> entries) {
    std::vector<std::int64_t> known;
    for (const auto& entry : entries) {
        if (!entry.is_new) known.push_back(entry.number);
    }
    forget_references(transaction, known);
    if (transaction.engine() == Engine::sqlite) {
        index_in_sqlite(transaction, entries);
    } else {
        index_in_postgres(transaction, entries);
    }
}

void forget_index(Transaction& transaction, std::span<const std::int64_t> numbers) {
    if (numbers.empty()) return;
    forget_references(transaction, numbers);
    const auto engine = transaction.engine();
    transaction.run(engine == Engine::sqlite ? forget_words_sqlite_sql : forget_words_postgres_sql,
                    list_of(engine, numbers));
}

std::string list_of(Engine engine, std::span<const std::int64_t> numbers) {
    const bool is_sqlite = engine == Engine::sqlite;
    std::string list(1, is_sqlite ? '[' : '{');
    for (const auto number : numbers) {
        if (list.size() > 1) list += ',';
        list += std::to_string(number);
    }
    return list += is_sqlite ? ']' : '}';
}

}  // namespace cartulary::resources
