#include "store/migrations.h"

#include <algorithm>
#include <array>
#include <map>

#include "base/log.h"
#include "base/secrets.h"

namespace cartulary {

namespace {

constexpr auto create_table_sql = R"(
    create table if not exists migration (
        name       text   primary key,
        digest     text   not null,
        applied_at bigint not null
    ))";

constexpr auto applied_sql = "select name, digest from migration order by name";
constexpr auto insert_sql = "insert into migration (name, digest, applied_at) values ($1, $2, $3)";

void replace_all(std::string& text, std::string_view from, std::string_view to) {
    for (auto at = text.find(from); at != std::string::npos; at = text.find(from, at + to.size())) {
        text.replace(at, from.size(), to);
    }
}

std::string as_sqlite_reads_it(std::string text) {
    constexpr std::array<std::pair<std::string_view, std::string_view>, 5> words{{
        {" bigint", " integer"},
        {" uuid", " text"},
        {" bytea", " blob"},
        {" collate \"C\"", ""},  // its own order already
        {"\n);", "\n) strict;"},
    }};
    for (const auto& [from, to] : words) replace_all(text, from, to);
    return text;
}

std::map<std::string, std::string> applied(MigrationTarget& target) {
    std::map<std::string, std::string> digests;
    auto rows = target.run_statement(applied_sql, {});
    while (rows.next()) digests[rows.text(0)] = rows.text(1);
    return digests;
}

void refuse_unknown(const std::map<std::string, std::string>& done,
                    const std::vector<Migration>& migrations) {
    for (const auto& [name, recorded] : done) {
        const bool known = std::ranges::any_of(
            migrations, [&](const Migration& migration) { return migration.name == name; });
        if (!known) {
            throw MigrationError("the database has the migration " + name +
                                 ", which this program does not know: run a newer cartulary");
        }
    }
}

void apply(MigrationTarget& target, const Migration& migration, Timestamp now) {
    target.run_script("begin");
    try {
        target.run_script(text_for(target.engine(), migration.text));
        const auto own_digest = digest(migration.text);
        const Parameter parameters[] = {migration.name, own_digest, now};
        target.run_statement(insert_sql, parameters);
        target.run_script("commit");
    } catch (...) {
        target.run_script("rollback");
        throw;
    }
    log::info("migrated", {{"name", migration.name}});
}

}  // namespace

std::string text_for(Engine engine, std::string_view migration) {
    constexpr std::string_view sqlite_mark = "-- sqlite:";
    constexpr std::string_view postgres_mark = "-- postgres:";
    const auto own_mark = engine == Engine::sqlite ? sqlite_mark : postgres_mark;
    const auto other_mark = engine == Engine::sqlite ? postgres_mark : sqlite_mark;
    std::string text;
    while (!migration.empty()) {
        auto line = migration.substr(0, migration.find('\n'));
        migration.remove_prefix(std::min(migration.size(), line.size() + 1));
        if (line.starts_with(other_mark)) continue;
        if (line.starts_with(own_mark)) line.remove_prefix(own_mark.size());
        text += line;
        text += '\n';
    }
    return engine == Engine::sqlite ? as_sqlite_reads_it(std::move(text)) : text;
}

void migrate(MigrationTarget& target, const std::vector<Migration>& migrations, Timestamp now) {
    target.run_script(create_table_sql);
    const auto done = applied(target);
    refuse_unknown(done, migrations);
    for (const auto& migration : migrations) {
        const auto found = done.find(std::string(migration.name));
        if (found != done.end() && found->second != digest(migration.text)) {
            throw MigrationError("the migration " + std::string(migration.name) +
                                 " was edited after it had been applied: restore its text, and "
                                 "put the change into a new migration");
        }
    }
    for (const auto& migration : migrations) {
        if (!done.contains(std::string(migration.name))) apply(target, migration, now);
    }
}

}  // namespace cartulary
