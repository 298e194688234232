#include "domain/text_field.h"

#include <algorithm>
#include <utility>

#include "base/text.h"
#include "domain/country.h"
#include "domain/web_address.h"

namespace cartulary {

namespace {

using Problems = std::vector<FieldProblem>;

constexpr auto control_problem = "must not hold control characters";

bool breaks_lines(char c) {
    return c == '\n' || c == '\r' || c == '\t';
}

}  // namespace

std::string at_most(std::size_t characters) {
    return "must be at most " + std::to_string(characters) + " characters";
}

void check_line(const std::string& text, std::string field, std::size_t length_max,
                Problems& problems) {
    if (text::length(text) > length_max) {
        problems.push_back({std::move(field), at_most(length_max)});
    } else if (text::has_control_character(text)) {
        problems.push_back({std::move(field), control_problem});
    }
}

void check_required_line(const std::string& text, std::string field, std::size_t length_max,
                         bool required, Problems& problems) {
    if (!text::is_blank(text)) {
        check_line(text, std::move(field), length_max, problems);
    } else if (required) {
        problems.push_back({std::move(field), "is required"});
    }
}

void check_lines(const std::string& text, std::string field, std::size_t length_max,
                 Problems& problems) {
    if (text::length(text) > length_max) {
        problems.push_back({std::move(field), at_most(length_max)});
        return;
    }
    auto one_line = text;
    std::ranges::replace_if(one_line, breaks_lines, ' ');
    if (text::has_control_character(one_line)) {
        problems.push_back({std::move(field), control_problem});
    }
}

void check_url(const std::string& url, std::string field, Problems& problems) {
    if (url.empty()) return;
    const auto address = parse_web_address(url);
    if (!address) {
        problems.push_back({std::move(field), address.error()});
    } else if (address->scheme_added) {
        problems.push_back({std::move(field), "must begin with https:// or http://"});
    } else if (address->text != url) {
        problems.push_back({std::move(field), "must not begin or end with a space"});
    }
}

void check_country(const std::string& code, std::string field, bool required, Problems& problems) {
    if (code.empty()) {
        if (required) problems.push_back({std::move(field), "is required"});
    } else if (const auto* country = find_country(code); !country || country->alpha_2 != code) {
        problems.push_back({std::move(field), "must be a country of ISO 3166-1"});
    }
}

void check_count(std::size_t count, std::string field, std::size_t count_max, Problems& problems) {
    if (count > count_max) {
        problems.push_back({std::move(field), "must be at most " + std::to_string(count_max)});
    }
}

}  // namespace cartulary
