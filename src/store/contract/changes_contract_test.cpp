#include <gmock/gmock.h>

#include <latch>
#include <limits>
#include <set>
#include <thread>

#include "store/changed_resources.h"
#include "store/changes.h"
#include "store/contract/resource_samples_for_test.h"
#include "store/contract/store_contract_for_test.h"

namespace cartulary {

namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;

class ChangesContract : public StoreContract {
protected:
    std::int64_t add(const std::string& name, int minutes = 0) {
        const auto number = store().write([&](Transaction& transaction) {
            return sample_resource(owner, name, minutes).put(transaction);
        });
        if (!number) throw std::runtime_error(number.error().message);
        return *number;
    }

    changes::Followed after(std::int64_t number, int count = 100) {
        return store().read(
            [&](Transaction& transaction) { return changes::after(transaction, number, count); });
    }
    std::vector<changes::Change> settled_after(std::int64_t number, int count = 100,
                                               std::optional<std::int64_t> resource = {}) {
        return store().read([&](Transaction& transaction) {
            return changes::settled_after(transaction, number, count, resource);
        });
    }
    std::vector<changes::Change> settled_before(std::int64_t number, int count,
                                                std::optional<std::int32_t> of = {}) {
        return store().read([&](Transaction& transaction) {
            return changes::settled_before(transaction, number, count, of);
        });
    }
    std::int64_t last() {
        return store().read([](Transaction& transaction) { return changes::last(transaction); });
    }
    std::int64_t last_at(int minutes) {
        return store().read([&](Transaction& transaction) {
            return changes::last_at(transaction, sample_time(minutes));
        });
    }

