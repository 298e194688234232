#pragma once

#include <chrono>
#include <condition_variable>
#include <functional>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

namespace cartulary {

// Does now and then, on a thread of its own, what nobody waits for. What fails is logged and done
// again at its next time.
class Housekeeping {
public:
    struct Task {
        std::string name;
        std::chrono::minutes interval;  // from one time to the next; the first is at the start
        std::function<void()> work;
        bool at_the_end = false;  // once more before this ends
    };

    explicit Housekeeping(std::vector<Task> tasks);
    ~Housekeeping();  // ends what runs

private:
    void run(const std::stop_token& stop);

    std::vector<Task> tasks_;
    std::mutex mutex_;
    std::condition_variable_any wake_;
    std::jthread thread_;
};

}  // namespace cartulary
