#include "app/housekeeping.h"

#include "base/log.h"

namespace cartulary {

namespace {

using SteadyTime = std::chrono::steady_clock::time_point;

void do_once(const Housekeeping::Task& task) {
    try {
        task.work();
    } catch (const std::exception& error) {
        log::warning("housekeeping failed", {{"task", task.name}, {"reason", error.what()}});
    }
}

}  // namespace

Housekeeping::Housekeeping(std::vector<Task> tasks)
    : tasks_(std::move(tasks)), thread_([this](const std::stop_token& stop) { run(stop); }) {}

Housekeeping::~Housekeeping() {
    thread_.request_stop();
    thread_.join();
    for (const auto& task : tasks_) {
        if (task.at_the_end) do_once(task);
    }
}

void Housekeeping::run(const std::stop_token& stop) {
    std::vector<SteadyTime> due(tasks_.size(), std::chrono::steady_clock::now());
    std::unique_lock lock(mutex_);
    while (!stop.stop_requested()) {
        auto next = SteadyTime::max();
        for (std::size_t i = 0; i < tasks_.size() && !stop.stop_requested(); ++i) {
            const auto now = std::chrono::steady_clock::now();
            if (due[i] <= now) {
                do_once(tasks_[i]);
                due[i] = now + tasks_[i].interval;
            }
            next = std::min(next, due[i]);
        }
        wake_.wait_until(lock, stop, next, [&] { return stop.stop_requested(); });
    }
}

}  // namespace cartulary
