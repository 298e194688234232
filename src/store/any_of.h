#pragma once

#include <optional>
#include <string>
#include <vector>

// A condition that both databases read alike: whether a column holds one of several texts, none of
// which has a unit separator in it. An empty list is no condition.
#define IS_ANY_OF(column, list)                                                            \
    "(cast(" list " as text) is null or replace(cast(" list " as text), '\x1f' || " column \
    " || '\x1f', '') <> cast(" list " as text))"

namespace cartulary {

// The texts as IS_ANY_OF takes them.
std::optional<std::string> any_of(const std::vector<std::string>& texts);

}  // namespace cartulary
