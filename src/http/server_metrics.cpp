#include "http/server_metrics.h"

#include <algorithm>

namespace cartulary::http {

namespace {

constexpr auto durations_name = "cartulary_http_request_seconds";
constexpr auto durations_help = "Time from the last byte of a request to its answer, by its cost.";

}  // namespace

RequestMetrics::RequestMetrics(Metrics& metrics, const Router& router, const std::string& label)
    : metrics_(metrics),
      router_(router),
      durations_{&metrics.histogram(durations_name, durations_help, "cost=\"read\""),
                 &metrics.histogram(durations_name, durations_help, "cost=\"write\""),
                 &metrics.histogram(durations_name, durations_help, "cost=\"slow\"")} {
    for (const auto& area : router.areas()) {
        areas_.push_back(std::make_unique<OfArea>());
        areas_.back()->label = label.empty() ? area.prefix : label;
    }
}

void RequestMetrics::count(const Area& area, const Method* method, int status) {
    const auto place = static_cast<std::size_t>(&area - router_.areas().data());
    auto& of_area = *areas_[place];
    const auto by_method = method == nullptr ? methods - 1 : static_cast<std::size_t>(*method);
    const auto by_class =
        std::min<std::size_t>(static_cast<std::size_t>(status) / 100, classes - 1);
    auto& slot = of_area.counters[by_method][by_class];
    auto* counter = slot.load(std::memory_order_acquire);
    if (counter == nullptr) {
        const auto name = method == nullptr ? std::string_view("other") : name_of(*method);
        counter = &metrics_.counter("cartulary_http_requests_total",
                                    "Requests answered, by area, method and class of the status.",
                                    "area=\"" + of_area.label + "\",method=\"" + std::string(name) +
                                        "\",status=\"" + std::to_string(by_class) + "xx\"");
        slot.store(counter, std::memory_order_release);
    }
    counter->add();
}

void RequestMetrics::observe(Cost cost, std::uint64_t microseconds) {
    durations_[static_cast<std::size_t>(cost)]->observe_microseconds(microseconds);
}

}  // namespace cartulary::http
