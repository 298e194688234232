#include "store/migrations.h"

#include <gtest/gtest.h>

#include "store/on_connection.h"
#include "store/sqlite/connection.h"
#include "testkit/stores.h"

namespace cartulary {

namespace {

class Migrations : public testing::Test {
protected:
    bool has_table(const char* count_sql) {
        auto rows = connection.execute(count_sql, {});
        rows.next();
        return rows.integer(0) == 1;
    }

    static constexpr auto has_first_sql = "select count(*) from sqlite_schema where name = 'first'";
    static constexpr auto has_second_sql =
        "select count(*) from sqlite_schema where name = 'second'";
    static constexpr Migration first{"0001_first", "create table first (\n    a bigint\n);\n"};
    static constexpr Migration second{"0002_second", "create table second (\n    a bigint\n);\n"};

    testkit::TemporaryFolder folder;
    sqlite::Connection connection{folder.path() / "test.db",
                                  sqlite::Connection::Access::read_write};
    MigrationsOn<sqlite::Connection, Engine::sqlite> target{connection};
};

TEST_F(Migrations, apply_what_is_missing_once) {
    migrate(target, {first}, timestamp(0));
    EXPECT_TRUE(has_table(has_first_sql));
    EXPECT_NO_THROW(migrate(target, {first, second}, timestamp(0)));
    EXPECT_TRUE(has_table(has_second_sql));
}

TEST_F(Migrations, refuse_one_that_was_edited_and_change_nothing) {
    migrate(target, {first}, timestamp(0));
    auto edited = first;
    edited.text = "create table first (\n    b bigint\n);\n";
    EXPECT_THROW(migrate(target, {edited, second}, timestamp(0)), MigrationError);
    EXPECT_FALSE(has_table(has_second_sql));
}

TEST_F(Migrations, refuse_a_database_that_a_newer_program_made) {
    migrate(target, {first, second}, timestamp(0));
    EXPECT_THROW(migrate(target, {first}, timestamp(0)), MigrationError);
}

TEST_F(Migrations, leave_no_half_of_one_that_fails) {
    const Migration broken{"0001_broken", "create table first (\n    a bigint\n);\nnonsense;\n"};
    EXPECT_THROW(migrate(target, {broken}, timestamp(0)), DatabaseError);
    EXPECT_FALSE(has_table(has_first_sql));
    EXPECT_NO_THROW(migrate(target, {first}, timestamp(0)));
}

TEST(MigrationText, is_each_engines_own) {
    const auto text =
        "create table a (\n-- sqlite: b any,\n-- postgres: b jsonb,\n    c uuid,\n    d text   "
        "collate \"C\"\n);\n";
    EXPECT_EQ(text_for(Engine::sqlite, text),
              "create table a (\n b any,\n    c text,\n    d text  \n) strict;\n");
    EXPECT_EQ(text_for(Engine::postgres, text),
              "create table a (\n b jsonb,\n    c uuid,\n    d text   collate \"C\"\n);\n");
}

TEST(EmbeddedMigrations, are_in_order_and_each_has_a_text) {
    const auto migrations = embedded_migrations();
    ASSERT_FALSE(migrations.empty());
    for (std::size_t i = 0; i < migrations.size(); ++i) {
        EXPECT_FALSE(migrations[i].text.empty());
        if (i > 0) {
            EXPECT_LT(migrations[i - 1].name, migrations[i].name);
        }
    }
}

}  // namespace

}  // namespace cartulary
