#include "outbound/posts.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <atomic>
#include <map>
#include <thread>

#include "outbound/testing/http_server_for_test.h"
#include "outbound/testing/tls_server_for_test.h"

namespace cartulary::outbound {

namespace {

using namespace std::chrono_literals;
using testing::EndsWith;
using testing::HasSubstr;
using testing::Not;
using testing::StartsWith;
using Kind = Posted::Kind;

const auto loopback = NetworkRule::parse("127.0.0.1").value();
constexpr auto long_enough = 60s;

Post post_to(const std::string& url, std::chrono::milliseconds timeout = long_enough) {
    return {.url = url,
            .headers = {{"Content-Type", "application/json"}, {"webhook-id", "msg_1"}},
            .body = R"({"id":"1"})",
            .timeout = timeout};
}

HttpServer::Answer thanks(const std::string& /*request*/) {
    return answering(204);
}
HttpServer::Answer silence(const std::string& /*request*/) {
    return {.bytes = "", .hangs = true};
}

// Waits until `count` have ended.
std::map<std::uint64_t, Posted> ended(Posts& posts, std::size_t count) {
    std::map<std::uint64_t, Posted> all;
    while (all.size() < count) {
        for (auto& [id, posted] : posts.wait(long_enough)) all.emplace(id, std::move(posted));
    }
    return all;
}

Posted outcome_of(Post post, const NetworkRule& rule = loopback) {
    Posts posts(rule, 10);
    posts.begin(1, std::move(post));
    return ended(posts, 1).at(1);
}

TEST(Posts, sends_a_body_with_its_headers) {
    HttpServer server(thanks);
    const auto posted = outcome_of(post_to(server.url("/hook?key=1")));
    EXPECT_EQ(posted.kind, Kind::answered);
    EXPECT_EQ(posted.status, 204);
    EXPECT_EQ(posted.problem, "");
    EXPECT_EQ(posted.retry_after, std::nullopt);
    const auto request = server.requests().at(0);
    EXPECT_THAT(request, StartsWith("POST /hook?key=1 HTTP/1.1\r\n"));
    EXPECT_THAT(request, HasSubstr("Content-Type: application/json\r\n"));
    EXPECT_THAT(request, HasSubstr("webhook-id: msg_1\r\n"));
    EXPECT_THAT(request, HasSubstr("User-Agent: Cartulary/"));
    EXPECT_THAT(request, EndsWith("\r\n\r\n{\"id\":\"1\"}"));
}

TEST(Posts, sends_an_empty_header_and_its_own_user_agent) {
    HttpServer server(thanks);
    auto post = post_to(server.url());
    post.headers = {{"x-empty", ""}, {"User-Agent", "Registry/1"}};
    EXPECT_EQ(outcome_of(std::move(post)).kind, Kind::answered);
    EXPECT_THAT(server.requests().at(0), HasSubstr("x-empty:\r\n"));
    EXPECT_THAT(server.requests().at(0), HasSubstr("User-Agent: Registry/1\r\n"));
    EXPECT_THAT(server.requests().at(0), Not(HasSubstr("User-Agent: Cartulary")));
}

TEST(Posts, sends_a_large_body_without_asking_first) {
    HttpServer server(thanks);
    auto post = post_to(server.url());
    post.body.assign(2 << 20, 'x');
    EXPECT_EQ(outcome_of(std::move(post)).status, 204);
    const auto request = server.requests().at(0);
    EXPECT_THAT(request, Not(HasSubstr("Expect:")));
    EXPECT_THAT(request, EndsWith("\r\n\r\n" + std::string(2 << 20, 'x')));
}

TEST(Posts, tells_every_status) {
    for (const int status : {200, 201, 202, 204, 400, 404, 410, 429, 500, 503}) {
        HttpServer server([&](const std::string&) { return answering(status); });
        const auto posted = outcome_of(post_to(server.url()));
        EXPECT_EQ(posted.kind, Kind::answered);
        EXPECT_EQ(posted.status, status);
    }
}

TEST(Posts, follows_no_redirect) {
    HttpServer target(thanks);
    for (const int status : {301, 302, 303, 307, 308}) {
        HttpServer server([&](const std::string&) {
            return answering(status, {}, "Location: " + target.url() + "\r\n");
        });
        const auto posted = outcome_of(post_to(server.url()));
        EXPECT_EQ(posted.kind, Kind::answered);
        EXPECT_EQ(posted.status, status);
    }
    EXPECT_EQ(target.connections(), 0U);
}

TEST(Posts, tells_when_to_try_again) {
    const auto asked = [](const std::string& value) {
        HttpServer server([&](const std::string&) {
            return answering(503, {}, "Retry-After: " + value + "\r\n");
        });
        return outcome_of(post_to(server.url())).retry_after;
    };
    EXPECT_EQ(asked("120"), 120s);
    EXPECT_EQ(asked("0"), std::nullopt);
    EXPECT_EQ(asked("-5"), std::nullopt);
    EXPECT_EQ(asked("soon"), std::nullopt);
    EXPECT_EQ(asked("Wed, 21 Oct 2015 07:28:00 GMT"), std::nullopt);
    EXPECT_GT(asked("Fri, 01 Jan 2100 00:00:00 GMT"), 24h * 300);
    EXPECT_EQ(asked("9223372036854775807"), 24h * 366);
}

TEST(Posts, never_calls_an_address_inside_however_it_is_spelled) {
    HttpServer server(thanks);
    for (const auto* host : {"127.0.0.1", "localhost", "2130706433", "0x7f.1", "017700000001",
                             "[::ffff:127.0.0.1]", "[::1]"}) {
        const auto posted = outcome_of(post_to(server.url_as(host)), {});
        EXPECT_EQ(posted.kind, Kind::forbidden) << host;
        EXPECT_EQ(posted.problem, "leads to an address that may not be called");
    }
    EXPECT_EQ(server.connections(), 0U);
}

TEST(Posts, forbids_what_is_no_http_address) {
    for (const auto* url : {"", "hook", "file:///etc/passwd", "ftp://127.0.0.1/"}) {
        const auto posted = outcome_of(post_to(url));
        EXPECT_EQ(posted.kind, Kind::forbidden) << url;
        EXPECT_EQ(posted.problem, "is no http or https URL") << url;
    }
}

TEST(Posts, tells_why_nobody_was_reached) {
    std::string gone;
    {
        HttpServer server(thanks);
        gone = server.url();
    }
    HttpServer hanging(silence);
    HttpServer closing([](const std::string&) { return HttpServer::Answer{}; });
    HttpServer mute([](const std::string&) {
        return HttpServer::Answer{.bytes = "HTTP/1.1 100 Continue\r\n\r\n"};
    });
    const std::pair<std::string, std::string> expected[] = {
        {gone, "does not take connections"},
        {"http://nowhere.invalid/", "names a host that is not known"},
        {hanging.url(), "did not answer in time"},
        {closing.url(), "ended the connection before its answer was complete"},
        {mute.url(), "ended the connection before its answer was complete"},
    };
    for (const auto& [url, problem] : expected) {
        const auto posted = outcome_of(post_to(url, url == hanging.url() ? 200ms : 60s));
        EXPECT_EQ(posted.kind, Kind::unreachable) << url;
        EXPECT_EQ(posted.status, 0) << url;
        EXPECT_EQ(posted.problem, problem) << url;
    }
}

TEST(Posts, trusts_no_server_whose_certificate_nobody_vouches_for) {
    TlsServer server;
    const auto posted = outcome_of(post_to(server.url()));
    EXPECT_EQ(posted.kind, Kind::unreachable);
    EXPECT_EQ(posted.problem,
              "cannot be trusted: SSL certificate problem: self-signed certificate");
}

TEST(Posts, counts_an_answer_by_its_head_whatever_becomes_of_the_body) {
    const std::string head = "HTTP/1.1 200 OK\r\nContent-Length: 1000000\r\n\r\n";
    for (const auto& answer :
         {HttpServer::Answer{.bytes = head + "early"},
          HttpServer::Answer{.bytes = head + "slow", .hangs = true},
          HttpServer::Answer{.bytes = head + std::string(65537, 'x'), .hangs = true}}) {
        HttpServer server([&](const std::string&) { return answer; });
        const auto posted = outcome_of(post_to(server.url(), 1s));
        EXPECT_EQ(posted.kind, Kind::answered);
        EXPECT_EQ(posted.status, 200);
        EXPECT_EQ(posted.problem, "");
    }
}

TEST(Posts, reads_at_most_64_kib_of_an_answer_and_then_ends_the_connection) {
    for (const std::size_t size : {65536, 65537}) {
        HttpServer server(
            [&](const std::string&) { return answering(200, std::string(size, 'x')); });
        Posts posts(loopback, 10);
        for (std::uint64_t id = 1; id <= 2; ++id) {
            posts.begin(id, post_to(server.url()));
            EXPECT_EQ(ended(posts, 1).at(id).status, 200);
        }
        EXPECT_EQ(server.connections(), size == 65536 ? 1U : 2U);
    }
}

TEST(Posts, uses_a_connection_again_while_others_hang) {
    HttpServer server(thanks);
    HttpServer hanging(silence);
    Posts posts(loopback, 1);
    for (std::uint64_t id = 100; id < 110; ++id) posts.begin(id, post_to(hanging.url()));
    for (std::uint64_t id = 1; id <= 5; ++id) {
        posts.begin(id, post_to(server.url()));
        EXPECT_EQ(ended(posts, 1).at(id).status, 204);
    }
    EXPECT_EQ(server.connections(), 1U);
    EXPECT_EQ(posts.under_way(), 10U);
}

TEST(Posts, sends_again_when_a_kept_connection_has_gone) {
    HttpServer server(
        [](const std::string&) { return HttpServer::Answer{.bytes = answering(204).bytes}; });
    Posts posts(loopback, 10);
    for (std::uint64_t id = 1; id <= 3; ++id) {
        posts.begin(id, post_to(server.url()));
        EXPECT_EQ(ended(posts, 1).at(id).status, 204);
    }
    EXPECT_EQ(server.requests().size(), 3U);
}

TEST(Posts, ends_many_while_one_receiver_hangs) {
    HttpServer server(thanks);
    HttpServer hanging(silence);
    Posts posts(loopback, 50);
    constexpr std::uint64_t hangs = 0;
    constexpr std::size_t others = 300;
    posts.begin(hangs, post_to(hanging.url()));
    hanging.wait_for_requests(0);
    for (std::uint64_t id = 1; id <= others; ++id) posts.begin(id, post_to(server.url()));
    EXPECT_EQ(posts.under_way(), others + 1);
    const auto all = ended(posts, others);
    EXPECT_EQ(all.size(), others);
    EXPECT_FALSE(all.contains(hangs));
    for (const auto& [id, posted] : all) EXPECT_EQ(posted.status, 204) << id;
    EXPECT_EQ(server.requests().size(), others);
    EXPECT_EQ(posts.under_way(), 1U);
}

TEST(Posts, gives_up_what_is_under_way_when_it_ends) {
    HttpServer hanging(silence);
    {
        Posts posts(loopback, 10);
        for (std::uint64_t id = 1; id <= 10; ++id) posts.begin(id, post_to(hanging.url()));
        EXPECT_TRUE(posts.wait(100ms).empty());
    }
    SUCCEED();
}

TEST(Posts, waits_for_nothing_as_long_as_it_is_told) {
    Posts posts(loopback, 10);
    const auto begun = std::chrono::steady_clock::now();
    EXPECT_TRUE(posts.wait(50ms).empty());
    EXPECT_GE(std::chrono::steady_clock::now() - begun, 50ms);
    EXPECT_TRUE(posts.wait(0ms).empty());
}

TEST(Posts, ends_a_wait_when_it_is_woken_from_another_thread) {
    HttpServer hanging(silence);
    Posts posts(loopback, 10);
    posts.begin(1, post_to(hanging.url(), 24h));
    std::thread waker([&] {
        hanging.wait_for_requests(1);
        posts.wake();
    });
    EXPECT_TRUE(posts.wait(24h).empty());
    waker.join();
}

TEST(Posts, ends_the_next_wait_when_it_was_woken_before) {
    Posts posts(loopback, 10);
    posts.wake();
    posts.wake();
    EXPECT_TRUE(posts.wait(24h).empty());
    const auto begun = std::chrono::steady_clock::now();
    EXPECT_TRUE(posts.wait(50ms).empty());  // but only that one
    EXPECT_GE(std::chrono::steady_clock::now() - begun, 50ms);
}

}  // namespace

}  // namespace cartulary::outbound
