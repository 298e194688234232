#pragma once

#include <string_view>
#include <utility>
#include <vector>

namespace cartulary::web {

// Lines of a text, a tabulator and what the text is in another language, in their order. Lines
// without a tabulator are remarks. The answers live as long as `lines`.
std::vector<std::pair<std::string_view, std::string_view>> labelled_lines(std::string_view lines);

}  // namespace cartulary::web
