#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/json.h"
#include "domain/identifier.h"

// Where CTDL writes the numbers that others gave an organization or a credential.
namespace cartulary::ctdl {

struct IdentifierProperty {
    std::string_view property;
    std::string_view scheme;  // domain/identifier.h
};
inline constexpr IdentifierProperty identifier_properties[] = {
    {"ceterms:fein", identifier_scheme::fein.name},
    {"ceterms:duns", identifier_scheme::duns.name},
    {"ceterms:opeID", identifier_scheme::opeid.name},
    {"ceterms:ipedsID", identifier_scheme::ipeds.name},
    {"ceterms:leiCode", identifier_scheme::lei.name},
    {"ceterms:isicV4", identifier_scheme::isic.name},
    {"ceterms:naics", identifier_scheme::naics.name},
    {"ceterms:ncesID", identifier_scheme::nces.name},
};

// CTDL has no property for it, so it is a ceterms:identifier of this name.
inline constexpr std::string_view uei_type_name = "Unique Entity ID";

// A ceterms:IdentifierValue; nothing for a node without a number.
struct NamedIdentifier {
    std::string type_name;  // may be empty
    std::string value;
};
std::optional<NamedIdentifier> named_identifier(const json::Value& node);

// All of a node, as domain/identifier.h names their schemes where it knows them, and otherwise as
// the document does.
std::vector<Identifier> identifiers_in(const json::Object& node);

}  // namespace cartulary::ctdl
