#include "app/housekeeping.h"

#include <gtest/gtest.h>

#include <atomic>
#include <future>
#include <stdexcept>

namespace cartulary {
namespace {

using std::chrono::minutes;

TEST(Housekeeping, DoesEveryTaskAtTheStart) {
    std::promise<void> first;
    std::promise<void> second;
    const Housekeeping housekeeping({{"first", minutes(60), [&] { first.set_value(); }},
                                     {"second", minutes(60), [&] { second.set_value(); }}});
    first.get_future().wait();
    second.get_future().wait();
}

TEST(Housekeeping, GoesOnWithTheOthersWhenOneFails) {
    std::promise<void> done;
    const Housekeeping housekeeping(
        {{"broken", minutes(60), [] { throw std::runtime_error("the database is away"); }},
         {"whole", minutes(60), [&] { done.set_value(); }}});
    done.get_future().wait();
}

TEST(Housekeeping, DoesAtTheEndWhatAsksForIt) {
    std::atomic<int> asked = 0;
    std::atomic<int> silent = 0;
    std::promise<void> begun;
    {
        const Housekeeping housekeeping({{"silent", minutes(60), [&] { ++silent; }},
                                         {"asked", minutes(60),
                                          [&] {
                                              if (++asked == 1) begun.set_value();
                                          },
                                          true}});
        begun.get_future().wait();
    }
    EXPECT_EQ(asked, 2);
    EXPECT_EQ(silent, 1);
}

}  // namespace
}  // namespace cartulary
