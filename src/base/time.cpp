#include "base/time.h"

namespace cartulary {

namespace {

// `digits` digits of the number, ending before `end`.
void put(std::string& text, std::size_t end, std::size_t digits, int number) {
    for (; digits > 0; --digits, number /= 10) {
        text[--end] = static_cast<char>('0' + number % 10);
    }
}

// Reads a text from its beginning. Everything gives false or nothing where it does not stand there.
class TimeText {
public:
    explicit TimeText(std::string_view text) : rest_(text) {}

    bool empty() const { return rest_.empty(); }

    bool take(char c) {
        if (!rest_.starts_with(c)) return false;
        rest_.remove_prefix(1);
        return true;
    }

    std::optional<int> number(std::size_t digits) {
        if (rest_.size() < digits) return std::nullopt;
        int value = 0;
        for (const char c : rest_.substr(0, digits)) {
            if (c < '0' || c > '9') return std::nullopt;
            value = value * 10 + (c - '0');
        }
        rest_.remove_prefix(digits);
        return value;
    }

    std::optional<std::chrono::sys_days> day() {
        const auto year = number(4);
        if (!year || *year == 0 || !take('-')) return std::nullopt;
        const auto month = number(2);
        if (!month || !take('-')) return std::nullopt;
        const auto day = number(2);
        if (!day) return std::nullopt;
        const std::chrono::year_month_day date(std::chrono::year(*year),
                                               std::chrono::month(static_cast<unsigned>(*month)),
                                               std::chrono::day(static_cast<unsigned>(*day)));
        if (!date.ok()) return std::nullopt;
        return std::chrono::sys_days(date);
    }

    std::optional<std::chrono::milliseconds> clock() {
        const auto hour = number(2);
        if (!hour || *hour > 23 || !take(':')) return std::nullopt;
        const auto minute = number(2);
        if (!minute || *minute > 59) return std::nullopt;
        const auto second = take(':') ? number(2) : 0;
        if (!second || *second > 59) return std::nullopt;
        const auto fraction = take('.') ? milliseconds_of_fraction() : 0;
        if (!fraction) return std::nullopt;
        return std::chrono::hours(*hour) + std::chrono::minutes(*minute) +
               std::chrono::seconds(*second) + std::chrono::milliseconds(*fraction);
    }

    // How much the clock is ahead of UTC.
    std::optional<std::chrono::minutes> offset() {
        if (rest_.empty() || take('Z') || take('z')) return std::chrono::minutes(0);
        const bool ahead = take('+');
        if (!ahead && !take('-')) return std::nullopt;
        const auto hour = number(2);
        if (!hour || *hour > 23) return std::nullopt;
        take(':');
        const auto minute = number(2);
        if (!minute || *minute > 59) return std::nullopt;
        const auto offset = std::chrono::hours(*hour) + std::chrono::minutes(*minute);
        return ahead ? offset : -offset;
    }

private:
    std::optional<int> milliseconds_of_fraction() {
        auto value = number(1);
        if (!value) return std::nullopt;
        *value *= 100;
        for (int weight = 10;; weight /= 10) {
            const auto digit = number(1);
            if (!digit) return value;
            *value += *digit * weight;
        }
    }

    std::string_view rest_;
};

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

std::optional<Timestamp> parse_iso_8601(std::string_view text) {
    TimeText rest(text);
    const auto day = rest.day();
    if (!day || rest.empty()) return day;
    if (!rest.take('T') && !rest.take('t') && !rest.take(' ')) return std::nullopt;
    const auto clock = rest.clock();
    if (!clock) return std::nullopt;
    const auto offset = rest.offset();
    if (!offset || !rest.empty()) return std::nullopt;
    return Timestamp(*day) + *clock - *offset;
}

}  // namespace cartulary
