#include "http/taken_address.h"

#include <unistd.h>

#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/system/system_error.hpp>
#include <stdexcept>
#include <utility>

namespace cartulary::http {

namespace asio = boost::asio;

TakenAddress::TakenAddress(const std::string& address, unsigned short port) {
    boost::system::error_code error;
    const auto parsed = asio::ip::make_address(address, error);
    if (error) throw std::runtime_error("'" + address + "' is not an IP address to listen on");
    const asio::ip::tcp::endpoint endpoint(parsed, port);
    try {
        asio::io_context context;
        asio::ip::tcp::acceptor acceptor(context);
        acceptor.open(endpoint.protocol());
        acceptor.set_option(asio::socket_base::reuse_address(true));
        acceptor.bind(endpoint);
        port_ = acceptor.local_endpoint().port();
        is_v6_ = parsed.is_v6();
        socket_ = acceptor.release();
    } catch (const boost::system::system_error& failure) {
        throw std::runtime_error("cannot listen on " + address + " port " + std::to_string(port) +
                                 ": " + failure.code().message());
    }
}

TakenAddress::TakenAddress(TakenAddress&& other) noexcept
    : socket_(other.release()), port_(other.port_), is_v6_(other.is_v6_) {}

TakenAddress::~TakenAddress() {
    if (socket_ >= 0) ::close(socket_);
}

int TakenAddress::release() {
    return std::exchange(socket_, -1);
}

}  // namespace cartulary::http
