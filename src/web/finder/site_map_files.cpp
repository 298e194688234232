#include "web/finder/site_map_files.h"

#include <charconv>
#include <memory>

#include "operations/site_map.h"
#include "web/xml.h"

namespace cartulary::web {

namespace {

using http::Response;

constexpr auto xml_type = "application/xml; charset=utf-8";
constexpr std::string_view file_ending = ".xml";
constexpr auto pages_file = "pages.xml";  // of what is no resource
constexpr std::string_view name_space = "http://www.sitemaps.org/schemas/sitemap/0.9";

// Of the longest rule that fits a path holds what it says (RFC 9309): results of plain words may be
// read.
constexpr std::string_view for_crawlers = "/?q=";

// What nobody finds anything in who is not logged in, what only programs read, and all that a
// question makes: further results of a search, pages as of a date, of which there are as many as
// questions.
constexpr std::string_view not_for_crawlers[] = {
    "/*?",    "/?q=*&",     "/account",      "/dashboard", "/log-in",  "/sign-up",
    "/staff", "/compare",   "/widget",       "/search",    "/graph/",  "/ctdl",
    "/ctid",  "/envelopes", "/ce-registry/", "/assistant", "/openapi/"};

std::string file_path(const std::string& name) {
    return "/sitemaps/" + name;
}

Response answered(std::string type, std::string body) {
    auto tag = entity_tag(body);
    return {.status = 200,
            .content_type = std::move(type),
            .body = std::move(body),
            .headers = {{"ETag", std::move(tag)},
                        {"Cache-Control", "public, no-cache"},
                        {"X-Content-Type-Options", "nosniff"}}};
}

Response robots(const Visit& visit) {
    std::string text = "User-agent: *\n";
    text.append("Allow: ").append(for_crawlers).append("\n");
    for (const auto path : not_for_crawlers) text.append("Disallow: ").append(path).append("\n");
    text += "Sitemap: " + visit.shell().public_url + "/sitemap.xml\n";
    return answered("text/plain; charset=utf-8", std::move(text));
}

std::string location(const Visit& visit, const std::string& path) {
    return xml_element("loc", {}, xml_text(visit.shell().public_url + path));
}

Response index(const Visit& visit, const SiteMap& map) {
    const auto file = [&](const std::string& name) {
        return xml_element("sitemap", {}, location(visit, file_path(name))) + "\n";
    };
    auto files = file(pages_file);
    for (const auto section : map.sections()) {
        files += file(std::to_string(section) + std::string(file_ending));
    }
    return answered(xml_type, std::string(xml_declaration) +
                                  xml_element("sitemapindex", {{"xmlns", name_space}}, files));
}

Response pages(const Visit& visit) {
    std::string urls;
    for (const auto* path : {"/", "/docs"}) {
        urls += xml_element("url", {}, location(visit, path)) + "\n";
    }
    return answered(xml_type, std::string(xml_declaration) +
                                  xml_element("urlset", {{"xmlns", name_space}}, urls));
}

std::string url_of(const std::string& public_url, const resources::ResourceAddress& address) {
    return xml_element("url", {},
                       xml_element("loc", {}, xml_text(public_url + resource_path(address.ctid))) +
                           xml_element("lastmod", {}, iso_8601(address.updated_at))) +
           "\n";
}

// A section as it is read: what begins it, its resources page by page, what ends it.
class SectionText {
public:
    SectionText(SiteMap::Reader reader, std::string public_url)
        : reader_(reader), public_url_(std::move(public_url)) {}

    std::optional<std::string> next_piece() {
        if (is_done_) return std::nullopt;
        const auto page = reader_.next();
        is_done_ = page.empty();
        if (is_done_) return "</urlset>\n";
        auto piece = std::exchange(begin_, "");
        for (const auto& address : page) piece += url_of(public_url_, address);
        return piece;
    }

private:
    SiteMap::Reader reader_;
    const std::string public_url_;
    std::string begin_ =
        std::string(xml_declaration) + "<urlset xmlns=\"" + std::string(name_space) + "\">\n";
    bool is_done_ = false;
};

Response section(const Visit& visit, const SiteMap& map, std::int64_t number) {
    const auto text = std::make_shared<SectionText>(map.read(number), visit.shell().public_url);
    return {
        .status = 200,
        .content_type = xml_type,
        .body = {},
        .headers = {{"Cache-Control", "public, no-cache"}, {"X-Content-Type-Options", "nosniff"}},
        .stream = [text] { return text->next_piece(); }};
}

Response file(Visit& visit, const SiteMap& map) {
    const auto& name = visit.request().path_parameter("file");
    if (name == pages_file) return pages(visit);
    std::int64_t number = 0;
    const auto* const last = name.data() + name.size();
    const auto [end, error] = std::from_chars(name.data(), last, number);
    const bool is_number =
        error == std::errc() && std::string_view(end, last) == file_ending && name.front() != '0';
    if (is_number && map.has(number)) return section(visit, map, number);
    return visit.refuse(404, visit.texts().resource_unknown);
}

}  // namespace

std::vector<http::Route> site_map_routes(const Visits& visits, const FinderOperations& operations) {
    const auto& registry = operations.registry;
    std::vector<http::Route> routes = {
        visits.page("/robots.txt", "getRobots", [](Visit& visit) { return robots(visit); }),
        visits.page("/sitemap.xml", "getSiteMap",
                    [&registry](Visit& visit) { return index(visit, SiteMap(registry)); }),
        visits.page("/sitemaps/{file}", "getSiteMapFile",
                    [&registry](Visit& visit) { return file(visit, SiteMap(registry)); })};
    for (auto& route : routes) route.cost = http::Cost::slow;  // crawlers can wait
    return routes;
}

}  // namespace cartulary::web
