#pragma once

#include <string>

#include "base/json.h"

namespace cartulary::web {

// A description whose parts refer to each other by {"$ref": "#/components/…"}.
class References {
public:
    explicit References(const json::Value& whole) : whole_(whole) {}

    // What a part stands for: itself, or what it refers to in the end. Throws std::runtime_error
    // where a reference leads nowhere or round in a circle.
    const json::Value& follow(const json::Value& part) const;

    // "Contact" of {"$ref": "#/components/schemas/Contact"}; empty when it is no reference.
    static std::string name_in(const json::Value& part);

private:
    const json::Value& whole_;
};

// The member's text; empty when there is none.
std::string text_in(const json::Value& part, std::string_view member);

// Whether the member is there and true.
bool is_true_in(const json::Value& part, std::string_view member);

// A value as people read it: a string without quotes, all else as JSON.
std::string shown(const json::Value& value);

// The values of `examples` (a list, or named ones) and `example`.
std::vector<json::Value> examples_in(const json::Value& part);

}  // namespace cartulary::web
