#include "web/shells.h"

#include "web/cookies.h"
#include "web/own_path.h"

namespace cartulary::web {

namespace {

// Where a page that somebody asks for is, to come back to.
std::string path_of(const http::Request& request) {
    const auto& path = request.raw_path.empty() ? request.path : request.raw_path;
    const bool has_query = request.method != http::Method::post && !request.query.empty();
    return own_path(has_query ? path + "?" + request.query : path, own_path(path, "/"));
}

}  // namespace

Language Shells::language_of(const http::Request& request) const {
    const auto chosen = parse_language(Cookies(request, public_url_).get(Cookie::language));
    return chosen.value_or(preferred_language(request.header("accept-language")));
}

Shell Shells::of(const http::Request& request) const {
    return in(language_of(request), path_of(request));
}

Shell Shells::in(Language language, std::string path) const {
    return {texts_in(language), registry_name_, public_url_, std::move(path)};
}

}  // namespace cartulary::web
