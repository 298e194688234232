#include "ctdl/templates/values.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <span>
#include <utility>

#include "base/json.h"
#include "base/text.h"
#include "ctdl/assistant/dates.h"
#include "ctdl/assistant/durations.h"
#include "ctdl/value_forms.h"

namespace cartulary::ctdl::templates {

namespace {

constexpr std::size_t written_bytes_max = 200;

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

bool is_letter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

// Runs of digits (with a point within), of letters, and single other characters; no spaces.
std::vector<std::string> words_of(std::string_view text) {
    std::vector<std::string> words;
    for (std::size_t at = 0; at < text.size();) {
        auto end = at + 1;
        if (is_digit(text[at])) {
            while (end < text.size() && (is_digit(text[end]) || text[end] == '.')) ++end;
        } else if (is_letter(text[at])) {
            while (end < text.size() && is_letter(text[end])) ++end;
        }
        if (text[at] != ' ') words.push_back(text::lower_ascii(text.substr(at, end - at)));
        at = end;
    }
    return words;
}

constexpr std::string_view months[] = {"january",   "february", "march",    "april",
                                       "may",       "june",     "july",     "august",
                                       "september", "october",  "november", "december"};

// 1 of "january" and "jan"; 0 where it is none.
int month_of(std::string_view word) {
    if (word == "sept") word = "sep";
    for (std::size_t i = 0; i < std::size(months); ++i) {
        if (word.size() >= 3 && months[i].substr(0, word.size()) == word &&
            (word.size() == 3 || word == months[i])) {
            return static_cast<int>(i) + 1;
        }
    }
    return 0;
}

// "May 31, 2026", "31 May 2026", "31st of May 2026".
std::optional<std::string> day_in_words(std::string_view text) {
    constexpr std::array<std::string_view, 7> left_out{",", ".", "st", "nd", "rd", "th", "of"};
    int month = 0;
    std::vector<std::string> numbers;
    for (const auto& word : words_of(text)) {
        if (std::find(left_out.begin(), left_out.end(), word) != left_out.end()) continue;
        if (is_digit(word[0])) {
            numbers.push_back(word);
        } else if (month == 0 && month_of(word) != 0) {
            month = month_of(word);
        } else {
            return std::nullopt;
        }
    }
    if (month == 0 || numbers.size() != 2 || numbers[1].size() != 4) return std::nullopt;
    const auto written = std::to_string(month) + '/' + numbers[0] + '/' + numbers[1];
    return assistant::iso_date_of(written);
}

// Years and so on, as assistant::duration_of takes them.
constexpr std::pair<std::string_view, std::string_view> units[] = {
    {"year", "Years"}, {"yr", "Years"}, {"month", "Months"},   {"mo", "Months"},
    {"week", "Weeks"}, {"wk", "Weeks"}, {"day", "Days"},       {"hour", "Hours"},
    {"hr", "Hours"},   {"h", "Hours"},  {"minute", "Minutes"}, {"min", "Minutes"},
};

std::string_view unit_of(std::string word) {
    if (word.size() > 1 && word.ends_with('s')) word.pop_back();
    for (const auto& [name, unit] : units) {
        if (word == name) return unit;
    }
    return {};
}

// "P1Y6M" of {"1", "year", "and", "6", "months"}; a number alone is of the `usual` unit.
std::optional<std::string> duration_of(std::span<const std::string> words, std::string_view usual) {
    json::Object item;
    for (std::size_t i = 0; i < words.size();) {
        const auto& word = words[i];
        if (!item.empty() && (word == "and" || word == ",")) {
            ++i;
            continue;
        }
        if (!is_digit(word[0])) return std::nullopt;
        const bool is_followed = i + 1 < words.size();
        const auto unit = is_followed ? unit_of(words[i + 1]) : usual;
        const bool is_again = std::any_of(item.begin(), item.end(),
                                          [&](const auto& member) { return member.name == unit; });
        if (unit.empty() || is_again) return std::nullopt;
        item.push_back({std::string(unit), json::Value(word)});
        i += is_followed ? 2 : 1;
        if (i < words.size() && (words[i] == ".")) ++i;
    }
    const auto read = assistant::duration_of(item);
    if (!read || read->empty()) return std::nullopt;
    return *read;
}

std::string_view first_unit(std::span<const std::string> words) {
    for (const auto& word : words) {
        if (const auto unit = unit_of(word); !unit.empty()) return unit;
    }
    return {};
}

void replace_all(std::string& text, std::string_view what, std::string_view with) {
    std::string replaced;
    std::size_t from = 0;
    for (auto at = text.find(what); at != std::string::npos; at = text.find(what, from)) {
        replaced.append(text, from, at - from).append(with);
        from = at + what.size();
    }
    text = replaced.append(text, from);
}

constexpr std::pair<std::string_view, std::string_view> languages[] = {
    {"arabic", "ar"},     {"chinese", "zh"},   {"english", "en"}, {"french", "fr"},
    {"german", "de"},     {"hawaiian", "haw"}, {"hindi", "hi"},   {"italian", "it"},
    {"japanese", "ja"},   {"korean", "ko"},    {"navajo", "nv"},  {"polish", "pl"},
    {"portuguese", "pt"}, {"russian", "ru"},   {"spanish", "es"}, {"tagalog", "tl"},
    {"vietnamese", "vi"},
};

}  // namespace

std::optional<std::string> day_of(std::string_view text) {
    const auto written = text::trimmed(text);
    if (written.size() > written_bytes_max) return std::nullopt;
    if (is_date(written)) return std::string(written);
    if (auto day = assistant::iso_date_of(written)) return day;
    return day_in_words(written);
}

std::optional<TimeSpan> time_span_of(std::string_view text) {
    if (text.size() > written_bytes_max) return std::nullopt;
    std::string written(text::trimmed(text));
    replace_all(written, "\u2013", "-");
    replace_all(written, "\u2014", "-");
    auto upper = written;
    for (auto& c : upper) {
        if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
    }
    if (is_duration(upper)) return TimeSpan{upper, upper};
    auto words = words_of(written);
    std::replace(words.begin(), words.end(), std::string("to"), std::string("-"));
    const auto range = std::find(words.begin(), words.end(), "-");
    const std::span<const std::string> before(words.begin(), range);
    if (range == words.end()) {
        auto exact = duration_of(before, {});
        if (!exact) return std::nullopt;
        return TimeSpan{*exact, *exact};
    }
    const std::span<const std::string> after(range + 1, words.end());
    const auto shortest = duration_of(before, first_unit(after));
    const auto longest = duration_of(after, {});
    if (!shortest || !longest) return std::nullopt;
    return TimeSpan{*shortest, *longest};
}

std::optional<std::string> number_of(std::string_view text) {
    std::string written(text::trimmed(text));
    if (written.size() > written_bytes_max) return std::nullopt;
    if (written.starts_with('$')) written = std::string(text::trimmed(written.substr(1)));
    if (written.starts_with(',') || written.ends_with(',')) return std::nullopt;
    std::erase(written, ',');
    double number = 0;
    const auto* end = written.data() + written.size();
    const auto [stop, error] =
        std::from_chars(written.data(), end, number, std::chars_format::fixed);
    if (error != std::errc() || stop != end || !std::isfinite(number)) return std::nullopt;
    return written;
}

std::optional<bool> boolean_of(std::string_view text) {
    const auto written = text::trimmed(text);
    for (const auto* yes : {"yes", "true", "y", "1"}) {
        if (text::equal_ignoring_ascii_case(written, yes)) return true;
    }
    for (const auto* no : {"no", "false", "n", "0"}) {
        if (text::equal_ignoring_ascii_case(written, no)) return false;
    }
    return std::nullopt;
}

std::string language_of(std::string_view text) {
    const auto written = text::trimmed(text);
    for (const auto& [name, tag] : languages) {
        if (text::equal_ignoring_ascii_case(written, name)) return std::string(tag);
    }
    return std::string(written);
}

std::vector<std::string> parts_of(std::string_view text) {
    std::vector<std::string> parts(1);
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] != '~') {
            parts.back() += text[i];
        } else if (i + 1 < text.size() && text[i + 1] == '~') {
            parts.back() += '~';
            ++i;
        } else {
            parts.emplace_back();
        }
    }
    for (auto& part : parts) part = std::string(text::trimmed(part));
    return parts;
}

std::string joined_parts(const std::vector<std::string>& parts) {
    std::string text;
    for (std::size_t i = 0; i < parts.size(); ++i) {
        // A space keeps the mark apart from one that belongs to a part.
        if (i > 0) text += text.ends_with('~') || parts[i].starts_with('~') ? " ~ " : "~";
        for (const char c : parts[i]) {
            text += c;
            if (c == '~') text += '~';
        }
    }
    return text;
}

}  // namespace cartulary::ctdl::templates
