#include "app/import/ordered_workers.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <atomic>
#include <latch>
#include <stdexcept>

namespace cartulary::import {
namespace {

TEST(OrderedWorkers, do_what_has_one_key_in_its_order) {
    constexpr std::size_t keys = 5;
    std::vector<std::vector<int>> done(keys);  // each written by one thread
    OrderedWorkers workers(3, 10);
    for (int number = 0; number < 200; ++number) {
        for (std::size_t key = 0; key < keys; ++key) {
            workers.give(key, 1, [&done, key, number] { done[key].push_back(number); });
        }
    }
    workers.finish();
    for (const auto& numbers : done) {
        EXPECT_EQ(numbers.size(), 200U);
        EXPECT_TRUE(std::is_sorted(numbers.begin(), numbers.end()));
    }
}

TEST(OrderedWorkers, work_at_the_same_time) {
    std::latch both_here(2);
    OrderedWorkers workers(2, 10);
    for (const std::size_t key : {0, 1}) {
        workers.give(key, 1, [&] { both_here.arrive_and_wait(); });
    }
    workers.finish();
}

TEST(OrderedWorkers, take_no_more_than_they_may_hold) {
    std::atomic<int> held = 0;
    std::atomic<int> most = 0;
    OrderedWorkers workers(2, 3);
    for (std::size_t number = 0; number < 100; ++number) {
        workers.give(number, 1, [&] { --held; });
        most = std::max<int>(most, ++held);
    }
    workers.finish();
    EXPECT_LE(most, 4) << "three, and one that was counted before it was done";
    workers.give(0, 1'000, [&] { ++held; });
    workers.finish();
    EXPECT_EQ(held, 1) << "what weighs too much comes alone";
}

TEST(OrderedWorkers, throw_what_work_threw_and_do_no_more) {
    std::atomic<int> done = 0;
    OrderedWorkers workers(1, 10);
    workers.give(0, 1, [] { throw std::runtime_error("the database is away"); });
    EXPECT_THROW(workers.finish(), std::runtime_error);
    EXPECT_THROW(workers.give(0, 1, [&] { ++done; }), std::runtime_error);
    EXPECT_EQ(done, 0);
}

TEST(OrderedWorkers, end_without_what_still_waits) {
    std::latch begun(1);
    std::latch may_end(1);
    std::atomic<int> done = 0;
    std::thread ending;
    {
        OrderedWorkers workers(1, 10);
        workers.give(0, 1, [&] {
            begun.count_down();
            may_end.wait();
        });
        workers.give(0, 1, [&] { ++done; });
        begun.wait();
        ending = std::thread([&] { may_end.count_down(); });
    }
    ending.join();
    EXPECT_LE(done, 1);
}

}  // namespace
}  // namespace cartulary::import
