#include "delivery/webhook_outcome.h"

#include <gtest/gtest.h>

#include "delivery/webhook_sender.h"

namespace cartulary::delivery {

namespace {

using namespace std::chrono_literals;
using outbound::Posted;

const auto began = timestamp(1'700'000'000'000);
const auto now = began + 40ms;

void least(std::span<std::uint8_t> bytes) {
    for (auto& byte : bytes) byte = 0;
}
void most(std::span<std::uint8_t> bytes) {
    for (auto& byte : bytes) byte = 255;
}

WebhookAttempt attempt(int before = 0, std::optional<Timestamp> first_at = {}) {
    return {.delivery = {.id = {},
                         .organization = 7,
                         .organization_id = {},
                         .event_type = "badge.created",
                         .occurred_at = began,
                         .state = DeliveryState::waiting,
                         .attempts = before,
                         .first_at = first_at,
                         .next_attempt = began,
                         .last_status = {},
                         .last_problem = {},
                         .created_at = began,
                         .ended_at = {}},
            .url = "https://hooks.example/",
            .started_at = began};
}

Posted answered(int status, std::optional<std::chrono::seconds> retry_after = {}) {
    return {.kind = Posted::Kind::answered,
            .status = status,
            .problem = {},
            .retry_after = retry_after,
            .duration = 40ms};
}

WebhookOutcome outcome(const Posted& posted) {
    return outcome_of(attempt(), posted, now, least);
}

TEST(WebhookOutcome, every_2xx_delivers) {
    for (const int status : {200, 201, 202, 204, 299}) {
        const auto delivered = outcome(answered(status));
        EXPECT_EQ(delivered.state, DeliveryState::delivered) << status;
        EXPECT_TRUE(delivered.answered);
        EXPECT_EQ(delivered.attempt, (DeliveryAttempt{1, began, 40ms, status, ""}));
    }
}

TEST(WebhookOutcome, every_other_answer_is_repeated) {
    for (const int status : {300, 301, 302, 304, 307, 308, 400, 401, 403, 404, 429, 500, 503}) {
        const auto failed = outcome(answered(status));
        EXPECT_EQ(failed.state, DeliveryState::waiting) << status;
        EXPECT_EQ(failed.next, now + 4s);
        EXPECT_TRUE(failed.answered);
        EXPECT_FALSE(failed.gone);
        EXPECT_EQ(failed.receiver_waits_until, std::nullopt);
        EXPECT_EQ(failed.attempt.status, status);
    }
    EXPECT_EQ(outcome(answered(500)).attempt.problem, "answered 500");
    EXPECT_EQ(outcome(answered(302)).attempt.problem,
              "answered 302, and redirects are not followed");
}

TEST(WebhookOutcome, a_receiver_that_is_not_there_is_tried_again) {
    for (const auto kind : {Posted::Kind::unreachable, Posted::Kind::forbidden}) {
        const auto failed = outcome({.kind = kind, .problem = "does not take connections"});
        EXPECT_EQ(failed.state, DeliveryState::waiting);
        EXPECT_EQ(failed.next, now + 4s);
        EXPECT_FALSE(failed.answered);
        EXPECT_EQ(failed.attempt.status, std::nullopt);
        EXPECT_EQ(failed.attempt.problem, "does not take connections");
    }
}

TEST(WebhookOutcome, what_is_gone_is_not_tried_again) {
    const auto gone = outcome(answered(410));
    EXPECT_EQ(gone.state, DeliveryState::dead);
    EXPECT_TRUE(gone.gone);
    EXPECT_EQ(gone.attempt.problem, "answered 410 Gone");
}

TEST(WebhookOutcome, a_busy_receiver_is_waited_for_as_long_as_it_asks_but_for_a_day_at_most) {
    for (const int status : {429, 503}) {
        const auto busy = outcome(answered(status, 120s));
        EXPECT_EQ(busy.receiver_waits_until, now + 120s);
        EXPECT_EQ(busy.next, now + 120s);
        EXPECT_EQ(outcome(answered(status, 1s)).next, now + 4s);
        EXPECT_EQ(outcome(answered(status, 24h * 30)).receiver_waits_until, now + 24h);
    }
    EXPECT_EQ(outcome(answered(500, 120s)).receiver_waits_until, std::nullopt);
}

TEST(WebhookOutcome, a_delivery_is_tried_for_25_days_and_at_their_very_end) {
    const auto after = [](std::chrono::milliseconds age, int attempts) {
        return outcome_of(attempt(attempts, now - age), answered(500), now, most);
    };
    EXPECT_EQ(after(1h, 4).next, now + 144min);
    EXPECT_EQ(after(webhook_patience - 1h, 30).next, now + 1h);
    EXPECT_EQ(after(webhook_patience - 1ms, 30).state, DeliveryState::waiting);
    EXPECT_EQ(after(webhook_patience, 31).state, DeliveryState::dead);
    EXPECT_EQ(after(webhook_patience, 31).attempt.number, 32);
}

TEST(WebhookOutcome, delays_differ_by_a_fifth_at_most) {
    EXPECT_EQ(with_jitter(100s, least), 80s);
    EXPECT_EQ(with_jitter(100s, most), 120s);
    EXPECT_EQ(with_jitter(24h, most), 1728min);
    for (int i = 0; i < 100; ++i) {
        EXPECT_GE(with_jitter(100s, system_randomness), 80s);
        EXPECT_LE(with_jitter(100s, system_randomness), 120s);
    }
}

TEST(WebhookOutcome, delays_grow) {
    EXPECT_EQ(delivery_delay_after(1), 5s);
    EXPECT_EQ(delivery_delay_after(2), 1min);
    EXPECT_EQ(delivery_delay_after(3), 5min);
    EXPECT_EQ(delivery_delay_after(4), 30min);
    EXPECT_EQ(delivery_delay_after(5), 2h);
    EXPECT_EQ(delivery_delay_after(6), 5h);
    EXPECT_EQ(delivery_delay_after(7), 10h);
    EXPECT_EQ(delivery_delay_after(8), 24h);
    EXPECT_EQ(delivery_delay_after(1000), 24h);
    EXPECT_EQ(receiver_delay_after(1), 5s);
    EXPECT_EQ(receiver_delay_after(2), 15s);
    EXPECT_EQ(receiver_delay_after(6), 1h);
    EXPECT_EQ(receiver_delay_after(1000), 1h);
}

}  // namespace

}  // namespace cartulary::delivery
