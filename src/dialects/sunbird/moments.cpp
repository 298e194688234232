#include "dialects/sunbird/moments.h"

#include <charconv>

namespace cartulary::sunbird {

namespace {

constexpr std::size_t date_length = 10;      // "2018-10-30"
constexpr std::size_t seconds_length = 19;   // "2018-10-30T08:24:29"
constexpr std::size_t fraction_length = 23;  // with ".856"

// Takes a number of so many digits at a place of the text.
bool take(std::string_view text, std::size_t at, std::size_t digits, int& number) {
    const auto part = text.substr(std::min(at, text.size()), digits);
    const auto* end = part.data() + part.size();
    const auto [stopped, problem] = std::from_chars(part.data(), end, number);
    return part.size() == digits && problem == std::errc() && stopped == end && number >= 0;
}

bool is_one_of(std::string_view text, std::size_t at, std::string_view characters) {
    return at < text.size() && characters.find(text[at]) != std::string_view::npos;
}

std::optional<std::chrono::sys_days> parse_date(std::string_view text) {
    int year = 0;
    int month = 0;
    int day = 0;
    const bool is_date = take(text, 0, 4, year) && is_one_of(text, 4, "-") &&
                         take(text, 5, 2, month) && is_one_of(text, 7, "-") &&
                         take(text, 8, 2, day);
    if (!is_date) return std::nullopt;
    const std::chrono::year_month_day date{std::chrono::year(year),
                                           std::chrono::month(static_cast<unsigned>(month)),
                                           std::chrono::day(static_cast<unsigned>(day))};
    if (!date.ok()) return std::nullopt;
    return std::chrono::sys_days(date);
}

}  // namespace

std::string organisation_moment(Timestamp time) {
    auto text = channel_moment(time);
    text[date_length] = ' ';
    text[seconds_length] = ':';
    return text;
}

std::string channel_moment(Timestamp time) {
    auto text = iso_8601(time);
    text.pop_back();  // the Z
    return text + "+0000";
}

std::optional<Timestamp> parse_moment(std::string_view text) {
    const auto date = parse_date(text);
    if (!date) return std::nullopt;
    if (text.size() == date_length) return Timestamp(*date);
    int hours = 0;
    int minutes = 0;
    int seconds = 0;
    int fraction = 0;
    const bool is_time = is_one_of(text, date_length, " T") && take(text, 11, 2, hours) &&
                         is_one_of(text, 13, ":") && take(text, 14, 2, minutes) &&
                         is_one_of(text, 16, ":") && take(text, 17, 2, seconds) && hours < 24 &&
                         minutes < 60 && seconds < 60;
    if (!is_time) return std::nullopt;
    auto end = seconds_length;
    if (is_one_of(text, end, ".:")) {
        if (!take(text, end + 1, 3, fraction)) return std::nullopt;
        end = fraction_length;
    }
    const auto zone = text.substr(end);
    if (zone != "Z" && zone != "+0000" && !zone.empty()) return std::nullopt;
    return Timestamp(*date) + std::chrono::hours(hours) + std::chrono::minutes(minutes) +
           std::chrono::seconds(seconds) + std::chrono::milliseconds(fraction);
}

}  // namespace cartulary::sunbird
