#include <atomic>

#include "http/server_fixture.h"

namespace cartulary::http {
namespace {

// A stream of `pieces` pieces of `bytes` each, that tells when it is gone.
struct Source {
    explicit Source(std::atomic<int>& alive_count) : alive(alive_count) { ++alive; }
    ~Source() { --alive; }
    std::atomic<int>& alive;
    int given = 0;
};

class ServerStream : public ServerTest {
protected:
    void add_stream(std::string path, Cost cost, int pieces, std::size_t bytes) {
        add(Method::get, std::move(path), cost, [this, pieces, bytes](const Request&) {
            auto source = std::make_shared<Source>(alive_);
            return Response{
                .content_type = "text/plain",
                .stream = [this, source, pieces, bytes]() -> std::optional<std::string> {
                    if (source->given == pieces) return std::nullopt;
                    ++given_;
                    return std::string(bytes, static_cast<char>('a' + source->given++ % 26));
                }};
        });
    }

    std::atomic<int> alive_ = 0;
    std::atomic<int> given_ = 0;
};

TEST_F(ServerStream, sends_piece_after_piece_and_keeps_the_connection) {
    add_stream("/read", Cost::read, 3, 2);
    add_stream("/slow", Cost::slow, 100, 10'000);
    start();
    auto one = client();
    const auto answer = one.ask(get("/read"));
    EXPECT_EQ(answer.header("Transfer-Encoding"), "chunked");
    EXPECT_EQ(answer.header("Content-Length"), "none");
    EXPECT_EQ(answer.body, "aabbcc");
    EXPECT_EQ(one.ask(get("/slow")).body.size(), 1'000'000U);
    EXPECT_EQ(one.ask(get("/hello?x")).body, "hello x");
}

TEST_F(ServerStream, answers_in_order_what_is_pipelined_behind_it) {
    add_stream("/slow", Cost::slow, 5, 1);
    start();
    auto one = client();
    one.send(get("/slow") + get("/hello?1") + get("/slow") + get("/hello?2"));
    EXPECT_EQ(one.receive().body, "abcde");
    EXPECT_EQ(one.receive().body, "hello 1");
    EXPECT_EQ(one.receive().body, "abcde");
    EXPECT_EQ(one.receive().body, "hello 2");
}

TEST_F(ServerStream, passes_over_empty_pieces) {
    add(Method::get, "/gaps", Cost::read, [](const Request&) {
        return Response{.content_type = "text/plain",
                        .stream = [n = 0]() mutable -> std::optional<std::string> {
                            if (++n > 4) return std::nullopt;
                            return n % 2 == 0 ? "x" : "";
                        }};
    });
    start();
    EXPECT_EQ(client().ask(get("/gaps")).body, "xx");
}

TEST_F(ServerStream, ends_with_the_connection_for_HTTP_1_0) {
    add_stream("/read", Cost::read, 3, 2);
    start();
    auto one = client();
    const auto answer = one.ask("GET /read HTTP/1.0\r\nConnection: keep-alive\r\n\r\n");
    EXPECT_EQ(answer.header("Transfer-Encoding"), "none");
    EXPECT_EQ(answer.header("Connection"), "close");
    EXPECT_EQ(answer.body, "aabbcc");
}

TEST_F(ServerStream, asks_for_the_next_piece_only_when_the_last_is_written) {
    add_stream("/large", Cost::slow, 200, 1 << 20);
    start();
    auto one = client();
    one.read_slowly();
    one.send(get("/large"));
    EXPECT_EQ(one.receive_exactly(9), "HTTP/1.1 ");
    for (int i = 0; i < 50; ++i) EXPECT_EQ(client().ask(get("/hello")).status, 200);
    EXPECT_LT(given_, 100);  // what the kernel's buffers hold, and no more
}

TEST_F(ServerStream, is_dropped_when_the_client_leaves) {
    for (const auto cost : {Cost::read, Cost::slow}) {
        add_stream(cost == Cost::read ? "/read" : "/slow", cost, 1'000'000'000, 100'000);
    }
    start();
    for (const auto* path : {"/read", "/slow"}) {
        auto one = client();
        one.send(get(path));
        EXPECT_EQ(one.receive_exactly(9), "HTTP/1.1 ");
    }
    while (alive_ != 0) std::this_thread::yield();
    EXPECT_EQ(client().ask(get("/hello")).status, 200);
}

TEST_F(ServerStream, that_fails_is_not_taken_for_whole) {
    add(Method::get, "/broken", Cost::slow, [](const Request&) {
        return Response{.content_type = "text/plain",
                        .stream = [n = 0]() mutable -> std::optional<std::string> {
                            if (n++ > 0) throw std::runtime_error("the source broke");
                            return "first";
                        }};
    });
    start();
    const auto answer = client().ask(get("/broken"));
    EXPECT_EQ(answer.body, "first");
    EXPECT_FALSE(answer.whole);
}

TEST_F(ServerStream, is_finished_when_the_server_stops) {
    add(Method::get, "/slow", Cost::slow, [this](const Request&) {
        return Response{.content_type = "text/plain",
                        .stream = [this, n = 0]() mutable -> std::optional<std::string> {
                            if (n++ == 3) return std::nullopt;
                            if (n == 2) wait_in_handler();
                            return "x";
                        }};
    });
    start();
    auto one = client();
    one.send(get("/slow"));
    wait_until_in_handler(1);
    server_->stop();
    while (client().connected()) std::this_thread::yield();
    let_handlers_go_on();
    EXPECT_EQ(one.receive().body, "xxx");
    EXPECT_TRUE(one.at_end());
    stop();
}

}  // namespace
}  // namespace cartulary::http
