#include "ctdl/value_forms.h"

#include <algorithm>
#include <chrono>

#include "base/text.h"

namespace cartulary::ctdl {

namespace {

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}
bool is_letter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}
bool is_letter_or_digit(char c) {
    return is_letter(c) || is_digit(c);
}

bool all_digits(std::string_view text) {
    return !text.empty() && std::all_of(text.begin(), text.end(), is_digit);
}

// The part up to the mark, which is taken away with it; all of the text where there is none.
std::string_view take_until(std::string_view& text, char mark) {
    const auto end = std::min(text.find(mark), text.size());
    const auto part = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    return part;
}

// Reads a tag subtag by subtag.
class Subtags {
public:
    explicit Subtags(std::string_view tag) : rest_(tag) { next(); }

    std::string_view current() const { return current_; }
    bool are_all_taken() const { return at_end_ && !is_broken_; }
    bool is_malformed() const {
        return !at_end_ && (current_.empty() || current_.size() > 8 ||
                            !std::all_of(current_.begin(), current_.end(), is_letter_or_digit));
    }

    void next() {
        at_end_ = done_;
        const bool more = rest_.find('-') != std::string_view::npos;
        current_ = take_until(rest_, '-');
        done_ = !more;
    }

    // Goes on where the subtag is letters only, this many.
    bool take_letters(std::size_t least, std::size_t most) {
        if (at_end_ || current_.size() < least || current_.size() > most) return false;
        if (!std::all_of(current_.begin(), current_.end(), is_letter)) return false;
        next();
        return true;
    }
    bool take_region() {
        if (take_letters(2, 2)) return true;
        if (at_end_ || current_.size() != 3 || !all_digits(current_)) return false;
        next();
        return true;
    }
    bool take_variant() {
        const bool fits = current_.size() >= 5 || (current_.size() == 4 && is_digit(current_[0]));
        if (at_end_ || !fits || is_malformed()) return false;
        next();
        return true;
    }
    // A letter or digit and what it stands for.
    bool take_extension() {
        if (at_end_ || current_.size() != 1 || is_malformed()) return false;
        const bool is_private = current_ == "x" || current_ == "X";
        next();
        std::size_t parts = 0;
        while (!at_end_ && !is_malformed() && (is_private || current_.size() > 1)) {
            next();
            ++parts;
        }
        is_broken_ = parts == 0;
        return !is_broken_;
    }

private:
    std::string_view rest_;
    std::string_view current_;
    bool done_ = false;    // `rest_` holds no further subtag
    bool at_end_ = false;  // `current_` is none
    bool is_broken_ = false;
};

// Digits only, this many, and within these bounds.
bool is_number(std::string_view text, std::size_t digits, int least, int most) {
    if (text.size() != digits || !all_digits(text)) return false;
    int number = 0;
    for (const char c : text) number = number * 10 + (c - '0');
    return number >= least && number <= most;
}

bool is_zone(std::string_view text) {
    if (text.empty() || text == "Z") return true;
    return text.size() == 6 && (text[0] == '+' || text[0] == '-') && text[3] == ':' &&
           is_number(text.substr(1, 2), 2, 0, 14) && is_number(text.substr(4, 2), 2, 0, 59);
}

constexpr std::size_t date_length = 10;

bool is_day(std::string_view text) {
    if (text.size() != date_length || text[4] != '-' || text[7] != '-') return false;
    const auto year = text.substr(0, 4);
    const auto month = text.substr(5, 2);
    const auto day = text.substr(8, 2);
    if (!is_number(year, 4, 1, 9999) || !is_number(month, 2, 1, 12) || !is_number(day, 2, 1, 31)) {
        return false;
    }
    const auto value = [](std::string_view digits) {
        int number = 0;
        for (const char c : digits) number = number * 10 + (c - '0');
        return number;
    };
    return std::chrono::year_month_day(std::chrono::year(value(year)),
                                       std::chrono::month(static_cast<unsigned>(value(month))),
                                       std::chrono::day(static_cast<unsigned>(value(day))))
        .ok();
}

