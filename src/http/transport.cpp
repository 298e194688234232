#include "http/transport.h"

#include <boost/asio/buffer.hpp>
#include <boost/asio/ssl/stream.hpp>
#include <utility>

#include "http/connection.h"

namespace cartulary::http {

namespace {

namespace asio = boost::asio;
using boost::system::error_code;

asio::mutable_buffer buffer(std::span<char> space) {
    return {space.data(), space.size()};
}
asio::const_buffer buffer(std::string_view bytes) {
    return {bytes.data(), bytes.size()};
}

// Handlers of the two kinds that carry a number of bytes.
auto told_read(SharedConnection connection) {
    return [connection = std::move(connection)](const error_code& error, std::size_t bytes) {
        connection->on_read(error, bytes);
    };
}
auto told_written(SharedConnection connection) {
    return [connection = std::move(connection)](const error_code& error, std::size_t bytes) {
        connection->on_written(error, bytes);
    };
}

class PlainTransport final : public Transport {
public:
    explicit PlainTransport(Socket socket) : socket_(std::move(socket)) {}

    bool secure() const override { return false; }
    void begin(SharedConnection connection) override { connection->on_ready({}); }
    void read(std::span<char> space, SharedConnection connection) override {
        socket_.async_read_some(buffer(space), told_read(std::move(connection)));
    }
    std::size_t write_now(std::string_view bytes) override {
        error_code error;
        return socket_.write_some(buffer(bytes), error);
    }
    void write(std::string_view bytes, SharedConnection connection) override {
        socket_.async_write_some(buffer(bytes), told_written(std::move(connection)));
    }
    void finish(SharedConnection connection) override {
        error_code error;
        socket_.shutdown(Socket::shutdown_send, error);
        connection->on_finished();
    }
    void discard(std::span<char> space, SharedConnection connection) override {
        read(space, std::move(connection));
    }
    void close() override {
        error_code error;
        socket_.close(error);
    }

private:
    Socket socket_;
};

class TlsTransport final : public Transport {
public:
    TlsTransport(Socket socket, asio::ssl::context& context)
        : stream_(std::move(socket), context) {}

    bool secure() const override { return true; }
    void begin(SharedConnection connection) override {
        stream_.async_handshake(asio::ssl::stream_base::server,
                                [connection = std::move(connection)](const error_code& error) {
                                    connection->on_ready(error);
                                });
    }
    void read(std::span<char> space, SharedConnection connection) override {
        stream_.async_read_some(buffer(space), told_read(std::move(connection)));
    }
    std::size_t write_now(std::string_view) override { return 0; }
    void write(std::string_view bytes, SharedConnection connection) override {
        stream_.async_write_some(buffer(bytes), told_written(std::move(connection)));
    }
    // The client's own farewell may come or not; ours has been sent when this ends.
    void finish(SharedConnection connection) override {
        error_code ignored;
        socket().cancel(ignored);
        stream_.async_shutdown([this, connection = std::move(connection)](const error_code&) {
            error_code error;
            socket().shutdown(Socket::shutdown_send, error);
            connection->on_finished();
        });
    }
    void discard(std::span<char> space, SharedConnection connection) override {
        socket().async_read_some(buffer(space), told_read(std::move(connection)));
    }
    void close() override {
        error_code error;
        socket().close(error);
    }

private:
    Socket& socket() { return stream_.next_layer(); }

    asio::ssl::stream<Socket> stream_;
};

}  // namespace

std::unique_ptr<Transport> plain_transport(Socket socket) {
    return std::make_unique<PlainTransport>(std::move(socket));
}

std::unique_ptr<Transport> tls_transport(Socket socket, asio::ssl::context& context) {
    return std::make_unique<TlsTransport>(std::move(socket), context);
}

}  // namespace cartulary::http
