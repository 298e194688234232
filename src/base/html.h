#pragma once

#include <string>
#include <string_view>

namespace cartulary {

// Text that means itself in HTML, between tags and in quoted attributes.
std::string html_escaped(std::string_view text);
void append_html_escaped(std::string& html, std::string_view text);

}  // namespace cartulary
