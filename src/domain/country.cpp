#include "domain/country.h"

#include <algorithm>
#include <cstddef>
#include <optional>
#include <string>

#include "base/text.h"
#include "domain/places.h"

namespace cartulary {

namespace {

// As the keys are written: folded, with a plain apostrophe.
std::string key_of(std::string_view text) {
    constexpr std::string_view apostrophes[] = {"\u2019", "\u2018", "\u02BC", "\u02BB", "`"};
    const auto folded = text::folded(text);
    std::string key;
    for (std::string_view rest = folded; !rest.empty();) {
        const auto* const found =
            std::find_if(std::begin(apostrophes), std::end(apostrophes),
                         [&](std::string_view apostrophe) { return rest.starts_with(apostrophe); });
        const bool is_apostrophe = found != std::end(apostrophes);
        key += is_apostrophe ? '\'' : rest.front();
        rest.remove_prefix(is_apostrophe ? found->size() : 1);
    }
    return key;
}

std::optional<std::size_t> find(std::span<const places::Key> keys, std::string_view text) {
    const auto key = key_of(text);
    const auto found = std::lower_bound(
        keys.begin(), keys.end(), key,
        [](const places::Key& known, const std::string& wanted) { return known.text < wanted; });
    if (found == keys.end() || found->text != key) return std::nullopt;
    return found->index;
}

// All zero for a country that is not of the table.
places::Ranges ranges_of(const Country& country) {
    const auto found = std::lower_bound(
        places::countries.begin(), places::countries.end(), country.alpha_2,
        [](const Country& known, std::string_view wanted) { return known.alpha_2 < wanted; });
    if (found == places::countries.end() || found->alpha_2 != country.alpha_2) return {};
    return places::ranges[static_cast<std::size_t>(found - places::countries.begin())];
}

}  // namespace

std::span<const Country> countries() {
    return places::countries;
}

std::span<const Subdivision> subdivisions_of(const Country& country) {
    const auto ranges = ranges_of(country);
    return places::subdivisions.subspan(
        ranges.subdivisions_begin,
        static_cast<std::size_t>(ranges.subdivisions_end - ranges.subdivisions_begin));
}

const Country* find_country(std::string_view text) {
    const auto index = find(places::country_keys, text);
    return index ? &places::countries[*index] : nullptr;
}

const Subdivision* find_subdivision(const Country& country, std::string_view text) {
    const auto ranges = ranges_of(country);
    const auto index =
        find(places::subdivision_keys.subspan(
                 ranges.keys_begin, static_cast<std::size_t>(ranges.keys_end - ranges.keys_begin)),
             text);
    return index ? &places::subdivisions[*index] : nullptr;
}

}  // namespace cartulary
