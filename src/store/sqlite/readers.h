#pragma once

#include <atomic>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <mutex>
#include <vector>

#include "store/sqlite/writer.h"

namespace cartulary::sqlite {

// Read-only connections, one for each thread that reads at the moment. Each keeps its prepared
// statements, and its snapshot for as long as nothing was committed: beginning and ending a read
// transaction costs three system calls, more than the read itself.
class Readers {
public:
    // `commits` grows with every commit.
    Readers(std::filesystem::path file, std::function<std::uint64_t()> commits)
        : file_(std::move(file)), commits_(std::move(commits)) {}

    void read(const std::function<void(Transaction&)>& work);

    // Ends the snapshots that no thread is using, so that the log can be emptied.
    void release_snapshots();

private:
    struct Reader {
        explicit Reader(const std::filesystem::path& file)
            : connection(file, Connection::Access::read_only), transaction(connection) {}
        void let_go();

        Connection connection;
        ConnectionTransaction transaction;
        std::uint64_t seen_commits = 0;
        bool holds_snapshot = false;
    };
    class Loan;

    std::filesystem::path file_;
    std::function<std::uint64_t()> commits_;
    std::mutex mutex_;
    std::vector<std::unique_ptr<Reader>> idle_;
};

}  // namespace cartulary::sqlite
