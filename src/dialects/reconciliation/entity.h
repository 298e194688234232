#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/json.h"
#include "ctdl/vocabulary.h"
#include "domain/resource.h"

// What a client reconciles with: everything that is published, by its CTID and its class.
namespace cartulary::reconciliation {

// What is reconciled where nothing else is said.
inline constexpr std::string_view organization_type = "ceterms:Organization";

// The classes of which something can be published, organizations first.
const std::vector<const ctdl::Class*>& types();

// Writes {"id","name"}; with the types that it belongs to where they are asked for.
void write_type(json::Writer& writer, std::string_view type);
void write_type_with_broader(json::Writer& writer, const ctdl::Class& type);

// The CTID that a text is, or that an address of this registry ends with.
std::optional<Ctid> ctid_of(std::string_view text, const std::string& public_url);

std::string name_of(const ResourceEntry& entry);
// "Springfield, Illinois, United States", or nothing.
std::string place_of(const ResourceEntry& entry);
// Its place; of what has none, the beginning of its description.
std::string description_of(const ResourceEntry& entry);

}  // namespace cartulary::reconciliation
