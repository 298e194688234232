#pragma once

#include <array>
#include <cstdint>
#include <string_view>
#include <vector>

#include "base/result.h"

struct sockaddr;

namespace cartulary::outbound {

using Address = std::array<std::uint8_t, 16>;  // IPv4 as ::ffff:a.b.c.d

struct Network {
    Address address;
    int prefix_bits;
};

// Which addresses this server may call when somebody else names them: those of the public
// Internet, and the networks that a setting allows besides. Everything that IANA's special-purpose
// registries (RFC 6890 and its updates) do not mark as globally reachable is inside: private,
// loopback, link-local, shared, documentation, multicast, unspecified, unique local; and IPv6
// forms that carry such an IPv4 address (mapped, compatible, 6to4, Teredo, NAT64).
class NetworkRule {
public:
    NetworkRule() = default;  // the public Internet alone

    // "10.1.0.0/16, fd00::/8, 127.0.0.1": networks, by commas, that may be called although they
    // lie inside, also in an IPv6 form. invalid, with the field "networks": what is no network.
    static Result<NetworkRule> parse(std::string_view allowed);

    // Of IPv4 and IPv6 addresses; any other family is not allowed.
    bool allows(const sockaddr& address) const;

private:
    bool allows(const Address& address) const;

    std::vector<Network> allowed_;
};

}  // namespace cartulary::outbound
