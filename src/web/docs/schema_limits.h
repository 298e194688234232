#pragma once

#include <string>
#include <vector>

#include "web/docs/json_reference.h"
#include "web/texts/texts.h"

namespace cartulary::web {

// What a schema demands of a value beyond its type, in words: "2 to 100 characters". `code` is in
// backticks.
std::vector<std::string> limits_of(const json::Value& schema, const References& references,
                                   const Texts& texts);

}  // namespace cartulary::web
