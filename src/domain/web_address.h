#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "domain/checked.h"

namespace cartulary {

inline constexpr std::size_t web_address_characters_max = 2048;

// An absolute http or https URL.
struct WebAddress {
    std::string text;           // as written, with a scheme
    std::string host;           // ASCII, lower case, without port; IPv6 addresses in brackets
    bool scheme_added = false;  // "https://" was put before a host that stood alone

    // Equal for two addresses of what people take for one web site: without "www.".
    std::string comparable_host() const;

    bool operator==(const WebAddress&) const = default;
};

// Refuses other schemes, user names and passwords, spaces, control characters, and hosts that are
// neither a dotted name, nor "localhost", nor an IP address.
Checked<WebAddress> parse_web_address(std::string_view text);

// The part of a host under which its owner registered: "example.ac.uk" of "www.example.ac.uk".
// Empty for public suffixes, IP addresses and "localhost". `host` is ASCII in lower case.
std::string registrable_domain(std::string_view host);

}  // namespace cartulary
