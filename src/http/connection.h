#pragma once

#include <boost/system/error_code.hpp>
#include <chrono>
#include <cstdint>
#include <functional>
#include <limits>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "http/rate_limit.h"
#include "http/request_reader.h"
#include "http/router.h"
#include "http/server.h"
#include "http/server_metrics.h"
#include "http/transport.h"
#include "http/worker_pool.h"

namespace cartulary::http {

class EventLoop;

// What the connections of one listener share. Outlives them.
struct Service {
    const ServerOptions& options;
    const Router& router;
    RateLimits* rate_limits;  // null: none
    RequestMetrics& metrics;
    ReaderLimits reader_limits;
    WorkerPool& writers;
    WorkerPool& slow_workers;
    std::vector<std::string> trusted_proxies;  // as address_text writes them
};

// Reads requests, has them answered and writes the answers in their order. Belongs to its loop's
// thread, except for what a pool's thread does while `running_`.
class Connection : public std::enable_shared_from_this<Connection> {
public:
    static constexpr auto no_deadline = std::numeric_limits<std::uint64_t>::max();

    // `peer_address`: empty on the control socket.
    Connection(EventLoop& loop, const Service& service, std::unique_ptr<Transport> transport,
               std::string peer_address);

    void start();

    // Answers before anything is read, and closes.
    void start_refused(const Refusal& refusal);

    std::uint64_t deadline() const { return deadline_; }
    void on_deadline();
    void on_shutdown();

    // What the transport began has ended.
    void on_ready(const boost::system::error_code& error);
    void on_read(const boost::system::error_code& error, std::size_t bytes);
    void on_written(const boost::system::error_code& error, std::size_t bytes);
    void on_finished();

private:
    using Moment = std::chrono::steady_clock::time_point;

    // What the client, or we, must do before the deadline.
    enum class Awaits {
        handshake,
        request,
        rest_of_request,
        rest_of_large_request,
        taking_of_answer,
        end,
        nothing,
    };

    void advance();
    void go_on();
    bool may_take_request() const;
    bool take_request();
    void handle();
    std::string client_address() const;
    std::optional<Response> over_rate_limit();
    WorkerPool* pool_for(const Match& match) const;
    void run_in(WorkerPool& pool);
    void respond(Response response);
    void refuse(const Refusal& refusal);
    void end_request();

    void begin_stream(Response response);
    void ask_for_piece();
    void break_stream(std::string_view why);
    void take_piece();
    void end_stream();

    void read_more();
    void flush();
    void finish();
    void discard_more();
    void close();
    bool awaits_rest() const;
    void await(Awaits what, std::chrono::milliseconds time);

    EventLoop& loop_;
    const Service& service_;
    std::unique_ptr<Transport> transport_;
    std::string peer_address_;
    RequestReader reader_;

    std::vector<char> in_;  // bytes in_begin_ to in_end_ lie unread
    std::size_t in_begin_ = 0;
    std::size_t in_end_ = 0;
    std::string out_;  // the first out_sent_ bytes are gone
    std::size_t out_sent_ = 0;

    Match match_;
    Response response_;  // of the pool, and then of the stream
    std::optional<std::string> piece_;
    Moment began_;
    int status_ = 0;
    std::uint64_t body_bytes_ = 0;
    std::uint64_t discarded_bytes_ = 0;

    std::uint64_t deadline_ = no_deadline;
    std::uint64_t discard_deadline_ = no_deadline;
    Awaits awaits_ = Awaits::nothing;
    bool secure_ = false;
    bool running_ = false;    // a pool has the request, or the stream
    bool streaming_ = false;  // the answer is not whole yet
    bool broken_ = false;     // the stream failed: the client must not take it for whole
    bool reading_ = false;
    bool writing_ = false;
    bool last_ = false;  // nothing is answered after what is in out_
    bool finishing_ = false;
    bool finished_ = false;
    bool closed_ = false;
};

}  // namespace cartulary::http
