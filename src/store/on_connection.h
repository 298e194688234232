#pragma once

#include <span>
#include <string>

#include "store/migrations.h"
#include "store/store.h"

// What both drivers do alike, over a connection that can execute() and run_script().
namespace cartulary {

template <class Connection, Engine own_engine>
class TransactionOn final : public Transaction {
public:
    explicit TransactionOn(Connection& connection) : connection_(connection) {}
    Engine engine() const override { return own_engine; }

protected:
    Rows execute(const char* sql, std::span<const Parameter> parameters) override {
        return connection_.execute(sql, parameters);
    }
    Rows execute_once(const std::string& sql, std::span<const Parameter> parameters) override {
        return connection_.execute_once(sql, parameters);
    }

private:
    Connection& connection_;
};

template <class Connection, Engine own_engine>
class MigrationsOn final : public MigrationTarget {
public:
    explicit MigrationsOn(Connection& connection) : connection_(connection) {}
    void run_script(const std::string& sql) override { connection_.run_script(sql); }
    Rows run_statement(const char* sql, std::span<const Parameter> parameters) override {
        return connection_.execute(sql, parameters);
    }
    Engine engine() const override { return own_engine; }

private:
    Connection& connection_;
};

}  // namespace cartulary
