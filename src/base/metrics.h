#pragma once

#include <atomic>
#include <cstdint>
#include <functional>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

namespace cartulary {

// A number that only grows.
class Counter {
public:
    void add(std::uint64_t amount = 1) { value_.fetch_add(amount, std::memory_order_relaxed); }
    std::uint64_t value() const { return value_.load(std::memory_order_relaxed); }

private:
    std::atomic<std::uint64_t> value_{0};
};

// How often a measure fell below each bound. Observed in microseconds, shown in seconds.
class Histogram {
public:
    Histogram();
    void observe_microseconds(std::uint64_t duration);

private:
    friend class Metrics;
    std::vector<std::uint64_t> bounds_us_;
    std::vector<Counter> buckets_;
    Counter sum_us_;
};

// What the registry counts, as Prometheus reads it (text format 0.0.4). The objects live as long
// as this one; ask for each once, at start, and keep the reference.
class Metrics {
public:
    // `labels` as they are written: `dialect="accounts",status="2xx"`, or empty.
    Counter& counter(const std::string& name, const std::string& help,
                     const std::string& labels = {});
    Histogram& histogram(const std::string& name, const std::string& help,
                         const std::string& labels = {});
    // Asked for its value when the text is made; a second one of the same name and labels takes
    // the place of the first.
    void gauge(const std::string& name, const std::string& help, std::function<double()> value,
               const std::string& labels = {});

    std::string text() const;

private:
    struct Series;
    struct Family;
    Family& family(const std::string& name, const std::string& help, const char* type);

    mutable std::mutex mutex_;
    std::vector<std::unique_ptr<Family>> families_;

public:
    Metrics();
    ~Metrics();
};

}  // namespace cartulary
