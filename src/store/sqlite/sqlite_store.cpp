#include "store/sqlite/sqlite_store.h"

#include <fcntl.h>
#include <sqlite3.h>
#include <unistd.h>

#include "store/sqlite/readers.h"
#include "store/sqlite/writer.h"

namespace cartulary {

namespace sqlite {

namespace {

std::vector<std::string> first_column(Connection& connection, const char* sql) {
    std::vector<std::string> values;
    auto rows = connection.execute(sql, {});
    while (rows.next()) values.push_back(rows.text(0));
    return values;
}

// SQLite's own check does not look into the index of texts.
void check_texts(Connection& connection, std::vector<std::string>& problems) try {
    connection.run_script("insert into resource_text (resource_text) values ('integrity-check')");
} catch (const DatabaseError& error) {
    problems.push_back(std::string("the index of texts is damaged: ") + error.what());
}

// Copies through the connection that writes, so that what it commits meanwhile is in the copy.
class Copy {
public:
    Copy(Connection& source, const std::filesystem::path& file) {
        // Made first, so that nobody else can read it from its first byte on.
        const int made = ::open(file.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
        if (made < 0) throw Unavailable("cannot make " + file.string() + ": is it there already?");
        ::close(made);
        if (sqlite3_open(file.c_str(), &target_) != SQLITE_OK) {
            throw Unavailable("cannot write " + file.string());
        }
        backup_ = sqlite3_backup_init(target_, "main", source.handle(), "main");
        if (!backup_) throw Unavailable("cannot copy to " + file.string());
    }
    ~Copy() {
        if (backup_) sqlite3_backup_finish(backup_);
        sqlite3_close(target_);
    }
    Copy(const Copy&) = delete;
    Copy& operator=(const Copy&) = delete;

    // Some pages more; false when it is complete.
    bool step() {
        constexpr int pages = 2'000;
        const int code = sqlite3_backup_step(backup_, pages);
        if (code != SQLITE_OK && code != SQLITE_DONE) {
            throw Unavailable(std::string("the copy failed: ") + sqlite3_errstr(code));
        }
        return code == SQLITE_OK;
    }
    void finish() {
        sqlite3_backup_finish(std::exchange(backup_, nullptr));
        if (sqlite3_exec(target_, "pragma journal_mode = delete", nullptr, nullptr, nullptr) !=
            SQLITE_OK) {
            throw Unavailable(std::string("the copy failed: ") + sqlite3_errmsg(target_));
        }
    }

private:
    sqlite3* target_ = nullptr;
    sqlite3_backup* backup_ = nullptr;
};

class SqliteStore final : public Store {
public:
    SqliteStore(const SqliteOptions& options, Metrics& metrics)
        : writer_(options.file, options.commit_group_max, metrics,
                  [this] { readers_.release_snapshots(); }),
          readers_(options.file, [this] { return writer_.commits(); }) {
        writer_.run_alone([](Connection& connection) {
            MigrationsOn<Connection, Engine::sqlite> target(connection);
            migrate(target, embedded_migrations(), system_now());
        });
    }

    // Before the readers end, of whose snapshots a checkpoint disposes; its connection ends last,
    // and empties the log.
    ~SqliteStore() override { writer_.stop(); }
    SqliteStore(const SqliteStore&) = delete;
    SqliteStore& operator=(const SqliteStore&) = delete;

    Engine engine() const override { return Engine::sqlite; }
    std::optional<std::uint64_t> commits() const override { return writer_.commits(); }

    Result<void> copy_to(const std::filesystem::path& file) override {
        std::optional<Copy> copy;
        writer_.run_alone([&](Connection& connection) { copy.emplace(connection, file); });
        bool more = true;
        const auto on_writer = [&](const std::function<void()>& work) {
            writer_.run_alone([&](Connection&) { work(); });
        };
        // Between two steps others write.
        while (more) on_writer([&] { more = copy->step(); });
        on_writer([&] {
            copy->finish();
            copy.reset();
        });
        return {};
    }

    std::vector<std::string> engine_problems() override {
        std::vector<std::string> problems;
        writer_.run_alone([&](Connection& connection) {
            problems = first_column(connection, "pragma integrity_check");
            if (problems == std::vector<std::string>{"ok"}) problems.clear();
            for (const auto& table : first_column(connection, "pragma foreign_key_check")) {
                problems.push_back("a row of " + table + " refers to nothing");
            }
            check_texts(connection, problems);
        });
        return problems;
    }

protected:
    void run_read(const std::function<void(Transaction&)>& work) override { readers_.read(work); }
    void run_write(const std::function<bool(Transaction&)>& work) override { writer_.write(work); }

private:
    Writer writer_;
    Readers readers_;
};

}  // namespace

}  // namespace sqlite

std::unique_ptr<Store> open_sqlite_store(SqliteOptions options, Metrics& metrics) {
    return std::make_unique<sqlite::SqliteStore>(options, metrics);
}

}  // namespace cartulary
