#include "web/map/projection.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace cartulary::web {

namespace {

constexpr double radians(double degrees) {
    return degrees * std::numbers::pi / 180;
}

struct Rectangle {
    double left, top, right, bottom;

    bool has(const MapPoint& point) const {
        return point.x >= left && point.x <= right && point.y >= top && point.y <= bottom;
    }
};

// Albers' equal-area conic projection (Snyder 1987, page 98) of a part of the map.
class Conic {
public:
    struct Part {
        double meridian;      // that stands upright; degrees
        double parallels[2];  // without distortion; degrees
        Position center;
        MapPoint middle;  // where the center is on the map
        double scale;
        Rectangle shown;
    };

    explicit Conic(const Part& part) : part_(part), center_(raw(part.center)) {}

    std::optional<MapPoint> point(const Position& position) const {
        const auto [x, y] = raw(position);
        const MapPoint point{part_.middle.x + part_.scale * (x - center_.x),
                             part_.middle.y - part_.scale * (y - center_.y)};
        if (!part_.shown.has(point)) return std::nullopt;
        return point;
    }

private:
    MapPoint raw(const Position& position) const {
        const double sine = std::sin(radians(part_.parallels[0]));
        const double n = (sine + std::sin(radians(part_.parallels[1]))) / 2;
        const double c = 1 + sine * (2 * n - sine);
        const double turn = std::remainder(position.longitude - part_.meridian, 360);
        const double radius =
            std::sqrt(std::max(0.0, c - 2 * n * std::sin(radians(position.latitude)))) / n;
        return {radius * std::sin(radians(turn) * n), -radius * std::cos(radians(turn) * n)};
    }

    Part part_;
    MapPoint center_;
};

constexpr double us_scale = 1300;
constexpr MapPoint us_middle{487.5, 305};

// In parts of the scale, from the middle.
constexpr MapPoint us_point(double x, double y) {
    return {us_middle.x + us_scale * x, us_middle.y + us_scale * y};
}
constexpr Rectangle us_rectangle(double left, double top, double right, double bottom) {
    const auto upper_left = us_point(left, top);
    const auto lower_right = us_point(right, bottom);
    return {upper_left.x, upper_left.y, lower_right.x, lower_right.y};
}

const Conic lower_48({.meridian = -96,
                      .parallels = {29.5, 45.5},
                      .center = {38.7, -96.6},
                      .middle = us_middle,
                      .scale = us_scale,
                      .shown = us_rectangle(-0.455, -0.238, 0.455, 0.238)});
const Conic alaska({.meridian = -154,
                    .parallels = {55, 65},
                    .center = {58.5, -156},
                    .middle = us_point(-0.307, 0.201),
                    .scale = us_scale * 0.35,
                    .shown = us_rectangle(-0.425, 0.120, -0.214, 0.234)});
const Conic hawaii({.meridian = -157,
                    .parallels = {8, 18},
                    .center = {19.9, -160},
                    .middle = us_point(-0.205, 0.212),
                    .scale = us_scale,
                    .shown = us_rectangle(-0.214, 0.166, -0.115, 0.234)});

}  // namespace

std::optional<Position> position_of(double latitude, double longitude) {
    if (!(std::abs(latitude) <= 90) || !(std::abs(longitude) <= 180)) return std::nullopt;
    if (latitude == 0 && longitude == 0) return std::nullopt;
    return Position{latitude, longitude};
}

std::optional<MapPoint> on_us_map(const Position& position) {
    for (const auto* part : {&lower_48, &alaska, &hawaii}) {
        const auto point = part->point(position);
        if (!point) continue;
        // Alaska goes on beyond the drawing.
        const bool is_drawn = point->x >= 0 && point->x <= us_map_size.width;
        return is_drawn ? point : std::nullopt;
    }
    return std::nullopt;
}

MapPoint on_world_map(const Position& position) {
    constexpr double a1 = 1.340264, a2 = -0.081106, a3 = 0.000893, a4 = 0.003796;
    const double m = std::sqrt(3.0) / 2;
    const double l = std::asin(m * std::sin(radians(position.latitude)));
    const double l2 = l * l;
    const double l6 = l2 * l2 * l2;
    const double x = radians(position.longitude) * std::cos(l) /
                     (m * (a1 + 3 * a2 * l2 + l6 * (7 * a3 + 9 * a4 * l2)));
    const double y = l * (a1 + a2 * l2 + l6 * (a3 + a4 * l2));
    const double scale = world_map_size.width / 2.0 / (std::numbers::pi / (m * a1));
    return {world_map_size.width / 2.0 + x * scale, world_map_size.height / 2.0 - y * scale};
}

}  // namespace cartulary::web
