#include "domain/web_address.h"

#include <arpa/inet.h>
#include <libpsl.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>
#include <utility>

#include "base/text.h"
#include "domain/host_name.h"

namespace cartulary {

namespace {

constexpr auto shape_problem = "must be a web address, for example https://www.example.org";

struct Authority {
    std::string_view host;
    std::optional<std::string_view> port;
};

// `authority` is what stands between "//" and the path.
std::optional<Authority> split(std::string_view authority) {
    std::size_t host_end = authority.find(':');
    if (authority.starts_with('[')) {
        host_end = authority.find(']');
        if (host_end == std::string_view::npos) return std::nullopt;
        ++host_end;
    }
    if (host_end >= authority.size()) return Authority{authority, std::nullopt};
    if (authority[host_end] != ':') return std::nullopt;
    return Authority{authority.substr(0, host_end), authority.substr(host_end + 1)};
}

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

bool is_port(std::string_view text) {
    unsigned port = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), port);
    return error == std::errc() && end == text.data() + text.size() && port >= 1 && port <= 65535;
}

bool is_ip_address(int family, std::string_view text) {
    std::array<unsigned char, sizeof(in6_addr)> address{};
    return inet_pton(family, std::string(text).c_str(), address.data()) == 1;
}

std::optional<std::string> known_host(std::string_view host) {
    if (host.find('\0') != std::string_view::npos) return std::nullopt;
    if (host.starts_with('[')) {
        if (!is_ip_address(AF_INET6, host.substr(1, host.size() - 2))) return std::nullopt;
        return text::lower_ascii(host);
    }
    if (is_ip_address(AF_INET, host)) return std::string(host);
    if (host.ends_with('.')) host.remove_suffix(1);  // the root, which every name ends with
    return ascii_host_name(host);
}

bool is_scheme_character(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || is_digit(c) || c == '+' ||
           c == '-' || c == '.';
}

// The colon of "javascript:alert(1)", but not that of "localhost:8080/".
bool begins_with_scheme(std::string_view text) {
    const auto colon = text.find(':');
    if (colon == std::string_view::npos || colon == 0) return false;
    if (!std::all_of(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(colon),
                     is_scheme_character)) {
        return false;
    }
    const auto after = text.substr(colon + 1);
    const auto digits_end = std::min(after.find_first_not_of("0123456789"), after.size());
    const bool is_port =
        digits_end > 0 && (digits_end == after.size() ||
                           std::string_view("/?#").find(after[digits_end]) != std::string::npos);
    return !is_port;
}

// The place after "https://", or nothing when there is another scheme or a broken one.
std::optional<std::size_t> after_scheme(std::string_view text) {
    for (const std::string_view scheme : {"https://", "http://"}) {
        if (text::equal_ignoring_ascii_case(text.substr(0, scheme.size()), scheme)) {
            return scheme.size();
        }
    }
    return std::nullopt;
}

bool has_forbidden_character(std::string_view text) {
    // Browsers read a backslash as a slash, so that it would end the host; the others never stand
    // in a URL (RFC 3986, appendix C).
    return text.find_first_of(" \\\"<>") != std::string_view::npos ||
           text::has_control_character(text) || text::folded(text).find(' ') != std::string::npos;
}

}  // namespace

Checked<WebAddress> parse_web_address(std::string_view text) {
    text = text::trimmed(text);
    if (text.empty()) return problem("is required");
    if (!text::is_utf8(text)) return problem(shape_problem);
    if (has_forbidden_character(text)) {
        return problem("must not contain spaces, line breaks, or any of \\ \" < >");
    }
    WebAddress address{std::string(text), {}, false};
    if (!begins_with_scheme(text)) {
        address.scheme_added = true;
        address.text = (text.starts_with("//") ? "https:" : "https://") + address.text;
    }
    if (text::length(address.text) > web_address_characters_max) {
        return problem("must have at most 2048 characters");
    }
    const auto begin = after_scheme(address.text);
    if (!begin) return problem("must begin with https:// or http://");
    const auto rest = std::string_view(address.text).substr(*begin);
    const auto authority = rest.substr(0, rest.find_first_of("/?#"));
    if (authority.find('@') != std::string_view::npos) {
        return problem("must not contain a user name or password");
    }
    const auto parts = split(authority);
    if (!parts) return problem(shape_problem);
    auto host = known_host(parts->host);
    if (!host) return problem(shape_problem);
    if (parts->port && !is_port(*parts->port)) return problem("must have a port from 1 to 65535");
    address.host = *std::move(host);
    return address;
}

std::string WebAddress::comparable_host() const {
    constexpr std::string_view www = "www.";
    const auto rest = host.starts_with(www) ? host.substr(www.size()) : host;
    return rest.find('.') == std::string::npos ? host : rest;
}

std::string registrable_domain(std::string_view host) {
    const std::string name(host);
    if (host.starts_with('[') || is_ip_address(AF_INET, name)) return {};
    const char* domain = psl_registrable_domain(psl_builtin(), name.c_str());
    return domain == nullptr ? std::string() : std::string(domain);
}

}  // namespace cartulary
