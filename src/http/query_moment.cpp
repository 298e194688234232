#include "http/query_moment.h"

#include <string>

namespace cartulary::http {

namespace {

constexpr std::string_view date_form = "2026-09-21";

// Where the clock begins in a date and time.
constexpr std::size_t clock_at = std::string_view("2026-09-21T").size();

}  // namespace

std::optional<Timestamp> parse_moment(std::string_view written) {
    std::string text(written);
    if (const auto space = text.rfind(' '); space != std::string::npos && space > clock_at) {
        text[space] = '+';
    }
    return parse_iso_8601(text);
}

std::optional<Timestamp> parse_moment_as_of(std::string_view written) {
    auto moment = parse_moment(written);
    if (moment && written.size() == date_form.size()) {
        *moment += std::chrono::days(1) - std::chrono::milliseconds(1);
    }
    return moment;
}

}  // namespace cartulary::http
