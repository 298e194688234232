#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "base/result.h"
#include "store/statement.h"

namespace cartulary {

// One transaction of either kind. The nouns' files (store/organizations.h, …) hold the queries.
class Transaction {
public:
    virtual ~Transaction() = default;

    // Runs a statement and gives its rows. `sql` is a constant: its address names the prepared
    // statement. Only one result of the same constant may be open at a time.
    template <class... Values>
    Rows query(const char* sql, const Values&... values) {
        const Parameter parameters[] = {Parameter(values)..., Parameter(nullptr)};
        return execute(sql, {parameters, sizeof...(values)});
    }

    // Runs a statement without rows and gives the number of rows it changed.
    template <class... Values>
    std::int64_t run(const char* sql, const Values&... values) {
        return query(sql, values...).changed();
    }

    // The same for a text that is put together for this once, of constants alone: what a caller
    // said goes into the parameters. It is prepared anew each time.
    Rows query_once(const std::string& sql, std::span<const Parameter> parameters) {
        return execute_once(sql, parameters);
    }

    virtual Engine engine() const = 0;

protected:
    virtual Rows execute(const char* sql, std::span<const Parameter> parameters) = 0;
    virtual Rows execute_once(const std::string& sql, std::span<const Parameter> parameters) = 0;
};

// Where everything is kept. Every promise here is a contract test that runs on each database.
class Store {
public:
    virtual ~Store() = default;

    // Runs `work` on what was committed when it began; never waits for a writer. What `work`
    // throws goes on to the caller.
    template <class Work>
    auto read(Work&& work) {
        using Returned = std::invoke_result_t<Work&, Transaction&>;
        std::optional<Returned> outcome;
        run_read([&](Transaction& transaction) { outcome.emplace(work(transaction)); });
        return *std::move(outcome);
    }

    // Runs `work`, which gives a Result. When that is a value, everything `work` did is on disk
    // before this returns; when it is an error, or `work` throws, nothing of it is kept and no
    // other caller notices. `work` may run more than once and must depend on nothing but what it
    // reads. Throws Unavailable when the database is away or rivals won every time.
    template <class Work>
    auto write(Work&& work) {
        using Returned = std::invoke_result_t<Work&, Transaction&>;
        std::optional<Returned> outcome;
        run_write([&](Transaction& transaction) {
            outcome.emplace(work(transaction));
            return outcome->has_value();
        });
        return *std::move(outcome);
    }

    virtual Engine engine() const = 0;

    // Throws Unavailable when a read cannot be answered now.
    void check();

    // Grows with every commit of this process: equal counts mean that nothing changed between.
    // Nothing where other processes may commit too.
    virtual std::optional<std::uint64_t> commits() const = 0;

    // A consistent copy of the whole database as one SQLite file, made while others write.
    // invalid: this engine is backed up by its own tools.
    virtual Result<void> copy_to(const std::filesystem::path& file) = 0;

    // What the engine finds wrong with its own files; empty when all is well.
    virtual std::vector<std::string> engine_problems() = 0;

protected:
    virtual void run_read(const std::function<void(Transaction&)>& work) = 0;
    // `work` says whether to keep what it did.
    virtual void run_write(const std::function<bool(Transaction&)>& work) = 0;
};

}  // namespace cartulary
