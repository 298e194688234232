#include "domain/host_name.h"

#include <gtest/gtest.h>

#include <string>

namespace cartulary {
namespace {

TEST(HostName, is_dotted_or_localhost) {
    EXPECT_EQ(ascii_host_name("www.example.org"), "www.example.org");
    EXPECT_EQ(ascii_host_name("WWW.Example.ORG"), "www.example.org");
    EXPECT_EQ(ascii_host_name("localhost"), "localhost");
    EXPECT_EQ(ascii_host_name("3com.com"), "3com.com");
    EXPECT_EQ(ascii_host_name("a--b.example"), "a--b.example");
    for (const std::string_view refused :
         {"", "example", "example.", ".example", "a..b", "-a.example", "a-.example", "a_b.example",
          "a b.example", "a.example/", "127.0.0.1", "1.2.3", "a.1", "a.b:80", "[::1]",
          "exa\xFFmple.org", "é", "%61.example"}) {
        EXPECT_EQ(ascii_host_name(refused), std::nullopt) << refused;
    }
    EXPECT_EQ(ascii_host_name(std::string_view("a.example\0.org", 14)), std::nullopt);
}

TEST(HostName, has_labels_of_63_and_names_of_253_bytes_at_most) {
    const std::string label(63, 'a');
    EXPECT_TRUE(ascii_host_name(label + ".org"));
    EXPECT_FALSE(ascii_host_name(label + "a.org"));
    const auto three = label + "." + label + "." + label + ".";
    EXPECT_TRUE(ascii_host_name(three + std::string(61, 'b')));
    EXPECT_FALSE(ascii_host_name(three + std::string(62, 'b')));
    EXPECT_FALSE(ascii_host_name(std::string(100000, 'a') + ".org"));
}

TEST(HostName, may_be_international) {
    EXPECT_EQ(ascii_host_name("bücher.example"), "xn--bcher-kva.example");
    EXPECT_EQ(ascii_host_name("BÜCHER.example"), "xn--bcher-kva.example");
    EXPECT_EQ(ascii_host_name("bu\u0308cher.example"), "xn--bcher-kva.example");
    EXPECT_EQ(ascii_host_name("straße.de"), "xn--strae-oqa.de");  // nontransitional
    EXPECT_EQ(ascii_host_name("大学。中国"), "xn--pss25c.xn--fiqs8s");
    EXPECT_EQ(ascii_host_name("university.рф"), "university.xn--p1ai");
}

TEST(HostName, refuses_international_names_that_are_none) {
    // A symbol, a mark at the beginning, an invisible character, and forbidden characters that
    // must not vanish: ⩴ stands for "::=".
    for (const std::string_view refused : {"♥.example", "\u0301a.example", "a\u200Db.example",
                                           "example.net⩴80", "a\u3000b.example"}) {
        EXPECT_EQ(ascii_host_name(refused), std::nullopt) << refused;
    }
}

TEST(HostName, takes_the_ascii_form_of_an_international_name_only_when_it_is_one) {
    EXPECT_EQ(ascii_host_name("xn--bcher-kva.example"), "xn--bcher-kva.example");
    EXPECT_EQ(ascii_host_name("XN--BCHER-KVA.example"), "xn--bcher-kva.example");
    for (const std::string_view refused : {"xn--.example", "xn--a.example", "xn--0.example",
                                           "xn--zzzzzzzzz99999.example", "xn--g6h.net"}) {
        EXPECT_EQ(ascii_host_name(refused), std::nullopt) << refused;
    }
}

}  // namespace
}  // namespace cartulary
