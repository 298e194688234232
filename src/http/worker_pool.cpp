#include "http/worker_pool.h"

namespace cartulary::http {

WorkerPool::WorkerPool(std::size_t threads, std::size_t waiting_max)
    : waiting_max_(waiting_max), idle_(threads) {
    threads_.reserve(threads);
    for (std::size_t i = 0; i < threads; ++i) threads_.emplace_back([this] { run(); });
}

WorkerPool::~WorkerPool() {
    std::deque<std::function<void()>> forgotten;
    {
        const std::lock_guard lock(mutex_);
        stopping_ = true;
        forgotten.swap(queue_);
    }
    changed_.notify_all();
    threads_.clear();  // joins
}

bool WorkerPool::try_submit(std::function<void()> work) {
    {
        const std::lock_guard lock(mutex_);
        if (queue_.size() >= idle_ + waiting_max_) return false;
        push(std::move(work));
    }
    changed_.notify_one();
    return true;
}

void WorkerPool::submit(std::function<void()> work) {
    {
        const std::lock_guard lock(mutex_);
        push(std::move(work));
    }
    changed_.notify_one();
}

void WorkerPool::push(std::function<void()> work) {
    queue_.push_back(std::move(work));
    waiting_->store(queue_.size(), std::memory_order_relaxed);
}

// A thread counts as idle from before it waits until it has taken its work.
void WorkerPool::run() {
    std::unique_lock lock(mutex_);
    for (;;) {
        changed_.wait(lock, [this] { return stopping_ || !queue_.empty(); });
        if (stopping_) return;
        auto work = std::move(queue_.front());
        queue_.pop_front();
        waiting_->store(queue_.size(), std::memory_order_relaxed);
        --idle_;
        lock.unlock();
        work();
        work = nullptr;
        lock.lock();
        ++idle_;
    }
}

}  // namespace cartulary::http
