#include "app/import/ordered_workers.h"

#include <algorithm>
#include <utility>

namespace cartulary::import {

OrderedWorkers::OrderedWorkers(std::size_t threads, std::size_t weight_max)
    : weight_max_(weight_max), queues_(threads) {
    for (auto& queue : queues_) threads_.emplace_back([this, &queue] { work(queue); });
}

OrderedWorkers::~OrderedWorkers() {
    {
        const std::lock_guard lock(mutex_);
        is_ending_ = true;
    }
    changed_.notify_all();
    for (auto& thread : threads_) thread.join();
}

void OrderedWorkers::give(std::size_t key, std::size_t weight, std::function<void()> work) {
    weight = std::max<std::size_t>(weight, 1);
    {
        std::unique_lock lock(mutex_);
        changed_.wait(lock,
                      [&] { return thrown_ || weight_ == 0 || weight_ + weight <= weight_max_; });
        rethrow();
        weight_ += weight;
        queues_[key % queues_.size()].push_back({weight, std::move(work)});
    }
    changed_.notify_all();
}

void OrderedWorkers::finish() {
    std::unique_lock lock(mutex_);
    changed_.wait(lock, [&] { return thrown_ || weight_ == 0; });
    rethrow();
}

void OrderedWorkers::rethrow() {
    if (thrown_) std::rethrow_exception(thrown_);
}

void OrderedWorkers::work(std::deque<Work>& queue) {
    std::unique_lock lock(mutex_);
    for (;;) {
        changed_.wait(lock, [&] { return is_ending_ || !queue.empty(); });
        if (is_ending_) return;
        auto next = std::move(queue.front());
        queue.pop_front();
        const bool is_wanted = !thrown_;
        lock.unlock();
        std::exception_ptr thrown;
        try {
            if (is_wanted) next.run();
        } catch (...) {
            thrown = std::current_exception();  // for whoever gives the work
        }
        next.run = {};
        lock.lock();
        weight_ -= next.weight;
        if (thrown && !thrown_) thrown_ = thrown;
        changed_.notify_all();
    }
}

}  // namespace cartulary::import
