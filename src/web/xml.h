#pragma once

#include <string>
#include <string_view>

#include "web/html.h"

// XML that cannot be broken by what people write: for feeds and maps of the site.
namespace cartulary::web {

inline constexpr std::string_view xml_declaration = R"(<?xml version="1.0" encoding="UTF-8"?>)"
                                                    "\n";

// Escaped; without the characters that XML 1.0 cannot hold, of which control characters are most.
// The text must be UTF-8.
std::string xml_text(std::string_view plain);

// An element around what is XML already. Names are ours, never people's.
std::string xml_element(std::string_view name, Attributes attributes, std::string_view content);

}  // namespace cartulary::web
