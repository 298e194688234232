#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/json.h"
#include "domain/ctid.h"

// How nodes are written in a document's text.
namespace cartulary::ctdl {

// "/resources/ce-…"
std::string own_address(const Ctid& ctid);

// An address; what lies in this registry behind an escaped slash.
void write_address(std::string_view address, json::Writer& writer);

void write_node(const json::Object& node, json::Writer& writer);

// The value of the member `name` of a node.
void write_value(std::string_view name, const json::Value& value, json::Writer& writer);

// What Document::text wrote, with the names that stand there; see context_names.h.
struct WrittenGraph {
    std::string context;
    std::string id;
    std::vector<json::Object> nodes;  // one at least
};
WrittenGraph written_graph(std::string_view text);  // std::logic_error where it is none

}  // namespace cartulary::ctdl
