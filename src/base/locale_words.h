#pragma once

#include <optional>
#include <string>
#include <string_view>

// Amounts, durations and names of languages and countries as people write them (Unicode CLDR, by
// way of ICU). A language is a tag of BCP 47 ("en", "es"); where it names no region the United
// States' manner is taken.
namespace cartulary {

// "$1,250.50" of 1250.5 and "USD"; "1,250.5 dollars" where the currency is no code of ISO 4217.
std::string money_words(double amount, std::string_view currency, std::string_view language);

// "1 year, 6 months" of "P1Y6M" (ISO 8601); nothing of what is no duration.
std::optional<std::string> duration_words(std::string_view duration, std::string_view language);

// The ends of a range: "6" and "8 weeks" of "P6W" and "P8W", "2 weeks" and "1 month" where they are
// counted in different units. Nothing where one is no duration.
struct DurationRange {
    std::string from;
    std::string to;
};
std::optional<DurationRange> duration_range_words(std::string_view from, std::string_view to,
                                                  std::string_view language);

// "English (United States)" of "en-US"; the tag itself where it is none.
std::string language_words(std::string_view tag, std::string_view language);

// "Estados Unidos" of "US" (ISO 3166-1 alpha-2) in Spanish; the code itself where it is none.
std::string country_words(std::string_view code, std::string_view language);

}  // namespace cartulary
