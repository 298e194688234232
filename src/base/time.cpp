#include "base/time.h"

namespace cartulary {

namespace {

// `digits` digits of the number, ending before `end`.
void put(std::string& text, std::size_t end, std::size_t digits, int number) {
    for (; digits > 0; --digits, number /= 10) {
        text[--end] = static_cast<char>('0' + number % 10);
    }
}

}  // namespace

Timestamp system_now() {
    return std::chrono::floor<std::chrono::milliseconds>(std::chrono::system_clock::now());
}

std::string iso_8601(Timestamp time) {
    const auto day = std::chrono::floor<std::chrono::days>(time);
    const std::chrono::year_month_day date(day);
    const std::chrono::hh_mm_ss clock(time - day);
    std::string text = "0000-00-00T00:00:00.000Z";
    put(text, 4, 4, static_cast<int>(date.year()));
    put(text, 7, 2, static_cast<int>(static_cast<unsigned>(date.month())));
    put(text, 10, 2, static_cast<int>(static_cast<unsigned>(date.day())));
    put(text, 13, 2, static_cast<int>(clock.hours().count()));
    put(text, 16, 2, static_cast<int>(clock.minutes().count()));
    put(text, 19, 2, static_cast<int>(clock.seconds().count()));
    put(text, 23, 3, static_cast<int>(clock.subseconds().count()));
    return text;
}

}  // namespace cartulary
