#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "ctdl/document.h"
#include "ctdl/structure.h"
#include "domain/organization.h"

namespace cartulary::ctdl {

inline constexpr std::size_t identifiers_said_max = 50;  // of one scheme
inline constexpr std::size_t phones_said_max = 20;

// What a document and a record can both say of an organization, in one form, so that the two can be
// compared; nothing where it is not mentioned.
struct OrganizationSaid {
    struct Place {
        std::string street;  // all of its lines, by ", "
        std::string city;
        std::string region;
        std::string postal_code;
        std::string country;  // ISO 3166-1 alpha-2; empty where it is none

        bool operator==(const Place&) const = default;
    };

    std::optional<std::string> name = {};
    std::optional<std::string> description = {};
    std::optional<std::string> website = {};
    std::optional<std::string> email = {};
    std::optional<Place> address = {};
    std::vector<std::string> phones = {};  // with their extensions: "555-0100 x12"
    std::vector<OrganizationType> types = {};
    std::optional<Sector> sector = {};
    std::map<std::string, std::vector<std::string>> identifiers = {};  // by scheme, public ones
    Problems problems = {};  // warnings: what is none of what it should be, and so not said
};

OrganizationSaid said_by(const Document& document);
OrganizationSaid said_by(const OrganizationDraft& draft);

// The nodes that the value holds, and the blank ones that it refers to.
std::vector<const json::Object*> nodes_in(const json::Value* value, const BlankNodes& blanks);

// Whether a ceterms:Place says where it is, rather than only how it is reached.
bool is_address(const json::Object& place);

}  // namespace cartulary::ctdl
