#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/time.h"
#include "store/statement.h"

namespace cartulary {

struct Migration {
    std::string_view name;  // "0001_foundation"
    std::string_view text;  // of migrations/<name>.sql
};

// Those of the project's migrations/ folder, in order.
std::vector<Migration> embedded_migrations();

// The part of a migration that one engine runs.
std::string text_for(Engine engine, std::string_view migration);

// What a driver must be able to do to migrate.
class MigrationTarget {
public:
    virtual ~MigrationTarget() = default;
    virtual void run_script(const std::string& sql) = 0;
    virtual Rows run_statement(const char* sql, std::span<const Parameter> parameters) = 0;
    virtual Engine engine() const = 0;
};

// Applies what the database lacks, each migration in a transaction of its own. Throws
// MigrationError, and changes nothing, when an applied migration has been edited since or is
// unknown to this program (the database is newer).
void migrate(MigrationTarget& target, const std::vector<Migration>& migrations, Timestamp now);

struct MigrationError : std::runtime_error {
    using std::runtime_error::runtime_error;
};

}  // namespace cartulary
