#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "base/json.h"
#include "domain/checked.h"
#include "domain/ctid.h"

namespace cartulary::import {

// The documents in a payload. A graph that is not named after one resource may hold several, as
// websites publish them: each becomes a document with its parts (the competencies of a framework)
// and the blank nodes that they refer to. All else is one document, as it stands.
//
// Problem: the nodes of several hang together so much that they would have to be copied too often.
Checked<std::vector<json::Value>> documents_in(json::Value payload);

// The node that a payload describes; null where there is none.
const json::Value* main_node_in(const json::Value& payload);

// Its class and its CTID as they are written; empty, nothing where none is said.
std::string_view type_written_in(const json::Value& payload);
std::optional<Ctid> ctid_written_in(const json::Value& payload);

}  // namespace cartulary::import
