#include "operations/verified_passwords.h"

#include <gtest/gtest.h>

#include <atomic>
#include <condition_variable>
#include <thread>
#include <vector>

#include "base/error.h"

namespace cartulary {

namespace {

void fill(std::span<std::uint8_t> bytes) {
    for (auto& byte : bytes) byte = 7;
}

// A password is right when its hash says it again.
class VerifiedPasswordsTest : public testing::Test {
protected:
    bool is_right(std::string_view who, std::string_view hash, std::string_view password) {
        return passwords.is_right(who, hash, password);
    }

    // Nobody gets an answer until the gate is open.
    void wait_at_gate() {
        std::unique_lock lock(mutex);
        gate.wait(lock, [&] { return open; });
    }
    void open_gate() {
        {
            const std::lock_guard lock(mutex);
            open = true;
        }
        gate.notify_all();
    }

    std::mutex mutex;
    std::condition_variable gate;
    bool open = true;
    Timestamp now = timestamp(1'790'000'000'000);
    std::atomic<int> hashed{0};
    VerifiedPasswords passwords{[this] { return now; }, fill,
                                [this](std::string_view hash, std::string_view password) {
                                    ++hashed;
                                    wait_at_gate();
                                    return hash == password;
                                }};
};

TEST_F(VerifiedPasswordsTest, remembers_a_right_password_for_a_minute) {
    EXPECT_TRUE(is_right("a", "secret", "secret"));
    now += std::chrono::seconds(59);
    EXPECT_TRUE(is_right("a", "secret", "secret"));
    EXPECT_EQ(hashed, 1);
    now += std::chrono::seconds(1);
    EXPECT_TRUE(is_right("a", "secret", "secret"));
    EXPECT_EQ(hashed, 2);
}

TEST_F(VerifiedPasswordsTest, does_not_trust_a_clock_that_went_back) {
    EXPECT_TRUE(is_right("a", "secret", "secret"));
    now -= std::chrono::seconds(1);
    EXPECT_TRUE(is_right("a", "secret", "secret"));
    EXPECT_EQ(hashed, 2);
}

TEST_F(VerifiedPasswordsTest, never_remembers_a_wrong_one) {
    EXPECT_FALSE(is_right("a", "secret", "wrong"));
    EXPECT_FALSE(is_right("a", "secret", "wrong"));
    EXPECT_EQ(hashed, 2);
}

TEST_F(VerifiedPasswordsTest, knows_a_password_for_one_user_and_one_hash) {
    EXPECT_TRUE(is_right("a", "secret", "secret"));
    EXPECT_TRUE(is_right("b", "secret", "secret"));
    EXPECT_EQ(hashed, 2);
    EXPECT_FALSE(is_right("a", "changed", "secret"));
    EXPECT_EQ(hashed, 3);
    EXPECT_FALSE(is_right("as", "ecret", "secret")) << "where one ends and the other begins counts";
    EXPECT_EQ(hashed, 4);
}

TEST_F(VerifiedPasswordsTest, forgets_when_it_knows_too_many) {
    for (std::size_t i = 0; i <= VerifiedPasswords::known_max; ++i) {
        EXPECT_TRUE(is_right(std::to_string(i), "secret", "secret"));
    }
    const int before = hashed;
    EXPECT_TRUE(is_right("0", "secret", "secret"));
    EXPECT_EQ(hashed, before + 1);
}

TEST_F(VerifiedPasswordsTest, who_asks_the_same_at_the_same_time_waits_for_one_answer) {
    open = false;
    std::atomic<int> right{0};
    std::vector<std::thread> threads;
    for (int i = 0; i < 20; ++i) {
        threads.emplace_back([&] { right += is_right("a", "secret", "secret"); });
    }
    while (hashed == 0) std::this_thread::yield();
    open_gate();
    for (auto& thread : threads) thread.join();
    EXPECT_EQ(right, 20);
    EXPECT_EQ(hashed, 1);
}

TEST_F(VerifiedPasswordsTest, is_unavailable_to_more_than_may_wait) {
    open = false;
    std::vector<std::thread> threads;
    for (std::size_t i = 0; i < VerifiedPasswords::waiting_max; ++i) {
        threads.emplace_back([&, i] { EXPECT_FALSE(is_right("a", "secret", std::to_string(i))); });
    }
    while (hashed < static_cast<int>(VerifiedPasswords::waiting_max)) std::this_thread::yield();
    EXPECT_THROW(is_right("a", "secret", "one more"), Unavailable);
    open_gate();
    for (auto& thread : threads) thread.join();
    EXPECT_FALSE(is_right("a", "secret", "one more"));
}

TEST_F(VerifiedPasswordsTest, what_fails_fails_for_all_who_wait_and_is_tried_again) {
    bool fails = true;
    VerifiedPasswords failing([this] { return now; }, fill,
                              [&](std::string_view, std::string_view) -> bool {
                                  if (fails) throw std::bad_alloc();
                                  return true;
                              });
    EXPECT_THROW(failing.is_right("a", "secret", "secret"), std::bad_alloc);
    fails = false;
    EXPECT_TRUE(failing.is_right("a", "secret", "secret"));
}

}  // namespace

}  // namespace cartulary
