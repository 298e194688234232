#pragma once

#include <atomic>
#include <condition_variable>
#include <cstddef>
#include <deque>
#include <functional>
#include <memory>
#include <mutex>
#include <thread>
#include <vector>

namespace cartulary::http {

// A fixed number of threads before a bounded queue.
class WorkerPool {
public:
    // How many wait; outlives the pool, for whoever shows it.
    using Waiting = std::shared_ptr<const std::atomic<std::size_t>>;

    WorkerPool(std::size_t threads, std::size_t waiting_max);

    // Waits for what runs; forgets what waits.
    ~WorkerPool();

    // False, and nothing happens, when no thread is free and waiting_max wait already. The work
    // must not throw.
    bool try_submit(std::function<void()> work);

    // Also beyond the bound: for the rest of what was let in before.
    void submit(std::function<void()> work);

    Waiting waiting() const { return waiting_; }

private:
    void push(std::function<void()> work);
    void run();

    const std::size_t waiting_max_;
    std::mutex mutex_;
    std::condition_variable changed_;
    std::deque<std::function<void()>> queue_;
    std::shared_ptr<std::atomic<std::size_t>> waiting_ =
        std::make_shared<std::atomic<std::size_t>>(0);
    std::size_t idle_;
    bool stopping_ = false;
    std::vector<std::jthread> threads_;
};

}  // namespace cartulary::http
