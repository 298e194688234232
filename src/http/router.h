#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "http/message.h"

namespace cartulary::http {

// What a handler costs, and so where it runs.
enum class Cost {
    read,   // some tens of microseconds: on the event loop, or on the pool where reads wait
    write,  // waits for a commit: on the pool of writers; with a large body as slow work
    slow,   // hashes a password, fetches, computes: on the pool of slow work
};

// What takes time, and many times its size in memory, to read; few are read at a time.
inline constexpr std::size_t large_body_bytes = std::size_t{1} << 20;

using Handler = std::function<Response(const Request&)>;

// One line of a dialect's route table. `operation` is the operationId in its openapi.json.
struct Route {
    Method method;
    std::string path;  // whole, the area's prefix included: "/v1/organizations/{organization_id}"
    std::string operation;
    Cost cost;
    Handler handle;
    bool idempotent_by_key = false;  // honours Idempotency-Key
    // Where one path is quick for some and not for others: instead of `cost`.
    std::function<Cost(const Request&)> cost_of = {};
    // For files that are larger than any other request: where it is more than Limits has. The
    // body then has as much more time to come.
    std::size_t body_bytes_max = 0;
};

// An answer that no handler gave: unknown path, wrong method, a limit, a broken world.
struct Refusal {
    int status;           // 400 404 405 408 412 413 414 429 431 500 503
    std::string message;  // for people; names the limit and its unit
};

// The part of the paths that one dialect owns. A request belongs to the area with the longest
// prefix that its path begins with (up to a '/' or the end), also when no route matches.
struct Area {
    std::string prefix;         // "/accountsapi"; "" owns what nobody else does
    bool ignores_case = false;  // of the literal parts of paths; parameters keep theirs
    std::vector<Route> routes;  // a trailing slash is tolerated in every area
    std::function<Response(const Refusal&, const Request&)> refuse;
    bool collapses_slashes = false;  // "/api//x" and "/api/x/" are one path, whatever the count
};

// The area's words for a refusal. Never throws: where the area's own `refuse` fails, plain text.
Response refuse(const Area& area, const Refusal& refusal, const Request& request);

// A route that matched, with the parameters already in the request.
struct Match {
    const Area* area = nullptr;
    const Route* route = nullptr;         // null: see `refusal`
    std::optional<Refusal> refusal = {};  // 404, or 405 with `allow`; none: OPTIONS is answered
    std::string allow = {};               // "GET, HEAD, POST"
};

// Finds the route of a request. A GET route also answers HEAD; every path answers OPTIONS with 204
// and Allow, unless a route does so itself. Literal segments win over parameters, where they lead
// to a route with the request's method. Parameters are never empty.
class Router {
public:
    // Throws std::logic_error where a route lies outside its area or two routes are the same.
    explicit Router(std::vector<Area> areas);
    ~Router();
    Router(Router&&) noexcept;

    Match match(Request& request) const;

    // What the body of this request may have, where its route says so itself; else 0.
    std::size_t body_bytes_max(const Request& request) const;

    // The area that owns this path, for refusals before a request is whole.
    const Area& area_of(std::string_view path) const;

    const std::vector<Area>& areas() const { return areas_; }

    // The whole way of a request without a socket: match, handle, refuse; exceptions become 500
    // or 503 (Unavailable) in the area's shape. Conditional requests are settled here: a GET
    // answer with an ETag that If-None-Match names becomes 304, or one that is no younger than
    // If-Modified-Since where there is no If-None-Match; one that If-Match does not name becomes
    // 412.
    Response dispatch(Request request) const;
    Response answer(const Match& match, const Request& request) const;

private:
    struct Node;
    std::vector<Area> areas_;
    std::vector<std::unique_ptr<Node>> trees_;  // one an area
};

}  // namespace cartulary::http
