#pragma once

#include <span>
#include <string_view>

#include "ctdl/templates/template.h"

// The one list of what templates are made of.
namespace cartulary::ctdl::templates {

// Kinds as bits, so that one line says of which kinds a field is.
using Kinds = unsigned;

constexpr Kinds bit_of(Kind kind) {
    return 1U << static_cast<unsigned>(kind);
}

struct Row {
    std::string_view name;
    std::string_view column;
    Section section;
    Shape shape;
    bool many;
    std::string_view property;
    Kinds kinds;
    Kinds required = 0;
    std::string_view example = {};
    std::string_view usual = {};
    std::span<const Kind> refers_to = {};
};

std::span<const Row> field_rows();
std::span<const Row> identifying_rows();

}  // namespace cartulary::ctdl::templates
