#include "store/sqlite/readers.h"

namespace cartulary::sqlite {

void Readers::Reader::let_go() {
    if (!holds_snapshot) return;
    holds_snapshot = false;
    connection.execute("commit", {});
}

// A reader out of the pool, and back into it; one that failed is dropped.
class Readers::Loan {
public:
    explicit Loan(Readers& readers) : readers_(readers) {
        {
            const std::lock_guard lock(readers_.mutex_);
            if (!readers_.idle_.empty()) {
                // The one used last: its pages are warm and its snapshot is likely the newest.
                reader_ = std::move(readers_.idle_.back());
                readers_.idle_.pop_back();
            }
        }
        if (!reader_) reader_ = std::make_unique<Reader>(readers_.file_);
    }
    ~Loan() {
        if (failed_) return;
        const std::lock_guard lock(readers_.mutex_);
        readers_.idle_.push_back(std::move(reader_));
    }
    Loan(const Loan&) = delete;
    Loan& operator=(const Loan&) = delete;

    void run(const std::function<void(Transaction&)>& work) {
        // Counted before the snapshot is taken: a commit between the two is seen, and at worst
        // the next read takes a new snapshot for nothing.
        const auto commits = readers_.commits_();
        failed_ = true;
        if (reader_->holds_snapshot && reader_->seen_commits != commits) reader_->let_go();
        if (!reader_->holds_snapshot) {
            reader_->connection.execute("begin", {});
            reader_->holds_snapshot = true;
            reader_->seen_commits = commits;
        }
        work(reader_->transaction);
        failed_ = false;
    }

private:
    Readers& readers_;
    std::unique_ptr<Reader> reader_;
    bool failed_ = false;
};

void Readers::read(const std::function<void(Transaction&)>& work) {
    Loan(*this).run(work);
}

void Readers::release_snapshots() {
    const std::lock_guard lock(mutex_);
    for (const auto& reader : idle_) reader->let_go();
}

}  // namespace cartulary::sqlite
