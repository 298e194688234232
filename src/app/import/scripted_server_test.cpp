#include "app/import/scripted_server_test.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include <cstddef>
#include <mutex>
#include <optional>
#include <stdexcept>
#include <thread>

namespace cartulary::import {
namespace {

// The value of a header, as the client spells its name; empty without one.
std::string header_of(const std::string& request, const std::string& name) {
    const auto at = request.find("\r\n" + name + ": ");
    if (at == std::string::npos) return {};
    const auto begin = at + name.size() + 4;
    return request.substr(begin, request.find("\r\n", begin) - begin);
}

bool send_all(int socket, const std::string& bytes) {
    std::size_t sent = 0;
    while (sent < bytes.size()) {
        const auto count = ::send(socket, bytes.data() + sent, bytes.size() - sent, MSG_NOSIGNAL);
        if (count <= 0) return false;
        sent += static_cast<std::size_t>(count);
    }
    return true;
}

// Takes one request from what has come in; nothing when the client has closed.
std::optional<std::string> receive(int socket, std::string& buffer) {
    for (;;) {
        const auto head = buffer.find("\r\n\r\n");
        if (head != std::string::npos) {
            const auto length = header_of(buffer.substr(0, head + 4), "Content-Length");
            const auto whole = head + 4 + std::stoul(length.empty() ? "0" : length);
            if (buffer.size() >= whole) {
                auto request = buffer.substr(0, whole);
                buffer.erase(0, whole);
                return request;
            }
        }
        char bytes[4096];
        const auto count = ::recv(socket, bytes, sizeof(bytes), 0);
        if (count <= 0) return std::nullopt;
        buffer.append(bytes, static_cast<std::size_t>(count));
    }
}

}  // namespace

struct ScriptedServer::State {
    std::vector<std::string> script;
    int listener = -1;
    int port = 0;
    std::mutex mutex;
    std::vector<std::string> requests;
    std::vector<int> sockets;
    std::vector<std::thread> threads;
    std::thread acceptor;

    std::string answer_to(std::string request) {
        const std::lock_guard lock(mutex);
        requests.push_back(std::move(request));
        return requests.size() <= script.size() ? script[requests.size() - 1] : drop_connection;
    }

    void serve(int socket) {
        std::string buffer;
        while (auto request = receive(socket, buffer)) {
            const auto answer = answer_to(*std::move(request));
            if (answer == drop_connection || !send_all(socket, answer)) break;
        }
        ::shutdown(socket, SHUT_RDWR);
    }

    void accept_all() {
        for (;;) {
            const int socket = ::accept(listener, nullptr, nullptr);
            if (socket < 0) return;
            const std::lock_guard lock(mutex);
            sockets.push_back(socket);
            threads.emplace_back([this, socket] { serve(socket); });
        }
    }
};

std::string http_answer(int status, const std::string& body, const std::string& headers) {
    return "HTTP/1.1 " + std::to_string(status) + " Scripted\r\n" + headers +
           "Content-Length: " + std::to_string(body.size()) + "\r\n\r\n" + body;
}

ScriptedServer::ScriptedServer(std::vector<std::string> script)
    : state_(std::make_unique<State>()) {
    state_->script = std::move(script);
    state_->listener = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t size = sizeof(address);
    auto* plain = reinterpret_cast<sockaddr*>(&address);
    if (::bind(state_->listener, plain, size) != 0 || ::listen(state_->listener, 64) != 0 ||
        ::getsockname(state_->listener, plain, &size) != 0) {
        throw std::runtime_error("no port on the loopback");
    }
    state_->port = ntohs(address.sin_port);
    state_->acceptor = std::thread([state = state_.get()] { state->accept_all(); });
}

ScriptedServer::~ScriptedServer() {
    ::shutdown(state_->listener, SHUT_RDWR);
    state_->acceptor.join();
    for (const int socket : state_->sockets) ::shutdown(socket, SHUT_RDWR);
    for (auto& thread : state_->threads) thread.join();
    for (const int socket : state_->sockets) ::close(socket);
    ::close(state_->listener);
}

std::string ScriptedServer::url() const {
    return "http://127.0.0.1:" + std::to_string(state_->port);
}

std::vector<std::string> ScriptedServer::requests() const {
    const std::lock_guard lock(state_->mutex);
    return state_->requests;
}

std::vector<std::string> ScriptedServer::idempotency_keys() const {
    std::vector<std::string> keys;
    for (const auto& request : requests()) keys.push_back(header_of(request, "Idempotency-Key"));
    return keys;
}

int ScriptedServer::connections() const {
    const std::lock_guard lock(state_->mutex);
    return static_cast<int>(state_->sockets.size());
}

}  // namespace cartulary::import
