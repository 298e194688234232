#pragma once

#include <gmock/gmock.h>

#include <condition_variable>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <thread>
#include <vector>

#include "http/server.h"

// What the tests of the server share: a server with a few routes, and a client that sends bytes.
namespace cartulary::http {

struct Answer {
    int status = 0;  // 0: the connection ended before an answer
    std::string head;
    std::string body;
    bool whole = false;

    // The header's value; "none" when there is none.
    std::string header(std::string_view name) const;
};

// A blocking socket. What it waits for comes within some seconds, or the test fails.
class Client {
public:
    static Client to_port(unsigned short port);
    static Client to_file(const std::string& path);
    explicit Client(int descriptor) : descriptor_(descriptor) {}
    Client(Client&& other) noexcept;
    Client& operator=(Client&&) = delete;
    ~Client();

    bool connected() const { return descriptor_ >= 0; }
    int descriptor() const { return descriptor_; }
    void send(std::string_view bytes);
    void end_sending();
    void read_slowly();  // a small receive buffer

    Answer receive(bool to_head = false);
    Answer ask(std::string_view bytes);
    std::string receive_exactly(std::size_t bytes);

    // Everything up to the end of the connection.
    std::string receive_rest();

    // Whether the server has closed and nothing is unread.
    bool at_end() { return receive_rest().empty(); }

private:
    bool fill();
    std::string line();

    int descriptor_;
    std::string unread_;
};

class ServerTest : public testing::Test {
protected:
    ServerTest();
    ~ServerTest() override;

    void start(ServerOptions options = {}, RateLimitOptions rate_limits = no_rate_limits);
    void add(Method method, std::string path, Cost cost, Handler handle,
             std::size_t body_bytes_max = 0);
    void add(Route route) { routes_.push_back(std::move(route)); }
    void stop();

    Client client() const { return Client::to_port(server_->port()); }

    // Blocks in a handler until the test lets it go on.
    void wait_in_handler();
    void wait_until_in_handler(int count);
    void let_handlers_go_on();

    static constexpr RateLimitOptions no_rate_limits{.per_key_per_minute = 0,
                                                     .per_address_per_minute = 0,
                                                     .refused_per_address_per_minute = 0,
                                                     .buckets_max = 1};

    std::vector<Route> routes_;
    std::unique_ptr<Router> router_;
    std::unique_ptr<RateLimits> rate_limits_;
    Metrics metrics_;
    std::unique_ptr<Server> server_;
    std::function<void(Server&)> before_run_;

private:
    std::thread thread_;
    std::mutex mutex_;
    std::condition_variable changed_;
    int in_handler_ = 0;
    bool go_on_ = false;
};

std::string get(std::string_view target, std::string_view more_headers = "");

}  // namespace cartulary::http
