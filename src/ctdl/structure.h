#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/json.h"

// How the nodes of a document hang together.
namespace cartulary::ctdl {

// Of all nodes of a document as they are served, each with its blank nodes inside: what several
// share counts for each.
inline constexpr std::size_t embedded_bytes_max = std::size_t{32} << 20;

struct StructureProblem {
    std::size_t node = 0;  // its place in the graph
    std::string text;      // goes on after it: "refers to _:b1, which is not defined"
};

// Ids that stand twice, blank nodes that are not defined or not reached from a node that is none,
// that refer to each other in a circle, or whose nesting or sharing makes more than may be served.
// Takes time in proportion to the nodes.
std::vector<StructureProblem> structure_problems(std::span<const json::Object> nodes);

// The blank nodes among them, by name. Refers to the nodes.
using BlankNodes = std::unordered_map<std::string_view, const json::Object*>;
BlankNodes blank_nodes_of(std::span<const json::Object> nodes);

// The text of "@id"; empty where there is none.
std::string_view id_of(const json::Object& node);
std::string_view type_of(const json::Object& node);

// The member's value, or null.
const json::Value* member_of(const json::Object& node, std::string_view name);
// Its text; empty where it has none.
std::string_view text_of(const json::Object& node, std::string_view name);

}  // namespace cartulary::ctdl
