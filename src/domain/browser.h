#pragma once

#include <string>
#include <string_view>

// What is kept of the browsers of people: as much as they know them by again, and no more.
namespace cartulary {

// "Firefox, Linux" for a User-Agent; empty where nothing of it is known.
std::string browser_name(std::string_view user_agent);

// The network of a client's address: "203.0.113.0/24", "2001:db8:1::/48"; empty when it is none.
std::string network_of(std::string_view address);

// What one client is counted by: an IPv4 address, or the /64 that one household or machine has of
// IPv6. What is no address is counted as it is.
std::string counted_address(std::string_view address);

}  // namespace cartulary
