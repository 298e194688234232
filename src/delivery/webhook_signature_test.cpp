#include "delivery/webhook_signature.h"

#include <gtest/gtest.h>

#include <stdexcept>

namespace cartulary::delivery {

namespace {

// The example that the libraries of Standard Webhooks are tested with.
constexpr auto secret = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
constexpr auto id = "msg_p5jXN8AQM9LWM0D4loKWxJek";
constexpr auto body = R"({"test": 2432232314})";
constexpr auto signature = "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=";
const auto at = timestamp(1'614'265'330'000);

TEST(WebhookSignature, is_that_of_standard_webhooks) {
    EXPECT_EQ(webhook_signature(secret, id, at, body), signature);
}

TEST(WebhookSignature, counts_whole_seconds) {
    EXPECT_EQ(webhook_signature(secret, id, at + std::chrono::milliseconds(999), body), signature);
    EXPECT_NE(webhook_signature(secret, id, at + std::chrono::seconds(1), body), signature);
}

TEST(WebhookSignature, depends_on_everything_that_is_signed) {
    EXPECT_NE(webhook_signature(secret, "msg_other", at, body), signature);
    EXPECT_NE(webhook_signature(secret, id, at, R"({"test": 2432232315})"), signature);
    EXPECT_NE(webhook_signature("whsec_NfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw", id, at, body), signature);
}

TEST(WebhookSignature, needs_a_secret_that_is_one) {
    for (const auto* wrong :
         {"", "whsec_", "MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw", "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLa",
          "whsec_not base64 at all", "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaS!"}) {
        EXPECT_THROW(webhook_signature(wrong, id, at, body), std::invalid_argument) << wrong;
    }
}

}  // namespace

}  // namespace cartulary::delivery
