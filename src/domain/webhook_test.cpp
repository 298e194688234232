#include "domain/webhook.h"

#include <gtest/gtest.h>

namespace cartulary {

namespace {

TEST(Webhook, wants_what_its_receiver_can_know_unless_some_are_named) {
    const Webhook any{"https://harbor.example/hook", {}};
    EXPECT_TRUE(any.wants("badge.created"));
    EXPECT_TRUE(any.wants("organization.changed"));
    EXPECT_FALSE(any.wants("resource.published"));
    EXPECT_FALSE(any.wants("organization.member_invited"));
}

TEST(Webhook, wants_the_events_that_are_named_and_no_others) {
    const Webhook chosen{"https://harbor.example/hook", {"badge.created", "badge.deleted"}};
    EXPECT_TRUE(chosen.wants("badge.created"));
    EXPECT_TRUE(chosen.wants("badge.deleted"));
    EXPECT_FALSE(chosen.wants("badge"));
    EXPECT_FALSE(chosen.wants("organization.changed"));
    EXPECT_TRUE((Webhook{"https://harbor.example/hook", {"resource.published"}}.wants(
        "resource.published")));
}

TEST(DeliveryState, reads_its_own_names) {
    for (int i = 0; i < 3; ++i) {
        const auto state = static_cast<DeliveryState>(i);
        EXPECT_EQ(parse_delivery_state(name_of(state)), state);
    }
    EXPECT_EQ(parse_delivery_state("nonsense"), std::nullopt);
}

}  // namespace

}  // namespace cartulary
