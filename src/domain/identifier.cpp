#include "domain/identifier.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <optional>

#include "base/text.h"

namespace cartulary {

namespace {

constexpr std::array all_schemes{
    identifier_scheme::fein,
    identifier_scheme::duns,
    identifier_scheme::opeid,
    identifier_scheme::ipeds,
    identifier_scheme::uei,
    identifier_scheme::lei,
    identifier_scheme::isic,
    identifier_scheme::naics,
    identifier_scheme::nces,
    identifier_scheme::tax_exempt,
    identifier_scheme::linked_in,
    identifier_scheme::litmos_key,
    identifier_scheme::litmos_external_id,
    identifier_scheme::sunbird_channel,
    identifier_scheme::sunbird_external_id,
};

constexpr std::size_t value_characters_max = 255;

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}
bool is_upper(char c) {
    return c >= 'A' && c <= 'Z';
}

// The text without hyphens when nothing but digits is left of it.
std::optional<std::string> digits_of(std::string_view text) {
    std::string digits;
    for (const char c : text::trimmed(text)) {
        if (c == '-') continue;
        if (!is_digit(c)) return std::nullopt;
        digits += c;
    }
    return digits;
}

// Letters in upper case and digits, this many, or nothing.
std::optional<std::string> code_of(std::string_view text, std::size_t characters) {
    std::string code(text::trimmed(text));
    if (code.size() != characters) return std::nullopt;
    for (char& c : code) {
        if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
        if (!is_digit(c) && !is_upper(c)) return std::nullopt;
    }
    return code;
}

// ISO 7064 MOD 97-10, with A = 10 … Z = 35: a right number leaves 1.
bool has_right_check_digits(std::string_view code) {
    unsigned remainder = 0;
    for (const char c : code) {
        const auto value = static_cast<unsigned>(is_digit(c) ? c - '0' : c - 'A' + 10);
        remainder = (remainder * (value < 10 ? 10 : 100) + value) % 97;
    }
    return remainder == 1;
}

Checked<std::string> parse_any(std::string_view text) {
    text = text::trimmed(text);
    if (text.empty()) return problem("is required");
    if (text::length(text) > value_characters_max) {
        return problem("must have at most 255 characters");
    }
    if (text::has_control_character(text)) return problem("must not contain control characters");
    return std::string(text);
}

Checked<std::string> parse_padded_opeid(std::string_view text) {
    return parse_opeid(text).map([](const Opeid& opeid) { return opeid.value; });
}

}  // namespace

std::span<const IdentifierScheme> identifier_schemes() {
    return all_schemes;
}

const IdentifierScheme* find_identifier_scheme(std::string_view name) {
    const auto* found =
        std::find_if(all_schemes.begin(), all_schemes.end(),
                     [&](const IdentifierScheme& scheme) { return scheme.name == name; });
    return found == all_schemes.end() ? nullptr : found;
}

Checked<std::string> parse_identifier(const IdentifierScheme& scheme, std::string_view value) {
    struct Rule {
        std::string_view scheme;
        Checked<std::string> (*parse)(std::string_view);
    };
    constexpr Rule rules[] = {
        {identifier_scheme::fein.name, parse_fein},
        {identifier_scheme::duns.name, parse_duns},
        {identifier_scheme::opeid.name, parse_padded_opeid},
        {identifier_scheme::ipeds.name, parse_unitid},
        {identifier_scheme::uei.name, parse_uei},
        {identifier_scheme::lei.name, parse_lei},
    };
    for (const auto& rule : rules) {
        if (rule.scheme == scheme.name) return rule.parse(value);
    }
    return parse_any(value);
}

std::string with_lost_zeros(std::string_view digits, std::size_t count) {
    return std::string(count - std::min(count, digits.size()), '0') + std::string(digits);
}

Checked<std::string> parse_fein(std::string_view text) {
    auto digits = digits_of(text);
    if (!digits || digits->size() != 9) {
        return problem("must be nine digits, for example 12-3456789");
    }
    return digits->insert(2, 1, '-');
}

bool has_known_fein_prefix(std::string_view fein) {
    // IRS, "How EINs are assigned and valid EIN prefixes": every pair but these is in use.
    constexpr std::string_view unused[] = {"00", "07", "08", "09", "17", "18", "19", "28", "29",
                                           "49", "69", "70", "78", "79", "89", "96", "97"};
    return std::find(std::begin(unused), std::end(unused), fein.substr(0, 2)) == std::end(unused);
}

Checked<std::string> parse_duns(std::string_view text) {
    auto digits = digits_of(text);
    if (!digits || digits->size() != 9) {
        return problem("must be nine digits, for example 012345678");
    }
    return *std::move(digits);
}

Checked<Opeid> parse_opeid(std::string_view text) {
    constexpr std::size_t digits_wanted = 8;
    constexpr std::size_t digits_least = 6;
    const auto digits = digits_of(text);
    if (!digits || digits->size() < digits_least || digits->size() > digits_wanted) {
        return problem("must be eight digits, for example 00123400");
    }
    return Opeid{with_lost_zeros(*digits, digits_wanted), digits->size() < digits_wanted};
}

Checked<std::string> parse_unitid(std::string_view text) {
    const auto unitid = text::trimmed(text);
    if (unitid.size() != 6 || !std::all_of(unitid.begin(), unitid.end(), is_digit)) {
        return problem("must be six digits, for example 100654");
    }
    return std::string(unitid);
}

Checked<std::string> parse_uei(std::string_view text) {
    auto code = code_of(text, 12);
    if (!code) return problem("must be 12 letters and digits, for example JF4CYKLHE1E4");
    return *std::move(code);
}

Checked<std::string> parse_lei(std::string_view text) {
    auto code = code_of(text, 20);
    if (!code) return problem("must be 20 letters and digits, for example 5493001KJTIIGC8Y1R12");
    if (!has_right_check_digits(*code)) return problem("must have the right two digits at the end");
    return *std::move(code);
}

}  // namespace cartulary
