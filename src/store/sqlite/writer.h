#pragma once

#include <atomic>
#include <condition_variable>
#include <deque>
#include <exception>
#include <functional>
#include <mutex>
#include <semaphore>
#include <thread>

#include "base/metrics.h"
#include "store/on_connection.h"
#include "store/sqlite/connection.h"

namespace cartulary::sqlite {

using ConnectionTransaction = TransactionOn<Connection, Engine::sqlite>;

// The one thread that writes. Work that waits at the same time shares a commit; each has a
// savepoint of its own, and nobody is answered before the commit is on disk.
class Writer {
public:
    // `release_snapshots` makes idle readers let go of what they still see.
    Writer(const std::filesystem::path& file, std::size_t group_max, Metrics& metrics,
           std::function<void()> release_snapshots);
    ~Writer();
    Writer(const Writer&) = delete;
    Writer& operator=(const Writer&) = delete;

    // Ends the thread, which may still be about a checkpoint after the last caller was answered. No
    // more may be asked of it.
    void stop();

    // Waits for the commit; `work` says whether to keep what it did. Throws what `work` threw.
    void write(const std::function<bool(Transaction&)>& work);

    // Runs `work` on the writing connection between two commits.
    void run_alone(const std::function<void(Connection&)>& work);

    std::uint64_t commits() const { return commits_.load(std::memory_order_acquire); }

private:
    struct Job {
        const std::function<bool(Transaction&)>* work = nullptr;
        const std::function<void(Connection&)>* alone = nullptr;
        std::exception_ptr failure = {};
        std::binary_semaphore done{0};
    };

    void submit(Job& job);
    void run();
    std::deque<Job*> next_group();
    void run_group(const std::deque<Job*>& group);
    bool run_work(Job& job);  // whether its work is kept
    bool run_in_savepoint(Job& job);
    void commit(const std::deque<Job*>& group);
    void run_alone_now(Job& job);

    Connection connection_;
    ConnectionTransaction transaction_;
    std::size_t group_max_;
    std::function<void()> release_snapshots_;
    Counter& commit_count_;
    Counter& work_count_;

    std::atomic<std::uint64_t> commits_{0};
    std::mutex mutex_;
    std::condition_variable work_waits_;
    std::deque<Job*> waiting_;
    bool stopping_ = false;
    std::thread thread_;
};

}  // namespace cartulary::sqlite
