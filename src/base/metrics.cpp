#include "base/metrics.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>
#include <stdexcept>

namespace cartulary {

namespace {

// From a tenth of a millisecond, since most reads take less, to ten seconds.
constexpr std::array<std::uint64_t, 16> default_bounds_us = {
    100,    250,     500,     1'000,   2'500,     5'000,     10'000,    25'000,
    50'000, 100'000, 250'000, 500'000, 1'000'000, 2'500'000, 5'000'000, 10'000'000};

std::string number(double value) {
    if (std::isnan(value)) return "NaN";
    if (std::isinf(value)) return value > 0 ? "+Inf" : "-Inf";
    std::array<char, 32> text{};
    const int length = std::snprintf(text.data(), text.size(), "%.10g", value);
    return {text.data(), static_cast<std::size_t>(length)};
}

std::string seconds(std::uint64_t microseconds) {
    std::array<char, 32> text{};
    const int length =
        std::snprintf(text.data(), text.size(), "%.6f", static_cast<double>(microseconds) / 1e6);
    return {text.data(), static_cast<std::size_t>(length)};
}

std::string bound(std::uint64_t microseconds) {
    return number(static_cast<double>(microseconds) / 1e6);
}

// A line's name and labels: name{a="b",le="1"}.
std::string named(const std::string& name, const std::string& labels,
                  const std::string& more = {}) {
    if (labels.empty() && more.empty()) return name;
    const bool both = !labels.empty() && !more.empty();
    return name + '{' + labels + (both ? "," : "") + more + '}';
}

// A help text is one line: the format escapes backslash and line feed in it.
std::string escaped(const std::string& help) {
    std::string text;
    for (const char c : help) {
        if (c == '\\') {
            text += "\\\\";
        } else if (c == '\n') {
            text += "\\n";
        } else {
            text += c;
        }
    }
    return text;
}

}  // namespace

Histogram::Histogram()
    : bounds_us_(default_bounds_us.begin(), default_bounds_us.end()),
      buckets_(default_bounds_us.size() + 1) {}

void Histogram::observe_microseconds(std::uint64_t duration) {
    const auto at = std::ranges::lower_bound(bounds_us_, duration);
    buckets_[static_cast<std::size_t>(at - bounds_us_.begin())].add();
    sum_us_.add(duration);
}

struct Metrics::Series {
    std::string labels;
    std::unique_ptr<Counter> counter = {};
    std::unique_ptr<Histogram> histogram = {};
    std::function<double()> gauge = {};
};

struct Metrics::Family {
    std::string name;
    std::string help;
    const char* type;
    std::vector<std::unique_ptr<Series>> series = {};

    Series& with(const std::string& labels) {
        const auto found =
            std::ranges::find_if(series, [&](const auto& one) { return one->labels == labels; });
        if (found != series.end()) return **found;
        return *series.emplace_back(std::make_unique<Series>(Series{labels}));
    }
};

Metrics::Metrics() = default;
Metrics::~Metrics() = default;

Metrics::Family& Metrics::family(const std::string& name, const std::string& help,
                                 const char* type) {
    const auto found =
        std::ranges::find_if(families_, [&](const auto& one) { return one->name == name; });
    if (found == families_.end()) {
        return *families_.emplace_back(std::make_unique<Family>(Family{name, help, type}));
    }
    if (std::string((*found)->type) != type) {
        throw std::logic_error("metric " + name + " is a " + (*found)->type);
    }
    return **found;
}

Counter& Metrics::counter(const std::string& name, const std::string& help,
                          const std::string& labels) {
    const std::lock_guard lock(mutex_);
    auto& series = family(name, help, "counter").with(labels);
    if (!series.counter) series.counter = std::make_unique<Counter>();
    return *series.counter;
}

Histogram& Metrics::histogram(const std::string& name, const std::string& help,
                              const std::string& labels) {
    const std::lock_guard lock(mutex_);
    auto& series = family(name, help, "histogram").with(labels);
    if (!series.histogram) series.histogram = std::make_unique<Histogram>();
    return *series.histogram;
}

void Metrics::gauge(const std::string& name, const std::string& help, std::function<double()> value,
                    const std::string& labels) {
    const std::lock_guard lock(mutex_);
    family(name, help, "gauge").with(labels).gauge = std::move(value);
}

std::string Metrics::text() const {
    const std::lock_guard lock(mutex_);
    std::string text;
    const auto line = [&](const std::string& name, const std::string& value) {
        text += name + ' ' + value + '\n';
    };
    const auto write_histogram = [&](const std::string& name, const Series& series) {
        const auto& histogram = *series.histogram;
        std::uint64_t below = 0;
        for (std::size_t i = 0; i < histogram.bounds_us_.size(); ++i) {
            below += histogram.buckets_[i].value();
            const auto le = "le=\"" + bound(histogram.bounds_us_[i]) + '"';
            line(named(name + "_bucket", series.labels, le), std::to_string(below));
        }
        below += histogram.buckets_.back().value();
        line(named(name + "_bucket", series.labels, "le=\"+Inf\""), std::to_string(below));
        line(named(name + "_sum", series.labels), seconds(histogram.sum_us_.value()));
        line(named(name + "_count", series.labels), std::to_string(below));
    };
    for (const auto& family : families_) {
        text += "# HELP " + family->name + ' ' + escaped(family->help) + '\n';
        text += "# TYPE " + family->name + ' ' + family->type + '\n';
        for (const auto& series : family->series) {
            const auto name = named(family->name, series->labels);
            if (series->counter) line(name, std::to_string(series->counter->value()));
            if (series->gauge) line(name, number(series->gauge()));
            if (series->histogram) write_histogram(family->name, *series);
        }
    }
    return text;
}

}  // namespace cartulary
