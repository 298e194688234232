#pragma once

#include <string>
#include <string_view>

#include "base/json.h"

// JSON in the one spelling of RFC 8785 (JSON Canonicalization Scheme), for digests.
namespace cartulary::ctdl {

// Numbers are doubles there: an integer that none holds is rounded. Of several members with one
// name the last counts.
std::string canonical_json(const json::Value& value);

// As ECMAScript writes it: "1", "0.000001", "1e+21".
std::string ecmascript_number(double number);

// In the order of their UTF-16 code units, which is not quite that of their bytes.
bool comes_before(std::string_view left, std::string_view right);

}  // namespace cartulary::ctdl
