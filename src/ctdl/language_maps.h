#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/json.h"
#include "ctdl/problem_collector.h"

// Texts by language: {"en-US": "…"} or {"en-US": ["…", "…"]}.
namespace cartulary::ctdl {

inline constexpr std::size_t languages_max = 200;  // of one map

// What an import writes for a language that is not said.
inline constexpr std::string_view unknown_language = "und";

std::optional<json::Value> read_language_map(const json::Value& value, const Way& way,
                                             ProblemCollector& problems);

// "en-US" of "en_us "; what it is not is left to the caller.
std::string mended_language_tag(std::string_view text);

struct LanguageText {
    std::string language;  // empty: not said
    std::string text;
};

// All texts of a value, in their order, whether it is a map, a text or a list of either.
std::vector<LanguageText> texts_of(const json::Value& value);

// The first of them.
std::optional<std::string> any_text_of(const json::Value& value);

}  // namespace cartulary::ctdl
