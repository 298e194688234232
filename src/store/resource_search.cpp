#include <algorithm>

#include "store/resource_summary.h"
#include "store/resources.h"

namespace cartulary::resources {

namespace {

std::vector<std::int64_t> numbers_in(Rows rows) {
    std::vector<std::int64_t> numbers;
    while (rows.next()) numbers.push_back(rows.integer(0));
    return numbers;
}

// Letters and digits alone: what else is ASCII is no word, and might be syntax.
bool is_word(std::string_view text) {
    return !text.empty() && std::ranges::all_of(text, [](char c) {
        return (c & 0x80) != 0 || (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z');
    });
}

// In quotes even so.
std::string query_of(Engine engine, std::span<const Word> words) {
    const bool is_sqlite = engine == Engine::sqlite;
    const std::string_view quote = is_sqlite ? "\"" : "'";
    std::string query;
    for (const auto& [text, begins] : words) {
        if (!query.empty()) query += is_sqlite ? " AND " : " & ";
        query.append(quote).append(text).append(quote);
        if (begins) query += is_sqlite ? " *" : ":*";
    }
    return query;
}

}  // namespace

// Only wholes are written with a publisher.
#define ENTRIES_SQL                                                                        \
    "select number, coalesce(part_of, number), id, type, owner, coalesce(publisher, "      \
    "(select whole.publisher from resource whole where whole.number = resource.part_of), " \
    "owner), updated_at, summary from resource "

std::vector<ResourceEntry> entries_in(Rows rows) {
    std::vector<ResourceEntry> entries;
    while (rows.next()) {
        ResourceEntry entry{.number = rows.integer(0),
                            .resource = rows.integer(1),
                            .ctid = Ctid(rows.uuid(2)),
                            .type = rows.text(3),
                            .owner = static_cast<std::int32_t>(rows.integer(4)),
                            .publisher = static_cast<std::int32_t>(rows.integer(5)),
                            .updated_at = rows.time(6)};
        read_summary(rows.text_view(7), entry);
        entries.push_back(std::move(entry));
    }
    return entries;
}

constexpr auto own_entry_sql = ENTRIES_SQL "where number = $1 and deleted_at is null";
constexpr auto part_entries_sql =
    ENTRIES_SQL "where part_of = $1 and deleted_at is null order by number";

std::vector<ResourceEntry> entries_of(Transaction& transaction, std::int64_t number) {
    auto entries = entries_in(transaction.query(own_entry_sql, number));
    for (auto& part : entries_in(transaction.query(part_entries_sql, number))) {
        entries.push_back(std::move(part));
    }
    return entries;
}

constexpr auto entries_after_sql =
    ENTRIES_SQL "where number > $1 and deleted_at is null order by number limit $2";

std::vector<ResourceEntry> entries_after(Transaction& transaction, std::int64_t after, int count) {
    return entries_in(transaction.query(entries_after_sql, after, count));
}

// Every text has a word once, so that its length is all that a rank could tell, and ranks like
// bm25 look at every text that has a word before they give the first.
constexpr auto with_words_sqlite_sql = R"(
    select number
    from (
        select rowid as number, length(words) as size
        from resource_text where resource_text match $1 limit $2
    )
    order by size, number
    limit $3)";
constexpr auto with_words_postgres_sql = R"(
    select number
    from (
        select resource as number, length(words) as size
        from resource_text where words @@ cast($1 as tsquery) limit $2
    ) found
    order by size, number
    limit $3)";

std::vector<std::int64_t> with_words(Transaction& transaction, std::span<const Word> words,
                                     int count) {
    const bool are_words =
        std::ranges::all_of(words, [](const Word& word) { return is_word(word.text); });
    if (words.empty() || !are_words) return {};
    const auto engine = transaction.engine();
    return numbers_in(transaction.query(
        engine == Engine::sqlite ? with_words_sqlite_sql : with_words_postgres_sql,
        query_of(engine, words), std::max(count, ranked_max), count));
}

constexpr auto is_word_sqlite_sql =
    "select 1 from resource_text where resource_text match $1 limit 1";
constexpr auto is_word_postgres_sql =
    "select 1 from resource_text where words @@ cast($1 as tsquery) limit 1";

bool is_word_of_any(Transaction& transaction, std::string_view word) {
    if (!is_word(word)) return false;
    const auto engine = transaction.engine();
    const Word asked[] = {{std::string(word)}};
    return transaction
        .query(engine == Engine::sqlite ? is_word_sqlite_sql : is_word_postgres_sql,
               query_of(engine, asked))
        .next();
}

constexpr auto referring_sql = R"(
    select distinct resource from resource_reference where target = $1
    order by resource limit $2)";
constexpr auto referring_by_sql = R"(
    select distinct resource from resource_reference
    where target = $1 and (
        property = $3 or
        substr(property, length(property) - length(cast($3 as text))) = '.' || cast($3 as text))
    order by resource limit $2)";

std::vector<std::int64_t> referring(Transaction& transaction, std::string_view property,
                                    std::string_view target, int count) {
    if (property.empty()) return numbers_in(transaction.query(referring_sql, target, count));
    return numbers_in(transaction.query(referring_by_sql, target, count, property));
}

constexpr auto references_sql = R"(
    select property, target from resource_reference where resource = $1
    order by property, target)";

std::vector<ResourceReference> references_of(Transaction& transaction, std::int64_t number) {
    std::vector<ResourceReference> references;
    auto rows = transaction.query(references_sql, number);
    while (rows.next()) references.push_back({rows.text(0), rows.text(1)});
    return references;
}

constexpr auto of_type_sql = R"(
    select number from resource
    where type = $1 and number > $2 and deleted_at is null
    order by number limit $3)";

std::vector<std::int64_t> of_type(Transaction& transaction, std::string_view type,
                                  std::int64_t after, int count) {
    return numbers_in(transaction.query(of_type_sql, type, after, count));
}

}  // namespace cartulary::resources
