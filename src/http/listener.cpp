#include "http/listener.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/stat.h>

#include <array>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/local/stream_protocol.hpp>
#include <boost/system/system_error.hpp>
#include <stdexcept>

#include "base/log.h"
#include "http/client_address.h"

namespace cartulary::http {

namespace {

namespace asio = boost::asio;
using boost::system::error_code;

constexpr std::chrono::milliseconds accept_pause{100};  // after a failure, as of descriptors

std::string peer_address(const Listener::Protocol::endpoint& peer) {
    std::array<char, INET6_ADDRSTRLEN> text{};
    const auto* any = peer.data();
    const void* address = nullptr;
    if (any->sa_family == AF_INET) {
        address = &reinterpret_cast<const sockaddr_in*>(any)->sin_addr;
    } else if (any->sa_family == AF_INET6) {
        address = &reinterpret_cast<const sockaddr_in6*>(any)->sin6_addr;
    } else {
        return {};
    }
    return address_text(inet_ntop(any->sa_family, address, text.data(), text.size()));
}

// Files made while this lives are for their owner only, from their first moment.
class OwnerOnly {
public:
    OwnerOnly() : before_(umask(S_IRWXG | S_IRWXO | S_IXUSR)) {}
    ~OwnerOnly() { umask(before_); }
    OwnerOnly(const OwnerOnly&) = delete;
    OwnerOnly& operator=(const OwnerOnly&) = delete;

private:
    mode_t before_;
};

}  // namespace

Listener Listener::on_address(asio::io_context& context, TakenAddress address) {
    Listener listener(context);
    listener.port_ = address.port();
    try {
        const auto protocol = address.is_v6() ? asio::ip::tcp::v6() : asio::ip::tcp::v4();
        listener.acceptor_.assign(Protocol(protocol), address.release());
        listener.acceptor_.listen(asio::socket_base::max_listen_connections);
    } catch (const boost::system::system_error& failure) {
        throw std::runtime_error("cannot listen on port " + std::to_string(listener.port_) + ": " +
                                 failure.code().message());
    }
    return listener;
}

Listener Listener::on_socket_file(asio::io_context& context, const std::filesystem::path& file) {
    Listener listener(context);
    auto& acceptor = listener.acceptor_;
    try {
        const asio::local::stream_protocol::endpoint endpoint(file.string());
        std::filesystem::remove(file);  // left by a server that was killed
        const OwnerOnly owner_only;
        acceptor.open(Protocol(endpoint.protocol()));
        acceptor.bind(endpoint);
        acceptor.listen(asio::socket_base::max_listen_connections);
    } catch (const boost::system::system_error& failure) {
        throw std::runtime_error("cannot listen on " + file.string() + ": " +
                                 failure.code().message());
    }
    return listener;
}

void Listener::start(NextContext next_context, Accepted accepted) {
    next_context_ = std::move(next_context);
    accepted_ = std::move(accepted);
    accept();
}

void Listener::accept() {
    acceptor_.async_accept(next_context_(), peer_, [this](const error_code& error, Socket socket) {
        if (!acceptor_.is_open()) return;
        if (error) {
            // Some other process's fault, or the client's, who is gone already.
            if (error != asio::error::connection_aborted) {
                log::warning("accepting failed", {{"error", error.message()}});
                return pause();
            }
        } else {
            accepted_(std::move(socket), peer_address(peer_));
        }
        accept();
    });
}

void Listener::pause() {
    pause_.expires_after(accept_pause);
    pause_.async_wait([this](const error_code& error) {
        if (!error && acceptor_.is_open()) accept();
    });
}

void Listener::close() {
    error_code error;
    acceptor_.close(error);
    pause_.cancel();
}

}  // namespace cartulary::http
