#pragma once

#include <condition_variable>
#include <cstddef>
#include <deque>
#include <exception>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

namespace cartulary::import {

// Several threads that work at the same time; what has one key is done in the order in which it
// was given.
class OrderedWorkers {
public:
    // Of what waits or is worked on, no more than `weight_max` is taken, but for one that weighs
    // more by itself.
    OrderedWorkers(std::size_t threads, std::size_t weight_max);
    // Ends without what still waits.
    ~OrderedWorkers();
    OrderedWorkers(const OrderedWorkers&) = delete;
    OrderedWorkers& operator=(const OrderedWorkers&) = delete;

    // Waits until there is room. Throws what earlier work threw.
    void give(std::size_t key, std::size_t weight, std::function<void()> work);

    // Waits until all is done. Throws what work threw.
    void finish();

private:
    struct Work {
        std::size_t weight;
        std::function<void()> run;
    };

    void work(std::deque<Work>& queue);
    void rethrow();

    const std::size_t weight_max_;
    std::mutex mutex_;  // of all below
    std::condition_variable changed_;
    std::size_t weight_ = 0;  // of what is not done
    bool is_ending_ = false;
    std::exception_ptr thrown_;
    std::vector<std::deque<Work>> queues_;  // one for each thread
    std::vector<std::thread> threads_;
};

}  // namespace cartulary::import
