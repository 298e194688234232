#include "http/server.h"

#include "base/uuid.h"
#include "http/server_fixture.h"

namespace cartulary::http {
namespace {

using testing::HasSubstr;

TEST_F(ServerTest, answers_with_every_header_that_an_answer_needs) {
    start();
    const auto answer = client().ask(get("/hello?you"));
    EXPECT_EQ(answer.status, 200);
    EXPECT_EQ(answer.body, "hello you");
    EXPECT_EQ(answer.header("Content-Type"), "text/plain");
    EXPECT_EQ(answer.header("Content-Length"), "9");
    EXPECT_EQ(answer.header("X-Content-Type-Options"), "nosniff");
    EXPECT_EQ(answer.header("Server"), "cartulary");
    EXPECT_THAT(answer.header("Date"), testing::EndsWith(" GMT"));
    EXPECT_EQ(answer.header("Date").size(), 29U);
    EXPECT_EQ(answer.header("Connection"), "none");
}

TEST_F(ServerTest, keeps_a_connection_for_several_requests) {
    start();
    auto one = client();
    EXPECT_EQ(one.ask(get("/hello?1")).body, "hello 1");
    EXPECT_EQ(one.ask(get("/nothing")).status, 404);
    EXPECT_EQ(one.ask(get("/hello?2")).body, "hello 2");
}

TEST_F(ServerTest, answers_pipelined_requests_in_their_order) {
    add(Method::get, "/slow", Cost::slow, [](const Request& request) {
        return Response{.content_type = "text/plain", .body = "slow " + request.query};
    });
    start();
    auto one = client();
    std::string many;
    for (int i = 0; i < 50; ++i) {
        many += get((i % 3 == 0 ? "/slow?" : "/hello?") + std::to_string(i));
    }
    one.send(many);
    for (int i = 0; i < 50; ++i) {
        EXPECT_EQ(one.receive().body, (i % 3 == 0 ? "slow " : "hello ") + std::to_string(i));
    }
}

TEST_F(ServerTest, answers_pipelined_requests_whose_answers_fill_the_connection) {
    add(Method::get, "/large", Cost::read, [](const Request&) {
        return Response{.content_type = "text/plain", .body = std::string(1 << 20, 'x')};
    });
    start();
    auto one = client();
    std::string many;
    for (int i = 0; i < 20; ++i) many += get("/large") + get("/hello?" + std::to_string(i));
    one.send(many);
    for (int i = 0; i < 20; ++i) {
        EXPECT_EQ(one.receive().body.size(), 1U << 20);
        EXPECT_EQ(one.receive().body, "hello " + std::to_string(i));
    }
}

TEST_F(ServerTest, reads_a_request_that_comes_byte_by_byte) {
    start();
    auto one = client();
    for (const char c :
         std::string("\r\nPOST /echo HTTP/1.1\r\nHost: a\r\nContent-Length: 3\r\n\r\nabc") +
             "POST /echo HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n"
             "1;x=y\r\nd\r\n2\r\nef\r\n0\r\nTrailer: t\r\n\r\n" +
             "POST /echo HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n"
             "0\r\n\r\n" +
             get("/hello?z")) {
        one.send({&c, 1});
    }
    EXPECT_EQ(one.receive().body, "abc");
    EXPECT_EQ(one.receive().body, "def");
    EXPECT_EQ(one.receive().body, "");
    EXPECT_EQ(one.receive().body, "hello z");
}

TEST_F(ServerTest, answers_HEAD_with_the_headers_of_GET_alone) {
    add(Method::get, "/stream", Cost::read, [](const Request&) {
        return Response{.content_type = "text/plain",
                        .stream = [] { return std::optional<std::string>("endless"); }};
    });
    start();
    auto one = client();
    one.send("HEAD /hello HTTP/1.1\r\nHost: a\r\n\r\nHEAD /stream HTTP/1.1\r\nHost: a\r\n\r\n" +
             get("/hello?2"));
    const auto head = one.receive(true);
    EXPECT_EQ(head.status, 200);
    EXPECT_EQ(head.header("Content-Length"), "6");
    EXPECT_EQ(one.receive(true).header("Transfer-Encoding"), "chunked");
    EXPECT_EQ(one.receive().body, "hello 2");
}

TEST_F(ServerTest, tells_a_client_that_waits_to_continue) {
    start();
    auto one = client();
    const std::string head =
        "POST /echo HTTP/1.1\r\nHost: a\r\nExpect: 100-continue\r\nContent-Length: 4\r\n\r\n";
    EXPECT_EQ(one.ask(head).status, 100);
    EXPECT_EQ(one.ask("body").body, "body");
    one.send(get("/hello") + head);
    EXPECT_EQ(one.receive().body, "hello ");
    EXPECT_EQ(one.receive().status, 100);
    EXPECT_EQ(one.ask("more").body, "more");
    EXPECT_EQ(one.ask(head + "soon").body, "soon");  // it did not wait
}

TEST_F(ServerTest, serves_HTTP_1_0_and_closes_unless_asked_to_keep_the_connection) {
    start();
    auto one = client();
    const auto kept = one.ask("GET /hello HTTP/1.0\r\nConnection: keep-alive\r\n\r\n");
    EXPECT_EQ(kept.header("Connection"), "keep-alive");
    EXPECT_EQ(one.ask("GET /hello?2 HTTP/1.0\r\n\r\n").body, "hello 2");
    EXPECT_TRUE(one.at_end());
}

TEST_F(ServerTest, closes_after_the_answer_when_asked_to) {
    start();
    auto one = client();
    const auto answer = one.ask(get("/hello", "Connection: close\r\n") + get("/hello?not"));
    EXPECT_EQ(answer.header("Connection"), "close");
    EXPECT_TRUE(one.at_end());
}

TEST_F(ServerTest, answers_a_client_that_has_ended_sending) {
    start();
    auto one = client();
    one.send(get("/hello?1") + get("/hello?2"));
    one.end_sending();
    EXPECT_EQ(one.receive().body, "hello 1");
    EXPECT_EQ(one.receive().body, "hello 2");
    EXPECT_TRUE(one.at_end());
}

TEST_F(ServerTest, echoes_a_proper_request_id_and_makes_one_up_otherwise) {
    start();
    auto one = client();
    EXPECT_EQ(one.ask(get("/hello", "X-Request-Id: Az09._-\r\n")).header("X-Request-Id"),
              "Az09._-");
    const auto first = one.ask(get("/hello")).header("X-Request-Id");
    const auto second = one.ask(get("/hello")).header("X-Request-Id");
    EXPECT_TRUE(Uuid::parse(first)) << first;
    EXPECT_NE(first, second);
    for (const auto& bad : {std::string("a b"), std::string("\"x\""), std::string(129, 'a')}) {
        EXPECT_NE(one.ask(get("/hello", "X-Request-Id: " + bad + "\r\n")).header("X-Request-Id"),
                  bad);
    }
    EXPECT_EQ(one.ask(get("/none", "X-Request-Id: r1\r\n")).header("X-Request-Id"), "r1");
}

TEST_F(ServerTest, keeps_an_escaped_slash_in_its_parameter_and_decodes_UTF_8) {
    start();
    auto one = client();
    EXPECT_EQ(one.ask(get("/show/a%2Fb")).body, "a/b");
    EXPECT_EQ(one.ask(get("/show/caf%C3%A9")).body, "caf\xC3\xA9");
    EXPECT_EQ(one.ask(get("/show/caf\xC3\xA9/")).body, "caf\xC3\xA9");
    EXPECT_EQ(one.ask(get("/show/a/b")).status, 404);
}

TEST_F(ServerTest, joins_headers_of_one_name) {
    add(Method::get, "/accept", Cost::read, [](const Request& request) {
        return Response{.content_type = "text/plain",
                        .body = std::string(request.header("accept")) + '|' +
                                std::string(request.header("cookie"))};
    });
    start();
    EXPECT_EQ(client()
                  .ask(get("/accept", "Accept: a\r\nCookie: x=1\r\nACCEPT:  b \r\ncookie: y=2\r\n"))
                  .body,
              "a, b|x=1; y=2");
}

TEST_F(ServerTest, leaves_out_a_header_that_would_forge_another) {
    add(Method::get, "/forged", Cost::read, [](const Request&) {
        return Response{.headers = {{"Location", "/x\r\nSet-Cookie: a=b"}, {"Good", "yes"}}};
    });
    start();
    const auto answer = client().ask(get("/forged"));
    EXPECT_EQ(answer.header("Set-Cookie"), "none");
    EXPECT_EQ(answer.header("Good"), "yes");
    EXPECT_EQ(answer.header("Content-Length"), "0");
}

TEST_F(ServerTest, answers_OPTIONS_and_wrong_and_unknown_methods) {
    start();
    auto one = client();
    const auto options = one.ask("OPTIONS /echo HTTP/1.1\r\nHost: a\r\n\r\n");
    EXPECT_EQ(options.status, 204);
    EXPECT_EQ(options.header("Allow"), "POST");
    EXPECT_EQ(options.header("Content-Length"), "none");
    EXPECT_EQ(one.ask(get("/echo")).status, 405);
    const auto unknown = one.ask("BREW /hello HTTP/1.1\r\nHost: a\r\n\r\n");
    EXPECT_EQ(unknown.status, 405);
    EXPECT_EQ(unknown.header("Allow"), "GET, HEAD");
    EXPECT_THAT(unknown.body, HasSubstr("\"why\""));
}

}  // namespace
}  // namespace cartulary::http
