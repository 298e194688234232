#include "http/event_loop.h"

#include <algorithm>
#include <bit>
#include <cstring>
#include <span>
#include <vector>

#include "base/log.h"
#include "base/random.h"
#include "base/uuid.h"
#include "http/connection.h"
#include "http/date.h"

namespace cartulary::http {

namespace {

using std::chrono::milliseconds;

constexpr milliseconds period_max{1'000};
constexpr milliseconds period_min{10};

// A quarter of the shortest timeout is exact enough.
milliseconds period_for(const Limits& limits) {
    const milliseconds shortest =
        std::min({limits.idle_timeout, limits.request_timeout, limits.answer_timeout});
    return std::clamp(shortest / 4, period_min, period_max);
}

// xoshiro256++: quick, and its period is beyond any number of requests.
std::uint64_t next_random(std::array<std::uint64_t, 4>& s) {
    const auto result = std::rotl(s[0] + s[3], 23) + s[0];
    const auto t = s[1] << 17;
    s[2] ^= s[0];
    s[3] ^= s[1];
    s[1] ^= s[2];
    s[0] ^= s[3];
    s[2] ^= t;
    s[3] = std::rotl(s[3], 45);
    return result;
}

}  // namespace

EventLoop::EventLoop(const Limits& limits, std::shared_ptr<std::atomic<std::size_t>> connections)
    : limits_(limits),
      period_(period_for(limits)),
      work_(context_.get_executor()),
      timer_(context_),
      shutdown_timer_(context_),
      connections_count_(std::move(connections)) {
    system_randomness(
        {reinterpret_cast<std::uint8_t*>(random_state_.data()), sizeof random_state_});
}

EventLoop::~EventLoop() = default;

void EventLoop::run() {
    sweep();
    for (;;) {
        try {
            context_.run();
            return;
        } catch (const std::exception& error) {
            log::error("event loop failed", {{"error", error.what()}});  // and goes on
        }
    }
}

void EventLoop::sweep() {
    timer_.expires_after(period_);
    timer_.async_wait([this](const boost::system::error_code& error) {
        if (!error) sweep();
    });
    ++tick_;
    std::vector<std::shared_ptr<Connection>> due;
    for (const auto& [key, connection] : connections_) {
        if (connection->deadline() <= tick_) due.push_back(connection);
    }
    for (const auto& connection : due) connection->on_deadline();
}

std::uint64_t EventLoop::tick_after(milliseconds time) const {
    return tick_ + static_cast<std::uint64_t>(time / period_) + 1;
}

void EventLoop::adopt(std::shared_ptr<Connection> connection) {
    connections_count_->fetch_add(1, std::memory_order_relaxed);
    const auto* key = connection.get();
    connections_.emplace(key, std::move(connection));
}

void EventLoop::forget(const Connection& connection) {
    if (connections_.erase(&connection) == 0) return;
    connections_count_->fetch_sub(1, std::memory_order_relaxed);
    end_if_done();
}

void EventLoop::shut_down() {
    if (std::exchange(shutting_down_, true)) return;
    std::vector<std::shared_ptr<Connection>> all;
    all.reserve(connections_.size());
    for (const auto& [key, connection] : connections_) all.push_back(connection);
    for (const auto& connection : all) connection->on_shutdown();
    shutdown_timer_.expires_after(limits_.shutdown_timeout);
    shutdown_timer_.async_wait([this](const boost::system::error_code& error) {
        if (!error) context_.stop();
    });
    end_if_done();
}

void EventLoop::end_if_done() {
    if (!shutting_down_ || !connections_.empty()) return;
    timer_.cancel();
    shutdown_timer_.cancel();
    work_.reset();
}

std::string_view EventLoop::date() {
    const auto now = std::time(nullptr);
    if (now != date_second_) {
        date_second_ = now;
        date_ = date_text(now);
    }
    return date_;
}

std::string EventLoop::new_id() {
    return Uuid::random([this](std::span<std::uint8_t> bytes) {
               while (!bytes.empty()) {
                   const auto random = next_random(random_state_);
                   const auto count = std::min(bytes.size(), sizeof random);
                   std::memcpy(bytes.data(), &random, count);
                   bytes = bytes.subspan(count);
               }
           })
        .text();
}

}  // namespace cartulary::http
