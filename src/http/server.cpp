#include "http/server.h"

#include <signal.h>

#include <atomic>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/signal_set.hpp>
#include <boost/asio/ssl/context.hpp>
#include <stdexcept>
#include <thread>

#include "base/log.h"
#include "http/client_address.h"
#include "http/connection.h"
#include "http/event_loop.h"
#include "http/listener.h"

namespace cartulary::http {

namespace {

namespace asio = boost::asio;
namespace ssl = boost::asio::ssl;
using boost::system::error_code;

// Connections beyond the limit that are told so; beyond these they are closed without a word.
constexpr std::size_t refused_connections_max = 64;

ssl::context tls_context(const Certificate& certificate) {
    ssl::context context(ssl::context::tls_server);
    SSL_CTX_set_min_proto_version(context.native_handle(), TLS1_2_VERSION);
    SSL_CTX_set_options(context.native_handle(), SSL_OP_NO_RENEGOTIATION | SSL_OP_NO_COMPRESSION |
                                                     SSL_OP_CIPHER_SERVER_PREFERENCE);
    const auto load = [&](const std::filesystem::path& file, auto use) {
        error_code error;
        use(file.string(), error);
        if (error) {
            throw std::runtime_error("cannot use " + file.string() +
                                     " for TLS: " + error.message());
        }
    };
    load(certificate.chain_file, [&](const std::string& file, error_code& error) {
        context.use_certificate_chain_file(file, error);
    });
    load(certificate.key_file, [&](const std::string& file, error_code& error) {
        context.use_private_key_file(file, ssl::context::pem, error);
    });
    return context;
}

std::vector<std::string> parsed_proxies(const std::vector<std::string>& proxies) {
    std::vector<std::string> parsed;
    for (const auto& proxy : proxies) {
        parsed.push_back(address_text(proxy));
        if (parsed.back().empty()) {
            throw std::runtime_error("'" + proxy + "' is not the IP address of a proxy");
        }
    }
    return parsed;
}

ReaderLimits reader_limits(const Limits& limits, const Router& router) {
    return {.target_bytes_max = limits.target_bytes_max,
            .header_bytes_max = limits.header_bytes_max,
            .header_count_max = limits.header_count_max,
            .body_bytes_max = limits.body_bytes_max,
            .router = &router};
}

}  // namespace

struct Server::Implementation {
    Implementation(TakenAddress address, ServerOptions given, const Router& router,
                   RateLimits& rate_limits, Metrics& metrics_given);
    ~Implementation();

    void listen_control(const std::filesystem::path& file, const Router& router);
    void stop_on_signals();
    void run();
    void shut_down();
    void show_gauges();
    void start(Listener& listener, const Service& service, ssl::context* context);
    void adopt(EventLoop& loop, const Service& service, ssl::context* context, Socket socket,
               std::string address);

