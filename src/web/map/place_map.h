#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "web/html.h"
#include "web/map/projection.h"

// A map of some places, drawn by us: an outline with dots.
namespace cartulary::web {

struct MapPlace {
    Position position;
    bool in_us;  // by what is said of it
    std::string name;
};

// As many as are drawn.
inline constexpr std::size_t map_places_max = 100;

// The states of the US where all places are in them, else the part of the world where they are.
// What it shows must be told beside it too. `label` says what it is; nothing for no places.
Markup place_map(std::string_view label, const std::vector<MapPlace>& places);

}  // namespace cartulary::web
