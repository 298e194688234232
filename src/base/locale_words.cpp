#include "base/locale_words.h"

#include <unicode/locid.h>
#include <unicode/measfmt.h>
#include <unicode/measunit.h>
#include <unicode/measure.h>
#include <unicode/numberformatter.h>
#include <unicode/ucurr.h>

#include <algorithm>
#include <charconv>
#include <memory>
#include <stdexcept>
#include <vector>

namespace cartulary {

namespace {

constexpr std::size_t tag_length_max = 100;

// A count of one unit of a duration.
struct Part {
    char unit;  // of ISO 8601: 'Y'; minutes are 'm'
    double count;
};

void require_success(UErrorCode status, const char* what) {
    if (U_FAILURE(status)) {
        throw std::runtime_error(std::string(what) + ": " + u_errorName(status));
    }
}

std::string utf8(const icu::UnicodeString& text) {
    std::string bytes;
    text.toUTF8String(bytes);
    return bytes;
}

std::u16string utf16(std::string_view ascii) {
    return {ascii.begin(), ascii.end()};
}

icu::Locale locale_of(std::string_view language) {
    if (language.find('-') == std::string_view::npos) {
        return {std::string(language).c_str(), "US"};
    }
    UErrorCode status = U_ZERO_ERROR;
    auto locale = icu::Locale::forLanguageTag(std::string(language), status);
    return U_FAILURE(status) ? icu::Locale::getUS() : locale;
}

bool is_currency_code(std::string_view text) {
    const auto is_capital = [](char c) { return c >= 'A' && c <= 'Z'; };
    if (text.size() != 3 || !std::ranges::all_of(text, is_capital)) return false;
    return ucurr_getNumericCode(utf16(text).c_str()) != 0;
}

std::string number_words(double number, const icu::Locale& locale) {
    UErrorCode status = U_ZERO_ERROR;
    const auto text = icu::number::NumberFormatter::withLocale(locale)
                          .formatDouble(number, status)
                          .toString(status);
    require_success(status, "a number cannot be written");
    return utf8(text);
}

// "6W" of "6W2D"; takes it away. Nothing where there is none.
std::optional<Part> take_part(std::string_view& text, bool is_time) {
    const auto digits = std::min(text.find_first_not_of("0123456789.,"), text.size());
    if (digits == 0 || digits == text.size()) return std::nullopt;
    std::string amount(text.substr(0, digits));
    std::ranges::replace(amount, ',', '.');
    Part part{text[digits], 0};
    const auto [end, error] =
        std::from_chars(amount.data(), amount.data() + amount.size(), part.count);
    if (error != std::errc() || end != amount.data() + amount.size()) return std::nullopt;
    if (is_time && part.unit == 'M') part.unit = 'm';
    text.remove_prefix(digits + 1);
    return part;
}

// Largest unit first, each one once.
std::optional<std::vector<Part>> parts_of(std::string_view duration) {
    if (!duration.starts_with('P')) return std::nullopt;
    duration.remove_prefix(1);
    constexpr std::string_view order = "YMWDHmS";
    std::vector<Part> parts;
    bool is_time = false;
    std::size_t least = 0;
    while (!duration.empty()) {
        if (duration[0] == 'T' && !is_time) {
            is_time = true;
            least = std::max(least, order.find('H'));
            duration.remove_prefix(1);
        }
        const auto part = take_part(duration, is_time);
        const auto at = part ? order.find(part->unit) : std::string_view::npos;
        if (at == std::string_view::npos || at < least || (at > 3 && !is_time)) return std::nullopt;
        least = at + 1;
        parts.push_back(*part);
    }
    // What is counted as none says nothing, unless it is all that there is.
    if (parts.size() > 1) {
        const auto last = parts.back();
        std::erase_if(parts, [](const Part& part) { return part.count == 0; });
        if (parts.empty()) parts.push_back(last);
    }
    if (parts.empty()) return std::nullopt;
    return parts;
}

std::unique_ptr<icu::MeasureUnit> unit_of(char unit, UErrorCode& status) {
    const auto made = [&]() -> icu::MeasureUnit* {
        switch (unit) {
            case 'Y': return icu::MeasureUnit::createYear(status);
            case 'M': return icu::MeasureUnit::createMonth(status);
            case 'W': return icu::MeasureUnit::createWeek(status);
            case 'D': return icu::MeasureUnit::createDay(status);
            case 'H': return icu::MeasureUnit::createHour(status);
            case 'm': return icu::MeasureUnit::createMinute(status);
            default: return icu::MeasureUnit::createSecond(status);
        }
    }();
    return std::unique_ptr<icu::MeasureUnit>(made);
}

std::string words_of(const std::vector<Part>& parts, const icu::Locale& locale) {
    UErrorCode status = U_ZERO_ERROR;
    std::vector<icu::Measure> measures;
    for (const auto& [unit, count] : parts) {
        measures.emplace_back(icu::Formattable(count), unit_of(unit, status).release(), status);
        require_success(status, "a duration cannot be written");
    }
    const icu::MeasureFormat format(locale, UMEASFMT_WIDTH_WIDE, status);
    icu::UnicodeString text;
    icu::FieldPosition nowhere(icu::FieldPosition::DONT_CARE);
    format.formatMeasures(measures.data(), static_cast<int>(measures.size()), text, nowhere,
                          status);
    require_success(status, "a duration cannot be written");
    return utf8(text);
}

}  // namespace

std::string money_words(double amount, std::string_view currency, std::string_view language) {
    const auto locale = locale_of(language);
    if (!is_currency_code(currency)) {
        const auto number = number_words(amount, locale);
        return currency.empty() ? number : number + ' ' + std::string(currency);
    }
    UErrorCode status = U_ZERO_ERROR;
    const icu::CurrencyUnit unit(utf16(currency).c_str(), status);
    const auto text = icu::number::NumberFormatter::withLocale(locale)
                          .unit(unit)
                          .formatDouble(amount, status)
                          .toString(status);
    require_success(status, "an amount cannot be written");
    return utf8(text);
}

std::optional<std::string> duration_words(std::string_view duration, std::string_view language) {
    const auto parts = parts_of(duration);
    if (!parts) return std::nullopt;
    return words_of(*parts, locale_of(language));
}

std::optional<DurationRange> duration_range_words(std::string_view from, std::string_view to,
                                                  std::string_view language) {
    const auto least = parts_of(from);
    const auto most = parts_of(to);
    if (!least || !most) return std::nullopt;
    const auto locale = locale_of(language);
    const bool is_one_unit =
        least->size() == 1 && most->size() == 1 && least->front().unit == most->front().unit;
    return DurationRange{
        is_one_unit ? number_words(least->front().count, locale) : words_of(*least, locale),
        words_of(*most, locale)};
}

std::string language_words(std::string_view tag, std::string_view language) {
    if (tag.empty() || tag.size() > tag_length_max) return std::string(tag);
    UErrorCode status = U_ZERO_ERROR;
    const auto named = icu::Locale::forLanguageTag(std::string(tag), status);
    if (U_FAILURE(status) || named.isBogus() || *named.getLanguage() == '\0') {
        return std::string(tag);
    }
    icu::UnicodeString name;
    return utf8(named.getDisplayName(locale_of(language), name));
}

std::string country_words(std::string_view code, std::string_view language) {
    if (code.size() != 2) return std::string(code);
    icu::UnicodeString name;
    const icu::Locale country("", std::string(code).c_str());
    return utf8(country.getDisplayCountry(locale_of(language), name));
}

}  // namespace cartulary
