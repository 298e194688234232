#pragma once

#include <gtest/gtest.h>

#include <deque>
#include <string>

#include "store/badge_samples_for_test.h"
#include "store/migrations.h"
#include "store/on_connection.h"
#include "store/sqlite/connection.h"
#include "testkit/stores.h"

// How SQLite goes about the statements of the store.
namespace cartulary {

// Runs every statement, and keeps how SQLite goes about it.
class ExplainedTransaction final : public Transaction {
public:
    ExplainedTransaction() {
        MigrationsOn<sqlite::Connection, Engine::sqlite> target(connection_);
        migrate(target, embedded_migrations(), sample_time(0));
    }
    Engine engine() const override { return Engine::sqlite; }

    // What was explained since it was last asked, a step a line.
    std::string take_plan() { return std::exchange(plan_, {}); }

protected:
    Rows execute(const char* sql, std::span<const Parameter> parameters) override {
        const auto& explain = texts_.emplace_back(std::string("explain query plan ") + sql);
        auto rows = connection_.execute(explain.c_str(), parameters);
        while (rows.next()) plan_ += rows.text(3) + "\n";
        return connection_.execute(sql, parameters);
    }
    Rows execute_once(const std::string& sql, std::span<const Parameter> parameters) override {
        auto rows = connection_.execute_once("explain query plan " + sql, parameters);
        while (rows.next()) plan_ += rows.text(3) + "\n";
        return connection_.execute_once(sql, parameters);
    }

private:
    testkit::TemporaryFolder folder_;
    sqlite::Connection connection_{folder_.path() / "test.db",
                                   sqlite::Connection::Access::read_write};
    std::deque<std::string> texts_;  // stay where they are: the address names the statement
    std::string plan_;
};

class QueryPlans : public testing::Test {
protected:
    // Neither reads a table or an index from end to end, nor sorts.
    void expect_direct(const char* what) { expect_without({"SCAN", "AUTOMATIC", "B-TREE"}, what); }

    // Reads no table or index from end to end, and sorts no more than it gives.
    void expect_found(const char* what) { expect_without({"SCAN organization", "AUTO"}, what); }

    void expect_without(std::initializer_list<std::string_view> slow_steps, const char* what) {
        const auto plan = transaction.take_plan();
        EXPECT_NE(plan, "") << what;
        for (const auto step : slow_steps) {
            EXPECT_EQ(plan.find(step), std::string::npos) << what << ":\n" << plan;
        }
    }

    ExplainedTransaction transaction;
    const Uuid id = sample_id("a");
    const Timestamp now = sample_time(0);
};

}  // namespace cartulary