    const std::int32_t owner = stored(store(), college(1)).number;
};

INSTANTIATE_TEST_SUITE_P(EveryDatabase, ChangesContract, testing::ValuesIn(testkit::store_kinds()),
                         [](const auto& suite) { return suite.param.name; });

std::vector<std::int64_t> resources_of(const std::vector<changes::Change>& changes) {
    std::vector<std::int64_t> resources;
    for (const auto& change : changes) resources.push_back(change.resource);
    return resources;
}

TEST_P(ChangesContract, tells_every_version_in_order) {
    EXPECT_THAT(after(0).changes, IsEmpty());
    EXPECT_EQ(after(0).settled, 0);
    EXPECT_EQ(last(), 0);
    EXPECT_EQ(last_at(100), 0);
    const auto first = add("a", 0);
    const auto second = add("b", 10);
    ASSERT_TRUE(store().write([&](Transaction& transaction) {
        return next_version(sample_resource(owner, "a"), first, 20, ResourceEvent::deleted)
            .put(transaction);
    }));
    const auto followed = after(0);
    ASSERT_THAT(followed.changes, SizeIs(3));
    const auto& changes = followed.changes;
    EXPECT_LT(changes.at(0).number, changes.at(1).number);
    EXPECT_LT(changes.at(1).number, changes.at(2).number);
    EXPECT_EQ(changes.at(2), (changes::Change{.number = changes.at(2).number,
                                              .resource = first,
                                              .revision = 2,
                                              .event = ResourceEvent::deleted,
                                              .created_at = sample_time(20)}));
    EXPECT_EQ(followed.settled, changes.at(2).number);
    EXPECT_EQ(last(), changes.at(2).number);
    EXPECT_EQ(settled_after(0), changes);
    EXPECT_THAT(resources_of(after(changes.at(0).number, 1).changes), ElementsAre(second));
    EXPECT_EQ(after(changes.at(0).number, 1).settled, changes.at(1).number);
    EXPECT_THAT(after(followed.settled).changes, IsEmpty());
    EXPECT_EQ(after(followed.settled).settled, followed.settled);
    EXPECT_EQ(settled_after(0, 9, first), (std::vector{changes.at(0), changes.at(2)}));
    EXPECT_EQ(settled_after(changes.at(0).number, 9, first), std::vector{changes.at(2)});
    EXPECT_EQ(settled_after(0, 1, first), std::vector{changes.at(0)});
    EXPECT_EQ(last_at(-1), 0);
    EXPECT_EQ(last_at(0), changes.at(0).number);
    EXPECT_EQ(last_at(19), changes.at(1).number);
    EXPECT_EQ(last_at(20), changes.at(2).number);
}

TEST_P(ChangesContract, tells_the_newest_first_of_all_or_of_one_owner) {
    const auto other = stored(store(), college(2)).number;
    const auto first = add("a", 0);
    const auto others = store().write(
        [&](Transaction& transaction) { return sample_resource(other, "b", 10).put(transaction); });
    ASSERT_TRUE(others);
    ASSERT_TRUE(store().write([&](Transaction& transaction) {
        return next_version(sample_resource(owner, "a"), first, 20, ResourceEvent::deleted)
            .put(transaction);
    }));
    constexpr auto all = std::numeric_limits<std::int64_t>::max();
    const auto newest = settled_before(all, 9);
    EXPECT_THAT(resources_of(newest), ElementsAre(first, *others, first));
    EXPECT_EQ(newest.front().event, ResourceEvent::deleted);
    EXPECT_EQ(settled_before(all, 1), std::vector{newest.at(0)});
    EXPECT_EQ(settled_before(newest.at(0).number, 1), std::vector{newest.at(1)});
    EXPECT_THAT(settled_before(newest.at(2).number, 9), IsEmpty());
    EXPECT_EQ(settled_before(all, 9, owner), (std::vector{newest.at(0), newest.at(2)}));
    EXPECT_EQ(settled_before(newest.at(0).number, 9, owner), std::vector{newest.at(2)});
    EXPECT_EQ(settled_before(all, 9, other), std::vector{newest.at(1)});
    EXPECT_THAT(settled_before(all, 9, other + 1), IsEmpty());
}

TEST_P(ChangesContract, who_goes_on_from_a_moment_misses_nothing_made_after_it) {
    add("a", 10);
    add("late", 30);
    add("early", 20);
    const auto changes = settled_after(0);
    EXPECT_EQ(last_at(20), changes.at(0).number);
    EXPECT_EQ(last_at(30), changes.at(2).number);
}

TEST_P(ChangesContract, many_changes_of_one_transaction_keep_their_order) {
    std::vector<std::int64_t> made;
    write([&](Transaction& transaction) {
        made.clear();
        for (int i = 0; i < 500; ++i) {
            const auto number = sample_resource(owner, "r" + std::to_string(i)).put(transaction);
            ASSERT_TRUE(number);
            made.push_back(*number);
        }
    });
    EXPECT_EQ(resources_of(after(0, 1'000).changes), made);
}

// On SQLite only one writes at a time, so that there is no other order.
TEST_P(ChangesContract, a_change_that_commits_late_is_missed_by_nobody) {
    if (store().engine() == Engine::sqlite) {
        add("one");
        add("other");
        EXPECT_THAT(after(0).changes, SizeIs(2));
        return;
    }
    std::latch first_has_number(1);
    std::latch second_has_committed(1);
    std::thread slow([&] {
        write([&](Transaction& transaction) {
            ASSERT_TRUE(sample_resource(owner, "slow").put(transaction));
            first_has_number.count_down();
            second_has_committed.wait();
        });
    });
    first_has_number.wait();
    const auto quick = add("quick");
    // The quick one is told, and will be told again, as the slow one may still come before it.
    const auto meanwhile = after(0);
    EXPECT_THAT(resources_of(meanwhile.changes), ElementsAre(quick));
    EXPECT_EQ(meanwhile.settled, 0);
    EXPECT_THAT(settled_after(0), IsEmpty());
    EXPECT_THAT(settled_after(0, 9, quick), IsEmpty());
    EXPECT_EQ(last(), 0);
    EXPECT_EQ(last_at(1'000), 0);
    second_has_committed.count_down();
    slow.join();
    const auto at_the_end = after(meanwhile.settled);
    EXPECT_THAT(at_the_end.changes, SizeIs(2));
    EXPECT_EQ(at_the_end.settled, at_the_end.changes.back().number);
    EXPECT_EQ(settled_after(0), at_the_end.changes);
}

TEST_P(ChangesContract, whoever_follows_while_many_write_sees_each_change) {
    constexpr int writers = 4;
    constexpr int each = 40;
    std::set<std::int64_t> seen;
    std::atomic<bool> done{false};
    std::thread follower([&] {
        std::int64_t settled = 0;
        for (bool last_round = false; !last_round;) {
            last_round = done;
            for (const auto& change : settled_after(settled, 7)) {
                EXPECT_GT(change.number, settled);
                settled = change.number;
                EXPECT_TRUE(seen.insert(change.resource).second);
                last_round = false;
            }
        }
    });
    std::vector<std::thread> threads;
    for (int writer = 0; writer < writers; ++writer) {
        threads.emplace_back([&, writer] {
            for (int i = 0; i < each; ++i) {
                add(std::to_string(writer) + "-" + std::to_string(i));
            }
        });
    }
    for (auto& thread : threads) thread.join();
    done = true;
    follower.join();
    EXPECT_THAT(seen, SizeIs(writers * each));
}

// A dump of PostgreSQL may be read into one that has counted fewer transactions.
TEST_P(ChangesContract, numbers_go_on_in_another_cluster) {
    add("a");
    const auto before = last();
    if (store().engine() == Engine::postgres) {
        constexpr auto turn_back_sql = "update change_base set value = value - 1000000000000";
        write([&](Transaction& transaction) { transaction.run(turn_back_sql); });
    }
    reopen();
    EXPECT_EQ(last(), before);
    const auto added = add("b");
    EXPECT_GT(last(), before);
    EXPECT_THAT(resources_of(settled_after(before)), ElementsAre(added));
    const auto base = last();
    reopen();
    EXPECT_EQ(last(), base);
}

// The CTIDs of what changed, all pages.
std::vector<Ctid> changed_in(Store& store, changes::Span span) {
    std::vector<Ctid> ctids;
    for (;;) {
        const auto page = store.read(
            [&](Transaction& transaction) { return changes::changed_in(transaction, span); });
        if (page.empty()) return ctids;
        for (const auto& changed : page) {
            EXPECT_GT(changed.change, span.after);
            span.after = changed.change;
            ctids.push_back(changed.resource.ctid);
        }
    }
}

TEST_P(ChangesContract, each_resource_that_changed_is_given_once) {
    const auto a = add("a");
    const auto b = add("b");
    const auto at_first = last();
    auto second = next_version(sample_resource(owner, "a"), a, 20);
    second.resource.publisher = second.version.publisher = owner;
    write([&](Transaction& transaction) {
        ASSERT_TRUE(second.put(transaction));
        ASSERT_TRUE(next_version(sample_resource(owner, "b"), b, 30, ResourceEvent::deleted)
                        .put(transaction));
    });
    const auto now = last();
    EXPECT_THAT(changed_in(store(), {.after = 0, .until = now}), ElementsAre(sample_ctid("a")));
    EXPECT_THAT(changed_in(store(), {.after = 0, .until = now, .deleted_too = true}),
                ElementsAre(sample_ctid("a"), sample_ctid("b")));
    EXPECT_THAT(changed_in(store(), {.after = 0, .until = at_first}),
                ElementsAre(sample_ctid("a")));
    EXPECT_THAT(changed_in(store(), {.after = now, .until = now, .deleted_too = true}), IsEmpty());
    store().read([&](Transaction& transaction) {
        const auto page =
            changes::changed_in(transaction, {.after = 0, .until = now, .deleted_too = true});
        EXPECT_EQ(page.at(0).document, second.version.document);
        EXPECT_EQ(page.at(0).resource.revision, 2);
        EXPECT_EQ(page.at(0).owner, college(1).id);
        EXPECT_EQ(page.at(0).publisher, college(1).id);
        EXPECT_EQ(page.at(1).document, "");
        EXPECT_EQ(page.at(1).publisher, std::nullopt);
        return 0;
    });
}

TEST_P(ChangesContract, a_page_of_what_changed_ends_after_so_many_bytes) {
    for (const auto* name : {"a", "b", "c"}) {
        auto sample = sample_resource(owner, name);
        sample.version.document.assign(changes::changed_bytes_max / 2, 'x');
        write([&](Transaction& transaction) { ASSERT_TRUE(sample.put(transaction)); });
    }
    const changes::Span all{.after = 0, .until = last()};
    EXPECT_EQ(store().read([&](Transaction& transaction) {
        return changes::changed_in(transaction, all).size();
    }),
              2U);
    EXPECT_THAT(changed_in(store(), all), SizeIs(3));
}

}  // namespace

}  // namespace cartulary
