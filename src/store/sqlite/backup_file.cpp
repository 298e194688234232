#include "store/sqlite/backup_file.h"

#include "store/sqlite/connection.h"

namespace cartulary::sqlite {

constexpr auto make_table_sql =
    "create table backup_file (name text primary key, content blob not null) strict";
constexpr auto put_sql = "insert into backup_file (name, content) values ($1, $2)";

void put_files(const std::filesystem::path& backup, const Files& files) {
    Connection connection(backup, Connection::Access::read_write);
    connection.run_script("pragma journal_mode = delete; begin");
    connection.run_script(make_table_sql);
    for (const auto& [name, content] : files) {
        const Parameter parameters[] = {name, Blob{content}};
        connection.execute(put_sql, parameters);
    }
    connection.run_script("commit");
}

constexpr auto take_sql = "select name, content from backup_file";

Files take_files(const std::filesystem::path& backup) {
    Connection connection(backup, Connection::Access::read_write);
    connection.run_script("pragma journal_mode = delete");
    Files files;
    {
        auto rows = connection.execute(take_sql, {});
        while (rows.next()) files[rows.text(0)] = rows.blob(1);
    }
    connection.run_script("drop table backup_file");
    return files;
}

}  // namespace cartulary::sqlite
