// Named as a test, so that it is built into the tests and not into the library.
#include "http/server_fixture.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <condition_variable>
#include <cstring>
#include <mutex>

#include "base/text.h"

namespace cartulary::http {

namespace {

constexpr timeval patience{.tv_sec = 20, .tv_usec = 0};

}  // namespace

std::string Answer::header(std::string_view name) const {
    std::string_view rest = head;
    while (!rest.empty()) {
        const auto line = rest.substr(0, rest.find("\r\n"));
        rest.remove_prefix(std::min(line.size() + 2, rest.size()));
        const auto colon = line.find(": ");
        if (colon == std::string_view::npos) continue;
        if (text::equal_ignoring_ascii_case(line.substr(0, colon), name)) {
            return std::string(line.substr(colon + 2));
        }
    }
    return "none";
}

Client Client::to_port(unsigned short port) {
    const int descriptor = socket(AF_INET, SOCK_STREAM, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(port);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    if (connect(descriptor, reinterpret_cast<const sockaddr*>(&address), sizeof address) != 0) {
        ::close(descriptor);
        return Client(-1);
    }
    setsockopt(descriptor, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
    return Client(descriptor);
}

Client Client::to_file(const std::string& path) {
    const int descriptor = socket(AF_UNIX, SOCK_STREAM, 0);
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    path.copy(address.sun_path, sizeof address.sun_path - 1);
    if (connect(descriptor, reinterpret_cast<const sockaddr*>(&address), sizeof address) != 0) {
        ::close(descriptor);
        return Client(-1);
    }
    setsockopt(descriptor, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
    return Client(descriptor);
}

Client::Client(Client&& other) noexcept
    : descriptor_(std::exchange(other.descriptor_, -1)), unread_(std::move(other.unread_)) {}

Client::~Client() {
    if (descriptor_ >= 0) ::close(descriptor_);
}

void Client::send(std::string_view bytes) {
    while (!bytes.empty()) {
        const auto sent = ::send(descriptor_, bytes.data(), bytes.size(), MSG_NOSIGNAL);
        if (sent <= 0) return;  // the answer, or its lack, tells
        bytes.remove_prefix(static_cast<std::size_t>(sent));
    }
}

void Client::end_sending() {
    shutdown(descriptor_, SHUT_WR);
}

void Client::read_slowly() {
    const int bytes = 4 << 10;
    setsockopt(descriptor_, SOL_SOCKET, SO_RCVBUF, &bytes, sizeof bytes);
}

bool Client::fill() {
    std::array<char, 16 << 10> piece{};
    const auto count = recv(descriptor_, piece.data(), piece.size(), 0);
    if (count < 0) ADD_FAILURE() << "the server is silent, or reset: " << std::strerror(errno);
    if (count <= 0) return false;
    unread_.append(piece.data(), static_cast<std::size_t>(count));
    return true;
}

std::string Client::line() {
    auto end = unread_.find("\r\n");
    while (end == std::string::npos) {
        if (!fill()) return {};
        end = unread_.find("\r\n");
    }
    return receive_exactly(end + 2).substr(0, end);
}

std::string Client::receive_exactly(std::size_t bytes) {
    while (unread_.size() < bytes) {
        if (!fill()) break;
    }
    auto taken = unread_.substr(0, bytes);
    unread_.erase(0, bytes);
    return taken;
}

std::string Client::receive_rest() {
    while (fill()) {
    }
    return std::exchange(unread_, {});
}

Answer Client::receive(bool to_head) {
    Answer answer;
    const auto status = line();
    if (!status.starts_with("HTTP/1.1 ")) return answer;
    answer.status = std::stoi(status.substr(9, 3));
    for (auto header = line(); !header.empty(); header = line()) answer.head += header + "\r\n";
    if (to_head || answer.status < 200 || answer.status == 204 || answer.status == 304) {
        answer.whole = true;
    } else if (answer.header("Transfer-Encoding") == "chunked") {
        for (;;) {
            const auto size = line();
            if (size.empty()) return answer;
            const auto bytes = std::stoul(size, nullptr, 16);
            answer.body += receive_exactly(bytes);
            line();
            if (bytes == 0) break;
        }
        answer.whole = true;
    } else if (answer.header("Content-Length") != "none") {
        const auto bytes = std::stoul(answer.header("Content-Length"));
        answer.body = receive_exactly(bytes);
        answer.whole = answer.body.size() == bytes;
    } else {
        answer.body = receive_rest();
        answer.whole = true;
    }
    return answer;
}

Answer Client::ask(std::string_view bytes) {
    send(bytes);
    return receive();
}

std::string get(std::string_view target, std::string_view more_headers) {
    return "GET " + std::string(target) + " HTTP/1.1\r\nHost: localhost\r\n" +
           std::string(more_headers) + "\r\n";
}

ServerTest::ServerTest() {
    add(Method::get, "/hello", Cost::read, [](const Request& request) {
        return Response{.content_type = "text/plain", .body = "hello " + request.query};
    });
    add(Method::post, "/echo", Cost::read, [](const Request& request) {
        return Response{.content_type = "text/plain", .body = request.body};
    });
    add(Method::get, "/show/{what}", Cost::read, [](const Request& request) {
        return Response{.content_type = "text/plain", .body = request.path_parameter("what")};
    });
}

ServerTest::~ServerTest() {
    let_handlers_go_on();
    stop();
}

void ServerTest::add(Method method, std::string path, Cost cost, Handler handle,
                     std::size_t body_bytes_max) {
    routes_.push_back({.method = method,
                       .path = std::move(path),
                       .operation = "operation",
                       .cost = cost,
                       .handle = std::move(handle),
                       .body_bytes_max = body_bytes_max});
}

void ServerTest::start(ServerOptions options, RateLimitOptions rate_limits) {
    const auto refuse = [](const Refusal& refusal, const Request&) {
        return Response{refusal.status, "application/json",
                        "{\"why\":\"" + refusal.message + "\"}"};
    };
    router_ = std::make_unique<Router>(std::vector<Area>{{"", false, routes_, refuse}});
    rate_limits_ = std::make_unique<RateLimits>(rate_limits);
    options.port = 0;
    options.access_log = false;
    server_ = std::make_unique<Server>(options, *router_, *rate_limits_, metrics_);
    if (before_run_) before_run_(*server_);
    thread_ = std::thread([this] { server_->run(); });
}

void ServerTest::stop() {
    if (!thread_.joinable()) return;
    server_->stop();
    thread_.join();
}

void ServerTest::wait_in_handler() {
    std::unique_lock lock(mutex_);
    ++in_handler_;
    changed_.notify_all();
    changed_.wait(lock, [this] { return go_on_; });
}

void ServerTest::wait_until_in_handler(int count) {
    std::unique_lock lock(mutex_);
    changed_.wait(lock, [&] { return in_handler_ >= count; });
}

void ServerTest::let_handlers_go_on() {
    const std::lock_guard lock(mutex_);
    go_on_ = true;
    changed_.notify_all();
}

}  // namespace cartulary::http
