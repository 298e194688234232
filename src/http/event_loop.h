#pragma once

#include <array>
#include <atomic>
#include <boost/asio/basic_waitable_timer.hpp>
#include <boost/asio/executor_work_guard.hpp>
#include <boost/asio/io_context.hpp>
#include <chrono>
#include <cstdint>
#include <ctime>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>

#include "http/server.h"

namespace cartulary::http {

class Connection;

// One thread's connections. Their deadlines are counted in ticks of one timer: a timer for each
// read would cost a quarter of a small request. All but context() and connections_count() belong
// to the thread that runs the loop.
class EventLoop {
public:
    // `connections` counts those of every loop.
    EventLoop(const Limits& limits, std::shared_ptr<std::atomic<std::size_t>> connections);
    ~EventLoop();

    boost::asio::io_context& context() { return context_; }

    // Until shut_down, and then until every connection is done, at most shutdown_timeout later.
    void run();

    void shut_down();
    bool shutting_down() const { return shutting_down_; }

    void adopt(std::shared_ptr<Connection> connection);
    void forget(const Connection& connection);

    // The tick by which `time` has passed for certain.
    std::uint64_t tick_after(std::chrono::milliseconds time) const;

    // Now, as HTTP writes it.
    std::string_view date();

    // A new request id: not secret, only never the same twice.
    std::string new_id();

private:
    using Timer =
        boost::asio::basic_waitable_timer<std::chrono::steady_clock,
                                          boost::asio::wait_traits<std::chrono::steady_clock>,
                                          boost::asio::io_context::executor_type>;

    void sweep();
    void end_if_done();

    Limits limits_;
    std::chrono::milliseconds period_;
    boost::asio::io_context context_{1};
    boost::asio::executor_work_guard<boost::asio::io_context::executor_type> work_;
    Timer timer_;
    Timer shutdown_timer_;
    std::uint64_t tick_ = 0;
    bool shutting_down_ = false;
    std::shared_ptr<std::atomic<std::size_t>> connections_count_;
    std::time_t date_second_ = 0;
    std::string date_;
    std::array<std::uint64_t, 4> random_state_{};
    std::unordered_map<const Connection*, std::shared_ptr<Connection>> connections_;
};

}  // namespace cartulary::http
