#include "ctdl/assistant/dates.h"

#include <array>
#include <charconv>

#include "ctdl/value_forms.h"

namespace cartulary::ctdl::assistant {

namespace {

// The numbers between two marks, at most four digits each; nothing for another text.
std::optional<std::array<int, 3>> numbers_in(std::string_view text, char mark) {
    std::array<int, 3> numbers{};
    for (std::size_t i = 0; i < numbers.size(); ++i) {
        const auto end = i + 1 < numbers.size() ? text.find(mark) : text.size();
        if (end == std::string_view::npos || end == 0 || end > 4) return std::nullopt;
        const auto [stop, error] = std::from_chars(text.data(), text.data() + end, numbers[i]);
        if (error != std::errc() || stop != text.data() + end) return std::nullopt;
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return numbers;
}

std::string padded(int number) {
    const auto digits = std::to_string(number);
    return digits.size() == 1 ? '0' + digits : digits;
}

std::optional<std::string> day(int year, int month, int day_of_month) {
    auto written = std::to_string(year) + '-' + padded(month) + '-' + padded(day_of_month);
    if (!is_date(written)) return std::nullopt;
    return written;
}

}  // namespace

std::optional<std::string> iso_date_of(std::string_view text) {
    if (is_date(text)) return std::nullopt;
    if (text.size() > 10 && text[10] == 'T' && is_date(text.substr(0, 10))) {
        return std::string(text.substr(0, 10));
    }
    const auto date = text.substr(0, text.find(' '));  // without a time of day
    const auto numbers = numbers_in(date, '/');
    if (!numbers) return std::nullopt;
    const auto& [first, second, third] = *numbers;
    return first > 999 ? day(first, second, third) : day(third, first, second);
}

}  // namespace cartulary::ctdl::assistant
