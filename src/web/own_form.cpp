#include "web/own_form.h"

#include "base/text.h"
#include "http/form.h"

namespace cartulary::web {

namespace {

// "https://registry.example/a" → "https://registry.example"
std::string_view origin_of(std::string_view url) {
    const auto host = url.find("://");
    if (host == std::string_view::npos) return url;
    return url.substr(0, url.find('/', host + 3));
}

}  // namespace

bool is_own_form(const http::Request& request, std::string_view public_url) {
    if (const auto site = request.header("sec-fetch-site"); !site.empty()) {
        return site == "same-origin" || site == "none";
    }
    const auto origin = request.header("origin");
    if (origin.empty() || origin == "null") return true;
    if (text::equal_ignoring_ascii_case(origin, origin_of(public_url))) return true;
    // Reached by another name than its public one, such as localhost.
    const auto host = origin.find("://");
    return host != std::string_view::npos && !request.header("host").empty() &&
           text::equal_ignoring_ascii_case(origin.substr(host + 3), request.header("host"));
}

std::string form_field(const http::Request& request, std::string_view name) {
    std::string found;
    for (auto& [key, value] : http::form_decode(request.body)) {
        if (key == name) found = std::move(value);
    }
    return found;
}

}  // namespace cartulary::web
