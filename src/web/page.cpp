#include "web/page.h"

#include "base/secrets.h"
#include "web/assets.h"
#include "web/finder/search_form.h"
#include "web/language_choice.h"

namespace cartulary::web {

namespace {

constexpr auto html_type = "text/html; charset=utf-8";

// Nothing comes from or goes to anywhere else, and nothing runs but what the page names.
std::string content_security_policy(const Page& page) {
    std::string policy =
        "default-src 'none'; style-src 'self'; img-src 'self' data:; form-action 'self'; ";
    if (!page.script_path.empty()) policy += "script-src 'self'; ";
    policy += "connect-src 'self'; ";  // what judges a page reads robots.txt from within it
    if (page.shows_widget) policy += "frame-src 'self'; ";
    policy += "base-uri 'none'; frame-ancestors ";
    return policy + (page.widget ? "*" : "'none'");
}

std::string window_title(const Shell& shell, const Page& page) {
    const auto& title = page.title_in_window.empty() ? page.title : page.title_in_window;
    if (title == shell.registry_name) return title;
    return filled_plain(shell.texts.page_title,
                        {{"page", title}, {"registry", shell.registry_name}});
}

Markup script(std::string_view path) {
    if (path.empty()) return {};
    return element("script", {{"src", path}, {"defer"}});
}

std::string_view color_scheme(Theme theme) {
    switch (theme) {
        case Theme::device: break;
        case Theme::light: return "light";
        case Theme::dark: return "dark";
    }
    return "light dark";
}

Markup robots(const Page& page) {
    if (page.indexed) return {};
    return element("meta", {{"name", "robots"}, {"content", "noindex"}});
}

Markup head(const Shell& shell, const Page& page) {
    const auto theme = page.widget.value_or(Theme::device);
    return element(
        "head", {}, element("meta", {{"charset", "utf-8"}}),
        element("meta", {{"name", "viewport"}, {"content", "width=device-width, initial-scale=1"}}),
        element("meta", {{"name", "color-scheme"}, {"content", color_scheme(theme)}}),
        element("title", {}, window_title(shell, page)),
        element("link", {{"rel", "stylesheet"}, {"href", style_path(theme)}}),
        element("link", {{"rel", "icon"}, {"type", "image/svg+xml"}, {"href", mark_path()}}),
        script(page.script_path), robots(page), page.for_software);
}

Markup navigation_link(std::string_view text, std::string_view to, bool is_here) {
    const auto here = is_here ? Attribute{"aria-current", "page"} : Attribute{};
    return element("li", {}, element("a", {{"href", to}, here}, text));
}

// Of those who are logged in, and of all others.
Markup personal_navigation(const Texts& texts, const Page& page) {
    if (page.log_out_form.empty()) {
        return navigation_link(texts.log_in_link, "/log-in", page.section == Section::log_in);
    }
    const auto staff =
        page.for_staff ? navigation_link(texts.staff_link, "/staff", page.section == Section::staff)
                       : Markup();
    return together(
        staff,
        navigation_link(texts.dashboard_link, "/dashboard", page.section == Section::dashboard),
        navigation_link(texts.account_link, "/account", page.section == Section::account),
        element("li", {}, page.log_out_form));
}

Markup banner(const Shell& shell, const Page& page) {
    const auto& texts = shell.texts;
    const auto mark =
        element("img", {{"src", mark_path()}, {"alt", ""}, {"width", "32"}, {"height", "32"}});
    return element(
        "header", {{"class", "banner"}},
        element("a", {{"class", "brand"}, {"href", "/"}}, mark,
                element("span", {}, shell.registry_name)),
        page.section == Section::home ? Markup() : banner_search_form(texts),
        element(
            "nav", {{"aria-label", texts.main_navigation}},
            element("ul", {}, navigation_link(texts.home_link, "/", page.section == Section::home),
                    navigation_link(texts.docs_link, "/docs", page.section == Section::docs),
                    personal_navigation(texts, page))));
}

// What people wrote has its own language and direction.
Markup title_markup(const Page& page) {
    if (page.title_language.empty()) return element("h1", {}, page.title);
    return element("h1", {{"lang", page.title_language}, {"dir", "auto"}}, page.title);
}

Markup widget_body(const Page& page) {
    return element("body", {{"class", "widget"}},
                   element("main", {}, title_markup(page), page.content));
}

Markup body(const Shell& shell, const Page& page) {
    if (page.widget) return widget_body(page);
    const auto& texts = shell.texts;
    return element(
        "body", {}, element("a", {{"class", "skip"}, {"href", "#content"}}, texts.skip),
        banner(shell, page),
        element("main",
                {{"id", "content"}, {"class", page.wide ? "wide" : "narrow"}, {"tabindex", "-1"}},
                title_markup(page), page.content),
        element("footer", {}, language_choice(shell), element("p", {}, texts.made_with)));
}

std::string html(const Shell& shell, const Page& page) {
    return together(document_type(), element("html", {{"lang", shell.texts.language}},
                                             head(shell, page), body(shell, page)))
               .text() +
           "\n";
}

http::Response answer(const Shell& shell, int status, const Page& page) {
    return {.status = status,
            .content_type = html_type,
            .body = html(shell, page),
            .headers = {{"Content-Security-Policy", content_security_policy(page)},
                        {"X-Content-Type-Options", "nosniff"}}};
}

Markup property(std::string_view name, std::string_view content) {
    if (content.empty()) return {};
    return element("meta", {{"property", name}, {"content", content}});
}

Markup named(std::string_view name, std::string_view content) {
    if (content.empty()) return {};
    return element("meta", {{"name", name}, {"content", content}});
}

// As Open Graph has it, a language and a territory.
std::string_view locale_of(const Texts& texts) {
    return texts.language == "es" ? "es_LA" : "en_US";
}

}  // namespace

Markup preview_markup(const Shell& shell, const Preview& preview) {
    const auto url = shell.public_url + preview.path;
    const auto picture =
        preview.picture_path.empty() ? std::string() : shell.public_url + preview.picture_path;
    return together(element("link", {{"rel", "canonical"}, {"href", url}}),
                    named("description", preview.description), property("og:type", "website"),
                    property("og:site_name", shell.registry_name),
                    property("og:locale", locale_of(shell.texts)),
                    property("og:title", preview.title), property("og:url", url),
                    property("og:description", preview.description), property("og:image", picture),
                    property("og:image:alt", picture.empty() ? "" : preview.title),
                    named("twitter:card", "summary"));
}

std::string entity_tag(std::string_view text) {
    return '"' + digest(text).substr(0, 32) + '"';
}

http::Response lasting(const Shell& shell, const Page& page) {
    auto response = answer(shell, 200, page);
    response.headers.push_back({"Referrer-Policy", "same-origin"});
    response.headers.push_back({"Cache-Control", "no-cache"});
    response.headers.push_back({"ETag", entity_tag(response.body)});
    response.headers.push_back({"Vary", "Accept-Language, Cookie"});
    return response;
}

http::Response personal(const Shell& shell, const Page& page) {
    auto response = answer(shell, 200, page);
    response.headers.push_back({"Referrer-Policy", "same-origin"});
    response.headers.push_back({"Cache-Control", "private, no-cache"});
    response.headers.push_back({"ETag", entity_tag(response.body)});
    response.headers.push_back({"Vary", "Accept-Language, Cookie"});
    return response;
}

http::Response passing(const Shell& shell, int status, const Page& page) {
    auto response = answer(shell, status, page);
    response.headers.push_back({"Referrer-Policy", "no-referrer"});
    response.headers.push_back({"Cache-Control", "no-store"});
    response.headers.push_back({"X-Robots-Tag", "noindex"});
    return response;
}

http::Response seen_at(const std::string& path) {
    return {
        .status = 303,
        .content_type = {},
        .body = {},
        .headers = {
            {"Location", path}, {"Referrer-Policy", "no-referrer"}, {"Cache-Control", "no-store"}}};
}

}  // namespace cartulary::web
