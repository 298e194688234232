#include "domain/browser.h"

#include <gtest/gtest.h>

namespace cartulary {

namespace {

TEST(Browser, is_named_as_its_owner_knows_it) {
    EXPECT_EQ(
        browser_name("Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Firefox/128.0"),
        "Firefox, Linux");
    EXPECT_EQ(browser_name("Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, "
                           "like Gecko) Chrome/126.0.0.0 Safari/537.36 Edg/126.0.0.0"),
              "Edge, Windows");
    EXPECT_EQ(browser_name("Mozilla/5.0 (Linux; Android 14; Pixel 8) AppleWebKit/537.36 (KHTML, "
                           "like Gecko) Chrome/126.0.0.0 Mobile Safari/537.36"),
              "Chrome, Android");
    EXPECT_EQ(browser_name("Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) "
                           "AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.5 Mobile/15E148 "
                           "Safari/604.1"),
              "Safari, iPhone");
    EXPECT_EQ(browser_name("curl/7.88.1"), "");
    EXPECT_EQ(browser_name("<script>Firefox/1</script>"), "Firefox");
    EXPECT_EQ(browser_name(""), "");
}

TEST(Browser, is_shown_with_its_network_alone) {
    EXPECT_EQ(network_of("203.0.113.77"), "203.0.113.0/24");
    EXPECT_EQ(network_of("2001:db8:1:2:3:4:5:6"), "2001:db8:1::/48");
    EXPECT_EQ(network_of(""), "");
    EXPECT_EQ(network_of("no address"), "");
}

TEST(Browser, is_counted_by_what_one_client_has) {
    EXPECT_EQ(counted_address("203.0.113.77"), "203.0.113.77");
    EXPECT_EQ(counted_address("2001:db8:1:2:3:4:5:6"), counted_address("2001:db8:1:2::1"));
    EXPECT_NE(counted_address("2001:db8:1:2::1"), counted_address("2001:db8:1:3::1"));
    EXPECT_EQ(counted_address("control"), "control");
}

}  // namespace

}  // namespace cartulary
