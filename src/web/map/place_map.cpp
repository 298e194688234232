#include "web/map/place_map.h"

#include <algorithm>
#include <cmath>
#include <optional>
#include <span>

#include "web/assets.h"

namespace cartulary::web {

namespace {

// Smaller than this the outline of the world shows its corners.
constexpr double world_view_width_min = 230;
constexpr double world_view_shape = 0.5;  // height by width
constexpr double margin = 0.5;            // around the places, in parts of what they take
constexpr double dot_size = 0.014;        // radius, in parts of the width

// A part of a drawing.
struct View {
    double x, y, width, height;
};

std::string number(double value) {
    auto text = std::to_string(std::round(value * 100) / 100);
    text.resize(text.find('.') + 3);
    return text;
}

Markup drawing(std::string_view label, std::string_view outline, const MapSize& size,
               const View& view, const Markup& dots) {
    const auto box = number(view.x) + " " + number(view.y) + " " + number(view.width) + " " +
                     number(view.height);
    return element("svg",
                   {{"class", "map"},
                    {"viewBox", box},
                    {"role", "img"},
                    {"aria-label", label},
                    {"xmlns", "http://www.w3.org/2000/svg"}},
                   element("image", {{"href", outline},
                                     {"width", std::to_string(size.width)},
                                     {"height", std::to_string(size.height)}}),
                   dots);
}

Markup dots_at(const std::vector<MapPoint>& points, std::span<const MapPlace> places,
               double width) {
    Markup dots;
    for (std::size_t i = 0; i < points.size(); ++i) {
        dots.add(element("circle",
                         {{"class", "dot"},
                          {"cx", number(points[i].x)},
                          {"cy", number(points[i].y)},
                          {"r", number(width * dot_size)}},
                         element("title", {}, places[i].name)));
    }
    return dots;
}

// Nothing where one of them is elsewhere.
std::optional<std::vector<MapPoint>> us_points(std::span<const MapPlace> places) {
    std::vector<MapPoint> points;
    for (const auto& place : places) {
        const auto point = place.in_us ? on_us_map(place.position) : std::nullopt;
        if (!point) return std::nullopt;
        points.push_back(*point);
    }
    return points;
}

// Of the world, with all points and what is around them.
View view_around(const std::vector<MapPoint>& points) {
    const auto [left, right] = std::ranges::minmax(points, {}, &MapPoint::x);
    const auto [top, bottom] = std::ranges::minmax(points, {}, &MapPoint::y);
    const double across = (right.x - left.x) * (1 + 2 * margin);
    const double down = (bottom.y - top.y) * (1 + 2 * margin);
    const double whole = world_map_size.width;
    const double width =
        std::clamp(std::max(across, down / world_view_shape), world_view_width_min, whole);
    const double height = std::min<double>(width * world_view_shape, world_map_size.height);
    const auto from = [](double middle, double length, double all) {
        return std::clamp(middle - length / 2, 0.0, all - length);
    };
    return {from((left.x + right.x) / 2, width, whole),
            from((top.y + bottom.y) / 2, height, world_map_size.height), width, height};
}

}  // namespace

Markup place_map(std::string_view label, const std::vector<MapPlace>& places) {
    if (places.empty()) return {};
    const auto shown = std::span(places).first(std::min(places.size(), map_places_max));
    if (const auto points = us_points(shown)) {
        const View whole{0, 0, us_map_size.width, us_map_size.height};
        return drawing(label, us_outline_path(), us_map_size, whole,
                       dots_at(*points, shown, whole.width));
    }
    std::vector<MapPoint> points;
    for (const auto& place : shown) points.push_back(on_world_map(place.position));
    const auto view = view_around(points);
    return drawing(label, world_outline_path(), world_map_size, view,
                   dots_at(points, shown, view.width));
}

}  // namespace cartulary::web
