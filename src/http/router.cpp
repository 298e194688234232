#include "http/router.h"

#include <algorithm>
#include <array>
#include <stdexcept>

#include "base/error.h"
#include "base/log.h"
#include "base/text.h"
#include "http/conditional.h"
#include "http/date.h"
#include "http/form.h"

namespace cartulary::http {

namespace {

constexpr std::size_t path_segments_max = 32;  // deeper paths match no route

// The segments of a path; one trailing slash counts for nothing, or none counts that has no
// segment after it.
struct Segments {
    std::array<std::string_view, path_segments_max> parts;
    std::size_t count = 0;
    bool too_many = false;
};

Segments segments_of(std::string_view path, bool collapses_slashes) {
    Segments segments;
    if (path.ends_with('/')) path.remove_suffix(1);
    while (!path.empty()) {
        path.remove_prefix(1);  // the slash
        const auto part = path.substr(0, path.find('/'));
        path.remove_prefix(part.size());
        if (collapses_slashes && part.empty()) continue;
        if (segments.count == path_segments_max) {
            segments.too_many = true;
            break;
        }
        segments.parts[segments.count++] = part;
    }
    return segments;
}

// Each segment by itself, so that an escaped slash stays inside its own. Owns the texts.
std::vector<std::string> decode(Segments& segments) {
    std::vector<std::string> decoded;
    decoded.reserve(segments.count);
    for (std::size_t i = 0; i < segments.count; ++i) {
        const auto& text = decoded.emplace_back(
            percent_decode(segments.parts[i]).value_or(std::string(segments.parts[i])));
        segments.parts[i] = text;
    }
    return decoded;
}

char lower(char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

// Whether the path lies in the area: it has the area's prefix, up to a '/' or the end.
bool lies_in(std::string_view path, const Area& area) {
    for (const char expected : area.prefix) {
        if (path.empty()) return false;
        const bool same =
            area.ignores_case ? lower(path.front()) == lower(expected) : path.front() == expected;
        if (!same) return false;
        path.remove_prefix(1);
        if (!area.collapses_slashes || expected != '/') continue;
        while (path.starts_with('/')) path.remove_prefix(1);
    }
    return path.empty() || path.starts_with('/') || area.prefix.empty();
}

constexpr std::array every_method = {Method::get,   Method::head, Method::post,   Method::put,
                                     Method::patch, Method::del,  Method::options};

unsigned bit(Method method) {
    return 1U << static_cast<unsigned>(method);
}

std::string allow_of(unsigned methods) {
    if ((methods & bit(Method::get)) != 0) methods |= bit(Method::head);
    std::string allow;
    for (const auto method : every_method) {
        if ((methods & bit(method)) == 0) continue;
        if (!allow.empty()) allow += ", ";
        allow += name_of(method);
    }
    return allow;
}

Response plain_refusal(const Refusal& refusal) {
    return {.status = refusal.status,
            .content_type = "text/plain; charset=utf-8",
            .body = refusal.message + '\n'};
}

const std::string* header_of(const Response& response, std::string_view name) {
    for (const auto& header : response.headers) {
        if (text::equal_ignoring_ascii_case(header.name, name)) return &header.value;
    }
    return nullptr;
}

void add_retry_after(Response& response, std::string seconds) {
    if (header_of(response, "Retry-After") == nullptr) {
        response.headers.push_back({"Retry-After", std::move(seconds)});
    }
}

// Whether the client has what was last modified then.
bool is_since(std::string_view date, std::string_view last_modified) {
    const auto known = date_in(date);
    const auto modified = date_in(last_modified);
    return known && modified && *modified <= *known;
}

// What RFC 9110 (13.2.2) says of a GET whose answer is known.
Response settle_conditions(const Area& area, const Request& request, Response response) {
    if (request.method != Method::get && request.method != Method::head) return response;
    if (response.status != 200) return response;
    const auto* tag = header_of(response, "ETag");
    if (tag == nullptr) return response;
    const auto match = request.header("if-match");
    if (!match.empty() && !lists_tag(match, *tag, false)) {
        return refuse(area, {412, "the resource is not in the state that If-Match names"}, request);
    }
    const auto none_match = request.header("if-none-match");
    const auto* modified = header_of(response, "Last-Modified");
    const bool is_known = none_match.empty()
                              ? modified && is_since(request.header("if-modified-since"), *modified)
                              : lists_tag(none_match, *tag, true);
    if (is_known) return {.status = 304, .headers = std::move(response.headers)};
    return response;
}

}  // namespace

Response refuse(const Area& area, const Refusal& refusal, const Request& request) {
    try {
        if (area.refuse) return area.refuse(refusal, request);
    } catch (const std::exception& error) {
        log::error("refusal failed", {{"request_id", request.id}, {"error", error.what()}});
    }
    return plain_refusal(refusal);
}

struct Router::Node {
    struct Entry {
        const Route* route;
        std::vector<std::string_view> parameters;  // their names, in the order of the path
    };
    std::vector<std::pair<std::string, std::unique_ptr<Node>>> literals;
    std::unique_ptr<Node> parameter;
    std::vector<Entry> entries;

    Node& literal(std::string_view text, bool ignores_case) {
        for (auto& [known, node] : literals) {
            if (known == text) return *node;
            if (ignores_case && text::equal_ignoring_ascii_case(known, text)) return *node;
        }
        return *literals.emplace_back(text, std::make_unique<Node>()).second;
    }

    const Entry* entry(Method method) const {
        const auto found = std::ranges::find_if(
            entries, [&](const Entry& one) { return one.route->method == method; });
        return found == entries.end() ? nullptr : &*found;
    }

