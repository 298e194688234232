#include <gtest/gtest.h>

#include <atomic>
#include <thread>

#include "store/facts.h"
#include "store/sqlite/sqlite_store.h"
#include "testkit/stores.h"

namespace cartulary {

namespace {

// A read that began during a checkpoint keeps its snapshot while nothing is committed, and with it
// the log from being begun anew.
TEST(SqliteLog, does_not_grow_while_somebody_reads_between_the_writes) {
    testkit::TemporaryFolder folder;
    Metrics metrics;
    const auto store = open_sqlite_store({.file = folder.path() / "test.db"}, metrics);
    constexpr std::size_t written_bytes = std::size_t{6} << 20;  // more than a checkpoint waits for
    constexpr int writes = 40;
    const std::string large(written_bytes, 'x');
    std::atomic<bool> done{false};
    std::thread reader([&] {
        while (!done) {
            store->read([](Transaction& transaction) { return facts::find(transaction, "none"); });
            std::this_thread::sleep_for(std::chrono::milliseconds(1));
        }
    });
    for (int i = 0; i < writes; ++i) {
        const auto name = "fact " + std::to_string(i);
        ASSERT_TRUE(store->write([&](Transaction& transaction) -> Result<void> {
            facts::keep_first(transaction, name, large);
            return {};
        }));
        store->read([](Transaction& transaction) { return facts::find(transaction, "none"); });
    }
    done = true;
    reader.join();
    EXPECT_LT(std::filesystem::file_size(folder.path() / "test.db-wal"),
              written_bytes * writes / 2);
}

}  // namespace

}  // namespace cartulary
