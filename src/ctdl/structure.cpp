#include "ctdl/structure.h"

#include <algorithm>
#include <optional>

#include "ctdl/address_places.h"
#include "ctdl/document.h"

namespace cartulary::ctdl {

namespace {

// About as long as it is written, and how deep.
struct Extent {
    std::size_t bytes = 0;
    std::size_t height = 0;

    void include(const Extent& other) {
        bytes = std::min(bytes + other.bytes, embedded_bytes_max + 1);
        height = std::max(height, other.height);
    }
};

Extent extent_of(const json::Value& value, std::size_t depth) {
    Extent extent{16, depth};
    if (const auto* text = value.string()) {
        extent.bytes = text->size() + 3;
    } else if (const auto* array = value.array()) {
        for (const auto& element : *array) extent.include(extent_of(element, depth + 1));
    } else if (const auto* object = value.object()) {
        for (const auto& [name, content] : *object) {
            extent.bytes += name.size() + 4;
            extent.include(extent_of(content, depth + 1));
        }
    }
    return extent;
}

class Structure {
public:
    explicit Structure(std::span<const json::Object> nodes) : nodes_(nodes), looked_(nodes.size()) {
        for (std::size_t node = 0; node < nodes.size(); ++node) {
            const auto id = id_of(nodes[node]);
            if (!places_.emplace(id, node).second) {
                notice(node, "has the same \"@id\" as a node before it: " + std::string(id));
            }
        }
    }

    std::vector<StructureProblem> problems() {
        for (std::size_t node = 0; node < nodes_.size(); ++node) find_edges(node);
        if (!problems_.empty()) return std::move(problems_);
        Extent whole;
        for (std::size_t node = 0; node < nodes_.size() && problems_.empty(); ++node) {
            if (is_blank(id_of(nodes_[node]))) continue;
            if (const auto extent = embedded(node, 0)) whole.include(*extent);
            if (whole.bytes > embedded_bytes_max) {
                notice(node, "shares its blank nodes so often that it would be told at more than " +
                                 std::to_string(embedded_bytes_max >> 20) + " MiB");
            }
        }
        if (!problems_.empty()) return std::move(problems_);
        for (std::size_t node = 0; node < nodes_.size(); ++node) {
            if (!looked_[node].extent) notice_unreached(node);
        }
        return std::move(problems_);
    }

private:
    struct Edge {
        std::size_t to;
        std::size_t depth;  // of the place within the node
    };
    struct Looked {
        std::vector<Edge> edges = {};
        std::optional<Extent> extent = {};  // with its blank nodes inside
        bool is_open = false;
    };

    void notice(std::size_t node, std::string text) {
        problems_.push_back({node, std::move(text)});
    }

    void find_edges(std::size_t node) {
        for_each_reference(nodes_[node], [&](const std::string& address, std::size_t depth) {
            if (!is_blank(address)) return;
            const auto found = places_.find(address);
            if (found == places_.end()) {
                notice(node, "refers to the blank node " + address + ", which is not there");
            } else {
                looked_[node].edges.push_back({found->second, depth});
            }
        });
    }

    // Nothing, and a problem, where it cannot be told. Blank nodes nest at most nesting_max deep,
    // and so does this.
    std::optional<Extent> embedded(std::size_t node, std::size_t depth) {
        auto& looked = looked_[node];
        if (looked.is_open) {
            notice(node, "refers to itself through blank nodes");
            return std::nullopt;
        }
        if (depth > nesting_max || (looked.extent && depth + looked.extent->height > nesting_max)) {
            notice(node, "nests blank nodes deeper than " + std::to_string(nesting_max));
            return std::nullopt;
        }
        if (looked.extent) return looked.extent;
        looked.is_open = true;
        Extent extent;
        for (const auto& [name, value] : nodes_[node]) {
            extent.bytes += name.size() + 4;
            extent.include(extent_of(value, 1));
        }
        for (const auto& edge : looked.edges) {
            auto inner = embedded(edge.to, depth + edge.depth);
            if (!inner) return std::nullopt;
            inner->height += edge.depth;
            extent.include(*inner);
        }
        looked.is_open = false;
        looked.extent = extent;
        return extent;
    }

    void notice_unreached(std::size_t node) {
        notice(node, "is a blank node that nothing refers to: " + std::string(id_of(nodes_[node])));
    }

    std::span<const json::Object> nodes_;
    std::vector<Looked> looked_;
    std::unordered_map<std::string_view, std::size_t> places_;
    std::vector<StructureProblem> problems_;
};

}  // namespace

const json::Value* member_of(const json::Object& node, std::string_view name) {
    const auto found = std::find_if(
        node.begin(), node.end(), [&](const json::Member& member) { return member.name == name; });
    return found == node.end() ? nullptr : &found->value;
}

std::string_view text_of(const json::Object& node, std::string_view name) {
    const auto* value = member_of(node, name);
    const auto* text = value ? value->string() : nullptr;
    return text ? std::string_view(*text) : std::string_view();
}

BlankNodes blank_nodes_of(std::span<const json::Object> nodes) {
    BlankNodes blanks;
    for (const auto& node : nodes) {
        if (is_blank(id_of(node))) blanks.emplace(id_of(node), &node);
    }
    return blanks;
}

std::string_view id_of(const json::Object& node) {
    return text_of(node, "@id");
}

std::string_view type_of(const json::Object& node) {
    return text_of(node, "@type");
}

std::vector<StructureProblem> structure_problems(std::span<const json::Object> nodes) {
    return Structure(nodes).problems();
}

}  // namespace cartulary::ctdl
