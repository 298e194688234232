#include "domain/webhook.h"

#include <gtest/gtest.h>

namespace cartulary {

namespace {

TEST(Webhook, wants_all_events_unless_some_are_named) {
    EXPECT_TRUE((Webhook{"https://harbor.example/hook", {}}.wants("badge.created")));
    const Webhook chosen{"https://harbor.example/hook", {"badge.created", "badge.deleted"}};
    EXPECT_TRUE(chosen.wants("badge.created"));
    EXPECT_TRUE(chosen.wants("badge.deleted"));
    EXPECT_FALSE(chosen.wants("badge"));
    EXPECT_FALSE(chosen.wants("organization.changed"));
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