    void add(const Route& route, const Area& area);
};

void Router::Node::add(const Route& route, const Area& area) {
    Entry entry{&route, {}};
    auto* node = this;
    const auto segments = segments_of(route.path, area.collapses_slashes);
    if (segments.too_many) throw std::logic_error("the path " + route.path + " is too deep");
    for (std::size_t i = 0; i < segments.count; ++i) {
        const auto part = segments.parts[i];
        if (part.starts_with('{') && part.ends_with('}')) {
            entry.parameters.push_back(part.substr(1, part.size() - 2));
            if (!node->parameter) node->parameter = std::make_unique<Node>();
            node = node->parameter.get();
        } else {
            node = &node->literal(part, area.ignores_case);
        }
    }
    if (node->entry(route.method) != nullptr) {
        throw std::logic_error("two routes for " + std::string(name_of(route.method)) + ' ' +
                               route.path);
    }
    node->entries.push_back(std::move(entry));
}

namespace {

// Walks a tree, literal segments first, until a node has a route for the method.
template <class Node>
struct Walk {
    const Segments& segments;
    Method method;
    bool ignores_case;
    std::vector<std::string_view> values = {};
    unsigned methods_seen = 0;  // of nodes that match the path

    auto find(const Node& node, std::size_t at = 0) -> decltype(node.entry(method)) {
        if (at == segments.count) return find_here(node);
        const auto part = segments.parts[at];
        for (const auto& [literal, child] : node.literals) {
            const bool same =
                ignores_case ? text::equal_ignoring_ascii_case(literal, part) : literal == part;
            if (!same) continue;
            if (const auto* found = find(*child, at + 1)) return found;
        }
        if (!node.parameter || part.empty()) return nullptr;
        values.push_back(part);
        if (const auto* found = find(*node.parameter, at + 1)) return found;
        values.pop_back();
        return nullptr;
    }

    auto find_here(const Node& node) -> decltype(node.entry(method)) {
        if (const auto* found = node.entry(method)) return found;
        for (const auto& entry : node.entries) methods_seen |= bit(entry.route->method);
        return method == Method::head ? node.entry(Method::get) : nullptr;
    }
};

}  // namespace

Router::Router(std::vector<Area> areas) : areas_(std::move(areas)) {
    const auto owns_rest = [](const Area& area) { return area.prefix.empty(); };
    if (std::ranges::none_of(areas_, owns_rest)) areas_.push_back({});
    for (const auto& area : areas_) {
        auto& tree = *trees_.emplace_back(std::make_unique<Node>());
        for (const auto& route : area.routes) {
            if (!lies_in(route.path, area)) {
                throw std::logic_error("the route " + route.path + " lies outside its area " +
                                       area.prefix);
            }
            tree.add(route, area);
        }
    }
}

Router::~Router() = default;
Router::Router(Router&&) noexcept = default;

const Area& Router::area_of(std::string_view path) const {
    const Area* longest = nullptr;
    for (const auto& area : areas_) {
        if (longest != nullptr && area.prefix.size() < longest->prefix.size()) continue;
        if (lies_in(path, area)) longest = &area;
    }
    if (longest == nullptr) throw std::logic_error("no area owns the rest of the paths");
    return *longest;
}

Match Router::match(Request& request) const {
    const auto& area = area_of(request.path);
    const auto& tree = *trees_[static_cast<std::size_t>(&area - areas_.data())];
    auto segments = segments_of(request.raw_path.empty() ? request.path : request.raw_path,
                                area.collapses_slashes);
    std::vector<std::string> decoded;
    if (!request.raw_path.empty()) decoded = decode(segments);

    request.path_parameters.clear();
    Walk<Node> walk{segments, request.method, area.ignores_case};
    const auto* found = segments.too_many ? nullptr : walk.find(tree);
    if (found != nullptr) {
        for (std::size_t i = 0; i < found->parameters.size(); ++i) {
            request.path_parameters.emplace_back(found->parameters[i], walk.values[i]);
        }
        return {.area = &area, .route = found->route};
    }
    Match none{.area = &area, .allow = allow_of(walk.methods_seen)};
    if (none.allow.empty()) {
        none.refusal = {404, "there is nothing at " + request.path};
    } else if (request.method != Method::options) {
        none.refusal = {405, request.path + " does not take " +
                                 std::string(name_of(request.method)) + ", only " + none.allow};
    }
    return none;
}

std::size_t Router::body_bytes_max(const Request& request) const {
    Request head{.method = request.method, .path = request.path, .raw_path = request.raw_path};
    const auto found = match(head);
    return found.route == nullptr ? 0 : found.route->body_bytes_max;
}

Response Router::dispatch(Request request) const {
    const auto found = match(request);
    return answer(found, request);
}

Response Router::answer(const Match& match, const Request& request) const {
    if (match.route == nullptr) {
        auto response =
            match.refusal ? refuse(*match.area, *match.refusal, request) : Response{.status = 204};
        if (!match.allow.empty()) response.headers.push_back({"Allow", match.allow});
        return response;
    }
    try {
        return settle_conditions(*match.area, request, match.route->handle(request));
    } catch (const Unavailable& error) {
        log::warning("unavailable", {{"request_id", request.id},
                                     {"operation", match.route->operation},
                                     {"error", error.what()}});
        auto response =
            refuse(*match.area, {503, "the service is busy or recovering; try again"}, request);
        add_retry_after(response, "1");
        return response;
    } catch (const std::exception& error) {
        log::error("handler failed", {{"request_id", request.id},
                                      {"operation", match.route->operation},
                                      {"error", error.what()}});
    } catch (...) {
        log::error("handler failed",
                   {{"request_id", request.id}, {"operation", match.route->operation}});
    }
    return refuse(*match.area, {500, "the server failed; the request id names this failure"},
                  request);
}

}  // namespace cartulary::http
