#include "outbound/network_rule.h"

#include <arpa/inet.h>
#include <gtest/gtest.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <sys/un.h>

#include <string>

namespace cartulary::outbound {

namespace {

bool allows(const NetworkRule& rule, const std::string& address) {
    sockaddr_storage storage{};
    auto& ipv4 = reinterpret_cast<sockaddr_in&>(storage);
    auto& ipv6 = reinterpret_cast<sockaddr_in6&>(storage);
    if (inet_pton(AF_INET, address.c_str(), &ipv4.sin_addr) == 1) {
        ipv4.sin_family = AF_INET;
    } else if (inet_pton(AF_INET6, address.c_str(), &ipv6.sin6_addr) == 1) {
        ipv6.sin6_family = AF_INET6;
    } else {
        ADD_FAILURE() << address << " is no address";
    }
    return rule.allows(reinterpret_cast<const sockaddr&>(storage));
}

bool public_internet_has(const std::string& address) {
    return allows(NetworkRule(), address);
}

NetworkRule rule(const std::string& allowed) {
    return NetworkRule::parse(allowed).value();
}

TEST(NetworkRule, allows_the_public_internet) {
    for (const auto* address : {"1.1.1.1",         "8.8.8.8",
                                "9.255.255.255",   "11.0.0.0",
                                "100.63.255.255",  "100.128.0.0",
                                "126.255.255.255", "128.0.0.0",
                                "169.253.255.255", "169.255.0.0",
                                "172.15.255.255",  "172.32.0.0",
                                "192.0.0.9",       "192.0.0.10",
                                "192.0.1.0",       "192.0.3.0",
                                "192.31.196.1",    "192.52.193.1",
                                "192.167.255.255", "192.169.0.0",
                                "192.175.48.1",    "198.17.255.255",
                                "198.20.0.0",      "203.0.114.0",
                                "223.255.255.255", "2001:1::1",
                                "2001:1::2",       "2001:1::3",
                                "2001:3::1",       "2001:4:112::1",
                                "2001:20::1",      "2001:30::1",
                                "2001:200::1",     "2606:4700:4700::1111",
                                "2620:4f:8000::1", "2a00:1450::1",
                                "3ffe:ffff::1"}) {
        EXPECT_TRUE(public_internet_has(address)) << address;
    }
}

TEST(NetworkRule, keeps_special_ipv4_blocks_from_their_first_to_their_last_address) {
    for (const auto* address :
         {"0.0.0.0",         "0.255.255.255",   "10.0.0.0",        "10.255.255.255",
          "100.64.0.0",      "100.127.255.255", "127.0.0.0",       "127.0.0.1",
          "127.255.255.255", "169.254.0.0",     "169.254.169.254", "169.254.255.255",
          "172.16.0.0",      "172.31.255.255",  "192.0.0.0",       "192.0.0.8",
          "192.0.0.11",      "192.0.0.170",     "192.0.0.255",     "192.0.2.0",
          "192.0.2.255",     "192.88.99.0",     "192.88.99.255",   "192.168.0.0",
          "192.168.255.255", "198.18.0.0",      "198.19.255.255",  "198.51.100.0",
          "198.51.100.255",  "203.0.113.0",     "203.0.113.255",   "224.0.0.0",
          "239.255.255.255", "240.0.0.0",       "255.255.255.254", "255.255.255.255"}) {
        EXPECT_FALSE(public_internet_has(address)) << address;
    }
}

TEST(NetworkRule, keeps_special_ipv6_blocks) {
    for (const auto* address : {"::",
                                "::1",
                                "100::1",
                                "100:0:0:1::1",
                                "2001:1::",
                                "2001:1::4",
                                "2001:2::1",
                                "2001:10::1",
                                "2001:1ff:ffff::1",
                                "2001:db8::1",
                                "2001:db8:ffff::1",
                                "3fff::1",
                                "3fff:fff::1",
                                "5f00::1",
                                "fc00::1",
                                "fd00::1",
                                "fdff:ffff::1",
                                "fe80::1",
                                "febf::1",
                                "fec0::1",
                                "ff02::1",
                                "ffff::1",
                                "64:ff9b:1::a00:1",
                                "64:ff9b:1::808:808",
                                "64:ff9b:2::1",
                                "4000::1",
                                "1fff::1"}) {
        EXPECT_FALSE(public_internet_has(address)) << address;
    }
}

TEST(NetworkRule, judges_an_ipv4_address_inside_an_ipv6_one) {
    for (const auto* address :
         {"::ffff:127.0.0.1", "::ffff:10.0.0.1", "::127.0.0.1", "::10.0.0.1", "2002:7f00:1::",
          "2002:0a00:0001::1", "2002:c0a8:101:1::1", "64:ff9b::127.0.0.1", "64:ff9b::a9fe:a9fe",
          // Teredo: the server 8.8.8.8 with the client 10.0.0.1, and the other way round.
          "2001:0:808:808::f5ff:fffe", "2001:0:a00:1::f7f7:f7f7"}) {
        EXPECT_FALSE(public_internet_has(address)) << address;
    }
    for (const auto* address :
         {"::ffff:8.8.8.8", "2002:808:808::1", "64:ff9b::8.8.8.8", "2001:0:808:808::f7f7:f7f7"}) {
        EXPECT_TRUE(public_internet_has(address)) << address;
    }
}

TEST(NetworkRule, allows_no_other_kind_of_address) {
    sockaddr_un local{};
    local.sun_family = AF_UNIX;
    EXPECT_FALSE(rule("0.0.0.0/0, ::/0").allows(reinterpret_cast<const sockaddr&>(local)));
}

TEST(NetworkRule, allows_the_networks_of_the_setting_besides) {
    const auto inside = rule(" 10.1.0.0/16,fd00:1::/32 , 127.0.0.1 ");
    EXPECT_TRUE(allows(inside, "10.1.0.0"));
    EXPECT_TRUE(allows(inside, "10.1.255.255"));
    EXPECT_FALSE(allows(inside, "10.2.0.0"));
    EXPECT_FALSE(allows(inside, "10.0.255.255"));
    EXPECT_TRUE(allows(inside, "fd00:1:ffff::1"));
    EXPECT_FALSE(allows(inside, "fd00:2::1"));
    EXPECT_TRUE(allows(inside, "127.0.0.1"));
    EXPECT_FALSE(allows(inside, "127.0.0.2"));
    EXPECT_TRUE(allows(inside, "8.8.8.8"));
}

TEST(NetworkRule, allows_a_network_in_every_form_of_its_addresses) {
    const auto inside = rule("10.1.0.0/16");
    for (const auto* address : {"::ffff:10.1.2.3", "::10.1.2.3", "64:ff9b::10.1.2.3",
                                "2002:a01:203::1", "2001:0:a01:203::f7f7:f7f7"}) {
        EXPECT_TRUE(allows(inside, address)) << address;
    }
    EXPECT_FALSE(allows(inside, "64:ff9b::10.2.2.3"));
    EXPECT_TRUE(allows(rule("::ffff:10.1.0.0/112"), "10.1.2.3"));
    EXPECT_TRUE(allows(rule("64:ff9b:1::/48"), "64:ff9b:1::a00:1"));
}

TEST(NetworkRule, keeps_the_two_families_apart) {
    EXPECT_FALSE(allows(rule("::/0"), "127.0.0.1"));
    EXPECT_FALSE(allows(rule("::/0"), "::ffff:127.0.0.1"));
    EXPECT_TRUE(allows(rule("::/0"), "::1"));
    EXPECT_FALSE(allows(rule("0.0.0.0/0"), "fd00::1"));
    EXPECT_TRUE(allows(rule("0.0.0.0/0"), "127.0.0.1"));
}

TEST(NetworkRule, allows_nothing_more_when_the_setting_is_empty) {
    EXPECT_FALSE(allows(rule(""), "127.0.0.1"));
    EXPECT_FALSE(allows(rule("  "), "127.0.0.1"));
}

TEST(NetworkRule, refuses_what_is_no_network) {
    for (const auto* text :
         {"10.0.0.0/33", "fd00::/129", "10.0.0.0/", "10.0.0.0/-1", "10.0.0.0/8x", "10.0.0.0/+8",
          "10.0.0.0/8/8", "10.0.0/8", "010.0.0.0/8", "localhost", "10.0.0.0/8,", ",",
          "10.0.0.0/8 fd00::/8", "fe80::1%eth0", "/8", "10.0.0.0/99999999999999999999"}) {
        const auto refused = NetworkRule::parse(text);
        ASSERT_FALSE(refused) << text;
        EXPECT_EQ(refused.error().kind, ErrorKind::invalid);
        EXPECT_EQ(refused.error().fields.at(0).field, "networks");
    }
}

TEST(NetworkRule, refuses_a_network_with_bits_beyond_its_prefix) {
    EXPECT_FALSE(NetworkRule::parse("10.1.0.0/8"));
    EXPECT_FALSE(NetworkRule::parse("fd00::1/8"));
    EXPECT_FALSE(NetworkRule::parse("172.16.0.0/11"));
    EXPECT_TRUE(NetworkRule::parse("172.16.0.0/12"));
}

}  // namespace

}  // namespace cartulary::outbound
