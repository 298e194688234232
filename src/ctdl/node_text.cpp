#include "ctdl/node_text.h"

#include <stdexcept>

#include "ctdl/address_places.h"
#include "ctdl/structure.h"

namespace cartulary::ctdl {

std::string own_address(const Ctid& ctid) {
    return "/resources/" + ctid.text();
}

void write_address(std::string_view address, json::Writer& writer) {
    if (!is_own(address)) {
        writer.value(address);
        return;
    }
    auto written = json::text_of(json::Value(std::string(address)));
    writer.raw(written.insert(1, 1, '\\'));
}

void write_value(std::string_view name, const json::Value& value, json::Writer& writer) {
    if (const auto* text = value.string()) {
        if (holds_addresses(name)) {
            write_address(*text, writer);
        } else {
            writer.value(*text);
        }
    } else if (const auto* array = value.array()) {
        writer.begin_array();
        for (const auto& element : *array) write_value(name, element, writer);
        writer.end_array();
    } else if (const auto* object = value.object()) {
        write_node(*object, writer);
    } else {
        writer.value(value);
    }
}

void write_node(const json::Object& node, json::Writer& writer) {
    writer.begin_object();
    for (const auto& [name, value] : node) {
        writer.key(name);
        write_value(name, value, writer);
    }
    writer.end_object();
}

WrittenGraph written_graph(std::string_view text) {
    const auto require = [](bool is_so) {
        if (!is_so) throw std::logic_error("a text is no document of linked data");
    };
    const auto parsed = json::parse(text);
    require(parsed && parsed->object());
    WrittenGraph written{std::string(text_of(*parsed->object(), "@context")),
                         std::string(id_of(*parsed->object())),
                         {}};
    const auto* graph = member_of(*parsed->object(), "@graph");
    require(graph && graph->array() && !graph->array()->empty());
    written.nodes.reserve(graph->array()->size());
    for (const auto& node : *graph->array()) {
        require(node.object());
        written.nodes.push_back(*node.object());
    }
    return written;
}

}  // namespace cartulary::ctdl
