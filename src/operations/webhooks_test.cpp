#include "operations/webhooks.h"

#include "operations/operations_for_test.h"

namespace cartulary {

namespace {

class WebhooksTest : public testing::Test, protected OperationsUnderTest {
protected:
    // One event that could not be told.
    Uuid dead_delivery(const Caller& organization) {
        state_webhook(organization);
        const auto id = events_of(organization).back().id;
        write([&](Transaction& transaction) {
            ASSERT_TRUE(webhooks::mark_dead(
                transaction, id,
                {1, under_test.now(), std::chrono::milliseconds(20), 500, "HTTP 500"}));
        });
        return id;
    }
    void disable(const Caller& organization) {
        write([&](Transaction& transaction) {
            auto receiver = webhooks::find_receiver(transaction, organization.organization).value();
            receiver.disabled = "it answered 410";
            webhooks::put_receiver(transaction, receiver, under_test.now());
        });
    }
    webhooks::Receiver receiver_of(const Caller& organization) {
        return under_test.store().read([&](Transaction& transaction) {
            return webhooks::find_receiver(transaction, organization.organization).value();
        });
    }
    DeliveryState state_of(const Uuid& delivery) {
        return under_test.store().read([&](Transaction& transaction) {
            return webhooks::find(transaction, delivery).value().state;
        });
    }

