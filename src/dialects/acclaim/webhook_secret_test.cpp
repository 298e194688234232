#include <gmock/gmock.h>

#include "dialects/acclaim/acclaim_for_test.h"

namespace cartulary::acclaim {

namespace {

using testing::StartsWith;

class AcclaimWebhookSecret : public AcclaimTest {
protected:
    const std::string secret = path("/webhook_secret");
};

TEST_F(AcclaimWebhookSecret, is_there_once_a_webhook_was_stated) {
    EXPECT_EQ(get(secret).status, 404);
    EXPECT_EQ(post(secret + "/rotate", "").status, 404);
    put(path(), R"({"webhook_url":"https://harbor.example/webhook"})");
    const auto response = get(secret);
    EXPECT_EQ(response.status, 200);
    EXPECT_THAT(text_in(data(response), "secret"), StartsWith("whsec_"));
    EXPECT_TRUE(data(response).find("old_secret_valid_until")->is_null());
    EXPECT_EQ(header(response, "Cache-Control"), "no-store");
}

TEST_F(AcclaimWebhookSecret, is_rotated_with_an_overlap_of_a_day) {
    put(path(), R"({"webhook_url":"https://harbor.example/webhook"})");
    const auto before = text_in(data(get(secret)), "secret");
    const auto rotated = post(secret + "/rotate", "");
    EXPECT_EQ(rotated.status, 200);
    EXPECT_NE(text_in(data(rotated), "secret"), before);
    EXPECT_EQ(text_in(data(rotated), "old_secret_valid_until"), "2026-09-22T14:13:20.000Z");
    EXPECT_EQ(get(secret).body, rotated.body);
    under_test.pass(std::chrono::hours(24));
    EXPECT_TRUE(data(get(secret)).find("old_secret_valid_until")->is_null());
}

TEST_F(AcclaimWebhookSecret, is_for_who_may_write_for_the_organization_itself) {
    put(path(), R"({"webhook_url":"https://harbor.example/webhook"})");
    const auto reader = bearer(add_token(college, {true, false, false}));
    EXPECT_EQ(get(secret, {reader}).status, 403);
    EXPECT_EQ(post(secret + "/rotate", "", {reader}).status, 403);
    const auto of_partner = bearer(add_token(partner.id, {true, true, true}));
    EXPECT_EQ(get(secret, {of_partner}).status, 404);
    EXPECT_EQ(post(secret + "/rotate", "", {of_partner}).status, 404);
}

}  // namespace

}  // namespace cartulary::acclaim
