#include "web/assets.h"

#include "base/secrets.h"
#include "web/page.h"

namespace cartulary::embedded {
extern const std::string_view web_style;
extern const std::string_view web_search_style;
extern const std::string_view web_resource_style;
extern const std::string_view web_organization_style;
extern const std::string_view web_finder_script;
extern const std::string_view web_try_style;
extern const std::string_view web_try_script;
extern const std::string_view web_widget_style;
extern const std::string_view web_mark;
extern const std::string_view web_badge;
extern const std::string_view web_us_outline;
extern const std::string_view web_world_outline;
}  // namespace cartulary::embedded

namespace cartulary::web {

namespace {

constexpr std::size_t name_digest_length = 16;  // hexadecimal digits
constexpr auto svg_type = "image/svg+xml";
constexpr auto script_type = "text/javascript; charset=utf-8";

std::string path_of(std::string_view name, std::string_view content, std::string_view ending) {
    return "/assets/" + std::string(name) + "." + digest(content).substr(0, name_digest_length) +
           std::string(ending);
}

http::Route route(std::string_view path, std::string operation, http::Response response) {
    return {http::Method::get, std::string(path), std::move(operation), http::Cost::read,
            [response = std::move(response)](const http::Request&) { return response; }};
}

http::Route asset(const std::string& path, std::string operation, std::string_view content,
                  std::string type) {
    return route(path, std::move(operation),
                 {.status = 200,
                  .content_type = std::move(type),
                  .body = std::string(content),
                  .headers = {{"Cache-Control", "public, max-age=31536000, immutable"},
                              {"X-Content-Type-Options", "nosniff"}}});
}

http::Route default_badge() {
    return route(default_badge_path, "getDefaultBadge",
                 {.status = 200,
                  .content_type = svg_type,
                  .body = std::string(embedded::web_badge),
                  .headers = {{"Cache-Control", "public, max-age=86400"},
                              {"ETag", entity_tag(embedded::web_badge)},
                              {"Content-Security-Policy", "default-src 'none'"},
                              {"X-Content-Type-Options", "nosniff"}}});
}

// One file for all pages, so that a browser asks once; what is of one room comes last.
const std::string& style() {
    static const auto text = std::string(embedded::web_style)
                                 .append(embedded::web_search_style)
                                 .append(embedded::web_resource_style)
                                 .append(embedded::web_organization_style)
                                 .append(embedded::web_try_style)
                                 .append(embedded::web_widget_style);
    return text;
}

std::string replaced(std::string text, std::string_view from, std::string_view to) {
    for (auto at = text.find(from); at != std::string::npos; at = text.find(from, at + to.size())) {
        text.replace(at, from.size(), to);
    }
    return text;
}

// The same with the colors of one theme, whatever the device prefers.
std::string style_in(std::string_view scheme, std::string_view dark_where) {
    return replaced(replaced(style(), "color-scheme: light dark", scheme),
                    "@media (prefers-color-scheme: dark)", dark_where);
}

const std::string& style(Theme theme) {
    static const auto light = style_in("color-scheme: light", "@media not all");
    static const auto dark = style_in("color-scheme: dark", "@media all");
    switch (theme) {
        case Theme::device: break;
        case Theme::light: return light;
        case Theme::dark: return dark;
    }
    return style();
}

http::Route style_route(Theme theme, std::string operation) {
    return asset(style_path(theme), std::move(operation), style(theme), "text/css; charset=utf-8");
}

}  // namespace

const std::string& style_path(Theme theme) {
    static const auto device = path_of("style", style(), ".css");
    static const auto light = path_of("style-light", style(Theme::light), ".css");
    static const auto dark = path_of("style-dark", style(Theme::dark), ".css");
    switch (theme) {
        case Theme::device: break;
        case Theme::light: return light;
        case Theme::dark: return dark;
    }
    return device;
}

const std::string& mark_path() {
    static const auto path = path_of("mark", embedded::web_mark, ".svg");
    return path;
}

const std::string& finder_script_path() {
    static const auto path = path_of("finder", embedded::web_finder_script, ".js");
    return path;
}

const std::string& us_outline_path() {
    static const auto path = path_of("us", embedded::web_us_outline, ".svg");
    return path;
}

const std::string& world_outline_path() {
    static const auto path = path_of("world", embedded::web_world_outline, ".svg");
    return path;
}

const std::string& try_script_path() {
    static const auto path = path_of("try", embedded::web_try_script, ".js");
    return path;
}

std::vector<http::Route> asset_routes() {
    return {
        style_route(Theme::device, "getStyle"),
        style_route(Theme::light, "getLightStyle"),
        style_route(Theme::dark, "getDarkStyle"),
        asset(finder_script_path(), "getFinderScript", embedded::web_finder_script, script_type),
        asset(mark_path(), "getMark", embedded::web_mark, svg_type),
        asset(us_outline_path(), "getUsOutline", embedded::web_us_outline, svg_type),
        asset(world_outline_path(), "getWorldOutline", embedded::web_world_outline, svg_type),
        asset(try_script_path(), "getTryScript", embedded::web_try_script, script_type),
        default_badge()};
}

}  // namespace cartulary::web
