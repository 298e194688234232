#pragma once

#include <boost/asio/basic_socket_acceptor.hpp>
#include <boost/asio/basic_waitable_timer.hpp>
#include <boost/asio/generic/stream_protocol.hpp>
#include <boost/asio/io_context.hpp>
#include <chrono>
#include <filesystem>
#include <functional>
#include <string>
#include <utility>

#include "http/taken_address.h"
#include "http/transport.h"

namespace cartulary::http {

// Accepts connections on one address, for as long as the process has file descriptors, and again
// when it has some.
class Listener {
public:
    using Protocol = boost::asio::generic::stream_protocol;

    // Where the next connection's work is to be done.
    using NextContext = std::function<boost::asio::io_context&()>;

    // Runs in the listener's own context. `address`: the peer's, empty on a Unix socket.
    using Accepted = std::function<void(Socket socket, std::string address)>;

    // Both throw when the address cannot be listened on.
    static Listener on_address(boost::asio::io_context& context, TakenAddress address);
    static Listener on_socket_file(boost::asio::io_context& context,
                                   const std::filesystem::path& file);

    // 0 on a Unix socket.
    unsigned short port() const { return port_; }

    void start(NextContext next_context, Accepted accepted);
    void close();

private:
    explicit Listener(boost::asio::io_context& context) : acceptor_(context), pause_(context) {}
    void accept();
    void pause();

    boost::asio::basic_socket_acceptor<Protocol, boost::asio::io_context::executor_type> acceptor_;
    boost::asio::basic_waitable_timer<std::chrono::steady_clock,
                                      boost::asio::wait_traits<std::chrono::steady_clock>,
                                      boost::asio::io_context::executor_type>
        pause_;
    NextContext next_context_;
    Accepted accepted_;
    Protocol::endpoint peer_;
    unsigned short port_ = 0;
};

}  // namespace cartulary::http
