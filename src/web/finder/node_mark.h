#pragma once

#include <cstdint>
#include <vector>

#include "web/finder/graph_reader.h"

namespace cartulary::web {

// Marks of what a document says, by which two documents are compared: the same for the same,
// however its blank nodes are called and its keys and lists are ordered. Short, so that of large
// documents as little is kept.
using Mark = std::uint64_t;

Mark mark_of(const GraphReader& graph, const json::Value& value);

// Of all values of a property together; 0 where there are none.
Mark mark_of_property(const GraphReader& graph, const json::Value& node, std::string_view property);

}  // namespace cartulary::web
