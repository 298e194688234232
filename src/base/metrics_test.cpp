#include "base/metrics.h"

#include <gmock/gmock.h>

#include <stdexcept>

namespace cartulary {
namespace {

using testing::HasSubstr;

TEST(Metrics, write_counters_and_gauges_as_prometheus_reads_them) {
    Metrics metrics;
    metrics.counter("requests_total", "Requests.", "status=\"2xx\"").add(3);
    metrics.counter("requests_total", "Requests.", "status=\"4xx\"").add();
    metrics.gauge("connections", "Open \\ now\nor so.", [] { return 2.5; });
    EXPECT_EQ(metrics.text(),
              "# HELP requests_total Requests.\n"
              "# TYPE requests_total counter\n"
              "requests_total{status=\"2xx\"} 3\n"
              "requests_total{status=\"4xx\"} 1\n"
              "# HELP connections Open \\\\ now\\nor so.\n"
              "# TYPE connections gauge\n"
              "connections 2.5\n");
}

TEST(Metrics, count_in_one_place_when_asked_twice_for_the_same) {
    Metrics metrics;
    auto& first = metrics.counter("a", "A.");
    auto& second = metrics.counter("a", "A.");
    first.add(2);
    second.add(5);
    EXPECT_EQ(&first, &second);
    EXPECT_EQ(first.value(), 7U);
}

TEST(Metrics, refuse_one_name_for_two_kinds) {
    Metrics metrics;
    metrics.counter("a", "A.");
    EXPECT_THROW(metrics.histogram("a", "A."), std::logic_error);
}

TEST(Metrics, ask_the_newest_gauge_of_a_name) {
    Metrics metrics;
    metrics.gauge("a", "A.", [] { return 1.0; });
    metrics.gauge("a", "A.", [] { return 2.0; });
    EXPECT_EQ(metrics.text(), "# HELP a A.\n# TYPE a gauge\na 2\n");
}

TEST(Histogram, counts_what_lies_at_or_below_each_bound_in_seconds) {
    Metrics metrics;
    auto& histogram = metrics.histogram("duration_seconds", "Duration.", "cost=\"read\"");
    histogram.observe_microseconds(100);         // on the first bound
    histogram.observe_microseconds(101);         // above it
    histogram.observe_microseconds(60'000'000);  // above all
    const auto text = metrics.text();
    EXPECT_THAT(text, HasSubstr("# TYPE duration_seconds histogram\n"));
    EXPECT_THAT(text, HasSubstr("duration_seconds_bucket{cost=\"read\",le=\"0.0001\"} 1\n"));
    EXPECT_THAT(text, HasSubstr("duration_seconds_bucket{cost=\"read\",le=\"0.00025\"} 2\n"));
    EXPECT_THAT(text, HasSubstr("duration_seconds_bucket{cost=\"read\",le=\"10\"} 2\n"));
    EXPECT_THAT(text, HasSubstr("duration_seconds_bucket{cost=\"read\",le=\"+Inf\"} 3\n"));
    EXPECT_THAT(text, HasSubstr("duration_seconds_sum{cost=\"read\"} 60.000201\n"));
    EXPECT_THAT(text, HasSubstr("duration_seconds_count{cost=\"read\"} 3\n"));
}

}  // namespace
}  // namespace cartulary
