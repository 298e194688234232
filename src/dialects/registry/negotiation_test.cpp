#include "dialects/registry/negotiation.h"

#include <gtest/gtest.h>

#include <string>

namespace cartulary::registry {

namespace {

TEST(Negotiation, gives_linked_data_to_who_does_not_mind) {
    for (const auto* accept : {"", "*/*", "application/*", "application/ld+json", "image/png",
                               "application/ld+json, application/json", "text/html;q=0",
                               "Application/LD+JSON ; q=0.9 , text/html ; q=0.5"}) {
        EXPECT_EQ(preferred_form(accept), Form::json_ld) << accept;
    }
}

TEST(Negotiation, gives_plain_json_to_who_asks_for_it) {
    for (const auto* accept :
         {"application/json", "application/json, text/plain, */*", "application/json;charset=utf-8",
          "application/json;q=0.9, text/html;q=0.8", "application/ld+json;q=0, application/*"}) {
        EXPECT_EQ(preferred_form(accept), Form::json) << accept;
    }
}

TEST(Negotiation, gives_a_page_to_browsers) {
    for (const auto* accept :
         {"text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8", "text/html", "text/*",
          "application/json;q=0.5, text/html;q=0.6", "TEXT/HTML"}) {
        EXPECT_EQ(preferred_form(accept), Form::page) << accept;
    }
}

TEST(Negotiation, takes_nonsense_for_nothing) {
    for (const auto* accept : {",", ";;;", "text/html;q=2", "text/html;q=0.1234", "text/html;q=x",
                               "text", "/", "*/html", "text/html;q=", "application/;q=1"}) {
        EXPECT_EQ(preferred_form(accept), Form::json_ld) << accept;
    }
    EXPECT_EQ(preferred_form(std::string(100'000, ',') + "text/html"), Form::page);
}

}  // namespace

}  // namespace cartulary::registry
