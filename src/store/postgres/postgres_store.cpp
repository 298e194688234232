#include "store/postgres/postgres_store.h"

#include <random>
#include <thread>

#include "store/changes.h"
#include "store/on_connection.h"
#include "store/postgres/pool.h"

namespace cartulary {

namespace postgres {

namespace {

constexpr int tries_max = 12;

using ConnectionTransaction = TransactionOn<Connection, Engine::postgres>;

void migrate_locked(Connection& connection) {
    MigrationsOn<Connection, Engine::postgres> target(connection);
    migrate(target, embedded_migrations(), system_now());
    connection.execute(changes::go_on_postgres_sql, {});
    connection.run_script("select pg_advisory_unlock(7203640)");
}

// Rolls back unless told to commit. A broken connection has nothing left to roll back.
class Scope {
public:
    explicit Scope(Connection& begun) : connection_(begun) {}
    ~Scope() {
        if (ended_ || connection_.is_broken()) return;
        try {
            connection_.run_script("rollback");
        } catch (const std::exception&) {
            // The connection broke just now; the server rolls back by itself.
        }
    }
    Scope(const Scope&) = delete;
    Scope& operator=(const Scope&) = delete;
    void commit() {
        connection_.execute("commit", {});
        ended_ = true;
    }

private:
    Connection& connection_;
    bool ended_ = false;
};

// Longer with every try and never the same, so that two rivals do not meet again.
void wait_before_try(int number) {
    thread_local std::minstd_rand dice{std::random_device{}()};
    const int most_us = 500 << std::min(number, 8);
    std::this_thread::sleep_for(
        std::chrono::microseconds(std::uniform_int_distribution<>(0, most_us)(dice)));
}

class PostgresStore final : public Store {
public:
    PostgresStore(PostgresOptions options, Metrics& metrics)
        : pool_(std::move(options.address), options.connections_max),
          commit_count_(metrics.counter("cartulary_store_commits_total", "Commits to disk.")),
          retry_count_(metrics.counter("cartulary_store_retries_total",
                                       "Transactions run again because of a rival.")) {
        Pool::Loan loan(pool_, "select pg_advisory_lock(7203640)");
        migrate_locked(loan.connection());
    }

    Engine engine() const override { return Engine::postgres; }
    std::optional<std::uint64_t> commits() const override { return std::nullopt; }

    Result<void> copy_to(const std::filesystem::path&) override {
        return fail(ErrorKind::invalid,
                    "a PostgreSQL database is backed up by its own tools: pg_dump for a copy, "
                    "continuous archiving for a point in time");
    }
    std::vector<std::string> engine_problems() override { return {}; }

protected:
    void run_read(const std::function<void(Transaction&)>& work) override {
        Pool::Loan loan(pool_, "begin isolation level repeatable read read only");
        Scope scope(loan.connection());
        ConnectionTransaction transaction(loan.connection());
        work(transaction);
        scope.commit();
    }

    void run_write(const std::function<bool(Transaction&)>& work) override {
        for (int number = 1;; ++number) {
            try {
                write_once(work);
                return;
            } catch (const Rivalry& rivalry) {
                if (number == tries_max) throw Unavailable(rivalry.what());
            }
            retry_count_.add();
            wait_before_try(number);
        }
    }

private:
    void write_once(const std::function<bool(Transaction&)>& work) {
        Pool::Loan loan(pool_, "begin");
        Scope scope(loan.connection());
        ConnectionTransaction transaction(loan.connection());
        if (!work(transaction)) return;
        scope.commit();
        commit_count_.add();
    }

    Pool pool_;
    Counter& commit_count_;
    Counter& retry_count_;
};

}  // namespace

}  // namespace postgres

std::unique_ptr<Store> open_postgres_store(PostgresOptions options, Metrics& metrics) {
    return std::make_unique<postgres::PostgresStore>(std::move(options), metrics);
}

}  // namespace cartulary
