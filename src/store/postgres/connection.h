#pragma once

#include <memory>
#include <string>
#include <unordered_map>

#include "store/statement.h"

struct pg_conn;

namespace cartulary::postgres {

// The database refused a statement for what rivals did at the same time; trying again may help.
struct Rivalry : std::runtime_error {
    using std::runtime_error::runtime_error;
};

// A connection for one thread at a time. Once is_broken() it is of no more use.
class Connection {
public:
    // Throws Unavailable when the server does not answer within `connect_timeout_s` seconds.
    explicit Connection(const std::string& address);

    // `sql` is a constant; what it prepares is kept on the server. Throws Unavailable when the
    // connection is lost, Rivalry on a serialization failure or a deadlock.
    Rows execute(const char* sql, std::span<const Parameter> parameters);

    // A statement that was put together for this once; nothing of it is kept.
    Rows execute_once(const std::string& sql, std::span<const Parameter> parameters);

    // Several statements, prepared for this once.
    void run_script(const std::string& sql);

    bool is_broken() const;

private:
    const std::string& prepared(const char* sql);

    std::unique_ptr<pg_conn, void (*)(pg_conn*)> handle_;
    std::unordered_map<const char*, std::string> statements_;
};

}  // namespace cartulary::postgres
