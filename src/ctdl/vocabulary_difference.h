#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/json.h"
#include "base/result.h"

namespace cartulary::ctdl {

// What published schemas say otherwise than the table that this program has.
struct TermDifference {
    enum class Kind { added, removed, changed };

    Kind kind = Kind::added;
    std::string_view noun;  // "class", "property", "scheme", "concept"
    std::string name;       // "ceterms:Certificate"
    // Of a changed one; each an aspect with what it has more, less or instead.
    struct Aspect {
        std::string_view name;  // "label", "status", "parents", "domains", "ranges", …
        std::vector<std::string> added = {};
        std::vector<std::string> removed = {};

        bool operator==(const Aspect&) const = default;
    };
    std::vector<Aspect> aspects = {};

    bool operator==(const TermDifference&) const = default;
};

// Of the JSON-LD schema files of CTDL and CTDL-ASN, one or both, in any order; what is only in the
// schema that is not given counts as unchanged. Classes first, then properties, schemes and
// concepts, each by name. invalid: a value is neither schema.
Result<std::vector<TermDifference>> vocabulary_difference(std::span<const json::Value> schemas);

}  // namespace cartulary::ctdl
