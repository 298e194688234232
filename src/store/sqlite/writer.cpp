#include "store/sqlite/writer.h"

#include "base/log.h"

namespace cartulary::sqlite {

namespace {

// Pages in the log at which it is copied into the database, and then begins anew where no reader
// needs it. Small, so that no caller waits long.
constexpr int checkpoint_pages = 1'000;

}  // namespace

Writer::Writer(const std::filesystem::path& file, std::size_t group_max, Metrics& metrics,
               std::function<void()> release_snapshots)
    : connection_(file, Connection::Access::read_write),
      transaction_(connection_),
      group_max_(group_max),
      release_snapshots_(std::move(release_snapshots)),
      commit_count_(metrics.counter("cartulary_store_commits_total", "Commits to disk.")),
      work_count_(metrics.counter("cartulary_store_writes_total", "Writes that asked for one.")),
      thread_([this] { run(); }) {}

Writer::~Writer() {
    stop();
}

void Writer::stop() {
    {
        const std::lock_guard lock(mutex_);
        stopping_ = true;
    }
    work_waits_.notify_one();
    if (thread_.joinable()) thread_.join();
}

void Writer::write(const std::function<bool(Transaction&)>& work) {
    Job job;
    job.work = &work;
    submit(job);
}

void Writer::run_alone(const std::function<void(Connection&)>& work) {
    Job job;
    job.alone = &work;
    submit(job);
}

void Writer::submit(Job& job) {
    if (std::this_thread::get_id() == thread_.get_id()) {
        throw std::logic_error("a write inside a write would wait for itself");
    }
    {
        const std::lock_guard lock(mutex_);
        waiting_.push_back(&job);
    }
    work_waits_.notify_one();
    job.done.acquire();
    if (job.failure) std::rethrow_exception(job.failure);
}

void Writer::run() {
    for (;;) {
        const auto group = next_group();
        if (group.empty()) return;
        if (group.front()->alone) {
            run_alone_now(*group.front());
        } else {
            run_group(group);
        }
        for (auto* job : group) job->done.release();
        if (connection_.log_pages() >= checkpoint_pages) {
            release_snapshots_();
            connection_.checkpoint();
        }
    }
}

std::deque<Writer::Job*> Writer::next_group() {
    std::unique_lock lock(mutex_);
    work_waits_.wait(lock, [&] { return stopping_ || !waiting_.empty(); });
    std::deque<Job*> group;
    while (!waiting_.empty() && group.size() < group_max_) {
        auto* job = waiting_.front();
        if (job->alone && !group.empty()) break;
        waiting_.pop_front();
        group.push_back(job);
        if (job->alone) break;
    }
    return group;
}

void Writer::run_group(const std::deque<Job*>& group) try {
    // Who read during the last checkpoint and holds a snapshot since would keep the log from
    // beginning anew.
    if (connection_.log_pages() >= checkpoint_pages) release_snapshots_();
    connection_.execute("begin immediate", {});
    // Who is alone needs no savepoint, which would keep a copy of every page that changes.
    bool anything_kept = group.size() == 1 && run_work(*group.front());
    if (group.size() > 1) {
        for (auto* job : group) anything_kept |= run_in_savepoint(*job);
    }
    if (anything_kept) {
        commit(group);
    } else {
        connection_.execute("rollback", {});
    }
} catch (...) {
    // The transaction itself is lost (disk full, I/O error): with it the work of everybody in it.
    if (connection_.in_transaction()) connection_.execute("rollback", {});
    for (auto* job : group) job->failure = std::current_exception();
}

bool Writer::run_work(Job& job) try { return (*job.work)(transaction_); } catch (...) {
    // Some failures end the whole transaction; then nobody's work is left to keep.
    if (!connection_.in_transaction()) throw;
    job.failure = std::current_exception();
    return false;
}

bool Writer::run_in_savepoint(Job& job) {
    connection_.execute("savepoint work", {});
    const bool keep = run_work(job);
    if (!keep) connection_.execute("rollback to work", {});
    connection_.execute("release work", {});
    return keep;
}

void Writer::commit(const std::deque<Job*>& group) {
    connection_.execute("commit", {});
    commits_.fetch_add(1, std::memory_order_release);
    commit_count_.add();
    work_count_.add(group.size());
}

void Writer::run_alone_now(Job& job) try {
    (*job.alone)(connection_);
    commits_.fetch_add(1, std::memory_order_release);
} catch (...) {
    job.failure = std::current_exception();
}

}  // namespace cartulary::sqlite
