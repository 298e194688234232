#include "dialects/reconciliation/preview.h"

#include <string_view>

#include "base/html.h"
#include "ctdl/vocabulary.h"
#include "dialects/reconciliation/entity.h"

namespace cartulary::reconciliation {

namespace {

// Framed by whoever wants; nothing else of it is anybody's to run or to load.
// The hash is the style's.
constexpr auto content_policy =
    "default-src 'none'; style-src 'sha256-F0V7+4s2uSYWXAWjq4A+culO8dpy9GsB8hOdpIZ405s='; "
    "base-uri 'none'; form-action 'none'; frame-ancestors *";
constexpr std::string_view style =
    "body{font:14px/1.4 system-ui,sans-serif;margin:8px}h1{font-size:16px;margin:0 0 4px}"
    "p{margin:0 0 4px}.kind{color:#555}";

std::string page(std::string_view title, const std::string& content) {
    std::string html = "<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n";
    html +=
        "<title>" + html_escaped(title) + "</title>\n<style>" + std::string(style) + "</style>\n";
    return html + "</head>\n<body>\n" + content + "</body>\n</html>\n";
}

std::string paragraph(std::string_view text, std::string_view css_class = {}) {
    if (text.empty()) return {};
    std::string html = css_class.empty() ? "<p>" : "<p class=\"" + std::string(css_class) + "\">";
    return html + html_escaped(text) + "</p>\n";
}

std::string content_of(const ResourceEntry& entry, const std::string& public_url) {
    const auto* const type = ctdl::find_class(entry.type);
    const auto name = name_of(entry);
    const auto address = public_url + "/resources/" + entry.ctid.text();
    std::string html = "<h1><a href=\"" + html_escaped(address) +
                       "\" target=\"_blank\" rel=\"noopener\">" + html_escaped(name) +
                       "</a></h1>\n";
    html += paragraph(type ? type->label : std::string_view(entry.type), "kind");
    html += paragraph(place_of(entry));
    html += paragraph(entry.website);
    html += paragraph(entry.excerpt);
    return html;
}

}  // namespace

http::Response preview(const std::optional<ResourceEntry>& entry, const std::string& public_url) {
    const auto html = entry ? page(name_of(*entry), content_of(*entry, public_url))
                            : page("Not found", paragraph("There is no such entity."));
    return {.status = entry ? 200 : 404,
            .content_type = "text/html; charset=utf-8",
            .body = html,
            .headers = {{"Content-Security-Policy", content_policy}}};
}

}  // namespace cartulary::reconciliation
