#pragma once

#include <array>
#include <optional>
#include <string_view>

#include "web/texts/texts.h"

namespace cartulary::web {

// The first is everybody's who understands none of them.
enum class Language { english, spanish };
inline constexpr std::array languages = {Language::english, Language::spanish};

const Texts& texts_in(Language language);

// By the code that its texts name, "en"; nothing for others.
std::optional<Language> parse_language(std::string_view code);

// What a browser asks for (Accept-Language, RFC 9110): the most wanted that there is, where "es-MX"
// is Spanish, and the first of several that are wanted as much. What is no such list asks for
// nothing, and so does all beyond its first 20 entries.
Language preferred_language(std::string_view accept_language);

}  // namespace cartulary::web
