#include "ctdl/assistant/durations.h"

#include <array>
#include <charconv>
#include <cmath>
#include <optional>

#include "base/text.h"

namespace cartulary::ctdl::assistant {

namespace {

enum Unit { years, months, weeks, days, hours, minutes, seconds, unit_count };

constexpr std::string_view unit_names[] = {"Years", "Months",  "Weeks",  "Days",
                                           "Hours", "Minutes", "Seconds"};
constexpr double amount_max = 1e9;

using Amounts = std::array<double, unit_count>;

std::optional<double> number_in(const json::Value& value) {
    if (const auto* integer = value.integer()) return static_cast<double>(*integer);
    if (const auto* real = value.real()) return *real;
    const auto* text = value.string();
    if (!text) return std::nullopt;
    const auto written = text::trimmed(*text);
    double number = 0;
    const auto* end = written.data() + written.size();
    const auto [stop, error] = std::from_chars(written.data(), end, number);
    if (error != std::errc() || stop != end) return std::nullopt;
    return number;
}

// Moves what is no whole number of one unit into a smaller one.
void break_down(Amounts& amounts, Unit from, Unit to, double factor) {
    const auto whole = std::floor(amounts[from]);
    amounts[to] += (amounts[from] - whole) * factor;
    amounts[from] = whole;
}

std::string written(const Amounts& amounts) {
    static constexpr char letters[] = {'Y', 'M', 'W', 'D', 'H', 'M', 'S'};
    std::string text = "P";
    for (int unit = 0; unit < unit_count; ++unit) {
        const auto amount = std::llround(amounts[static_cast<std::size_t>(unit)]);
        if (amount == 0) continue;
        if (unit >= hours && text.find('T') == std::string::npos) text += 'T';
        text += std::to_string(amount) + letters[unit];
    }
    return text.size() == 1 ? std::string() : text;
}

}  // namespace

Checked<std::string> duration_of(const json::Object& item) {
    Amounts amounts{};
    for (const auto& member : item) {
        if (member.value.is_null()) continue;
        if (text::equal_ignoring_ascii_case(member.name, "Duration_ISO8601")) {
            const auto* text = member.value.string();
            if (!text) return problem("must have Duration_ISO8601 as text");
            if (!text::is_blank(*text)) return std::string(text::trimmed(*text));
        }
        for (std::size_t unit = 0; unit < unit_count; ++unit) {
            if (!text::equal_ignoring_ascii_case(member.name, unit_names[unit])) continue;
            const auto amount = number_in(member.value);
            if (!amount || !(*amount >= 0 && *amount <= amount_max)) {
                return problem("must have " + std::string(unit_names[unit]) +
                               " as a number between 0 and 1000000000");
            }
            amounts[unit] = *amount;
        }
    }
    break_down(amounts, years, months, 12);
    if (amounts[months] != std::floor(amounts[months])) {
        return problem("cannot have a part of a month");
    }
    const bool beside_others = amounts[years] + amounts[months] + amounts[days] + amounts[hours] +
                                   amounts[minutes] + amounts[seconds] >
                               0;
    if (beside_others || amounts[weeks] != std::floor(amounts[weeks])) {
        amounts[days] += amounts[weeks] * 7;
        amounts[weeks] = 0;
    }
    break_down(amounts, days, hours, 24);
    break_down(amounts, hours, minutes, 60);
    break_down(amounts, minutes, seconds, 60);
    return written(amounts);
}

}  // namespace cartulary::ctdl::assistant
