#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "web/html.h"

// A drawing of an organization among others, for who sees it: what it says stands in a list beside
// it too, so that it is hidden from those who have it read to them.
namespace cartulary::web {

struct Neighbour {
    std::string_view relation;  // "Part of"
    std::string name;
    std::string path;  // of its page; or empty
    bool is_above;     // the organization in the middle is part of it, or vouched for by it
};

// As many as are drawn, of those above and those below as many where there are more.
inline constexpr std::size_t neighbours_drawn_max = 12;

Markup relation_drawing(std::string_view name, const std::vector<Neighbour>& neighbours);

}  // namespace cartulary::web
