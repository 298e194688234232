#include "ctdl/payload_size.h"

#include <algorithm>

#include "ctdl/document.h"

namespace cartulary::ctdl {

namespace {

struct Size {
    std::size_t values = 0;
    std::size_t bytes = 0;  // at least, as JSON
    bool is_too_deep = false;

    void add(const json::Value& value, std::size_t depth) {
        if (depth > nesting_max) {
            is_too_deep = true;
        } else if (const auto* array = value.array()) {
            for (const auto& element : *array) add(element, depth + 1);
            bytes += 2 + array->size();
        } else if (const auto* object = value.object()) {
            for (const auto& [name, content] : *object) {
                bytes += name.size() + 4;
                add(content, depth + 1);
            }
            bytes += 2;
        } else {
            ++values;
            const auto* text = value.string();
            bytes += text ? text->size() + 2 : 1;
        }
    }
};

}  // namespace

std::optional<std::string> size_problem(const json::Value& payload) {
    Size size;
    size.add(payload, 0);
    if (size.is_too_deep) return "must not be nested deeper than " + std::to_string(nesting_max);
    if (size.values > values_max) {
        return "must have at most " + std::to_string(values_max) + " values";
    }
    if (size.bytes > document_bytes_max) {
        return "must have at most " + std::to_string(document_bytes_max >> 20) + " MiB";
    }
    return std::nullopt;
}

}  // namespace cartulary::ctdl
