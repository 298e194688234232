#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <unordered_map>
#include <vector>

#include "store/statement.h"

struct sqlite3;
struct sqlite3_stmt;

namespace cartulary::sqlite {

// A statement that stays prepared, with the places of $1, $2 … in it.
struct Prepared {
    std::unique_ptr<sqlite3_stmt, int (*)(sqlite3_stmt*)> statement;
    std::vector<int> places;
};

// A connection for one thread at a time.
class Connection {
public:
    enum class Access { read_only, read_write };

    // Throws Unavailable when the file cannot be opened.
    Connection(const std::filesystem::path& file, Access access);
    ~Connection();
    Connection(const Connection&) = delete;
    Connection& operator=(const Connection&) = delete;

    // `sql` is a constant; what it prepares is kept.
    Rows execute(const char* sql, std::span<const Parameter> parameters);

    // A statement that was put together for this once; nothing of it is kept.
    Rows execute_once(const std::string& sql, std::span<const Parameter> parameters);

    // Several statements, prepared for this once.
    void run_script(const std::string& sql);

    bool in_transaction() const;

    // Pages in the write-ahead log after the last commit of this connection.
    int log_pages() const { return log_pages_; }

    // As much of the log as readers allow goes into the database file.
    void checkpoint();

    sqlite3* handle() { return handle_.get(); }

private:
    Prepared& prepared(const char* sql);
    Prepared prepare(const char* sql, unsigned flags);

    std::unique_ptr<sqlite3, int (*)(sqlite3*)> handle_;
    std::unordered_map<const char*, Prepared> statements_;
    int log_pages_ = 0;
};

}  // namespace cartulary::sqlite
