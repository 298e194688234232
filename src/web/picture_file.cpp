#include "web/picture_file.h"

#include "web/refusal_page.h"

namespace cartulary::web {

namespace {

using http::Request;
using http::Response;

constexpr std::string_view ending = ".png";

std::optional<Uuid> id_of(std::string_view file) {
    if (!file.ends_with(ending)) return std::nullopt;
    return Uuid::parse(file.substr(0, file.size() - ending.size()));
}

Response show(Pictures& pictures, const Shell& shell, const Request& request) {
    const auto id = id_of(request.path_parameter("file"));
    auto picture = id ? pictures.find(*id) : std::nullopt;
    if (!picture) {
        return refusal_page(shell, {404, std::string(shell.texts.picture_unknown)}, request);
    }
    return {.status = 200,
            .content_type = std::move(picture->media_type),
            .body = std::move(picture->bytes),
            .headers = {{"Cache-Control", "public, max-age=31536000, immutable"},
                        {"ETag", '"' + id->text() + '"'},
                        {"Content-Security-Policy", "default-src 'none'"},
                        {"X-Content-Type-Options", "nosniff"}}};
}

}  // namespace

std::vector<http::Route> picture_routes(Pictures& pictures, std::shared_ptr<const Shells> shells) {
    return {{http::Method::get, "/pictures/{file}", "getPicture", http::Cost::read,
             [&pictures, shells](const Request& request) {
                 return show(pictures, shells->of(request), request);
             }}};
}

}  // namespace cartulary::web