// Takes "12" or "1.5" off; a fraction may be in the last part only, which the caller sees to.
bool take_amount(std::string_view& text, bool& has_fraction) {
    const auto digits = std::min(text.find_first_not_of("0123456789"), text.size());
    if (digits == 0) return false;
    text.remove_prefix(digits);
    if (!text.starts_with('.') && !text.starts_with(',')) return true;
    text.remove_prefix(1);
    const auto fraction = std::min(text.find_first_not_of("0123456789"), text.size());
    text.remove_prefix(fraction);
    has_fraction = true;
    return fraction > 0;
}

// The parts of a duration on one side of its "T", their letters in this order.
bool are_amounts(std::string_view text, std::string_view letters, bool& has_fraction) {
    while (!text.empty()) {
        if (has_fraction || !take_amount(text, has_fraction) || text.empty()) return false;
        const auto letter = letters.find(text[0]);
        if (letter == std::string_view::npos) return false;
        letters.remove_prefix(letter + 1);
        text.remove_prefix(1);
    }
    return true;
}

bool begins_with(std::string_view text, std::string_view beginning) {
    return text::equal_ignoring_ascii_case(text.substr(0, beginning.size()), beginning);
}

}  // namespace

bool is_language_tag(std::string_view text) {
    if (text.size() > language_tag_bytes_max) return false;
    Subtags subtags(text);
    if (subtags.is_malformed()) return false;
    if (text.starts_with("x-") || text.starts_with("X-")) {
        return subtags.take_extension() && subtags.are_all_taken();
    }
    const auto language_length = subtags.current().size();
    if (!subtags.take_letters(2, 8)) return false;
    for (int extended = 0; extended < 3 && language_length <= 3; ++extended) {
        if (!subtags.take_letters(3, 3)) break;
    }
    subtags.take_letters(4, 4);  // the script
    subtags.take_region();
    while (subtags.take_variant()) {
    }
    while (subtags.take_extension()) {
    }
    return subtags.are_all_taken();
}

bool is_date(std::string_view text) {
    return is_day(text.substr(0, date_length)) && is_zone(text.substr(date_length));
}

bool is_date_time(std::string_view text) {
    if (text.size() < date_length + 6 || text[date_length] != 'T') return false;
    if (!is_day(text.substr(0, date_length))) return false;
    auto time = text.substr(date_length + 1);
    if (!is_number(time.substr(0, 2), 2, 0, 23) || time[2] != ':' ||
        !is_number(time.substr(3, 2), 2, 0, 59)) {
        return false;
    }
    time.remove_prefix(5);
    if (time.starts_with(':')) {
        if (time.size() < 3 || !is_number(time.substr(1, 2), 2, 0, 59)) return false;
        time.remove_prefix(3);
        if (time.starts_with('.')) {
            const auto end = std::min(time.find_first_not_of("0123456789", 1), time.size());
            if (end == 1) return false;
            time.remove_prefix(end);
        }
    }
    return is_zone(time);
}

bool is_duration(std::string_view text) {
    if (text.size() < 3 || text[0] != 'P') return false;
    text.remove_prefix(1);
    const auto mark = text.find('T');
    const auto days = text.substr(0, mark);
    bool has_fraction = false;
    if (mark == std::string_view::npos) return are_amounts(days, "YMWD", has_fraction);
    const auto time = text.substr(mark + 1);
    return !time.empty() && are_amounts(days, "YMWD", has_fraction) &&
           are_amounts(time, "HMS", has_fraction);
}

bool is_absolute_address(std::string_view text) {
    if (text.size() > address_bytes_max) return false;
    if (text.find_first_of(" <>\"{}|\\^`") != std::string_view::npos) return false;
    if (text::has_control_character(text)) return false;
    for (const std::string_view scheme : {"https://", "http://"}) {
        if (!begins_with(text, scheme)) continue;
        const auto after = text.substr(scheme.size());
        return !after.substr(0, after.find_first_of("/?#")).empty();
    }
    for (const std::string_view scheme : {"urn:", "did:"}) {
        if (begins_with(text, scheme)) return text.find(':', scheme.size() + 1) < text.size() - 1;
    }
    return false;
}

}  // namespace cartulary::ctdl
