#include <atomic>
#include <mutex>
#include <set>
#include <thread>

#include "store/contract/webhook_samples_for_test.h"

namespace cartulary {

namespace {

using Numbers = std::vector<std::int32_t>;
using Ids = std::vector<Uuid>;

// An organization with a receiver.
std::int32_t told(Store& store, int index = 1) {
    const auto number = stored(store, college(index)).number;
    const auto written = store.write([&](Transaction& transaction) -> Result<void> {
        webhooks::put_receiver(transaction, sample_receiver(number), sample_time(0));
        return {};
    });
    EXPECT_TRUE(written);
    return number;
}

TEST_P(StoreContract, keeps_a_receiver_as_it_was_put) {
    const auto number = told(store());
    write([&](Transaction& transaction) {
        auto receiver = sample_receiver(number);
        EXPECT_EQ(webhooks::find_receiver(transaction, number), receiver);
        EXPECT_EQ(webhooks::find_receiver(transaction, number + 1), std::nullopt);
        receiver.sealed_old_secret = std::string("\0old", 4);
        receiver.old_until = sample_time(60);
        receiver.disabled = "answered 410";
        webhooks::put_receiver(transaction, receiver, sample_time(1));
        EXPECT_EQ(webhooks::find_receiver(transaction, number), receiver);
    });
}

TEST_P(StoreContract, queues_an_event_with_all_that_is_told_of_it) {
    const auto organization = stored(store(), college(1));
    write([&](Transaction& transaction) {
        webhooks::put_receiver(transaction, sample_receiver(organization.number), sample_time(0));
        const auto id = queue_sample(transaction, organization.number, "a", 5);
        const Delivery delivery{.id = id,
                                .organization = organization.number,
                                .organization_id = organization.id,
                                .event_type = "badge.created",
                                .occurred_at = sample_time(5),
                                .state = DeliveryState::waiting,
                                .attempts = 0,
                                .first_at = {},
                                .next_attempt = sample_time(5),
                                .last_status = {},
                                .last_problem = "",
                                .created_at = sample_time(5),
                                .ended_at = {}};
        EXPECT_EQ(webhooks::find(transaction, id), delivery);
        EXPECT_EQ(webhooks::due(transaction, organization.number, sample_time(5), 10),
                  std::vector<Delivery>{delivery});
        EXPECT_TRUE(webhooks::attempts_of(transaction, id).empty());
        EXPECT_EQ(webhooks::find(transaction, sample_id("b")), std::nullopt);
    });
}

TEST_P(StoreContract, queues_nothing_for_a_receiver_that_is_disabled_or_unknown) {
    const auto unknown = stored(store(), college(1)).number;
    const auto disabled = told(store(), 2);
    write([&](Transaction& transaction) {
        auto receiver = sample_receiver(disabled);
        receiver.disabled = "answered 410";
        webhooks::put_receiver(transaction, receiver, sample_time(1));
        for (const auto number : {unknown, disabled}) {
            const auto id = queue_sample(transaction, number, std::to_string(number), 1);
            EXPECT_EQ(webhooks::find(transaction, id), std::nullopt);
        }
        EXPECT_FALSE(webhooks::any_due(transaction, sample_time(9)));
        EXPECT_EQ(webhooks::count(transaction).waiting, 0);
    });
}

TEST_P(StoreContract, a_delivery_whose_event_was_rolled_back_is_not_there) {
    const auto number = told(store());
    const auto outcome = store().write([&](Transaction& transaction) -> Result<void> {
        queue_sample(transaction, number, "a", 1);
        return fail(ErrorKind::conflict, "changed its mind");
    });
    EXPECT_FALSE(outcome);
    write([&](Transaction& transaction) {
        EXPECT_EQ(webhooks::find(transaction, sample_id("a")), std::nullopt);
        EXPECT_FALSE(webhooks::any_due(transaction, sample_time(9)));
    });
}

TEST_P(StoreContract, leases_a_receiver_to_one_sender_until_the_lease_ends) {
    const auto first = told(store(), 1);
    const auto second = told(store(), 2);
    const auto third = told(store(), 3);
    write([&](Transaction& transaction) {
        queue_sample(transaction, second, "a", 1);
        queue_sample(transaction, first, "b", 2);
        queue_sample(transaction, third, "c", 4);
        EXPECT_FALSE(webhooks::any_due(transaction, sample_time(0)));
        EXPECT_EQ(leased_at(transaction, 0), Numbers{});
        EXPECT_TRUE(webhooks::any_due(transaction, sample_time(3)));
        EXPECT_EQ(leased_at(transaction, 3, 1), Numbers{second}) << "the longest waiting first";
        EXPECT_EQ(leased_at(transaction, 3), Numbers{first});
        EXPECT_FALSE(webhooks::any_due(transaction, sample_time(3)));
        EXPECT_EQ(leased_at(transaction, 62), Numbers{third}) << "the others are held";
        webhooks::extend(transaction, first, sample_time(90));
        EXPECT_EQ(leased_at(transaction, 63), Numbers{second}) << "its lease ended";
        EXPECT_EQ(leased_at(transaction, 90), Numbers{first});
    });
}

TEST_P(StoreContract, a_lease_gives_what_is_needed_to_send) {
    const auto number = told(store());
    write([&](Transaction& transaction) {
        auto receiver = sample_receiver(number);
        receiver.sealed_old_secret = std::string("\0old", 4);
        receiver.old_until = sample_time(60);
        webhooks::put_receiver(transaction, receiver, sample_time(0));
        queue_sample(transaction, number, "a", 1);
        webhooks::release(transaction, number, sample_time(0), 3);
        receiver.failures = 3;
        EXPECT_EQ(webhooks::lease(transaction, sample_time(1), sample_time(2), 10),
                  std::vector<webhooks::Receiver>{receiver});
    });
}

TEST_P(StoreContract, extending_holds_nobody_who_was_not_leased) {
    const auto number = told(store());
    write([&](Transaction& transaction) {
        queue_sample(transaction, number, "a", 1);
        webhooks::extend(transaction, number, sample_time(90));
        EXPECT_EQ(leased_at(transaction, 1), Numbers{number});
    });
}

TEST_P(StoreContract, the_deliveries_that_wait_longest_are_due_first) {
    const auto number = told(store(), 1);
    const auto other = told(store(), 2);
    write([&](Transaction& transaction) {
        const auto late = queue_sample(transaction, number, "late", 3);
        const auto early = queue_sample(transaction, number, "early", 1);
        const auto delayed = queue_sample(transaction, number, "delayed", 0);
        queue_sample(transaction, other, "other", 0);
        ASSERT_TRUE(webhooks::mark_delayed(transaction, delayed, sample_attempt(0, 500, "500"),
                                           sample_time(2)));
        EXPECT_EQ(due_at(transaction, number, 1), Ids{early});
        EXPECT_EQ(due_at(transaction, number, 3), (Ids{early, delayed, late}));
        EXPECT_EQ(due_at(transaction, number, 3, 2), (Ids{early, delayed}));
    });
}

TEST_P(StoreContract, a_released_receiver_is_due_when_its_next_delivery_is) {
    const auto number = told(store());
    write([&](Transaction& transaction) {
        const auto first = queue_sample(transaction, number, "a", 1);
        const auto second = queue_sample(transaction, number, "b", 1);
        ASSERT_EQ(leased_at(transaction, 1), Numbers{number});
        webhooks::mark_delayed(transaction, first, sample_attempt(1, 500, "500"), sample_time(20));
        webhooks::mark_delayed(transaction, second, sample_attempt(1, 500, "500"), sample_time(10));
        webhooks::release(transaction, number, sample_time(5), 2);
        EXPECT_EQ(webhooks::find_receiver(transaction, number)->failures, 2);
        EXPECT_FALSE(webhooks::any_due(transaction, sample_time(9)));
        EXPECT_EQ(leased_at(transaction, 10), Numbers{number});
        webhooks::release(transaction, number, sample_time(15), 3);
        EXPECT_FALSE(webhooks::any_due(transaction, sample_time(14)));
        EXPECT_EQ(leased_at(transaction, 15), Numbers{number});
        webhooks::mark_delivered(transaction, first, sample_attempt(15, 204));
        webhooks::mark_dead(transaction, second, sample_attempt(15, 400, "400"));
        webhooks::release(transaction, number, sample_time(15), 0);
        EXPECT_FALSE(webhooks::any_due(transaction, sample_time(100'000))) << "nothing waits";
    });
}

TEST_P(StoreContract, what_is_queued_does_not_wake_a_receiver_that_is_left_alone) {
    const auto number = told(store());
    write([&](Transaction& transaction) {
        queue_sample(transaction, number, "a", 1);
        ASSERT_EQ(leased_at(transaction, 1), Numbers{number});
        webhooks::release(transaction, number, sample_time(30), 1);
        queue_sample(transaction, number, "b", 2);
        EXPECT_FALSE(webhooks::any_due(transaction, sample_time(29)));
        EXPECT_EQ(leased_at(transaction, 30), Numbers{number});
        EXPECT_EQ(due_at(transaction, number, 30).size(), 2U);
    });
}

TEST_P(StoreContract, what_is_queued_during_a_lease_is_due_when_it_ends) {
    const auto number = told(store());
    write([&](Transaction& transaction) {
        const auto first = queue_sample(transaction, number, "a", 1);
        ASSERT_EQ(leased_at(transaction, 1), Numbers{number});
        webhooks::mark_delivered(transaction, first, sample_attempt(1, 204));
        queue_sample(transaction, number, "b", 2);
        EXPECT_EQ(leased_at(transaction, 2), Numbers{}) << "it is held";
        webhooks::release(transaction, number, sample_time(2), 0);
        EXPECT_EQ(leased_at(transaction, 2), Numbers{number});
    });
}

TEST_P(StoreContract, after_a_crash_all_leases_can_be_ended) {
    const auto first = told(store(), 1);
    const auto second = told(store(), 2);
    write([&](Transaction& transaction) {
        queue_sample(transaction, first, "a", 1);
        queue_sample(transaction, second, "b", 2);
        ASSERT_EQ(leased_at(transaction, 2).size(), 2U);
        webhooks::release_all(transaction);
        EXPECT_EQ(leased_at(transaction, 2), (Numbers{first, second}));
    });
}

TEST_P(StoreContract, a_disabled_receiver_is_left_alone_until_it_is_enabled_again) {
    const auto number = told(store());
    write([&](Transaction& transaction) {
        queue_sample(transaction, number, "a", 1);
        ASSERT_EQ(leased_at(transaction, 1), Numbers{number});
        auto receiver = sample_receiver(number);
        receiver.disabled = "answered 410";
        webhooks::put_receiver(transaction, receiver, sample_time(2));
        webhooks::release(transaction, number, sample_time(30), 4);
        EXPECT_FALSE(webhooks::any_due(transaction, sample_time(100)));
        EXPECT_EQ(webhooks::find_receiver(transaction, number)->disabled, "answered 410");
        receiver.disabled = "";
        webhooks::put_receiver(transaction, receiver, sample_time(3));
        EXPECT_EQ(webhooks::find_receiver(transaction, number)->failures, 0);
        EXPECT_EQ(leased_at(transaction, 3), Numbers{number}) << "what waited still does";
    });
}

TEST_P(StoreContract, a_receiver_that_starts_afresh_is_told_at_once_what_waits) {
    const auto number = told(store());
    write([&](Transaction& transaction) {
        const auto id = queue_sample(transaction, number, "a", 1);
        webhooks::mark_delayed(transaction, id, sample_attempt(1, std::nullopt, "no answer"),
                               sample_time(40));
        auto receiver = sample_receiver(number);
        receiver.disabled = "answered 410";
        webhooks::put_receiver(transaction, receiver, sample_time(2));
        webhooks::release(transaction, number, sample_time(30), 4);
        webhooks::start_afresh(transaction, number, sample_time(3));
        const auto fresh = webhooks::find_receiver(transaction, number).value();
        EXPECT_EQ(fresh.failures, 0);
        EXPECT_EQ(fresh.disabled, "");
        EXPECT_EQ(leased_at(transaction, 3), Numbers{number});
        EXPECT_EQ(webhooks::due(transaction, number, sample_time(3), 10).size(), 1U);
    });
}

TEST_P(StoreContract, new_secrets_change_nothing_of_when_a_receiver_is_due) {
    const auto number = told(store());
    write([&](Transaction& transaction) {
        queue_sample(transaction, number, "a", 1);
        webhooks::release(transaction, number, sample_time(30), 4);
        auto receiver = sample_receiver(number);
        receiver.sealed_secret = "new";
        webhooks::put_receiver(transaction, receiver, sample_time(2));
        EXPECT_EQ(webhooks::find_receiver(transaction, number)->failures, 4);
        EXPECT_FALSE(webhooks::any_due(transaction, sample_time(29)));
        EXPECT_TRUE(webhooks::any_due(transaction, sample_time(30)));
    });
}

TEST_P(StoreContract, nodes_that_lease_at_once_never_get_the_same_receiver) {
    constexpr int receivers = 40;
    for (int i = 0; i < receivers; ++i) {
        const auto number = told(store(), i);
        write([&](Transaction& transaction) {
            queue_sample(transaction, number, std::to_string(i), 1);
        });
    }
    std::mutex mutex;
    std::vector<std::int32_t> leased;
    std::vector<std::thread> nodes;
    for (int node = 0; node < 4; ++node) {
        nodes.emplace_back([&] {
            // Rows that another node holds just now are passed over, so that some tries find none.
            for (int tries = 0; tries < 40; ++tries) {
                const auto got = store().write(
                    [&](Transaction& transaction) -> Result<std::vector<std::int32_t>> {
                        return leased_at(transaction, 2, 3);
                    });
                const std::lock_guard lock(mutex);
                leased.insert(leased.end(), got->begin(), got->end());
            }
        });
    }
    for (auto& node : nodes) node.join();
    EXPECT_EQ(leased.size(), static_cast<std::size_t>(receivers));
    EXPECT_EQ(std::set(leased.begin(), leased.end()).size(), leased.size());
}

TEST_P(StoreContract, nothing_that_is_queued_beside_a_release_is_forgotten) {
    const auto number = told(store());
    constexpr int events = 100;
    std::atomic<bool> queued{false};
    std::thread queuer([&] {
        for (int i = 0; i < events; ++i) {
            write([&](Transaction& transaction) {
                queue_sample(transaction, number, std::to_string(i), 1);
            });
        }
        queued = true;
    });
    // Sends all that is due, as often as a lease finds any, and once more at the end.
    int sent = 0;
    const auto send = [&] {
        write([&](Transaction& transaction) {
            if (leased_at(transaction, 1).empty()) return;
            for (const auto& id : due_at(transaction, number, 1)) {
                if (webhooks::mark_delivered(transaction, id, sample_attempt(1, 204))) ++sent;
            }
        });
        write([&](Transaction& transaction) {
            webhooks::release(transaction, number, sample_time(1), 0);
        });
    };
    while (!queued) send();
    queuer.join();
    send();
    EXPECT_EQ(sent, events);
    store().read([&](Transaction& transaction) {
        EXPECT_EQ(webhooks::count(transaction).waiting, 0);
        return 0;
    });
}

}  // namespace

}  // namespace cartulary
