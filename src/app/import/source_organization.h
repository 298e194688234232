#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "base/json.h"
#include "domain/ctid.h"
#include "domain/organization_type.h"

namespace cartulary::import {

// An organization as a public list of them tells it, whichever list that is.
struct SourceOrganization {
    struct Name {
        std::string text;
        std::string language;  // as the list writes it; empty: not said
    };
    struct Identifier {
        std::string type;  // "ISNI"
        std::string value;
    };
    struct Place {
        std::string street = {};
        std::string city = {};
        std::string region = {};
        std::string postal_code = {};
        std::string country = {};                                // its name
        std::optional<std::pair<double, double>> position = {};  // latitude and longitude
    };

    std::size_t line = 1;  // of the file
    std::string key;       // what the list calls it: "https://ror.org/000025p04"
    Ctid ctid;
    Name name = {};
    std::vector<Name> labels = {};      // the same name in other languages
    std::vector<Name> alternates = {};  // acronyms and whatever else it is called
    std::string website = {};
    std::vector<std::string> same_as = {};  // addresses of pages about it
    std::vector<Identifier> identifiers = {};
    std::string fein = {};
    std::string founding_date = {};  // "1961"
    bool has_ceased = false;
    std::vector<OrganizationType> types = {};
    std::optional<Sector> sector = {};
    std::vector<Place> places = {};
    std::vector<Ctid> parents = {};
    std::vector<Ctid> children = {};
};

// It as linked data, as somebody would publish it.
json::Value payload_of(const SourceOrganization& organization);

}  // namespace cartulary::import
