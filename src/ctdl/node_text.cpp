#include "ctdl/node_text.h"

#include "ctdl/address_places.h"

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

}  // namespace cartulary::ctdl
