#include "web/language_choice.h"

#include "http/form.h"
#include "web/cookies.h"
#include "web/own_path.h"
#include "web/refusal_page.h"

namespace cartulary::web {

namespace {

http::Response choose(const Shells& shells, const http::Request& request) {
    const auto shell = shells.of(request);
    const auto chosen = parse_language(request.path_parameter("code"));
    if (!chosen) {
        return refusal_page(shell, {404, std::string(shell.texts.language_unknown)}, request);
    }
    auto response = seen_at(own_path(request.query_parameter("next").value_or(""), "/"));
    response.headers.push_back({"X-Robots-Tag", "noindex"});
    response.headers.push_back(
        Cookies(request, shell.public_url).set(Cookie::language, texts_in(*chosen).language));
    return response;
}

}  // namespace

Markup language_choice(const Shell& shell) {
    Markup entries;
    for (const auto language : languages) {
        const auto& texts = texts_in(language);
        const auto& code = texts.language;
        if (code == shell.texts.language) {
            entries.add(element("li", {},
                                element("span", {{"aria-current", "true"}}, texts.language_name)));
            continue;
        }
        const auto path =
            "/language/" + std::string(code) + "?next=" + http::percent_encode(shell.path);
        entries.add(element(
            "li", {},
            element("a", {{"href", path}, {"lang", code}, {"hreflang", code}, {"rel", "nofollow"}},
                    texts.language_name)));
    }
    return element("nav", {{"class", "languages"}, {"aria-label", shell.texts.language_navigation}},
                   element("ul", {}, entries));
}

std::vector<http::Route> language_routes(std::shared_ptr<const Shells> shells) {
    return {{http::Method::get, "/language/{code}", "chooseLanguage", http::Cost::read,
             [shells](const http::Request& request) { return choose(*shells, request); }}};
}

}  // namespace cartulary::web
