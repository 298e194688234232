#include "web/widget/widget_files.h"

#include "web/page.h"
#include "web/texts/language.h"

namespace cartulary::embedded {
extern const std::string_view web_widget_script;
extern const std::string_view web_widget_frame_script;
}  // namespace cartulary::embedded

namespace cartulary::web {

namespace {

http::Route script(std::string_view path, std::string operation, std::string_view text) {
    http::Response response{.status = 200,
                            .content_type = "text/javascript; charset=utf-8",
                            .body = std::string(text),
                            .headers = {{"Cache-Control", "public, max-age=3600"},
                                        {"ETag", entity_tag(text)},
                                        {"Access-Control-Allow-Origin", "*"},
                                        {"Cross-Origin-Resource-Policy", "cross-origin"},
                                        {"X-Content-Type-Options", "nosniff"}}};
    return {http::Method::get, std::string(path), std::move(operation), http::Cost::read,
            [response = std::move(response)](const http::Request&) { return response; }};
}

}  // namespace

std::vector<http::Route> widget_file_routes() {
    return {script(widget_script_path, "getWidgetScript", embedded::web_widget_script),
            script(widget_frame_script_path, "getWidgetFrameScript",
                   embedded::web_widget_frame_script)};
}

Shell widget_shell(const Visit& visit, const WidgetLanguage& language) {
    const auto& shell = visit.shell();
    const auto chosen = parse_language(language.name);
    return {.texts = chosen ? texts_in(*chosen) : shell.texts,
            .registry_name = shell.registry_name,
            .public_url = shell.public_url,
            .path = shell.path};
}

}  // namespace cartulary::web
