#include <atomic>
#include <thread>

#include "store/contract/webhook_samples_for_test.h"

namespace cartulary {

namespace {

using Ids = std::vector<Uuid>;

std::int32_t told(Store& store, int index = 1) {
    const auto number = stored(store, college(index)).number;
    const auto written = store.write([&](Transaction& transaction) -> Result<void> {
        webhooks::put_receiver(transaction, sample_receiver(number), sample_time(0));
        return {};
    });
    EXPECT_TRUE(written);
    return number;
}

TEST_P(StoreContract, records_every_attempt_and_what_became_of_it) {
    const auto number = told(store());
    write([&](Transaction& transaction) {
        const auto id = queue_sample(transaction, number, "a", 1);
        ASSERT_TRUE(webhooks::mark_delayed(transaction, id, sample_attempt(2, {}, "timeout"),
                                           sample_time(10)));
        auto delivery = webhooks::find(transaction, id).value();
        EXPECT_EQ(delivery.state, DeliveryState::waiting);
        EXPECT_EQ(delivery.attempts, 1);
        EXPECT_EQ(delivery.first_at, sample_time(2));
        EXPECT_EQ(delivery.next_attempt, sample_time(10));
        EXPECT_EQ(delivery.last_status, std::nullopt);
        EXPECT_EQ(delivery.last_problem, "timeout");
        EXPECT_EQ(delivery.ended_at, std::nullopt);

        auto second = sample_attempt(10, 204);
        ASSERT_TRUE(webhooks::mark_delivered(transaction, id, second));
        delivery = webhooks::find(transaction, id).value();
        EXPECT_EQ(delivery.state, DeliveryState::delivered);
        EXPECT_EQ(delivery.attempts, 2);
        EXPECT_EQ(delivery.first_at, sample_time(2));
        EXPECT_EQ(delivery.last_status, 204);
        EXPECT_EQ(delivery.last_problem, "");
        EXPECT_EQ(delivery.ended_at, sample_time(10) + second.duration);

        auto first = sample_attempt(2, {}, "timeout");
        first.number = 1;
        second.number = 2;
        EXPECT_EQ(webhooks::attempts_of(transaction, id),
                  (std::vector<DeliveryAttempt>{first, second}));
    });
}

TEST_P(StoreContract, what_has_ended_is_not_marked_again) {
    const auto number = told(store());
    write([&](Transaction& transaction) {
        const auto delivered = queue_sample(transaction, number, "a", 1);
        const auto dead = queue_sample(transaction, number, "b", 1);
        ASSERT_TRUE(webhooks::mark_delivered(transaction, delivered, sample_attempt(1, 204)));
        ASSERT_TRUE(webhooks::mark_dead(transaction, dead, sample_attempt(1, 400, "no")));
        for (const auto& id : {delivered, dead, sample_id("unknown")}) {
            const auto before = webhooks::find(transaction, id);
            const auto again = sample_attempt(2, 500, "500");
            EXPECT_FALSE(webhooks::mark_delivered(transaction, id, again));
            EXPECT_FALSE(webhooks::mark_dead(transaction, id, again));
            EXPECT_FALSE(webhooks::mark_delayed(transaction, id, again, sample_time(3)));
            EXPECT_EQ(webhooks::find(transaction, id), before);
            EXPECT_EQ(webhooks::attempts_of(transaction, id).size(), before ? 1U : 0U);
        }
        EXPECT_TRUE(due_at(transaction, number, 100).empty());
    });
}

TEST_P(StoreContract, of_senders_that_mark_the_same_delivery_one_counts) {
    const auto number = told(store());
    write([&](Transaction& transaction) { queue_sample(transaction, number, "a", 1); });
    std::atomic<int> counted{0};
    std::vector<std::thread> senders;
    for (int i = 0; i < 10; ++i) {
        senders.emplace_back([&] {
            const auto marked = store().write([&](Transaction& transaction) -> Result<bool> {
                return webhooks::mark_delivered(transaction, sample_id("a"),
                                                sample_attempt(1, 204));
            });
            if (*marked) ++counted;
        });
    }
    for (auto& sender : senders) sender.join();
    EXPECT_EQ(counted, 1);
    write([&](Transaction& transaction) {
        EXPECT_EQ(webhooks::find(transaction, sample_id("a"))->attempts, 1);
        EXPECT_EQ(webhooks::attempts_of(transaction, sample_id("a")).size(), 1U);
    });
}

TEST_P(StoreContract, lists_the_deliveries_of_a_state_newest_first) {
    const auto number = told(store(), 1);
    const auto other = told(store(), 2);
    write([&](Transaction& transaction) {
        const auto first = queue_sample(transaction, number, "first", 1);
        const auto second = queue_sample(transaction, other, "second", 2);
        const auto third = queue_sample(transaction, number, "third", 3);
        const auto all = [&](DeliveryState state) {
            std::vector<Uuid> ids;
            std::optional<webhooks::DeliveryPlace> from;
            for (int page = 0; page < 9; ++page) {
                const auto found = webhooks::in_state(transaction, state, from, 1);
                if (found.empty()) break;
                ids.push_back(found.at(0).id);
                from = webhooks::place_of(found.at(0), state);
            }
            return ids;
        };
        EXPECT_EQ(all(DeliveryState::waiting), (Ids{third, second, first}));
        ASSERT_TRUE(webhooks::mark_delivered(transaction, third, sample_attempt(4, 204)));
        ASSERT_TRUE(webhooks::mark_delivered(transaction, first, sample_attempt(5, 204)));
        ASSERT_TRUE(webhooks::mark_dead(transaction, second, sample_attempt(5, 400, "no")));
        EXPECT_EQ(all(DeliveryState::delivered), (Ids{first, third})) << "by when they were";
        EXPECT_EQ(all(DeliveryState::dead), Ids{second});
        EXPECT_EQ(all(DeliveryState::waiting), Ids{});
    });
}

TEST_P(StoreContract, gives_up_what_was_queued_too_long_ago) {
    const auto number = told(store(), 1);
    const auto other = told(store(), 2);
    write([&](Transaction& transaction) {
        const auto old = queue_sample(transaction, number, "old", 1);
        const auto tried = queue_sample(transaction, number, "tried", 2);
        const auto young = queue_sample(transaction, number, "young", 3);
        const auto sent = queue_sample(transaction, number, "sent", 1);
        const auto others = queue_sample(transaction, other, "others", 1);
        webhooks::mark_delayed(transaction, tried, sample_attempt(5, 500, "500"), sample_time(99));
        webhooks::mark_delivered(transaction, sent, sample_attempt(1, 204));
        EXPECT_EQ(webhooks::give_up(transaction, number, sample_time(3), sample_time(10), "enough"),
                  2);
        for (const auto& id : {old, tried}) {
            const auto delivery = webhooks::find(transaction, id);
            EXPECT_EQ(delivery->state, DeliveryState::dead);
            EXPECT_EQ(delivery->last_problem, "enough");
            EXPECT_EQ(delivery->ended_at, sample_time(10));
        }
        EXPECT_EQ(webhooks::find(transaction, young)->state, DeliveryState::waiting);
        EXPECT_EQ(webhooks::find(transaction, sent)->state, DeliveryState::delivered);
        EXPECT_EQ(webhooks::find(transaction, others)->state, DeliveryState::waiting);
        const auto counts = webhooks::count(transaction);
        EXPECT_EQ(counts.waiting, 2);
        EXPECT_EQ(counts.dead, 2);
    });
}

TEST_P(StoreContract, a_dead_delivery_is_queued_again_with_all_its_patience) {
    const auto number = told(store());
    write([&](Transaction& transaction) {
        const auto id = queue_sample(transaction, number, "a", 1);
        ASSERT_EQ(leased_at(transaction, 1).size(), 1U);
        ASSERT_TRUE(webhooks::mark_dead(transaction, id, sample_attempt(1, 500, "500")));
        webhooks::release(transaction, number, sample_time(1'000), 5);
        EXPECT_EQ(webhooks::requeue(transaction, id, sample_time(50)), 1);
        EXPECT_EQ(webhooks::requeue(transaction, id, sample_time(50)), 0) << "it waits already";
        EXPECT_EQ(webhooks::requeue(transaction, sample_id("unknown"), sample_time(50)), 0);
        const auto delivery = webhooks::find(transaction, id).value();
        EXPECT_EQ(delivery.state, DeliveryState::waiting);
        EXPECT_EQ(delivery.first_at, std::nullopt);
        EXPECT_EQ(delivery.next_attempt, sample_time(50));
        EXPECT_EQ(delivery.ended_at, std::nullopt);
        EXPECT_EQ(delivery.created_at, sample_time(1));
        EXPECT_EQ(leased_at(transaction, 50), std::vector<std::int32_t>{number});
        EXPECT_EQ(due_at(transaction, number, 50), Ids{id});
        EXPECT_EQ(webhooks::give_up(transaction, number, sample_time(50), sample_time(60), "late"),
                  0);
        ASSERT_TRUE(webhooks::mark_delivered(transaction, id, sample_attempt(51, 204)));
        EXPECT_EQ(webhooks::attempts_of(transaction, id).back().number, 2);
        EXPECT_EQ(webhooks::find(transaction, id)->first_at, sample_time(51));
    });
}

TEST_P(StoreContract, queues_all_dead_deliveries_of_an_organization_again) {
    const auto number = told(store(), 1);
    const auto other = told(store(), 2);
    write([&](Transaction& transaction) {
        const auto kill = [&](std::int32_t organization, const std::string& name) {
            const auto id = queue_sample(transaction, organization, name, 1);
            EXPECT_TRUE(webhooks::mark_dead(transaction, id, sample_attempt(1, 500, "500")));
            return id;
        };
        kill(number, "a");
        kill(number, "b");
        const auto sent = queue_sample(transaction, number, "c", 1);
        webhooks::mark_delivered(transaction, sent, sample_attempt(1, 204));
        const auto others = kill(other, "d");
        EXPECT_EQ(webhooks::requeue_all(transaction, number, sample_time(50)), 2);
        EXPECT_EQ(webhooks::requeue_all(transaction, number, sample_time(50)), 0);
        EXPECT_EQ(due_at(transaction, number, 50).size(), 2U);
        EXPECT_EQ(webhooks::find(transaction, sent)->state, DeliveryState::delivered);
        EXPECT_EQ(webhooks::find(transaction, others)->state, DeliveryState::dead);
    });
}

TEST_P(StoreContract, what_is_queued_again_waits_while_its_receiver_is_disabled) {
    const auto number = told(store());
    write([&](Transaction& transaction) {
        const auto id = queue_sample(transaction, number, "a", 1);
        webhooks::mark_dead(transaction, id, sample_attempt(1, 410, "gone"));
        auto receiver = sample_receiver(number);
        receiver.disabled = "answered 410";
        webhooks::put_receiver(transaction, receiver, sample_time(2));
        EXPECT_EQ(webhooks::requeue(transaction, id, sample_time(3)), 1);
        EXPECT_FALSE(webhooks::any_due(transaction, sample_time(100)));
        receiver.disabled = "";
        webhooks::put_receiver(transaction, receiver, sample_time(4));
        EXPECT_TRUE(webhooks::any_due(transaction, sample_time(4)));
    });
}

TEST_P(StoreContract, lists_deliveries_newest_first) {
    const auto number = told(store(), 1);
    const auto other = told(store(), 2);
    Ids ids;
    write([&](Transaction& transaction) {
        for (int i = 0; i < 5; ++i) {
            ids.push_back(queue_sample(transaction, i == 2 ? other : number, std::to_string(i), i));
        }
        webhooks::mark_dead(transaction, ids[1], sample_attempt(1, 400, "no"));
        webhooks::mark_dead(transaction, ids[2], sample_attempt(1, 400, "no"));
    });
    const auto listed = [&](std::optional<std::int32_t> organization,
                            std::optional<DeliveryState> state, std::int64_t total,
                            const Slice& slice = {}) {
        return store().read([&](Transaction& transaction) {
            const auto page = webhooks::list(transaction, organization, state, slice);
            EXPECT_EQ(page.total, total);
            Ids found;
            for (const auto& delivery : page.items) found.push_back(delivery.id);
            return found;
        });
    };
    using enum DeliveryState;
    EXPECT_EQ(listed({}, {}, 5), (Ids{ids[4], ids[3], ids[2], ids[1], ids[0]}));
    EXPECT_EQ(listed(number, {}, 4), (Ids{ids[4], ids[3], ids[1], ids[0]}));
    EXPECT_EQ(listed({}, dead, 2), (Ids{ids[2], ids[1]}));
    EXPECT_EQ(listed(number, dead, 1), Ids{ids[1]});
    EXPECT_EQ(listed(number, delivered, 0), Ids{});
    EXPECT_EQ(listed(number, {}, 4, {.offset = 1, .count = 2}), (Ids{ids[3], ids[1]}));
    EXPECT_EQ(listed({}, waiting, 3, {.offset = 1'000'000'000'000}), Ids{});
}

TEST_P(StoreContract, forgets_what_was_delivered_long_ago_and_nothing_else) {
    const auto number = told(store());
    write([&](Transaction& transaction) {
        const auto end = [&](const std::string& name, int minute, bool delivered) {
            const auto id = queue_sample(transaction, number, name, 0);
            const auto attempt = sample_attempt(minute, delivered ? 204 : 400);
            delivered ? webhooks::mark_delivered(transaction, id, attempt)
                      : webhooks::mark_dead(transaction, id, attempt);
            return id;
        };
        const auto oldest = end("a", 1, true);
        const auto old = end("b", 2, true);
        const auto young = end("c", 3, true);
        const auto dead = end("d", 1, false);
        const auto waiting = queue_sample(transaction, number, "e", 0);
        const auto forget = [&](int count) {
            return webhooks::forget_delivered(transaction, sample_time(3), count);
        };
        EXPECT_EQ(forget(1), 1);
        EXPECT_FALSE(webhooks::find(transaction, oldest)) << "the oldest first";
        EXPECT_TRUE(webhooks::attempts_of(transaction, oldest).empty());
        EXPECT_EQ(webhooks::attempts_of(transaction, old).size(), 1U);
        EXPECT_EQ(forget(10), 1);
        EXPECT_EQ(forget(10), 0);
        for (const auto& id : {young, dead, waiting}) {
            EXPECT_TRUE(webhooks::find(transaction, id));
        }
        EXPECT_TRUE(events::find(transaction, number, oldest)) << "the event stays";
    });
}

}  // namespace

}  // namespace cartulary
