// How a server runs what it is asked, is limited, measured and stopped.
#include <sys/stat.h>
#include <unistd.h>

#include <atomic>
#include <filesystem>

#include "http/server_fixture.h"

namespace cartulary::http {
namespace {

using testing::HasSubstr;

TEST_F(ServerTest, runs_each_cost_on_threads_of_its_own) {
    std::atomic<std::size_t> threads[3];
    const auto note = [&](std::size_t which) {
        return [&threads, which](const Request&) {
            threads[which] = std::hash<std::thread::id>{}(std::this_thread::get_id());
            return Response{};
        };
    };
    add(Method::get, "/read", Cost::read, note(0));
    add(Method::get, "/write", Cost::write, note(1));
    add(Method::get, "/slow", Cost::slow, note(2));
    start();
    auto one = client();
    for (const auto* path : {"/read", "/write", "/slow"}) one.ask(get(path));
    EXPECT_NE(threads[0], threads[1]);
    EXPECT_NE(threads[1], threads[2]);
    EXPECT_NE(threads[0], threads[2]);
}

TEST_F(ServerTest, asks_a_route_what_a_request_costs_where_that_depends_on_it) {
    std::size_t threads[2] = {};
    http::Route route{
        Method::get, "/resource", "resource", Cost::read, [&](const Request& request) {
            const bool is_slow = request.header("accept") == "text/html";
            threads[is_slow ? 1 : 0] = std::hash<std::thread::id>{}(std::this_thread::get_id());
            return Response{};
        }};
    route.cost_of = [](const Request& request) {
        return request.header("accept") == "text/html" ? Cost::slow : Cost::read;
    };
    add(std::move(route));
    start();
    auto one = client();
    one.ask(get("/resource"));
    one.ask("GET /resource HTTP/1.1\r\nHost: localhost\r\nAccept: text/html\r\n\r\n");
    EXPECT_NE(threads[0], 0U);
    EXPECT_NE(threads[1], 0U);
    EXPECT_NE(threads[0], threads[1]);
}

TEST_F(ServerTest, deals_with_large_bodies_as_with_slow_work) {
    std::atomic<std::size_t> thread = 0;
    const auto note = [&](const Request&) {
        thread = std::hash<std::thread::id>{}(std::this_thread::get_id());
        return Response{};
    };
    add(Method::post, "/write", Cost::write, note);
    add(Method::get, "/slow", Cost::slow, note);
    start({.slow_workers = 1});
    auto one = client();
    one.ask(get("/slow"));
    const auto slow_thread = thread.load();
    const auto post = [&](std::size_t size) {
        return one.ask("POST /write HTTP/1.1\r\nHost: localhost\r\nContent-Length: " +
                       std::to_string(size) + "\r\n\r\n" + std::string(size, 'x'));
    };
    EXPECT_EQ(post(large_body_bytes + 1).status, 200);
    EXPECT_EQ(thread, slow_thread);
    EXPECT_EQ(post(large_body_bytes).status, 200);
    EXPECT_NE(thread, slow_thread);
}

TEST_F(ServerTest, goes_on_reading_while_reads_wait_where_the_store_is_far) {
    add(Method::get, "/wait", Cost::read, [this](const Request&) {
        wait_in_handler();
        return Response{};
    });
    start({.reads_wait = true});
    auto one = client();
    one.send(get("/wait"));
    wait_until_in_handler(1);
    EXPECT_EQ(client().ask(get("/hello")).status, 200);
    let_handlers_go_on();
    EXPECT_EQ(one.receive().status, 200);
}

TEST_F(ServerTest, spreads_connections_over_its_event_loops) {
    start({.event_loops = 3});
    std::vector<Client> clients;
    for (int i = 0; i < 12; ++i) clients.push_back(client());
    for (auto& one : clients) one.send(get("/hello?x"));
    for (auto& one : clients) EXPECT_EQ(one.receive().body, "hello x");
}

TEST_F(ServerTest, answers_503_with_Retry_After_when_too_many_wait) {
    add(Method::post, "/slow", Cost::slow, [this](const Request&) {
        wait_in_handler();
        return Response{};
    });
    start({.slow_workers = 1, .limits = {.waiting_max = 1}});
    const std::string request = "POST /slow HTTP/1.1\r\nHost: a\r\n\r\n";
    auto running = client();
    running.send(request);
    wait_until_in_handler(1);
    auto waiting = client();
    waiting.send(request);
    while (metrics_.text().find("waiting_requests{pool=\"slow\"} 1") == std::string::npos) {
        std::this_thread::yield();
    }
    auto third = client();
    const auto refused = third.ask(request);
    EXPECT_EQ(refused.status, 503);
    EXPECT_EQ(refused.header("Retry-After"), "1");
    EXPECT_THAT(refused.body, HasSubstr("\"why\""));
    let_handlers_go_on();
    EXPECT_EQ(running.receive().status, 200);
    EXPECT_EQ(waiting.receive().status, 200);
    EXPECT_EQ(third.ask(get("/hello")).status, 200);
}

TEST_F(ServerTest, limits_requests_by_key_and_tells_when_to_come_back) {
    start({}, {.per_key_per_minute = 2, .per_address_per_minute = 0});
    auto one = client();
    const auto request = get("/hello", "Authorization: ApiToken a\r\n");
    EXPECT_EQ(one.ask(request).status, 200);
    EXPECT_EQ(one.ask(request).status, 200);
    const auto limited = one.ask(request);
    EXPECT_EQ(limited.status, 429);
    EXPECT_THAT(limited.body, HasSubstr("\"why\""));
    const auto seconds = std::stoi(limited.header("Retry-After"));
    EXPECT_GE(seconds, 1);
    EXPECT_LE(seconds, 30);
    EXPECT_EQ(one.ask(get("/hello", "Authorization: ApiToken b\r\n")).status, 200);
}

TEST_F(ServerTest, limits_addresses_that_are_refused_too_often) {
    add(Method::get, "/private", Cost::read, [](const Request&) { return Response{401}; });
    start({}, {.per_key_per_minute = 0,
               .per_address_per_minute = 0,
               .refused_per_address_per_minute = 2});
    auto one = client();
    EXPECT_EQ(one.ask(get("/private")).status, 401);
    EXPECT_EQ(one.ask(get("/private")).status, 401);
    EXPECT_EQ(one.ask(get("/private")).status, 429);
}

TEST_F(ServerTest, believes_X_Forwarded_For_of_trusted_proxies_only) {
    add(Method::get, "/address", Cost::read, [](const Request& request) {
        return Response{.content_type = "text/plain", .body = request.remote_address};
    });
    start({.trusted_proxies = {"127.0.0.1", "10.0.0.1"}});
    auto one = client();
    const auto address = [&](const std::string& forwarded) {
        return one.ask(get("/address", "X-Forwarded-For: " + forwarded + "\r\n")).body;
    };
    EXPECT_EQ(one.ask(get("/address")).body, "127.0.0.1");
    EXPECT_EQ(address("192.0.2.9"), "192.0.2.9");
    EXPECT_EQ(address("198.51.100.1, 192.0.2.9"), "192.0.2.9");
    EXPECT_EQ(address("192.0.2.9, 10.0.0.1"), "192.0.2.9");
    EXPECT_EQ(address("192.0.2.9, ::ffff:10.0.0.1"), "192.0.2.9");
    EXPECT_EQ(address("192.0.2.9\r\nX-Forwarded-For: 2001:DB8::1"), "2001:db8::1");
    EXPECT_EQ(address("nonsense"), "127.0.0.1");
}

TEST_F(ServerTest, does_not_believe_X_Forwarded_For_of_others) {
    add(Method::get, "/address", Cost::read, [](const Request& request) {
        return Response{.content_type = "text/plain", .body = request.remote_address};
    });
    start();
    EXPECT_EQ(client().ask(get("/address", "X-Forwarded-For: 192.0.2.9\r\n")).body, "127.0.0.1");
}

TEST_F(ServerTest, counts_what_it_answers) {
    start();
    auto one = client();
    one.ask(get("/hello"));
    one.ask(get("/hello"));
    one.ask(get("/nothing"));
    const auto text = metrics_.text();
    const std::string name = "cartulary_http_requests_total{area=\"\",method=\"GET\",";
    EXPECT_THAT(text, HasSubstr(name + "status=\"2xx\"} 2\n"));
    EXPECT_THAT(text, HasSubstr(name + "status=\"4xx\"} 1\n"));
    EXPECT_THAT(text, HasSubstr("cartulary_http_request_seconds_count{cost=\"read\"} 2\n"));
    EXPECT_THAT(text, HasSubstr("cartulary_http_connections 1\n"));
    EXPECT_THAT(text, HasSubstr("cartulary_http_waiting_requests{pool=\"write\"} 0\n"));
}

TEST_F(ServerTest, leaves_metrics_behind_that_can_still_be_read) {
    start();
    client().ask(get("/hello"));
    stop();
    server_.reset();
    EXPECT_THAT(metrics_.text(), HasSubstr("cartulary_http_connections 0\n"));
}

TEST_F(ServerTest, finishes_what_runs_when_stopped_and_takes_nothing_new) {
    add(Method::post, "/write", Cost::write, [this](const Request&) {
        wait_in_handler();
        return Response{.content_type = "text/plain", .body = "written"};
    });
    start();
    auto idle = client();
    EXPECT_EQ(idle.ask(get("/hello")).status, 200);
    auto running = client();
    running.send("POST /write HTTP/1.1\r\nHost: a\r\n\r\n" + get("/hello"));
    wait_until_in_handler(1);
    server_->stop();
    EXPECT_TRUE(idle.at_end());
    EXPECT_FALSE(client().connected());
    let_handlers_go_on();
    const auto answer = running.receive();
    EXPECT_EQ(answer.body, "written");
    EXPECT_EQ(answer.header("Connection"), "close");
    EXPECT_TRUE(running.at_end());
    stop();
}

TEST_F(ServerTest, stops_in_time_although_a_handler_does_not_end) {
    add(Method::post, "/write", Cost::write, [this](const Request&) {
        wait_in_handler();
        return Response{};
    });
    start({.limits = {.shutdown_timeout = std::chrono::seconds(1)}});
    auto running = client();
    running.send("POST /write HTTP/1.1\r\nHost: a\r\n\r\n");
    wait_until_in_handler(1);
    stop();  // returns
}

TEST_F(ServerTest, may_be_stopped_before_it_runs) {
    before_run_ = [](Server& server) { server.stop(); };
    start();
    stop();
}

TEST_F(ServerTest, answers_on_a_socket_file_of_its_owner_alone) {
    const auto file = std::filesystem::temp_directory_path() /
                      ("cartulary-http-test-" + std::to_string(getpid()) + ".sock");
    const Router control({{"",
                           false,
                           {{Method::post, "/length", "length", Cost::write,
                             [](const Request& request) {
                                 return Response{.content_type = "text/plain",
                                                 .body = request.remote_address +
                                                         std::to_string(request.body.size())};
                             }}},
                           {}}});
    before_run_ = [&](Server& server) { server.listen_control(file, control); };
    start({.limits = {.body_bytes_max = 10}},
          {.per_key_per_minute = 1, .per_address_per_minute = 1});
    struct stat status {};
    ASSERT_EQ(stat(file.c_str(), &status), 0);
    EXPECT_EQ(status.st_mode & 07777, 0600U);
    auto one = Client::to_file(file);
    const std::string body(100'000, 'x');
    for (int i = 0; i < 3; ++i) {
        const auto answer = one.ask("POST /length HTTP/1.1\r\nHost: a\r\nContent-Length: " +
                                    std::to_string(body.size()) + "\r\n\r\n" + body);
        EXPECT_EQ(answer.body, "100000");
    }
    EXPECT_EQ(one.ask(get("/hello")).status, 404);
    stop();
    server_.reset();
    EXPECT_FALSE(std::filesystem::exists(file));
}

TEST_F(ServerTest, refuses_to_start_where_it_cannot_listen) {
    start();
    ServerOptions taken{.port = server_->port()};
    EXPECT_THROW(Server(taken, *router_, *rate_limits_, metrics_), std::runtime_error);
    EXPECT_THROW(Server({.address = "localhost"}, *router_, *rate_limits_, metrics_),
                 std::runtime_error);
    EXPECT_THROW(
        Server({.port = 0, .trusted_proxies = {"proxy"}}, *router_, *rate_limits_, metrics_),
        std::runtime_error);
    EXPECT_THROW(server_->listen_control("/nowhere/at/all.sock", *router_), std::runtime_error);
}

}  // namespace
}  // namespace cartulary::http
