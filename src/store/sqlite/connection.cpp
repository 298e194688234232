#include "store/sqlite/connection.h"

#include <sqlite3.h>

#include "base/error.h"

namespace cartulary::sqlite {

namespace {

[[noreturn]] void fail_with(int code, sqlite3* handle) {
    const std::string message =
        std::string("SQLite: ") + (handle ? sqlite3_errmsg(handle) : sqlite3_errstr(code));
    switch (code & 0xFF) {
        case SQLITE_FULL:
        case SQLITE_IOERR:
        case SQLITE_CANTOPEN:
        case SQLITE_BUSY: throw Unavailable(message);
        default: throw DatabaseError(message);
    }
}

void check(int code, sqlite3* handle) {
    if (code != SQLITE_OK && code != SQLITE_ROW && code != SQLITE_DONE) fail_with(code, handle);
}

using StatementOwner = decltype(Prepared::statement);

StatementOwner no_statement() {
    return {nullptr, sqlite3_finalize};
}

class StatementRows final : public Rows::Source {
public:
    // `owned` ends with the rows, for a statement that nobody else keeps.
    StatementRows(sqlite3* handle, sqlite3_stmt* statement, StatementOwner owned = no_statement())
        : handle_(handle), statement_(statement), owned_(std::move(owned)) {
        // The first step does all that the statement does, so that an unread result is not an
        // undone one.
        state_ = sqlite3_step(statement_);
        changed_ = sqlite3_changes64(handle_);
        if (state_ != SQLITE_ROW && state_ != SQLITE_DONE) {
            sqlite3_reset(statement_);
            fail_with(state_, handle_);
        }
    }
    ~StatementRows() override {
        sqlite3_reset(statement_);
        sqlite3_clear_bindings(statement_);
    }
    StatementRows(const StatementRows&) = delete;
    StatementRows& operator=(const StatementRows&) = delete;

