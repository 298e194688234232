#include "web/staff/chart.h"

#include <algorithm>
#include <string>

namespace cartulary::web {

namespace {

constexpr std::int64_t step = 10;  // from one bar to the next
constexpr std::int64_t width = 8;
constexpr std::int64_t height_max = 60;

// Not nothing for what is not nothing.
std::int64_t height_of(std::int64_t number, std::int64_t most) {
    if (number <= 0) return 0;
    return std::max<std::int64_t>(
        1, static_cast<std::int64_t>(static_cast<double>(number) / static_cast<double>(most) *
                                     static_cast<double>(height_max)));
}

Markup bar(std::int64_t at, std::int64_t height) {
    if (height == 0) return {};
    const auto x = std::to_string(at * step);
    const auto y = std::to_string(height_max - height);
    const auto wide = std::to_string(width);
    const auto high = std::to_string(height);
    return element("rect", {{"x", x}, {"y", y}, {"width", wide}, {"height", high}});
}

}  // namespace

Markup bars(std::span<const std::int64_t> numbers) {
    const auto most = numbers.empty() ? 0 : *std::ranges::max_element(numbers);
    Markup content;
    std::int64_t at = 0;
    for (const auto number : numbers) content.add(bar(at++, height_of(number, most)));
    const auto wide = std::to_string(std::max<std::int64_t>(at * step, step));
    const auto ground = std::to_string(height_max);
    const auto box = "0 0 " + wide + " " + std::to_string(height_max + 1);
    return element("svg",
                   {{"viewBox", box},
                    {"class", "bars"},
                    {"fill", "currentColor"},
                    {"aria-hidden", "true"},
                    {"focusable", "false"}},
                   content,
                   element("rect", {{"x", "0"}, {"y", ground}, {"width", wide}, {"height", "1"}}));
}

Markup chart_markup(const Markup& caption, std::span<const std::int64_t> numbers) {
    return element("figure", {{"class", "chart"}}, bars(numbers),
                   element("figcaption", {}, caption));
}

}  // namespace cartulary::web
