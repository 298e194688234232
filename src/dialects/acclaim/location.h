#pragma once

#include <string>
#include <string_view>

#include "dialects/acclaim/body.h"
#include "domain/organization.h"

// Where an organization is, by names.
namespace cartulary::acclaim {

std::string_view country_shown(const Address& address);  // "United States"
std::string_view region_shown(const Address& address);   // "Minnesota", also where it is "MN"

// Street, city, region, postal code and country, joined by spaces.
std::string location_of(const Address& address);

// The address that a text like "East Junius, Ohio" tells: city, region and country by their
// commas. Without a country the regions of the United States are known; what is not known stands
// in the city.
Address parse_location(std::string_view text);

// What a PUT says of it; absent is unchanged, and so is what comes back as it was shown. Its
// problems are kept in `body`.
void apply_address(Body& body, Address& address);

}  // namespace cartulary::acclaim
