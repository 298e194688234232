#include "outbound/fetch.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstdlib>

#include "outbound/testing/http_server_for_test.h"

namespace cartulary::outbound {

namespace {

using testing::HasSubstr;
using testing::Not;
using testing::StartsWith;

const NetworkRule public_internet;
const auto loopback = NetworkRule::parse("127.0.0.1").value();
constexpr auto inside = "leads to an address that may not be called";

std::string problem(const Result<std::string>& fetched) {
    if (fetched) return "was fetched";
    EXPECT_EQ(fetched.error().kind, ErrorKind::invalid);
    EXPECT_EQ(fetched.error().fields.at(0).field, "url");
    return fetched.error().fields.at(0).problem;
}

HttpServer::Answer a_file(const std::string& /*request*/) {
    return answering(200, "a picture");
}

TEST(Fetch, brings_what_stands_at_an_address) {
    HttpServer server(a_file);
    EXPECT_EQ(fetch(server.url("/logo.png?size=1"), loopback, {}), "a picture");
    const auto request = server.requests().at(0);
    EXPECT_THAT(request, StartsWith("GET /logo.png?size=1 HTTP/1.1\r\n"));
    EXPECT_THAT(request, HasSubstr("User-Agent: Cartulary/"));
    EXPECT_THAT(request, Not(HasSubstr("Accept-Encoding")));
    EXPECT_THAT(request, Not(HasSubstr("Authorization")));
}

TEST(Fetch, never_calls_an_address_inside_however_it_is_spelled) {
    HttpServer server(a_file, "0.0.0.0");
    for (const auto* host :
         {"127.0.0.1", "localhost", "0.0.0.0", "0", "2130706433", "0x7f.1", "0x7F000001",
          "017700000001", "127.1", "[::ffff:127.0.0.1]", "[::ffff:7f00:1]", "[::127.0.0.1]",
          "[0:0:0:0:0:ffff:7f00:0001]", "[64:ff9b::7f00:1]", "[2002:7f00:1::]", "%31%32%37.0.0.1",
          "[fe80::1]", "[::1]", "[::]"}) {
        EXPECT_EQ(problem(fetch(server.url_as(host), public_internet, {})), inside) << host;
    }
    // These are inside only to some resolvers: a trailing dot, full-width digits, an ideographic
    // dot.
    for (const auto* host :
         {"127.0.0.1.", "localhost.", "\xEF\xBC\x91\xEF\xBC\x92\xEF\xBC\x97.0.0.1",
          "127\xE3\x80\x82"
          "0.0.1"}) {
        EXPECT_FALSE(fetch(server.url_as(host), public_internet, {})) << host;
    }
    EXPECT_EQ(server.connections(), 0U);
}

TEST(Fetch, calls_a_network_that_the_setting_allows_however_it_is_spelled) {
    HttpServer server(a_file);
    for (const auto* host : {"127.0.0.1", "2130706433", "0x7f.1", "017700000001", "127.1"}) {
        EXPECT_EQ(fetch(server.url_as(host), loopback, {}), "a picture") << host;
    }
}

TEST(Fetch, judges_a_name_by_the_address_that_is_called) {
    HttpServer server(a_file);
    EXPECT_EQ(problem(fetch(server.url_as("localhost"), public_internet, {})), inside);
    EXPECT_EQ(fetch(server.url_as("localhost"), loopback, {}), "a picture");
}

TEST(Fetch, tells_nothing_of_the_address_inside) {
    EXPECT_THAT(problem(fetch("http://localhost:1/", public_internet, {})),
                Not(HasSubstr("127.0.0.1")));
}

TEST(Fetch, follows_redirects_to_another_host) {
    HttpServer target(a_file);
    HttpServer server([&](const std::string&) { return redirecting(target.url("/moved")); });
    EXPECT_EQ(fetch(server.url(), loopback, {}), "a picture");
}

TEST(Fetch, follows_a_redirect_without_a_host) {
    HttpServer server([](const std::string& request) {
        return request.starts_with("GET /moved ") ? a_file(request) : redirecting("/moved");
    });
    EXPECT_EQ(fetch(server.url(), loopback, {}), "a picture");
}

TEST(Fetch, follows_no_redirect_to_the_inside) {
    HttpServer hidden(a_file, "127.0.0.2");
    HttpServer server([&](const std::string&) { return redirecting(hidden.url()); });
    EXPECT_EQ(problem(fetch(server.url(), loopback, {})), inside);
    EXPECT_EQ(hidden.connections(), 0U);
}

TEST(Fetch, follows_no_redirect_to_another_protocol) {
    for (const auto* url : {"file:///etc/passwd", "ftp://127.0.0.1/", "gopher://127.0.0.1:1/_x",
                            "dict://127.0.0.1/", "smtp://127.0.0.1/", "ws://127.0.0.1/"}) {
        HttpServer server([&](const std::string&) { return redirecting(url); });
        EXPECT_EQ(problem(fetch(server.url(), loopback, {})), "is no http or https URL") << url;
    }
}

TEST(Fetch, follows_as_many_redirects_as_it_may) {
    for (const int hops : {3, 4}) {
        HttpServer server([&](const std::string& request) {
            const int hop = request[5] - '0';
            return hop == 0 ? a_file(request) : redirecting("/" + std::to_string(hop - 1));
        });
        const auto fetched =
            fetch(server.url("/" + std::to_string(hops)), loopback, {.redirects_max = 3});
        if (hops == 3) {
            EXPECT_EQ(fetched, "a picture");
        } else {
            EXPECT_EQ(problem(fetched), "redirects too often");
            EXPECT_EQ(server.requests().size(), 4U);
        }
    }
}

TEST(Fetch, ends_a_loop_of_redirects) {
    HttpServer server([](const std::string&) { return redirecting("/"); });
    EXPECT_EQ(problem(fetch(server.url(), loopback, {})), "redirects too often");
}

TEST(Fetch, refuses_credentials_in_an_address) {
    HttpServer server(a_file);
    EXPECT_EQ(problem(fetch(server.url_as("ada:secret@127.0.0.1"), loopback, {})),
              "has a user or password in it");
    EXPECT_EQ(problem(fetch(server.url_as("ada@127.0.0.1"), loopback, {})),
              "has a user or password in it");
    EXPECT_EQ(server.connections(), 0U);
}

TEST(Fetch, refuses_credentials_in_a_redirect) {
    HttpServer target(a_file);
    HttpServer server(
        [&](const std::string&) { return redirecting(target.url_as("ada:secret@127.0.0.1")); });
    EXPECT_EQ(problem(fetch(server.url(), loopback, {})), "has a user or password in it");
    EXPECT_EQ(target.connections(), 0U);
}

TEST(Fetch, refuses_what_is_no_http_address) {
    for (const auto* url : {"", "picture", "example.org/logo.png", "//example.org/", "http://",
                            "http://127.0.0.1:99999/", "file:///etc/passwd", "ftp://127.0.0.1/",
                            "javascript:alert(1)", "data:image/png;base64,", "http://exa mple.org/",
                            "http://127.0.0.1/\r\nX: y"}) {
        EXPECT_EQ(problem(fetch(url, loopback, {})), "is no http or https URL") << url;
    }
}

TEST(Fetch, says_that_a_host_is_not_known) {
    EXPECT_EQ(problem(fetch("http://nowhere.invalid/", loopback, {})),
              "names a host that is not known");
}

TEST(Fetch, says_that_nobody_takes_the_connection) {
    std::string url;
    {
        HttpServer server(a_file);
        url = server.url();
    }
    EXPECT_EQ(problem(fetch(url, loopback, {})), "does not take connections");
}

TEST(Fetch, uses_no_proxy_of_the_environment) {
    HttpServer proxy(a_file);
    HttpServer server(a_file);
    ::setenv("http_proxy", proxy.url().c_str(), 1);
    ::setenv("all_proxy", proxy.url().c_str(), 1);
    EXPECT_EQ(fetch(server.url(), loopback, {}), "a picture");
    ::unsetenv("http_proxy");
    ::unsetenv("all_proxy");
    EXPECT_EQ(proxy.connections(), 0U);
}

TEST(Fetch, takes_only_200_for_an_answer) {
    for (const int status : {201, 204, 206, 304, 400, 401, 403, 404, 500, 503}) {
        HttpServer server([&](const std::string&) {
            return answering(status, status == 204 || status == 304 ? "" : "no picture");
        });
        EXPECT_EQ(problem(fetch(server.url(), loopback, {})),
                  "answers with status " + std::to_string(status));
    }
}

TEST(Fetch, takes_a_redirect_to_nowhere_for_a_status) {
    HttpServer server([](const std::string&) { return answering(302, "no location"); });
    EXPECT_EQ(problem(fetch(server.url(), loopback, {})), "answers with status 302");
}

TEST(Fetch, waits_no_longer_than_it_may) {
    HttpServer silent(
        [](const std::string&) { return HttpServer::Answer{.bytes = "", .hangs = true}; });
    HttpServer slow([](const std::string&) {
        return HttpServer::Answer{.bytes = "HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\na pic",
                                  .hangs = true};
    });
    const FetchLimits limits{.timeout = std::chrono::seconds(1)};
    EXPECT_EQ(problem(fetch(silent.url(), loopback, limits)), "did not answer in time");
    EXPECT_EQ(problem(fetch(slow.url(), loopback, limits)), "did not answer in time");
}

TEST(Fetch, refuses_an_answer_that_ends_early) {
    constexpr auto early = "ended the connection before its answer was complete";
    for (const auto* bytes : {"", "HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\na pic",
                              "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n9\r\na pic"}) {
        HttpServer server([&](const std::string&) { return HttpServer::Answer{.bytes = bytes}; });
        EXPECT_EQ(problem(fetch(server.url(), loopback, {})), early) << bytes;
    }
}

TEST(Fetch, reads_no_more_bytes_than_it_may) {
    const FetchLimits limits{.bytes_max = 5000};
    const std::string most(5000, 'x');
    const auto chunked = [](const std::string& body) {
        return "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n400\r\n" +
               body.substr(0, 1024) + "\r\n" + (body.size() == 5000 ? "f88" : "f89") + "\r\n" +
               body.substr(1024) + "\r\n0\r\n\r\n";
    };
    const auto unannounced = [](const std::string& body) {
        return "HTTP/1.1 200 OK\r\n\r\n" + body;
    };
    const auto announced = [](const std::string& body) { return answering(200, body).bytes; };
    for (const std::function<std::string(const std::string&)>& form :
         {std::function<std::string(const std::string&)>(chunked), {unannounced}, {announced}}) {
        std::string body = most;
        HttpServer server(
            [&](const std::string&) { return HttpServer::Answer{.bytes = form(body)}; });
        EXPECT_EQ(fetch(server.url(), loopback, limits), most);
        body += 'x';
        EXPECT_EQ(problem(fetch(server.url(), loopback, limits)), "is larger than 5000 bytes");
    }
}

TEST(Fetch, reads_nothing_of_a_body_that_is_announced_as_too_large) {
    HttpServer server([](const std::string&) {
        return HttpServer::Answer{.bytes = "HTTP/1.1 200 OK\r\nContent-Length: 99999999999\r\n\r\n",
                                  .hangs = true};
    });
    EXPECT_EQ(problem(fetch(server.url(), loopback, {.bytes_max = 5000})),
              "is larger than 5000 bytes");
}

TEST(Fetch, reads_no_further_than_a_length_that_lies) {
    HttpServer server([](const std::string&) {
        return HttpServer::Answer{.bytes = "HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\na picture" +
                                           std::string(100'000, 'x')};
    });
    EXPECT_EQ(fetch(server.url(), loopback, {.bytes_max = 10}), "a picture");
}

TEST(Fetch, does_not_unpack_what_is_packed) {
    HttpServer server([](const std::string&) {
        return answering(200, "\x1f\x8b packed", "Content-Encoding: gzip\r\n");
    });
    EXPECT_EQ(fetch(server.url(), loopback, {}), "\x1f\x8b packed");
}

TEST(Fetch, refuses_an_answer_that_is_no_http) {
    for (const auto* bytes : {"220 mail.example.org ESMTP\r\n", "a picture"}) {
        HttpServer server([&](const std::string&) { return HttpServer::Answer{.bytes = bytes}; });
        EXPECT_EQ(problem(fetch(server.url(), loopback, {})), "does not answer in HTTP");
    }
}

}  // namespace

}  // namespace cartulary::outbound
