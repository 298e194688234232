#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace cartulary::http {

// The one way an IP address is written here, also when it came as an IPv4 address inside an IPv6
// one; empty when the text is none.
std::string address_text(std::string_view text);

// The client behind proxies: the last entry of X-Forwarded-For that is not itself a trusted proxy,
// where `peer` is one. All of `trusted` as address_text writes them.
std::string forwarded_address(const std::string& peer, std::string_view forwarded_for,
                              const std::vector<std::string>& trusted);

}  // namespace cartulary::http
