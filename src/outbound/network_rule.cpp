#include "outbound/network_rule.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>

#include <algorithm>
#include <charconv>
#include <cstring>
#include <optional>
#include <span>
#include <string>

#include "base/text.h"

namespace cartulary::outbound {

namespace {

constexpr int ipv4_prefix_bits = 96;  // of ::ffff:0:0/96, in which IPv4 addresses are kept
constexpr Address mapped_prefix = {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xFF, 0xFF};

struct Block {
    std::string_view network;
    bool is_public;
};

// The most specific block that holds an address decides. Sources: "IANA IPv4 Special-Purpose
// Address Registry" and "IANA IPv6 Special-Purpose Address Registry" (RFC 6890, RFC 8190), column
// "Globally Reachable", as of October 2025; multicast and site-local from the registries of address
// space. "N/A" there counts as no.
constexpr Block blocks[] = {
    {"0.0.0.0/0", true},
    {"0.0.0.0/8", false},        // "this network", RFC 791
    {"10.0.0.0/8", false},       // private use, RFC 1918
    {"100.64.0.0/10", false},    // shared address space, RFC 6598
    {"127.0.0.0/8", false},      // loopback, RFC 1122
    {"169.254.0.0/16", false},   // link-local, RFC 3927
    {"172.16.0.0/12", false},    // private use, RFC 1918
    {"192.0.0.0/24", false},     // protocol assignments, RFC 6890
    {"192.0.0.9/32", true},      // PCP anycast, RFC 7723
    {"192.0.0.10/32", true},     // TURN anycast, RFC 8155
    {"192.0.2.0/24", false},     // documentation, RFC 5737
    {"192.88.99.0/24", false},   // 6to4 relay anycast, deprecated by RFC 7526
    {"192.168.0.0/16", false},   // private use, RFC 1918
    {"198.18.0.0/15", false},    // benchmarking, RFC 2544
    {"198.51.100.0/24", false},  // documentation, RFC 5737
    {"203.0.113.0/24", false},   // documentation, RFC 5737
    {"224.0.0.0/4", false},      // multicast, RFC 5771
    {"240.0.0.0/4", false},      // reserved and broadcast, RFC 1112, RFC 8190

    // All that IANA does not give out as global unicast: unspecified, loopback, discard-only,
    // segment routing, unique local, link-local, site-local, multicast, NAT64 for local use.
    {"::/0", false},
    {"2000::/3", true},         // global unicast, RFC 4291
    {"2001::/23", false},       // protocol assignments, RFC 2928
    {"2001:1::1/128", true},    // PCP anycast, RFC 7723
    {"2001:1::2/128", true},    // TURN anycast, RFC 8155
    {"2001:1::3/128", true},    // DNS-SD service registration anycast, RFC 9665
    {"2001:3::/32", true},      // AMT, RFC 7450
    {"2001:4:112::/48", true},  // AS112, RFC 7535
    {"2001:20::/28", true},     // ORCHIDv2, RFC 7343
    {"2001:30::/28", true},     // drone remote identification, RFC 9374
    {"2001:db8::/32", false},   // documentation, RFC 3849
    {"2002::/16", false},       // 6to4, RFC 3056
    {"3fff::/20", false},       // documentation, RFC 9637
};

Address ipv4_address(const void* four_bytes) {
    Address address = mapped_prefix;
    std::memcpy(address.data() + 12, four_bytes, 4);
    return address;
}

bool starts_with_bits(const Address& address, const Address& prefix, int bits) {
    const auto whole = static_cast<std::size_t>(bits) / 8;
    if (!std::equal(prefix.begin(), prefix.begin() + whole, address.begin())) return false;
    const int rest = bits % 8;
    return rest == 0 || (address[whole] ^ prefix[whole]) >> (8 - rest) == 0;
}

bool is_ipv4(const Address& address) {
    return starts_with_bits(address, mapped_prefix, ipv4_prefix_bits);
}

// "::/0" is all of IPv6, not the IPv4 addresses that are kept as such.
bool contains(const Network& network, const Address& address) {
    if (network.prefix_bits < ipv4_prefix_bits && is_ipv4(address)) return false;
    return starts_with_bits(address, network.address, network.prefix_bits);
}

bool has_bits_beyond_prefix(const Network& network) {
    for (auto bit = static_cast<std::size_t>(network.prefix_bits); bit < 128; ++bit) {
        if ((network.address[bit / 8] >> (7 - bit % 8) & 1) != 0) return true;
    }
    return false;
}

std::optional<Network> parsed_network(std::string_view text) {
    const auto slash = text.find('/');
    const std::string written(text.substr(0, slash));
    Address address{};
    std::array<std::uint8_t, 4> four{};
    int bits_before = 0;
    if (inet_pton(AF_INET, written.c_str(), four.data()) == 1) {
        address = ipv4_address(four.data());
        bits_before = ipv4_prefix_bits;
    } else if (inet_pton(AF_INET6, written.c_str(), address.data()) != 1) {
        return std::nullopt;
    }
    int bits = 128 - bits_before;
    if (slash != std::string_view::npos) {
        const auto digits = text.substr(slash + 1);
        unsigned number = 0;
        const auto read = std::from_chars(digits.data(), digits.data() + digits.size(), number);
        if (read.ec != std::errc() || read.ptr != digits.data() + digits.size()) {
            return std::nullopt;
        }
        if (number > static_cast<unsigned>(bits)) return std::nullopt;
        bits = static_cast<int>(number);
    }
    const Network network{address, bits_before + bits};
    if (has_bits_beyond_prefix(network)) return std::nullopt;
    return network;
}

bool is_public(const Address& address) {
    struct Judged {
        Network network;
        bool is_public;
    };
    static const auto judged = [] {
        std::vector<Judged> all;
        for (const auto& block : blocks) {
            all.push_back({parsed_network(block.network).value(), block.is_public});
        }
        std::sort(all.begin(), all.end(), [](const Judged& left, const Judged& right) {
            return left.network.prefix_bits > right.network.prefix_bits;
        });
        return all;
    }();
    const auto most_specific = std::find_if(judged.begin(), judged.end(), [&](const Judged& block) {
        return contains(block.network, address);
    });
    return most_specific != judged.end() && most_specific->is_public;
}

// The IPv4 addresses that packets to an IPv6 address travel to. Mapped ones need no unwrapping, as
// they are kept in that form; where 64:ff9b:1::/48 carries one is the local network's own affair
// (RFC 8215), so that all of it stays inside.
std::vector<Address> embedded_addresses(const Address& address) {
    static constexpr Address compatible = {};
    static constexpr Address nat64 = {0x00, 0x64, 0xFF, 0x9B};   // RFC 6052
    static constexpr Address six_to_four = {0x20, 0x02};         // RFC 3056
    static constexpr Address teredo = {0x20, 0x01, 0x00, 0x00};  // RFC 4380
    if (starts_with_bits(address, compatible, 96) || starts_with_bits(address, nat64, 96)) {
        return {ipv4_address(address.data() + 12)};
    }
    if (starts_with_bits(address, six_to_four, 16)) return {ipv4_address(address.data() + 2)};
    if (starts_with_bits(address, teredo, 32)) {
        auto client = ipv4_address(address.data() + 12);
        for (auto& byte : std::span(client).subspan(12)) byte ^= 0xFF;
        return {ipv4_address(address.data() + 4), client};
    }
    return {};
}

}  // namespace

Result<NetworkRule> NetworkRule::parse(std::string_view allowed) {
    NetworkRule rule;
    if (text::is_blank(allowed)) return rule;
    for (auto rest = std::optional(allowed); rest;) {
        const auto comma = rest->find(',');
        const auto written = text::trimmed(rest->substr(0, comma));
        const auto network = parsed_network(written);
        if (!network) {
            return fail({{"networks", "has \"" + std::string(written) +
                                          "\", which is no network: write 10.1.0.0/16, fd00::/8 "
                                          "or one address, by commas"}});
        }
        rule.allowed_.push_back(*network);
        rest =
            comma == std::string_view::npos ? std::nullopt : std::optional(rest->substr(comma + 1));
    }
    return rule;
}

bool NetworkRule::allows(const sockaddr& address) const {
    if (address.sa_family == AF_INET) {
        sockaddr_in ipv4{};
        std::memcpy(&ipv4, &address, sizeof ipv4);
        return allows(ipv4_address(&ipv4.sin_addr));
    }
    if (address.sa_family == AF_INET6) {
        sockaddr_in6 ipv6{};
        std::memcpy(&ipv6, &address, sizeof ipv6);
        Address bytes{};
        std::memcpy(bytes.data(), &ipv6.sin6_addr, bytes.size());
        return allows(bytes);
    }
    return false;
}

bool NetworkRule::allows(const Address& address) const {
    const bool is_named =
        std::any_of(allowed_.begin(), allowed_.end(),
                    [&](const Network& network) { return contains(network, address); });
    if (is_named) return true;
    const auto embedded = embedded_addresses(address);
    if (embedded.empty()) return is_public(address);
    return std::all_of(embedded.begin(), embedded.end(),
                       [this](const Address& inner) { return allows(inner); });
}

}  // namespace cartulary::outbound
