#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "domain/organization.h"

namespace cartulary::sunbird {

struct Location {
    std::string id;    // the client's own; or a code of ISO 3166
    std::string type;  // "country", "state"; empty: unknown

    bool operator==(const Location&) const = default;
};

// What only this dialect knows of an organization, kept as a JSON object of what is not empty,
// under the keys of the answers.
struct Particulars {
    std::string preferred_language;
    std::string image_url;
    std::string thumbnail;
    std::string theme;
    std::string code;
    std::string encryption_key;
    std::optional<std::int64_t> type;
    std::optional<std::int64_t> sub_type;
    std::optional<bool> single_sign_on;
    std::vector<Location> locations;
    std::vector<std::string> sign_keys;
    std::vector<std::string> encryption_keys;

    bool operator==(const Particulars&) const = default;
};

Particulars particulars_of(const OrganizationDraft& draft);
void keep(OrganizationDraft& draft, const Particulars& particulars);

}  // namespace cartulary::sunbird
