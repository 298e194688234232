#include "store/postgres/pool.h"

#include <chrono>

#include "base/error.h"

namespace cartulary::postgres {

namespace {

bool begins(Connection& idle, const char* first) {
    try {
        idle.execute(first, {});
        return true;
    } catch (const Unavailable&) {
        return false;  // the server restarted, or a firewall forgot the connection
    }
}

}  // namespace

Pool::Loan::Loan(Pool& pool, const char* first) : pool_(pool), connection_(pool.take()) {
    if (connection_ && begins(*connection_, first)) return;
    try {
        connection_ = std::make_unique<Connection>(pool_.address_);
        connection_->execute(first, {});
    } catch (...) {
        pool_.give_back(nullptr);
        throw;
    }
}

Pool::Loan::~Loan() {
    pool_.give_back(std::move(connection_));
}

// An idle connection, or null: the caller may open one.
std::unique_ptr<Connection> Pool::take() {
    constexpr std::chrono::seconds patience{5};
    std::unique_lock lock(mutex_);
    if (!came_free_.wait_for(lock, patience, [&] { return lent_ < connections_max_; })) {
        throw Unavailable("every database connection is in use");
    }
    ++lent_;
    if (idle_.empty()) return nullptr;
    auto connection = std::move(idle_.back());
    idle_.pop_back();
    return connection;
}

void Pool::give_back(std::unique_ptr<Connection> connection) {
    {
        const std::lock_guard lock(mutex_);
        --lent_;
        if (connection && !connection->is_broken()) {
            idle_.push_back(std::move(connection));
        } else if (connection) {
            // What broke one has likely broken them all: the others are opened anew as well,
            // rather than each failing a request first.
            idle_.clear();
        }
    }
    came_free_.notify_one();
}

}  // namespace cartulary::postgres
