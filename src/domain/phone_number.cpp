#include "domain/phone_number.h"

#include <algorithm>
#include <iterator>
#include <optional>

#include "base/text.h"

// Only the shape is looked at: Debian's libphonenumber is built against another Boost than ours
// and cannot be installed beside it.
namespace cartulary {

namespace {

constexpr std::size_t digits_min = 7;
constexpr std::size_t digits_max = 15;
constexpr std::size_t extension_digits_max = 10;
constexpr auto shape_problem = "must be a telephone number, for example +1 (555) 555-0123";
constexpr auto extension_problem = "must be an extension of 1 to 10 digits, for example 123";

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

std::size_t count_of_digits(std::string_view text) {
    return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), is_digit));
}

// Where "x123" or "ext. 123" begins; the end when there is none.
std::size_t extension_begin(std::string_view text) {
    return std::min(text.find_first_of("eExX"), text.size());
}

bool is_plain_extension(std::string_view text) {
    return !text.empty() && text.size() <= extension_digits_max &&
           std::all_of(text.begin(), text.end(), is_digit);
}

// "x123", "x 123", "ext 123", "ext. 123", "extension 123".
bool is_marked_extension(std::string_view text) {
    for (const std::string_view mark : {"extension", "ext.", "ext", "x.", "x"}) {
        if (text::equal_ignoring_ascii_case(text.substr(0, mark.size()), mark)) {
            return is_plain_extension(text::trimmed(text.substr(mark.size())));
        }
    }
    return false;
}

bool is_number(std::string_view text) {
    const auto digits = count_of_digits(text);
    if (digits < digits_min || digits > digits_max) return false;
    if (text.find_first_not_of("0123456789 ()-./+") != std::string_view::npos) return false;
    // A plus sign stands before everything, or after the parenthesis of "(+44)".
    const auto plus = text.rfind('+');
    return plus == std::string_view::npos || plus == 0 || (plus == 1 && text.front() == '(');
}

}  // namespace

Checked<std::string> parse_phone_number(std::string_view text) {
    text = text::trimmed(text);
    if (text.empty()) return problem("is required");
    if (text::length(text) > phone_number_characters_max) {
        return problem("must have at most 50 characters");
    }
    const auto extension = extension_begin(text);
    if (extension < text.size() && !is_marked_extension(text.substr(extension))) {
        return problem(shape_problem);
    }
    if (!is_number(text.substr(0, extension))) return problem(shape_problem);
    return std::string(text);
}

Checked<std::string> parse_phone_extension(std::string_view text) {
    text = text::trimmed(text);
    if (text.empty()) return problem("is required");
    if (text::length(text) > phone_extension_characters_max) {
        return problem("must have at most 20 characters");
    }
    if (!is_plain_extension(text) && !is_marked_extension(text)) return problem(extension_problem);
    return std::string(text);
}

std::string comparable_digits(std::string_view phone_number) {
    phone_number = phone_number.substr(0, extension_begin(phone_number));
    std::string digits;
    std::copy_if(phone_number.begin(), phone_number.end(), std::back_inserter(digits), is_digit);
    constexpr std::size_t north_american_digits = 11;
    if (digits.size() == north_american_digits && digits.front() == '1') digits.erase(0, 1);
    return digits;
}

}  // namespace cartulary
