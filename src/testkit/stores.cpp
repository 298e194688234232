#include "testkit/stores.h"

#include <unistd.h>

#include <atomic>
#include <cstdlib>
#include <ostream>

#include "store/postgres/connection.h"
#include "store/postgres/postgres_store.h"
#include "store/sqlite/sqlite_store.h"

namespace cartulary::testkit {

namespace {

class SqliteUnderTest final : public StoreUnderTest {
public:
    SqliteUnderTest() { open(); }
    Store& store() override { return *store_; }
    void reopen() override {
        store_.reset();
        open();
    }

private:
    void open() { store_ = open_sqlite_store({.file = folder_.path() / "test.db"}, metrics_); }

    TemporaryFolder folder_;
    Metrics metrics_;
    std::unique_ptr<Store> store_;
};

std::string postgres_address() {
    const char* address = std::getenv("CARTULARY_TEST_DATABASE");
    if (!address) {
        throw std::runtime_error(
            "CARTULARY_TEST_DATABASE is not set: run the tests through tests/with_postgres");
    }
    return address;
}

// A schema of its own in the one test database.
class PostgresUnderTest final : public StoreUnderTest {
public:
    PostgresUnderTest() {
        static std::atomic<int> schemas{0};
        schema_ = "test_" + std::to_string(::getpid()) + "_" + std::to_string(++schemas);
        postgres::Connection(postgres_address()).run_script("create schema " + schema_);
        open();
    }
    ~PostgresUnderTest() override {
        store_.reset();
        postgres::Connection(postgres_address()).run_script("drop schema " + schema_ + " cascade");
    }
    PostgresUnderTest(const PostgresUnderTest&) = delete;
    PostgresUnderTest& operator=(const PostgresUnderTest&) = delete;
    Store& store() override { return *store_; }
    void reopen() override {
        store_.reset();
        open();
    }

private:
    void open() {
        const auto address = postgres_address();
        const auto* joint = address.find('?') == std::string::npos ? "?" : "&";
        store_ = open_postgres_store(
            {.address = address + joint + "options=-csearch_path%3D" + schema_}, metrics_);
    }

    std::string schema_;
    Metrics metrics_;
    std::unique_ptr<Store> store_;
};

}  // namespace

TemporaryFolder::TemporaryFolder() {
    std::string name = std::filesystem::temp_directory_path() / "cartulary-XXXXXX";
    if (!mkdtemp(name.data())) throw std::runtime_error("no temporary folder");
    path_ = name;
}

TemporaryFolder::~TemporaryFolder() {
    std::error_code ignored;
    std::filesystem::remove_all(path_, ignored);
}

std::ostream& operator<<(std::ostream& out, const StoreKind& kind) {
    return out << kind.name;
}

std::vector<StoreKind> store_kinds() {
    return {{"sqlite", [] { return std::make_unique<SqliteUnderTest>(); }},
            {"postgres", [] { return std::make_unique<PostgresUnderTest>(); }}};
}

std::unique_ptr<StoreUnderTest> sqlite_store() {
    return std::make_unique<SqliteUnderTest>();
}

}  // namespace cartulary::testkit
