#include "app/demo/visits.h"

#include <array>

#include "operations/statistics.h"

namespace cartulary::demo {

namespace {

using std::chrono::days;
using std::chrono::hours;

constexpr std::array searched = {"welding",       "university of hawaii",
                                 "nursing",       "puerto rico",
                                 "cybersecurity", "soldadura",
                                 "alaska",        "licenc",
                                 "marine",        "夏威夷",
                                 "data"};
constexpr std::size_t searches_least = 12;  // of a day
constexpr std::size_t searches_more = 25;
constexpr std::size_t on_working_days = 3;  // times as many

bool is_working_day(Timestamp moment) {
    const std::chrono::weekday day{std::chrono::floor<days>(moment)};
    return day != std::chrono::Saturday && day != std::chrono::Sunday;
}

void search(Stage& stage) {
    auto count = searches_least + stage.dice.below(searches_more);
    if (is_working_day(stage.registry().now())) count *= on_working_days;
    for (std::size_t i = 0; i < count; ++i) {
        const auto* text = searched.at(stage.dice.below(searched.size()));
        granted(stage.finding.search({.text = text, .slice = {.offset = 0, .count = 1}}), "search");
    }
    stage.finding.record_searches();
}

}  // namespace

void plan_visits(Stage& stage, Script& script) {
    for (int day = charted_days; day > 0; --day) {
        script.at(days(day) - hours(3), [&stage] { search(stage); });
    }
}

}  // namespace cartulary::demo
