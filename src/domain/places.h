#pragma once

#include <cstdint>
#include <span>
#include <string_view>

#include "domain/country.h"

// The tables that generate_places.py makes of Debian's iso-codes. Only domain/country reads them.
namespace cartulary::places {

// A folded name or code, and the place in its table of what it stands for.
struct Key {
    std::string_view text;
    std::uint16_t index;
};

// Where a country's parts and their keys lie.
struct Ranges {
    std::uint16_t subdivisions_begin;
    std::uint16_t subdivisions_end;
    std::uint16_t keys_begin;
    std::uint16_t keys_end;
};

extern const std::span<const Country> countries;         // by alpha-2 code
extern const std::span<const Key> country_keys;          // by text
extern const std::span<const Ranges> ranges;             // in the order of the countries
extern const std::span<const Subdivision> subdivisions;  // by country, then by code
extern const std::span<const Key> subdivision_keys;      // by country, then by text

}  // namespace cartulary::places