    Webhooks webhooks{registry()};
};

TEST_F(WebhooksTest, a_secret_is_24_bytes_as_standard_webhooks_writes_them) {
    EXPECT_EQ(refusal_of(webhooks.secret(own, own.id)), "not_found");
    state_webhook(own);
    const auto secret = webhooks.secret(own, own.id);
    ASSERT_TRUE(secret);
    EXPECT_EQ(secret->text.size(), 6U + 32U);
    EXPECT_EQ(secret->text.find_first_not_of("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
                                             "0123456789+/",
                                             6),
              std::string::npos);
    EXPECT_THAT(secret->text, testing::StartsWith("whsec_"));
    EXPECT_EQ(secret->old_until, std::nullopt);
    EXPECT_THAT(receiver_of(own).sealed_secret, testing::Not(testing::HasSubstr("whsec_")));
    state_webhook(stranger);
    EXPECT_NE(webhooks.secret(stranger, stranger.id)->text, secret->text);
}

TEST_F(WebhooksTest, a_replaced_secret_signs_for_another_day) {
    EXPECT_EQ(refusal_of(webhooks.rotate_secret(own, own.id)), "not_found");
    state_webhook(own);
    const auto old = webhooks.secret(own, own.id);
    const auto made = webhooks.rotate_secret(own, own.id);
    ASSERT_TRUE(made);
    EXPECT_NE(made->text, old->text);
    EXPECT_EQ(made->old_until, under_test.now() + webhook_secret_overlap);
    EXPECT_EQ(registry().vault.unseal(receiver_of(own).sealed_old_secret), old->text);
    EXPECT_EQ(webhooks.secret(own, own.id)->text, made->text);
    under_test.pass(webhook_secret_overlap);
    EXPECT_EQ(webhooks.secret(own, own.id)->old_until, std::nullopt);
}

TEST_F(WebhooksTest, a_secret_is_for_its_own_organization_with_the_right_to_write) {
    state_webhook(own);
    grant(own, stranger);
    EXPECT_EQ(refusal_of(webhooks.secret(stranger, own.id)), "not_found");
    EXPECT_EQ(refusal_of(webhooks.rotate_secret(stranger, own.id)), "not_found");
    const auto reader = with_rights(own, all_but_write);
    EXPECT_EQ(refusal_of(webhooks.secret(reader, own.id)), "forbidden");
    EXPECT_EQ(refusal_of(webhooks.rotate_secret(reader, own.id)), "forbidden");
    EXPECT_TRUE(webhooks.secret(command_line(), own.id));
}

TEST_F(WebhooksTest, the_list_tells_what_became_of_each_delivery) {
    const auto dead = dead_delivery(own);
    state_webhook(stranger);
    const auto all = webhooks.list(std::nullopt, std::nullopt, {});
    ASSERT_TRUE(all);
    EXPECT_EQ(all->total, 2);
    const auto told = webhooks.list(own.id, DeliveryState::dead, {});
    ASSERT_EQ(told->items.size(), 1U);
    EXPECT_EQ(told->items[0].delivery.id, dead);
    EXPECT_EQ(told->items[0].delivery.organization_id, own.id);
    ASSERT_EQ(told->items[0].attempts.size(), 1U);
    EXPECT_EQ(told->items[0].attempts[0].status, 500);
    EXPECT_EQ(webhooks.list(stranger.id, DeliveryState::dead, {})->total, 0);
    EXPECT_EQ(refusal_of(webhooks.list(OrganizationId(), std::nullopt, {})), "not_found");
}

TEST_F(WebhooksTest, a_dead_delivery_is_queued_again_and_no_other) {
    const auto dead = dead_delivery(own);
    const auto wakes = under_test.wakes().webhooks;
    EXPECT_EQ(webhooks.requeue(dead), 1);
    EXPECT_EQ(under_test.wakes().webhooks, wakes + 1);
    EXPECT_EQ(state_of(dead), DeliveryState::waiting);
    const auto again = webhooks.requeue(dead);
    EXPECT_EQ(refusal_of(again), "not_found");
    EXPECT_THAT(again.error().message, testing::HasSubstr("waiting"));
    const auto unknown = webhooks.requeue(Uuid());
    EXPECT_EQ(refusal_of(unknown), "not_found");
    EXPECT_THAT(unknown.error().message, testing::HasSubstr("no delivery"));
}

TEST_F(WebhooksTest, a_receiver_that_is_disabled_is_told_again_what_is_queued_again) {
    const auto dead = dead_delivery(own);
    disable(own);
    EXPECT_EQ(webhooks.requeue(dead), 1);
    EXPECT_EQ(receiver_of(own).disabled, "");
}

TEST_F(WebhooksTest, all_that_is_dead_is_queued_again) {
    const auto dead = dead_delivery(own);
    const auto other = dead_delivery(stranger);
    disable(own);
    EXPECT_EQ(webhooks.requeue_all(own.id), 1);
    EXPECT_EQ(receiver_of(own).disabled, "");
    EXPECT_EQ(state_of(dead), DeliveryState::waiting);
    EXPECT_EQ(state_of(other), DeliveryState::dead);
    EXPECT_EQ(webhooks.requeue_all(own.id), 0);
    EXPECT_EQ(refusal_of(webhooks.requeue_all(OrganizationId())), "not_found");
}

TEST_F(WebhooksTest, what_was_delivered_long_ago_is_forgotten) {
    state_webhook(own);
    const auto id = events_of(own).back().id;
    write([&](Transaction& transaction) {
        ASSERT_TRUE(webhooks::mark_delivered(
            transaction, id, {1, under_test.now(), std::chrono::milliseconds(20), 204, ""}));
    });
    under_test.pass(delivered_kept);
    webhooks.forget_delivered();
    EXPECT_EQ(webhooks.list(own.id, std::nullopt, {})->total, 1);
    under_test.pass(std::chrono::hours(1));
    webhooks.forget_delivered();
    EXPECT_EQ(webhooks.list(own.id, std::nullopt, {})->total, 0);
}

TEST_F(WebhooksTest, an_organization_looks_at_its_own_and_tries_again) {
    const auto delivery = dead_delivery(own);
    disable(own);
    const auto standing = webhooks.standing(own, own.id);
    ASSERT_TRUE(standing);
    EXPECT_EQ(standing->stated.url, "https://hooks.example/");
    EXPECT_EQ(standing->disabled, "it answered 410");
    EXPECT_EQ(standing->dead, 1);
    EXPECT_EQ(webhooks.of_own(own, own.id, Slice())->total, 1);
    const auto told = webhooks.of_own(own, own.id, delivery);
    ASSERT_TRUE(told);
    EXPECT_EQ(told->attempts.size(), 1U);
    EXPECT_EQ(webhooks.requeue(own, own.id, delivery).value(), 1);
    EXPECT_EQ(state_of(delivery), DeliveryState::waiting);
    EXPECT_EQ(webhooks.standing(own, own.id)->disabled, "");
    EXPECT_EQ(refusal_of(webhooks.requeue(own, own.id, delivery)), "not_found");
    EXPECT_EQ(webhooks.requeue_all(own, own.id).value(), 0);
}

TEST_F(WebhooksTest, what_is_anothers_is_not_there) {
    const auto delivery = dead_delivery(own);
    EXPECT_EQ(refusal_of(webhooks.standing(stranger, own.id)), "not_found");
    EXPECT_EQ(refusal_of(webhooks.of_own(stranger, own.id, Slice())), "not_found");
    EXPECT_EQ(refusal_of(webhooks.of_own(stranger, own.id, delivery)), "not_found");
    EXPECT_EQ(refusal_of(webhooks.of_own(stranger, stranger.id, delivery)), "not_found");
    EXPECT_EQ(refusal_of(webhooks.requeue(stranger, stranger.id, delivery)), "not_found");
    EXPECT_EQ(refusal_of(webhooks.requeue_all(stranger, own.id)), "not_found");
    const auto looker = with_rights(own, nothing_but_read);
    EXPECT_TRUE(webhooks.standing(looker, own.id));
    EXPECT_EQ(refusal_of(webhooks.requeue(looker, own.id, delivery)), "forbidden");
    EXPECT_EQ(refusal_of(webhooks.requeue_all(looker, own.id)), "forbidden");
    EXPECT_EQ(state_of(delivery), DeliveryState::dead);
}

TEST_F(WebhooksTest, a_new_secret_is_told) {
    state_webhook(own);
    ASSERT_TRUE(webhooks.rotate_secret(own, own.id));
    EXPECT_EQ(events_of(own).back().type, event_type::organization_secret_changed);
    EXPECT_EQ(events_of(own).back().snapshot.find("whsec_"), std::string::npos);
}

}  // namespace

}  // namespace cartulary
