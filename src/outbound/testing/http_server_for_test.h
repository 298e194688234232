#pragma once

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <cctype>
#include <condition_variable>
#include <cstdlib>
#include <functional>
#include <mutex>
#include <stdexcept>
#include <string>
#include <thread>
#include <utility>
#include <vector>

namespace cartulary::outbound {

inline int listening_socket(const char* address) {
    const int listener = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_in name{};
    name.sin_family = AF_INET;
    inet_pton(AF_INET, address, &name.sin_addr);
    if (::bind(listener, reinterpret_cast<sockaddr*>(&name), sizeof name) != 0 ||
        ::listen(listener, SOMAXCONN) != 0) {
        throw std::runtime_error("the server cannot listen");
    }
    return listener;
}

inline int port_of(int listener) {
    sockaddr_in name{};
    socklen_t size = sizeof name;
    ::getsockname(listener, reinterpret_cast<sockaddr*>(&name), &size);
    return ntohs(name.sin_port);
}

// A web server on loopback that answers as badly as a test wants.
class HttpServer {
public:
    // What the answer to a request is, byte for byte.
    struct Answer {
        std::string bytes;
        bool keeps_connection = false;  // otherwise it ends after these bytes
        bool hangs = false;             // nothing follows them until the server ends
    };
    using Handler = std::function<Answer(const std::string& request)>;

    explicit HttpServer(Handler handler, const char* address = "127.0.0.1")
        : handler_(std::move(handler)), address_(address), listener_(listening_socket(address)) {
        acceptor_ = std::thread([this] { accept_connections(); });
    }

    ~HttpServer() {
        {
            const std::lock_guard lock(mutex_);
            ends_ = true;
            changed_.notify_all();
            ::shutdown(listener_, SHUT_RDWR);
            for (const int connection : open_) ::shutdown(connection, SHUT_RDWR);
        }
        acceptor_.join();
        for (auto& thread : threads_) thread.join();
        ::close(listener_);
    }
    HttpServer(const HttpServer&) = delete;
    HttpServer& operator=(const HttpServer&) = delete;

    std::string url(const std::string& path = "/") const { return url_as(address_, path); }
    std::string url_as(const std::string& host, const std::string& path = "/") const {
        return "http://" + host + ":" + std::to_string(port_of(listener_)) + path;
    }

    // Every request as it came, and how many connections there were.
    std::vector<std::string> requests() const {
        const std::lock_guard lock(mutex_);
        return requests_;
    }
    std::size_t connections() const {
        const std::lock_guard lock(mutex_);
        return threads_.size();
    }
    void wait_for_requests(std::size_t count) const {
        std::unique_lock lock(mutex_);
        changed_.wait(lock, [&] { return requests_.size() >= count; });
    }

private:
    void accept_connections() {
        for (;;) {
            const int connection = ::accept4(listener_, nullptr, nullptr, SOCK_CLOEXEC);
            if (connection < 0) return;
            const std::lock_guard lock(mutex_);
            if (ends_) {
                ::close(connection);
                return;
            }
            open_.push_back(connection);
            threads_.emplace_back([this, connection] { serve(connection); });
        }
    }

    void serve(int connection) {
        for (std::string received; read_request(connection, received);) {
            auto request = std::exchange(received, {});
            const auto answer = handler_(request);
            std::unique_lock lock(mutex_);
            requests_.push_back(std::move(request));
            changed_.notify_all();
            lock.unlock();
            const bool sent = send_all(connection, answer.bytes);
            lock.lock();
            if (answer.hangs) changed_.wait(lock, [this] { return ends_; });
            if (!sent || !answer.keeps_connection) break;
        }
        const std::lock_guard lock(mutex_);
        std::erase(open_, connection);
        ::close(connection);
    }

    // Head and body, as long as Content-Length says.
    static bool read_request(int connection, std::string& request) {
        for (;;) {
            const auto head_end = request.find("\r\n\r\n");
            if (head_end != std::string::npos) {
                const auto announced = request.find("Content-Length: ");
                const auto length =
                    announced < head_end ? std::strtoul(&request[announced + 16], nullptr, 10) : 0;
                if (request.size() == head_end + 4 + length) return true;
            }
            char buffer[4096];
            const auto count = ::recv(connection, buffer, sizeof buffer, 0);
            if (count <= 0) return false;
            request.append(buffer, static_cast<std::size_t>(count));
        }
    }

    static bool send_all(int connection, std::string_view bytes) {
        while (!bytes.empty()) {
            const auto count = ::send(connection, bytes.data(), bytes.size(), MSG_NOSIGNAL);
            if (count <= 0) return false;
            bytes.remove_prefix(static_cast<std::size_t>(count));
        }
        return true;
    }

    const Handler handler_;
    const std::string address_;
    const int listener_;
    mutable std::mutex mutex_;
    mutable std::condition_variable changed_;
    bool ends_ = false;
    std::vector<int> open_;
    std::vector<std::string> requests_;
    std::vector<std::thread> threads_;
    std::thread acceptor_;
};

inline HttpServer::Answer answering(int status, const std::string& body = {},
                                    const std::string& headers = {}) {
    return {.bytes = "HTTP/1.1 " + std::to_string(status) + " Said\r\nContent-Length: " +
                     std::to_string(body.size()) + "\r\n" + headers + "\r\n" + body,
            .keeps_connection = true};
}

inline HttpServer::Answer redirecting(const std::string& url) {
    return answering(302, {}, "Location: " + url + "\r\n");
}

}  // namespace cartulary::outbound
