#include "dialects/acclaim/moments.h"

#include <optional>

#include "base/text.h"

namespace cartulary::acclaim {

namespace {

using std::chrono::hours;
using std::chrono::milliseconds;
using std::chrono::minutes;

constexpr std::size_t moment_bytes_max = 64;

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

class Reading {
public:
    explicit Reading(std::string_view text) : rest_(text) {}

    std::optional<Timestamp> read() {
        const auto day = read_day();
        if (!day) return std::nullopt;
        if (rest_.empty()) return Timestamp(*day);
        if (!take('T') && !take('t') && !take_spaces()) return std::nullopt;
        const auto clock = read_clock();
        if (!clock) return std::nullopt;
        take_spaces();
        const auto offset = read_offset();
        if (!offset || !rest_.empty()) return std::nullopt;
        return Timestamp(*day) + *clock - *offset;
    }

private:
    std::optional<std::chrono::sys_days> read_day() {
        const auto year = number(4);
        if (!year || !take('-')) return std::nullopt;
        const auto month = number(2);
        if (!month || !take('-')) return std::nullopt;
        const auto day = number(2);
        if (!day) return std::nullopt;
        const auto date = std::chrono::year(*year) /
                          std::chrono::month(static_cast<unsigned>(*month)) /
                          std::chrono::day(static_cast<unsigned>(*day));
        if (!date.ok()) return std::nullopt;
        return std::chrono::sys_days(date);
    }

    std::optional<milliseconds> read_clock() {
        auto hour = number(2);
        if (!hour || !take(':')) return std::nullopt;
        const auto minute = number(2);
        if (!minute) return std::nullopt;
        const auto second = take(':') ? number(2) : 0;
        if (!second) return std::nullopt;
        const auto fraction = read_fraction();
        if (!fraction) return std::nullopt;
        take_spaces();
        hour = in_24_hours(*hour);
        if (!hour || *hour > 23 || *minute > 59 || *second > 59) return std::nullopt;
        return hours(*hour) + minutes(*minute) + std::chrono::seconds(*second) +
               milliseconds(*fraction);
    }

    // Milliseconds; what is finer is dropped.
    std::optional<int> read_fraction() {
        if (!take('.') && !take(',')) return 0;
        if (rest_.empty() || !is_digit(rest_.front())) return std::nullopt;
        int fraction = 0;
        for (int weight = 100; !rest_.empty() && is_digit(rest_.front()); weight /= 10) {
            fraction += (rest_.front() - '0') * weight;
            rest_.remove_prefix(1);
        }
        return fraction;
    }

    // "am" and "pm" stand behind the hours 1 to 12.
    std::optional<int> in_24_hours(int hour) {
        const bool before_noon = take_word("am");
        if (!before_noon && !take_word("pm")) return hour;
        if (hour < 1 || hour > 12) return std::nullopt;
        return hour % 12 + (before_noon ? 0 : 12);
    }

    // How much the clock is ahead of UTC.
    std::optional<minutes> read_offset() {
        if (rest_.empty() || take_word("utc") || take_word("gmt") || take_word("z")) {
            return minutes(0);
        }
        const bool ahead = take('+');
        if (!ahead && !take('-')) return std::nullopt;
        const auto hour = number(2);
        if (!hour) return std::nullopt;
        const bool more = take(':') || !rest_.empty();
        const auto minute = more ? number(2) : 0;
        if (!minute || *hour > 23 || *minute > 59) return std::nullopt;
        const auto offset = hours(*hour) + minutes(*minute);
        return ahead ? offset : -offset;
    }

    std::optional<int> number(std::size_t digits) {
        if (rest_.size() < digits) return std::nullopt;
        int value = 0;
        for (std::size_t i = 0; i < digits; ++i) {
            if (!is_digit(rest_[i])) return std::nullopt;
            value = value * 10 + (rest_[i] - '0');
        }
        rest_.remove_prefix(digits);
        return value;
    }

    bool take(char c) {
        if (!rest_.starts_with(c)) return false;
        rest_.remove_prefix(1);
        return true;
    }

    bool take_spaces() {
        bool any = false;
        while (take(' ')) any = true;
        return any;
    }

    bool take_word(std::string_view word) {
        if (!text::equal_ignoring_ascii_case(rest_.substr(0, word.size()), word)) return false;
        rest_.remove_prefix(word.size());
        return true;
    }

    std::string_view rest_;
};

bool has_four_digit_year(Timestamp moment) {
    using namespace std::chrono_literals;
    constexpr auto first = std::chrono::sys_days(1y / 1 / 1);
    constexpr auto end = std::chrono::sys_days(std::chrono::year(10'000) / 1 / 1);
    return moment >= first && moment < end;
}

}  // namespace

Checked<Timestamp> parse_moment(std::string_view text) {
    std::optional<Timestamp> moment;
    if (text.size() <= moment_bytes_max) moment = Reading(text).read();
    if (!moment || !has_four_digit_year(*moment)) {
        return problem("must be a date or time, for example 2014-04-01T14:41:00Z");
    }
    return *moment;
}

std::string date_of(Timestamp moment) {
    return iso_8601(moment).substr(0, std::string_view("2014-04-01").size());
}

}  // namespace cartulary::acclaim
