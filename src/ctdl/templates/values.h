#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "domain/checked.h"

// What people mean by the values that they write: days, spans of time, numbers, yes and no.
namespace cartulary::ctdl::templates {

// "2026-05-31" of "5/31/2026", "2026/5/31", "May 31, 2026", "31 May 2026" and of itself; the month
// comes first where all is numbers and the year is last.
std::optional<std::string> day_of(std::string_view text);

// As ISO 8601 has it; both the same where it is exact.
struct TimeSpan {
    std::string shortest;  // "P6W" of "6-8 weeks"
    std::string longest;   // "P8W"

    bool operator==(const TimeSpan&) const = default;
};
// Of "2 years", "1 year and 6 months", "6-8 weeks", "90 min", "P1Y6M".
std::optional<TimeSpan> time_span_of(std::string_view text);

// "1200.50" of "$1,200.50".
std::optional<std::string> number_of(std::string_view text);

std::optional<bool> boolean_of(std::string_view text);  // "yes", "No", "true", "0"

// "en" of "English"; the text itself of a tag, and of what is none.
std::string language_of(std::string_view text);

// The parts of a value between `~`, each trimmed; `~~` is a `~` within one.
std::vector<std::string> parts_of(std::string_view text);
// The other way round.
std::string joined_parts(const std::vector<std::string>& parts);

}  // namespace cartulary::ctdl::templates
