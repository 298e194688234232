#include "http/date.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdio>

namespace cartulary::http {

namespace {

constexpr std::array days = {"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
constexpr std::array months = {"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                               "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};

// -1: it is none.
int number_in(std::string_view digits) {
    int number = -1;
    std::from_chars(digits.data(), digits.data() + digits.size(), number);
    return number;
}

}  // namespace

std::string date_text(std::time_t time) {
    std::tm utc{};
    gmtime_r(&time, &utc);
    std::array<char, 64> text{};
    const int length =
        std::snprintf(text.data(), text.size(), "%s, %02d %s %04d %02d:%02d:%02d GMT",
                      days.at(static_cast<std::size_t>(utc.tm_wday)), utc.tm_mday,
                      months.at(static_cast<std::size_t>(utc.tm_mon)), utc.tm_year + 1900,
                      utc.tm_hour, utc.tm_min, utc.tm_sec);
    return {text.data(), static_cast<std::size_t>(length)};
}

std::optional<std::time_t> date_in(std::string_view text) {
    constexpr std::string_view form = "Tue, 15 Nov 1994 08:12:31 GMT";
    if (text.size() != form.size()) return std::nullopt;
    const auto month = std::ranges::find(months, text.substr(8, 3)) - months.begin();
    std::tm utc{};
    utc.tm_mday = number_in(text.substr(5, 2));
    utc.tm_mon = static_cast<int>(month);
    utc.tm_year = number_in(text.substr(12, 4)) - 1900;
    utc.tm_hour = number_in(text.substr(17, 2));
    utc.tm_min = number_in(text.substr(20, 2));
    utc.tm_sec = number_in(text.substr(23, 2));
    const auto time = timegm(&utc);
    // What is no date, or has another day of the week, reads otherwise.
    if (date_text(time) != text) return std::nullopt;
    return time;
}

}  // namespace cartulary::http
