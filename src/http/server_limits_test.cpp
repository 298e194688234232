#include <sys/resource.h>
#include <unistd.h>

#include <random>

#include "base/log.h"
#include "http/server_fixture.h"

namespace cartulary::http {
namespace {

using std::chrono::seconds;
using testing::HasSubstr;
using testing::IsEmpty;

constexpr Limits small{
    .target_bytes_max = 100, .header_bytes_max = 300, .header_count_max = 5, .body_bytes_max = 50};

// Each is refused with `status` in the area's shape, and then the connection ends.
void expect_refusal(Client client, std::string_view bytes, int status) {
    const auto answer = client.ask(bytes);
    EXPECT_EQ(answer.status, status) << bytes;
    EXPECT_TRUE(answer.whole);
    EXPECT_THAT(answer.body, HasSubstr("{\"why\":"));
    EXPECT_EQ(answer.header("Connection"), "close");
    EXPECT_NE(answer.header("X-Request-Id"), "none");
    EXPECT_TRUE(client.at_end());
}

std::string target_of(std::size_t bytes) {
    return "/hello?" + std::string(bytes - 7, 'x');
}

std::string head_of(std::size_t bytes) {
    const auto without = get("/hello", "X-Fill: \r\n").size();
    return get("/hello", "X-Fill: " + std::string(bytes - without, 'x') + "\r\n");
}

std::string post(std::string_view body) {
    return "POST /echo HTTP/1.1\r\nHost: a\r\nContent-Length: " + std::to_string(body.size()) +
           "\r\n\r\n" + std::string(body);
}

std::string chunked(std::string_view chunks) {
    return "POST /echo HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n" +
           std::string(chunks);
}

class ServerLimits : public ServerTest {
protected:
    void SetUp() override { start({.limits = small}); }
};

TEST_F(ServerLimits, take_a_target_of_the_longest_length_and_none_longer) {
    EXPECT_EQ(client().ask(get(target_of(100))).status, 200);
    expect_refusal(client(), get(target_of(101)), 414);
    expect_refusal(client(), "GET /" + std::string(400, 'x'), 414);  // and no end of it
}

TEST_F(ServerLimits, take_a_head_of_the_longest_length_and_none_longer) {
    EXPECT_EQ(client().ask(head_of(300)).status, 200);
    expect_refusal(client(), head_of(301), 431);
    expect_refusal(client(), head_of(400).substr(0, 300), 431);
}

TEST_F(ServerLimits, count_a_head_that_comes_in_pieces_as_one) {
    auto one = client();
    for (const char c : head_of(300)) one.send({&c, 1});
    EXPECT_EQ(one.receive().status, 200);
    for (const char c : head_of(301)) one.send({&c, 1});
    EXPECT_EQ(one.receive().status, 431);
}

TEST_F(ServerLimits, take_so_many_headers_and_no_more) {
    const std::string four = "A: 1\r\nB: 1\r\nC: 1\r\nD: 1\r\n";
    EXPECT_EQ(client().ask(get("/hello", four)).status, 200);
    expect_refusal(client(), get("/hello", four + "E: 1\r\n"), 431);
    expect_refusal(client(), get("/hello", four + "D: 2\r\n"), 431);
}

TEST_F(ServerLimits, take_a_body_of_the_longest_length_and_none_longer) {
    EXPECT_EQ(client().ask(post(std::string(50, 'x'))).body, std::string(50, 'x'));
    expect_refusal(client(), post(std::string(51, 'x')), 413);
}

TEST_F(ServerLimits, take_a_chunked_body_of_the_longest_length_and_none_longer) {
    const std::string forty = "28\r\n" + std::string(40, 'x') + "\r\n";
    EXPECT_EQ(client().ask(chunked(forty + "a\r\n0123456789\r\n0\r\n\r\n")).body.size(), 50U);
    expect_refusal(client(), chunked(forty + "b\r\n0123456789a\r\n0\r\n\r\n"), 413);
}

TEST_F(ServerTest, a_route_may_take_longer_bodies_than_the_others) {
    add(
        Method::post, "/files/{name}", Cost::read,
        [](const Request& request) {
            return Response{.content_type = "text/plain", .body = request.body};
        },
        80);
    start({.limits = small});
    const auto to_files = [](std::string bytes) {
        return bytes.replace(bytes.find("/echo"), 5, "/files/a%20b");
    };
    EXPECT_EQ(client().ask(to_files(post(std::string(80, 'x')))).body.size(), 80U);
    expect_refusal(client(), to_files(post(std::string(81, 'x'))), 413);
    expect_refusal(client(), post(std::string(51, 'x')), 413);
    const std::string eighty = "50\r\n" + std::string(80, 'x') + "\r\n";
    EXPECT_EQ(client().ask(to_files(chunked(eighty + "0\r\n\r\n"))).body.size(), 80U);
    expect_refusal(client(), to_files(chunked(eighty + "1\r\nx\r\n0\r\n\r\n")), 413);
    expect_refusal(client(), chunked(eighty + "0\r\n\r\n"), 413);

    auto both = client();
    EXPECT_EQ(both.ask(to_files(post(std::string(80, 'x')))).status, 200);
    EXPECT_EQ(both.ask(post(std::string(51, 'x'))).status, 413) << "each request by itself";
}

TEST_F(ServerLimits, let_a_client_read_its_refusal_that_still_sends_its_body) {
    expect_refusal(client(), post(std::string(5 << 20, 'x')), 413);
}

TEST_F(ServerLimits, refuse_a_body_too_long_before_the_client_sends_it) {
    expect_refusal(client(),
                   "POST /echo HTTP/1.1\r\nHost: a\r\nExpect: 100-continue\r\n"
                   "Content-Length: 51\r\n\r\n",
                   413);
}

TEST_F(ServerLimits, refuse_trailers_and_chunk_heads_without_end) {
    expect_refusal(client(), chunked("0\r\nA: " + std::string(400, 'x')), 431);
    expect_refusal(client(), chunked("1;x=" + std::string(400, 'x')), 431);
}

class ServerStrictness : public ServerTest {
protected:
    void SetUp() override { start(); }
    void expect_400(std::string_view bytes) { expect_refusal(client(), bytes, 400); }
};

TEST_F(ServerStrictness, refuses_garbage) {
    expect_400(std::string_view("\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03", 11));  // TLS
    expect_400("garbage\r\n\r\n");
    expect_400("garbage\r\n");
    expect_400(std::string_view("GET /hello\0 HTTP/1.1\r\n", 22));
    expect_400("GET /hello HTTP/2.0\r\nHost: a\r\n\r\n");
    expect_400("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n");
    expect_400("GET  /hello HTTP/1.1\r\nHost: a\r\n\r\n");
    expect_400("GET /hello HTTP/1.1\nHost: a\n\n");
    expect_400("GET /hello HTTP/1.1\r\nHost : a\r\n\r\n");
    expect_400("GET /hello HTTP/1.1\r\nHost: a\r\nX: a\x01z\r\n\r\n");
    expect_400(std::string_view("GET /hello HTTP/1.1\r\nHost: a\r\nX: a\0z\r\n\r\n", 40));
    expect_400("GET /hello HTTP/1.1\r\nHost: a\r\n: x\r\n\r\n");
}

TEST_F(ServerStrictness, refuses_a_missing_double_or_wrong_host) {
    expect_400("GET /hello HTTP/1.1\r\n\r\n");
    expect_400("GET /hello HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n");
    expect_400("GET /hello HTTP/1.1\r\nHost: a\r\nHOST: a\r\n\r\n");
    expect_400("GET /hello HTTP/1.1\r\nHost: a/b\r\n\r\n");
    expect_400("GET /hello HTTP/1.1\r\nHost: a, b\r\n\r\n");
    expect_400("GET /hello HTTP/1.0\r\nHost: a\r\nHost: b\r\n\r\n");
}

TEST_F(ServerStrictness, refuses_what_two_servers_may_read_as_two_different_requests) {
    const auto with = [](const std::string& headers) {
        return "POST /echo HTTP/1.1\r\nHost: a\r\n" + headers + "\r\n0\r\n\r\n";
    };
    expect_400(with("Content-Length: 5\r\nTransfer-Encoding: chunked\r\n"));
    expect_400(with("Transfer-Encoding: chunked\r\nContent-Length: 5\r\n"));
    expect_400(with("Content-Length: 5\r\nContent-Length: 6\r\n"));
    expect_400(with("Content-Length: 5\r\nContent-Length: 5\r\n"));
    expect_400(with("Content-Length: 5, 6\r\n"));
    expect_400(with("Content-Length: +5\r\n"));
    expect_400(with("Content-Length: 0x5\r\n"));
    expect_400(with("Content-Length: -1\r\n"));
    expect_400(with("Content-Length: 99999999999999999999\r\n"));
    expect_400(with("Transfer-Encoding: gzip\r\n"));
    expect_400(with("Transfer-Encoding: gzip, chunked\r\n"));
    expect_400(with("Transfer-Encoding: chunked, chunked\r\n"));
    expect_400(with("Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n"));
    expect_400(with("Transfer-Encoding: chunked\r\nTransfer-Encoding: identity\r\n"));
    expect_400(with("Transfer-Encoding: xchunked\r\n"));
    expect_400("POST /echo HTTP/1.0\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n");
    expect_400(with("X: a\r\n b\r\n"));
    expect_400("GET /hello HTTP/1.1\r\n Host: a\r\n\r\n");
    expect_400(chunked("5\r\nabcdefgh\r\n0\r\n\r\n"));
    expect_400(chunked("zzz\r\n"));
    expect_400(chunked("FFFFFFFFFFFFFFFFF\r\n"));
    expect_400(chunked("1\nx\r\n0\r\n\r\n"));
}

TEST_F(ServerStrictness, refuses_targets_that_are_no_path) {
    for (const auto* target : {"http://localhost/hello", "*", "hello", "localhost:80"}) {
        expect_400(get(target));
    }
}

TEST_F(ServerStrictness, refuses_paths_that_are_no_clean_text) {
    for (const auto* path : {"/show/%", "/show/%4", "/show/%zz", "/show/%00", "/show/a%0Ab",
                             "/show/%7F", "/show/%C2%80", "/show/%FF", "/show/\xC3",
                             "/show/%ED%A0%80", "/hello?q=%FF", "/hello?q=%00"}) {
        expect_400(get(path));
    }
    EXPECT_EQ(client().ask(get("/hello?q=100%&r=%0A")).status, 200);
}

TEST_F(ServerStrictness, survives_random_bytes_and_damaged_requests) {
    std::mt19937 random(7);
    const auto whole = chunked("3\r\nabc\r\n0\r\nX: y\r\n\r\n") + post("0123456789") +
                       get("/hello", "Accept: a\r\nConnection: close\r\n");
    for (int round = 0; round < 300; ++round) {
        auto damaged = whole;
        for (int i = 0; i < round % 5; ++i) {
            damaged[random() % damaged.size()] = static_cast<char>(random() % 256);
        }
        auto one = client();
        const auto middle = random() % damaged.size();
        one.send(std::string_view(damaged).substr(0, middle));
        if (round % 2 == 0) std::this_thread::yield();
        one.send(std::string_view(damaged).substr(middle));
        one.end_sending();
        const auto answers = one.receive_rest();
        EXPECT_TRUE(answers.empty() || answers.starts_with("HTTP/1.1 ")) << answers;
    }
    EXPECT_EQ(client().ask(get("/hello")).status, 200);
}

class ServerTimeouts : public ServerTest {};

TEST_F(ServerTimeouts, answer_408_to_a_head_or_a_body_that_does_not_end) {
    start({.limits = {.request_timeout = seconds(1)}});
    auto first_byte = client();
    auto in_head = client();
    auto in_body = client();
    auto in_second = client();
    first_byte.send("G");
    in_head.send("GET /hello HTTP/1.1\r\nHost: a\r\nX-Slow");
    in_body.send(post("whole") + "POST /echo HTTP/1.1\r\nHost: a\r\nContent-Length: 9\r\n\r\nha");
    in_second.send(get("/hello") + "GET");
    expect_refusal(std::move(first_byte), "", 408);
    expect_refusal(std::move(in_head), ": x\r\n", 408);
    EXPECT_EQ(in_body.receive().body, "whole");
    expect_refusal(std::move(in_body), "", 408);
    EXPECT_EQ(in_second.receive().status, 200);
    expect_refusal(std::move(in_second), "", 408);
}

TEST_F(ServerTimeouts, answer_408_to_a_long_body_that_does_not_end) {
    add(
        Method::post, "/echo/long", Cost::read, [](const Request&) { return Response{}; }, 80);
    start({.limits = {.body_bytes_max = 50, .request_timeout = seconds(1)}});
    auto one = client();
    one.send("POST /echo/long HTTP/1.1\r\nHost: a\r\nContent-Length: 80\r\n\r\nha");
    expect_refusal(std::move(one), "ha", 408);
}

TEST_F(ServerTimeouts, end_a_request_that_comes_drop_by_drop) {
    start({.limits = {.request_timeout = seconds(1)}});
    auto one = client();
    one.send("GET /hello HTTP/1.1\r\nHost: a\r\nX: ");
    std::atomic<bool> answered = false;
    std::thread dropping([&] {
        while (!answered) {
            one.send("x");
            std::this_thread::sleep_for(std::chrono::milliseconds(50));
        }
    });
    EXPECT_EQ(one.receive().status, 408);
    answered = true;
    dropping.join();
}

TEST_F(ServerTimeouts, close_an_idle_connection_without_a_word) {
    start({.limits = {.idle_timeout = seconds(1)}});
    auto fresh = client();
    auto used = client();
    EXPECT_EQ(used.ask(get("/hello")).status, 200);
    EXPECT_TRUE(fresh.at_end());
    EXPECT_TRUE(used.at_end());
}

TEST_F(ServerTimeouts, close_when_the_client_does_not_take_its_answer) {
    std::weak_ptr<int> alive;
    add(Method::get, "/stream", Cost::read, [&](const Request&) {
        auto kept = std::make_shared<int>(0);
        alive = kept;
        return Response{.content_type = "text/plain",
                        .stream = [kept] { return std::optional(std::string(100'000, 'x')); }};
    });
    start({.limits = {.answer_timeout = seconds(1)}});
    auto one = client();
    one.read_slowly();
    one.send(get("/stream"));
    EXPECT_EQ(one.receive_exactly(9), "HTTP/1.1 ");
    while (!alive.expired()) std::this_thread::yield();
}

TEST_F(ServerTimeouts, refuse_connections_beyond_the_most) {
    start({.limits = {.connections_max = 2}});
    auto first = client();
    auto second = client();
    EXPECT_EQ(first.ask(get("/hello")).status, 200);
    EXPECT_EQ(second.ask(get("/hello")).status, 200);
    auto third = client();
    const auto refused = third.receive();
    EXPECT_EQ(refused.status, 503);
    EXPECT_EQ(refused.header("Retry-After"), "1");
    EXPECT_TRUE(third.at_end());
    EXPECT_EQ(first.ask(get("/hello")).status, 200);
}

TEST_F(ServerTimeouts, go_on_accepting_after_descriptors_ran_out) {
    start();
    log::warning("descriptors run out");  // the sanitizer needs some to see a logger first
    rlimit before{};
    ASSERT_EQ(getrlimit(RLIMIT_NOFILE, &before), 0);
    const rlimit few{.rlim_cur = 100, .rlim_max = before.rlim_max};
    ASSERT_EQ(setrlimit(RLIMIT_NOFILE, &few), 0);
    std::vector<int> taken;
    for (int descriptor = dup(0); descriptor >= 0; descriptor = dup(0)) taken.push_back(descriptor);
    ASSERT_GE(taken.size(), 1U);
    close(taken.back());
    taken.pop_back();
    auto one = client();  // has the last descriptor
    one.send(get("/hello"));
    for (const int descriptor : taken) close(descriptor);
    setrlimit(RLIMIT_NOFILE, &before);
    EXPECT_EQ(one.receive().status, 200);
    EXPECT_EQ(client().ask(get("/hello")).status, 200);
}

}  // namespace
}  // namespace cartulary::http
