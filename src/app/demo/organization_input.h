#pragma once

#include <optional>
#include <string>
#include <vector>

#include "app/demo/colleges.h"
#include "base/json.h"

namespace cartulary::demo {

struct Place {
    std::string street;
    std::string city;
    std::string state;  // code
    std::string postal_code;
    std::pair<double, double> position;  // latitude and longitude
    std::string phone = {};
    std::string email = {};
};
json::Value place_input(const Place& place);
Place place_of(const College& college);

// A text by its language, where a thing has several.
using ByLanguage = std::vector<std::pair<std::string, std::string>>;
json::Value by_language(const ByLanguage& texts);

// As the Assistant takes an organization.
struct OrganizationInput {
    std::string type = "CredentialOrganization";
    Ctid ctid;
    ByLanguage names;
    ByLanguage other_names = {};
    ByLanguage descriptions;
    std::string website;
    std::string email;
    std::vector<std::string> types;  // "TwoYear"
    std::string sector;              // "Public"
    std::string fein = {};
    std::string opeid = {};
    std::string ipeds = {};
    std::string uei = {};
    std::optional<Place> place = {};
    std::vector<Ctid> accredited_by = {};
    std::vector<Ctid> recognized_by = {};
    std::vector<Ctid> parents = {};
};
json::Object request_of(const OrganizationInput& organization);

}  // namespace cartulary::demo
