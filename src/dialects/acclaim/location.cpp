#include "dialects/acclaim/location.h"

#include "base/text.h"
#include "domain/country.h"
#include "domain/text_field.h"

namespace cartulary::acclaim {

namespace {

constexpr std::size_t location_length_max = 500;  // characters

const Subdivision* region_in(const Country* country, std::string_view text) {
    return country && !text.empty() ? find_subdivision(*country, text) : nullptr;
}

// What stands behind the last comma, taken off the text; nothing when there is none.
std::string_view last_part(std::string_view text) {
    const auto comma = text.rfind(',');
    if (comma == std::string_view::npos) return {};
    return text::trimmed(text.substr(comma + 1));
}

std::string_view without_last_part(std::string_view text) {
    return text::trimmed(text.substr(0, text.rfind(',')));
}

void apply_country(Body& body, Address& address) {
    const auto written = body.text("country");
    if (!written) return;
    const auto* country = find_country(*written);
    if (!country && !written->empty()) {
        body.problem("country", "must be a country by its name or ISO 3166 code");
        return;
    }
    address.country = country ? country->alpha_2 : "";
}

void apply_region(Body& body, Address& address) {
    auto written = body.text("state_or_province");
    if (!written) return;
    const auto* country = find_country(address.country);
    const auto* region = region_in(country, *written);
    if (region && region == region_in(country, address.region)) return;
    address.region = region ? std::string(region->name) : *std::move(written);
}

void apply_location(Body& body, Address& address) {
    const auto written = body.text("location");
    if (!written) return;
    if (text::length(*written) > location_length_max) {
        body.problem("location", at_most(location_length_max));
    } else if (address == Address{}) {
        address = parse_location(*written);
    }
}

}  // namespace

std::string_view country_shown(const Address& address) {
    const auto* country = find_country(address.country);
    return country ? country->name : address.country;
}

std::string_view region_shown(const Address& address) {
    const auto* region = region_in(find_country(address.country), address.region);
    return region ? region->name : address.region;
}

std::string location_of(const Address& address) {
    std::string location;
    for (const auto part :
         {std::string_view(address.street), std::string_view(address.city), region_shown(address),
          std::string_view(address.postal_code), country_shown(address)}) {
        if (part.empty()) continue;
        if (!location.empty()) location += ' ';
        location += part;
    }
    return location;
}

Address parse_location(std::string_view text) {
    Address address;
    auto rest = text::trimmed(text);
    const auto* assumed = find_country("US");
    if (!region_in(assumed, last_part(rest))) {
        const auto* country = find_country(last_part(rest));
        if (country) {
            address.country = country->alpha_2;
            rest = without_last_part(rest);
            assumed = country;
        }
    }
    if (const auto* region = region_in(assumed, last_part(rest))) {
        address.region = region->name;
        rest = without_last_part(rest);
    }
    address.city = rest;
    return address;
}

void apply_address(Body& body, Address& address) {
    body.read_text("address", address.street);
    body.read_text("city", address.city);
    body.read_text("zip_or_postal_code", address.postal_code);
    apply_country(body, address);
    apply_region(body, address);
    apply_location(body, address);
}

}  // namespace cartulary::acclaim
