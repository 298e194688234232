#include "http/api_key.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace cartulary::http {

namespace {

using testing::HasSubstr;

Result<std::string_view> key_in(const Request& request) {
    return api_key_in(request, {"ApiToken", "Bearer"});
}

TEST(ApiKey, stands_after_any_of_the_words_in_any_case) {
    for (const auto* value : {"ApiToken abc", "apitoken abc", "BEARER   abc ", "Bearer abc"}) {
        const Request request{.headers = {{"authorization", value}}};
        const auto key = key_in(request);
        ASSERT_TRUE(key) << value;
        EXPECT_EQ(*key, "abc") << value;
    }
}

TEST(ApiKey, is_not_after_other_words) {
    for (const auto* value : {"Basic abc", "ApiTokenabc", "abc", " ", "ApiToken:abc"}) {
        const Request request{.headers = {{"authorization", value}}};
        const auto key = key_in(request);
        ASSERT_FALSE(key) << value;
        EXPECT_EQ(key.error().kind, ErrorKind::unauthenticated);
        EXPECT_THAT(key.error().message, HasSubstr("must be \"ApiToken <your API key>\""));
    }
}

TEST(ApiKey, is_asked_for_where_there_is_none) {
    const Request request;
    const auto key = key_in(request);
    ASSERT_FALSE(key);
    EXPECT_EQ(key.error().kind, ErrorKind::unauthenticated);
    EXPECT_THAT(key.error().message, HasSubstr("\"Authorization: ApiToken <your API key>\""));
}

}  // namespace

}  // namespace cartulary::http