    // Destroyed from the last to the first: the pools wait for their threads while the loops, to
    // which these post, are still there.
    ServerOptions options;
    Metrics& metrics;
    std::shared_ptr<std::atomic<std::size_t>> connections =
        std::make_shared<std::atomic<std::size_t>>(0);
    std::optional<ssl::context> tls;
    RequestMetrics request_metrics;
    std::optional<RequestMetrics> control_metrics;
    std::vector<std::unique_ptr<EventLoop>> loops;
    std::size_t next_loop = 0;
    WorkerPool writers;
    WorkerPool slow_workers;
    Service service;
    std::optional<Service> control_service;
    std::filesystem::path control_file;
    std::optional<Listener> listener;
    std::optional<Listener> control_listener;
    std::optional<asio::signal_set> signals;
};

Server::Implementation::Implementation(TakenAddress address, ServerOptions given,
                                       const Router& router, RateLimits& rate_limits,
                                       Metrics& metrics_given)
    : options(std::move(given)),
      metrics(metrics_given),
      request_metrics(metrics, router, ""),
      writers(std::max<std::size_t>(options.writers, 1), options.limits.waiting_max),
      slow_workers(std::max<std::size_t>(options.slow_workers, 1), options.limits.waiting_max),
      service{.options = options,
              .router = router,
              .rate_limits = &rate_limits,
              .metrics = request_metrics,
              .reader_limits = reader_limits(options.limits, router),
              .writers = writers,
              .slow_workers = slow_workers,
              .trusted_proxies = parsed_proxies(options.trusted_proxies)} {
    signal(SIGPIPE, SIG_IGN);  // a client that is gone shows as an error of the write
    if (options.certificate) tls = tls_context(*options.certificate);
    for (std::size_t i = 0; i < std::max<std::size_t>(options.event_loops, 1); ++i) {
        loops.push_back(std::make_unique<EventLoop>(options.limits, connections));
    }
    listener = Listener::on_address(loops[0]->context(), std::move(address));
    show_gauges();
}

Server::Implementation::~Implementation() {
    std::error_code ignored;
    if (control_listener) std::filesystem::remove(control_file, ignored);
}

// The gauges hold what they show, since the metrics outlive this server.
void Server::Implementation::show_gauges() {
    metrics.gauge("cartulary_http_connections", "Open connections.",
                  [count = connections] { return static_cast<double>(count->load()); });
    const auto waiting = [&](const WorkerPool& pool, const std::string& name) {
        metrics.gauge(
            "cartulary_http_waiting_requests", "Requests that wait for a thread.",
            [count = pool.waiting()] { return static_cast<double>(count->load()); },
            "pool=\"" + name + '"');
    };
    waiting(writers, "write");
    waiting(slow_workers, "slow");
}

void Server::Implementation::listen_control(const std::filesystem::path& file,
                                            const Router& router) {
    control_metrics.emplace(metrics, router, "control");
    auto limits = reader_limits(options.limits, router);
    limits.body_bytes_max.reset();
    control_service.emplace(Service{.options = options,
                                    .router = router,
                                    .rate_limits = nullptr,
                                    .metrics = *control_metrics,
                                    .reader_limits = limits,
                                    .writers = writers,
                                    .slow_workers = slow_workers,
                                    .trusted_proxies = {}});
    control_listener = Listener::on_socket_file(loops[0]->context(), file);
    control_file = file;
}

void Server::Implementation::stop_on_signals() {
    signals.emplace(loops[0]->context(), SIGTERM, SIGINT);
    signals->async_wait([this](const error_code& error, int) {
        if (!error) shut_down();
    });
}

void Server::Implementation::run() {
    start(*listener, service, tls ? &*tls : nullptr);
    if (control_listener) start(*control_listener, *control_service, nullptr);
    std::vector<std::jthread> threads;
    for (std::size_t i = 1; i < loops.size(); ++i) {
        threads.emplace_back([&loop = *loops[i]] { loop.run(); });
    }
    loops[0]->run();
}

void Server::Implementation::start(Listener& to_start, const Service& of, ssl::context* context) {
    // accept() asks for the context before the connection is there, so the loop is chosen there.
    to_start.start(
        [this]() -> asio::io_context& {
            next_loop = (next_loop + 1) % loops.size();
            return loops[next_loop]->context();
        },
        [this, &of, context](Socket socket, std::string address) {
            for (auto& loop : loops) {
                if (&socket.get_executor().context() != &loop->context()) continue;
                auto adopting = [this, &loop = *loop, &of, context, socket = std::move(socket),
                                 address = std::move(address)]() mutable {
                    adopt(loop, of, context, std::move(socket), std::move(address));
                };
                asio::post(loop->context(), std::move(adopting));
                return;
            }
        });
}

void Server::Implementation::adopt(EventLoop& loop, const Service& of, ssl::context* context,
                                   Socket socket, std::string address) {
    const auto open = connections->load(std::memory_order_relaxed);
    const auto max = options.limits.connections_max;
    const bool too_many = open >= max;
    if (loop.shutting_down() || open >= max + refused_connections_max) return;
    if (too_many && context != nullptr) return;  // not worth a handshake
    error_code error;
    socket.non_blocking(true, error);
    if (!address.empty()) socket.set_option(asio::ip::tcp::no_delay(true), error);
    auto transport = context == nullptr ? plain_transport(std::move(socket))
                                        : tls_transport(std::move(socket), *context);
    auto connection =
        std::make_shared<Connection>(loop, of, std::move(transport), std::move(address));
    loop.adopt(connection);
    if (too_many) {
        connection->start_refused({503, "too many connections are open; try again"});
    } else {
        connection->start();
    }
}

void Server::Implementation::shut_down() {
    listener->close();
    if (control_listener) control_listener->close();
    if (signals) signals->cancel();
    for (auto& loop : loops) {
        asio::post(loop->context(), [&loop = *loop] { loop.shut_down(); });
    }
}

Server::Server(ServerOptions options, const Router& router, RateLimits& rate_limits,
               Metrics& metrics)
    : Server(TakenAddress(options.address, options.port), options, router, rate_limits, metrics) {}

Server::Server(TakenAddress address, ServerOptions options, const Router& router,
               RateLimits& rate_limits, Metrics& metrics)
    : implementation_(std::make_unique<Implementation>(std::move(address), std::move(options),
                                                       router, rate_limits, metrics)) {}

Server::~Server() = default;

void Server::listen_control(const std::filesystem::path& socket, const Router& control) {
    implementation_->listen_control(socket, control);
}

unsigned short Server::port() const {
    return implementation_->listener->port();
}

void Server::stop_on_signals() {
    implementation_->stop_on_signals();
}

void Server::run() {
    implementation_->run();
}

void Server::stop() {
    asio::post(implementation_->loops[0]->context(),
               [implementation = implementation_.get()] { implementation->shut_down(); });
}

}  // namespace cartulary::http
