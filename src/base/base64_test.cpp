#include "base/base64.h"

#include <gtest/gtest.h>

namespace cartulary {

namespace {

TEST(Base64, is_written_in_either_alphabet) {
    EXPECT_EQ(base64_encode(""), "");
    EXPECT_EQ(base64_encode("\xfb\xff\xfe!"), "+//+IQ==");
    EXPECT_EQ(base64_url_encode("\xfb\xff\xfe!"), "-__-IQ");
}

TEST(Base64, reads_the_examples_of_the_rfc_with_and_without_padding) {
    for (const auto& [text, bytes] :
         {std::pair{"", ""}, std::pair{"Zg==", "f"}, std::pair{"Zm8=", "fo"},
          std::pair{"Zm9v", "foo"}, std::pair{"Zm9vYg", "foob"}, std::pair{"Zm9vYmE", "fooba"}}) {
        EXPECT_EQ(base64_decode(text), bytes) << text;
    }
}

TEST(Base64, reads_both_alphabets) {
    const std::string bytes = "\xfb\xff\xbf";
    EXPECT_EQ(base64_decode("+/+/"), bytes);
    EXPECT_EQ(base64_decode("-_-_"), bytes);
}

TEST(Base64, refuses_what_is_none) {
    for (const auto* text :
         {"Z", "Zm9v Zm9v", "Zm9v\n", "Zm9v===", "Zh==", "Zm=v", "=", "Zm9v\xc3"}) {
        EXPECT_FALSE(base64_decode(text)) << text;
    }
}

}  // namespace

}  // namespace cartulary
