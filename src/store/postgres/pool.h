#pragma once

#include <condition_variable>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

#include "store/postgres/connection.h"

namespace cartulary::postgres {

// At most `connections_max` connections; who finds none free waits, though not for ever.
class Pool {
public:
    Pool(std::string address, std::size_t connections_max)
        : address_(std::move(address)), connections_max_(connections_max) {}

    // A connection out of the pool. It goes back when this is destroyed, unless it is broken.
    class Loan {
    public:
        // Begins with `first`; a connection that broke while it was idle is replaced at this.
        // Throws Unavailable when none comes free within five seconds, or the server is away.
        Loan(Pool& pool, const char* first);
        ~Loan();
        Loan(const Loan&) = delete;
        Loan& operator=(const Loan&) = delete;
        Connection& connection() { return *connection_; }

    private:
        Pool& pool_;
        std::unique_ptr<Connection> connection_;
    };

private:
    std::unique_ptr<Connection> take();
    void give_back(std::unique_ptr<Connection> connection);

    std::string address_;
    std::size_t connections_max_;
    std::mutex mutex_;
    std::condition_variable came_free_;
    std::size_t lent_ = 0;
    std::vector<std::unique_ptr<Connection>> idle_;
};

}  // namespace cartulary::postgres
