#pragma once

#include <array>
#include <atomic>
#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "base/metrics.h"
#include "http/router.h"

namespace cartulary::http {

// Counts the answers of one router. A counter is asked for when it is first needed and then kept,
// so that a request costs two additions and no search.
class RequestMetrics {
public:
    // `label` stands for every area where it is not empty.
    RequestMetrics(Metrics& metrics, const Router& router, const std::string& label);

    // `method` null: one that no route can have.
    void count(const Area& area, const Method* method, int status);
    void observe(Cost cost, std::uint64_t microseconds);

private:
    static constexpr std::size_t methods = 8;  // Method's seven, and others
    static constexpr std::size_t classes = 6;  // of the status, by its first digit

    struct OfArea {
        std::string label;
        std::array<std::array<std::atomic<Counter*>, classes>, methods> counters{};
    };

    Metrics& metrics_;
    const Router& router_;
    std::vector<std::unique_ptr<OfArea>> areas_;
    std::array<Histogram*, 3> durations_;  // by Cost
};

}  // namespace cartulary::http
