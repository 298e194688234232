#pragma once

#include <span>
#include <string_view>

namespace cartulary {

// A country or territory of ISO 3166-1.
struct Country {
    std::string_view alpha_2;        // "US"
    std::string_view alpha_3;        // "USA"
    std::string_view numeric;        // "840"
    std::string_view name;           // what people call it: "United States", "South Korea"
    std::string_view official_name;  // "United States of America"
};

// A state, province or other part of a country, of ISO 3166-2 or of the United States Postal
// Service, which knows six more (FM, MH, PW and the armed forces' AA, AE, AP).
struct Subdivision {
    std::string_view code;  // "US-MN"
    std::string_view name;  // "Minnesota"
    std::string_view type;  // "State"

    std::string_view part() const { return code.substr(3); }  // "MN"
};

// All, by alpha-2 code.
std::span<const Country> countries();
std::span<const Subdivision> subdivisions_of(const Country& country);

// By alpha-2, alpha-3 or numeric code, by name or by what else people write ("USA", "Ivory
// Coast"), without regard to case and to marks on letters; null when there is no such country.
const Country* find_country(std::string_view text);

// By code with or without the country before it, or by name. Where two parts have one name, the
// larger one.
const Subdivision* find_subdivision(const Country& country, std::string_view text);

}  // namespace cartulary