    bool next() override {
        if (state_ != SQLITE_ROW) return false;
        if (first_) {
            first_ = false;
            return true;
        }
        state_ = sqlite3_step(statement_);
        check(state_, handle_);
        return state_ == SQLITE_ROW;
    }
    std::string_view text(int column) const override {
        const auto* bytes = sqlite3_column_text(statement_, column);
        const auto size = static_cast<std::size_t>(sqlite3_column_bytes(statement_, column));
        return {reinterpret_cast<const char*>(bytes), bytes ? size : 0};
    }
    std::int64_t integer(int column) const override {
        return sqlite3_column_int64(statement_, column);
    }
    bool is_null(int column) const override {
        return sqlite3_column_type(statement_, column) == SQLITE_NULL;
    }
    std::string blob(int column) const override {
        const auto* bytes = static_cast<const char*>(sqlite3_column_blob(statement_, column));
        const auto size = static_cast<std::size_t>(sqlite3_column_bytes(statement_, column));
        return bytes ? std::string(bytes, size) : std::string();
    }
    std::int64_t changed() override { return changed_; }

private:
    sqlite3* handle_;
    sqlite3_stmt* statement_;
    StatementOwner owned_;  // destroyed after it was reset
    int state_;
    bool first_ = true;
    std::int64_t changed_;
};

int bind(sqlite3_stmt* statement, int place, const Parameter& parameter) {
    const auto text = parameter.text();
    switch (parameter.type()) {
        case Parameter::Type::null: return sqlite3_bind_null(statement, place);
        case Parameter::Type::integer:
            return sqlite3_bind_int64(statement, place, parameter.integer());
        case Parameter::Type::text:
            return sqlite3_bind_text64(statement, place, text.data() ? text.data() : "",
                                       text.size(), SQLITE_TRANSIENT, SQLITE_UTF8);
        case Parameter::Type::blob:
            return sqlite3_bind_blob64(statement, place, text.data() ? text.data() : "",
                                       text.size(), SQLITE_TRANSIENT);
    }
    __builtin_unreachable();
}

void bind_all(sqlite3* handle, const Prepared& prepared, std::span<const Parameter> parameters,
              const char* sql) {
    if (prepared.places.size() != parameters.size()) {
        throw DatabaseError(std::string("the number of parameters is wrong for: ") + sql);
    }
    for (std::size_t i = 0; i < parameters.size(); ++i) {
        check(bind(prepared.statement.get(), prepared.places[i], parameters[i]), handle);
    }
}

// What a statement needs to be undone stays in memory up to this size. Once it does not, the rest
// of the transaction writes a copy of each page that changes into a file. SQLite cannot move more
// than this there: it writes no 128 KiB at once, and takes that for a full disk.
void keep_statement_journals_in_memory() {
    constexpr int bytes = 131'071;
    static const int once = sqlite3_config(SQLITE_CONFIG_STMTJRNL_SPILL, bytes);
    static_cast<void>(once);
}

}  // namespace

Connection::Connection(const std::filesystem::path& file, Access access)
    : handle_(nullptr, sqlite3_close) {
    keep_statement_journals_in_memory();
    const int flags = access == Access::read_write ? SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE
                                                   : SQLITE_OPEN_READONLY;
    sqlite3* handle = nullptr;
    const int code = sqlite3_open_v2(file.c_str(), &handle, flags | SQLITE_OPEN_NOMUTEX, nullptr);
    handle_.reset(handle);
    if (code != SQLITE_OK) fail_with(code, handle);
    sqlite3_extended_result_codes(handle, 1);
    sqlite3_busy_timeout(handle, 5'000);
    if (access == Access::read_only) {
        // No memory map: it would be made anew after every checkpoint, and each of its pages be
        // faulted in again, which costs reads beside writes more than it saves reads alone.
        // A small cache: each of many threads has one, and the system keeps the file's pages for
        // all.
        run_script("pragma cache_size = -2000;");
        return;
    }
    // Nobody but this connection commits or checkpoints: see the corruption bug of SQLite's
    // write-ahead log that was mended in 3.51.3.
    run_script(
        "pragma journal_mode = wal; pragma synchronous = full; pragma foreign_keys = on;"
        "pragma wal_autocheckpoint = 0; pragma cache_size = -64000;"
        "pragma journal_size_limit = 67108864;");
    sqlite3_wal_hook(
        handle,
        [](void* self, sqlite3*, const char*, int pages) {
            static_cast<Connection*>(self)->log_pages_ = pages;
            return SQLITE_OK;
        },
        this);
}

Connection::~Connection() = default;

Prepared Connection::prepare(const char* sql, unsigned flags) {
    sqlite3_stmt* statement = nullptr;
    check(sqlite3_prepare_v3(handle_.get(), sql, -1, flags, &statement, nullptr), handle_.get());
    Prepared fresh{{statement, sqlite3_finalize}, {}};
    // `$1` is a name to SQLite, numbered by its first appearance.
    for (int i = 1; i <= sqlite3_bind_parameter_count(statement); ++i) {
        fresh.places.push_back(
            sqlite3_bind_parameter_index(statement, ("$" + std::to_string(i)).c_str()));
    }
    return fresh;
}

Prepared& Connection::prepared(const char* sql) {
    if (const auto found = statements_.find(sql); found != statements_.end()) return found->second;
    return statements_.emplace(sql, prepare(sql, SQLITE_PREPARE_PERSISTENT)).first->second;
}

Rows Connection::execute(const char* sql, std::span<const Parameter> parameters) {
    auto& statement = prepared(sql);
    if (sqlite3_stmt_busy(statement.statement.get()) != 0) {
        throw DatabaseError(std::string("its rows are still being read: ") + sql);
    }
    bind_all(handle_.get(), statement, parameters, sql);
    return Rows(std::make_unique<StatementRows>(handle_.get(), statement.statement.get()));
}

Rows Connection::execute_once(const std::string& sql, std::span<const Parameter> parameters) {
    auto statement = prepare(sql.c_str(), 0);
    bind_all(handle_.get(), statement, parameters, sql.c_str());
    auto* raw = statement.statement.get();
    return Rows(
        std::make_unique<StatementRows>(handle_.get(), raw, std::move(statement.statement)));
}

void Connection::run_script(const std::string& sql) {
    check(sqlite3_exec(handle_.get(), sql.c_str(), nullptr, nullptr, nullptr), handle_.get());
}

bool Connection::in_transaction() const {
    return sqlite3_get_autocommit(handle_.get()) == 0;
}

void Connection::checkpoint() {
    // A log that readers still need is no failure: the next checkpoint goes on.
    sqlite3_wal_checkpoint_v2(handle_.get(), nullptr, SQLITE_CHECKPOINT_PASSIVE, nullptr, nullptr);
}

}  // namespace cartulary::sqlite
