#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace cartulary::http {

enum class Method { get, head, post, put, patch, del, options };

std::string_view name_of(Method method);

struct Header {
    std::string name;  // a request's names are in lower case
    std::string value;
};

// A request as a handler sees it: complete, within every limit, and checked (one Host, a known
// transfer coding, an origin-form target).
struct Request {
    Method method = Method::get;
    std::string path = {};   // percent-decoded UTF-8; begins with '/'
    std::string query = {};  // as sent, without '?'
    std::vector<Header> headers = {};
    std::string body = {};
    std::string remote_address = {};  // of the client; empty on the control socket
    std::string id = {};              // X-Request-Id: the caller's, or ours
    bool secure = false;              // came over TLS
    std::vector<std::pair<std::string_view, std::string>> path_parameters = {};
    std::string raw_path = {};  // the path as sent, where that differs: "/a%2Fb" has one segment

    // The header's value, several joined by ", " (by the server, as it reads them); empty when
    // there is none. `name` in lower case.
    std::string_view header(std::string_view name) const;

    // What `{name}` of the route's path stands for, percent-decoded. The route must have it.
    const std::string& path_parameter(std::string_view name) const;

    // Decoded (also '+'), the last of several with one name; nothing when there is none.
    std::optional<std::string> query_parameter(std::string_view name) const;
};

struct Response {
    int status = 200;
    std::string content_type = {};  // empty: the answer has no body, and says nothing of a type
    std::string body = {};
    std::vector<Header> headers = {};

    // Instead of `body`: called until it gives nothing, each piece sent (chunked) before the next
    // is asked for. Runs on the pool of the route's cost; dropped when the client goes away.
    std::function<std::optional<std::string>()> stream = {};
};

}  // namespace cartulary::http
