#pragma once

#include <chrono>
#include <cstddef>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>

#include "base/metrics.h"
#include "base/random.h"
#include "http/rate_limit.h"
#include "http/router.h"
#include "http/taken_address.h"

namespace cartulary::http {

// Every limit of the server, with its unit and the status that answers a request beyond it.
struct Limits {
    std::size_t target_bytes_max = 8 << 10;     // 414
    std::size_t header_bytes_max = 32 << 10;    // 431, the request line included
    std::size_t header_count_max = 100;         // 431
    std::size_t body_bytes_max = 20 << 20;      // 413
    std::size_t connections_max = 10'000;       // beyond: 503 and closed
    std::size_t waiting_max = 1'024;            // requests that wait for a pool: 503
    std::chrono::seconds idle_timeout{75};      // between requests: closed
    std::chrono::seconds request_timeout{30};   // from first byte to last: 408
    std::chrono::seconds answer_timeout{60};    // without any byte taken by the client: closed
    std::chrono::seconds shutdown_timeout{10};  // for what runs when asked to stop
};

struct Certificate {
    std::filesystem::path chain_file;  // PEM
    std::filesystem::path key_file;    // PEM
};

struct ServerOptions {
    std::string address = "127.0.0.1";
    unsigned short port = 8080;  // 0: any free one, see Server::port()
    std::optional<Certificate> certificate = {};
    std::size_t event_loops = 1;
    std::size_t writers = 64;  // threads that may wait for a commit
    std::size_t slow_workers = 4;
    bool reads_wait = false;  // reads run on the pool of writers: the store is across a network
    bool access_log = true;
    Limits limits = {};
    // Addresses of proxies whose X-Forwarded-For is believed.
    std::vector<std::string> trusted_proxies = {};
};

// Serves `router` on a TCP address, and `control` on a Unix socket where one is given. Needs no
// other thread of the caller's.
class Server {
public:
    // `router`, `rate_limits` and `metrics` outlive the server. Throws when the address cannot be
    // listened on or the certificate cannot be read.
    Server(ServerOptions options, const Router& router, RateLimits& rate_limits, Metrics& metrics);
    // On an address that was taken before, whatever the options say.
    Server(TakenAddress address, ServerOptions options, const Router& router,
           RateLimits& rate_limits, Metrics& metrics);
    ~Server();

    // Also answers on a socket file (mode 0600) with its own routes, without rate limits or body
    // limit of the others. Before run().
    void listen_control(const std::filesystem::path& socket, const Router& control);

    unsigned short port() const;

    // SIGTERM and SIGINT mean stop() from now on, also when they come before run().
    void stop_on_signals();

    // Until stop(); returns when what ran has been answered, at most shutdown_timeout later.
    void run();

    // From any thread.
    void stop();

private:
    struct Implementation;
    std::unique_ptr<Implementation> implementation_;
};

}  // namespace cartulary::http
