#pragma once

#include <optional>

#include "base/json.h"
#include "ctdl/problem_collector.h"
#include "ctdl/vocabulary.h"

namespace cartulary::ctdl {

// Reads the value of a property that is neither a reference nor texts by language (see
// language_maps.h): numbers, dates. Nothing where nothing is left of it.
std::optional<json::Value> read_plain(const Property& property, const json::Value& value,
                                      const Way& way, ProblemCollector& problems);

// The text without what no text has in it; nothing where it is blank.
std::optional<std::string> read_text(const std::string& text, const Way& way,
                                     ProblemCollector& problems);

}  // namespace cartulary::ctdl
