#pragma once

#include <optional>

// Where places lie on the drawings that tests/outlines/outlines.mjs makes.
namespace cartulary::web {

// Degrees, north and east of the Greenwich meridian.
struct Position {
    double latitude;
    double longitude;
};

// Nothing for what is no place on Earth, nor for 0, 0, which only says that nobody knows.
std::optional<Position> position_of(double latitude, double longitude);

// From the upper left corner.
struct MapPoint {
    double x;
    double y;
};
struct MapSize {
    int width;
    int height;
};

// The fifty states by Albers' equal-area conic projection, with Alaska (at 35 % of its size) and
// Hawaii below the southwest, as d3.geoAlbersUsa() has them. Nothing for what lies elsewhere; some
// of what lies near a border does not.
inline constexpr MapSize us_map_size{975, 610};
std::optional<MapPoint> on_us_map(const Position& position);

// The whole world by the Equal Earth projection (Šavrič, Patterson, Jenny 2018).
inline constexpr MapSize world_map_size{1000, 487};
MapPoint on_world_map(const Position& position);

}  // namespace cartulary::web
