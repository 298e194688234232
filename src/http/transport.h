#pragma once

#include <boost/asio/basic_stream_socket.hpp>
#include <boost/asio/generic/stream_protocol.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ssl/context.hpp>
#include <boost/system/error_code.hpp>
#include <memory>
#include <span>
#include <string_view>

namespace cartulary::http {

class Connection;

// TCP or Unix. Names its executor, since Asio's default hides it behind virtual calls.
using Socket = boost::asio::basic_stream_socket<boost::asio::generic::stream_protocol,
                                                boost::asio::io_context::executor_type>;
using SharedConnection = std::shared_ptr<Connection>;

// The bytes of one connection, plain or through TLS. What is begun here ends with a call of the
// connection that is given, which it keeps alive until then. Memory that is given must last as
// long.
class Transport {
public:
    virtual ~Transport() = default;

    virtual bool secure() const = 0;

    // Ends with on_ready.
    virtual void begin(SharedConnection connection) = 0;

    // Ends with on_read.
    virtual void read(std::span<char> space, SharedConnection connection) = 0;

    // How many bytes could be sent without waiting; an error shows at the next write.
    virtual std::size_t write_now(std::string_view bytes) = 0;

    // At least one byte; ends with on_written.
    virtual void write(std::string_view bytes, SharedConnection connection) = 0;

    // Tells the client that nothing more will come; ends with on_finished.
    virtual void finish(SharedConnection connection) = 0;

    // Reads what nobody will look at, after finish; ends with on_read.
    virtual void discard(std::span<char> space, SharedConnection connection) = 0;

    virtual void close() = 0;
};

std::unique_ptr<Transport> plain_transport(Socket socket);
std::unique_ptr<Transport> tls_transport(Socket socket, boost::asio::ssl::context& context);

}  // namespace cartulary::http
