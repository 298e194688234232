#pragma once

#include <filesystem>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "base/metrics.h"
#include "store/store.h"

namespace cartulary::testkit {

// A folder of its own for a test, gone with it.
class TemporaryFolder {
public:
    TemporaryFolder();
    ~TemporaryFolder();
    TemporaryFolder(const TemporaryFolder&) = delete;
    TemporaryFolder& operator=(const TemporaryFolder&) = delete;
    const std::filesystem::path& path() const { return path_; }

private:
    std::filesystem::path path_;
};

// An empty store of some kind, with all that it stands on. reopen() ends it and opens what it
// left, as after a restart.
class StoreUnderTest {
public:
    virtual ~StoreUnderTest() = default;
    virtual Store& store() = 0;
    virtual void reopen() = 0;
};

struct StoreKind {
    std::string name;
    std::function<std::unique_ptr<StoreUnderTest>()> open_empty;

    friend std::ostream& operator<<(std::ostream& out, const StoreKind& kind);
};

// SQLite and PostgreSQL; the latter at CARTULARY_TEST_DATABASE, which tests/with_postgres sets.
// Throws when that is not set: no promise is tested on one database alone.
std::vector<StoreKind> store_kinds();

// For tests whose subject is not the store.
std::unique_ptr<StoreUnderTest> sqlite_store();

}  // namespace cartulary::testkit
