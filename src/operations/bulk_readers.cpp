#include "operations/bulk_readers.h"

#include "base/log.h"
#include "operations/bulk_reading.h"
#include "store/bulk_uploads.h"

namespace cartulary {

namespace {

// A file that was not read to its end so often is not read again: it may be what ended us.
constexpr std::int64_t attempts_max = 3;

}  // namespace

void BulkReaders::stop() {
    std::map<Uuid, Reader> readers;
    {
        const std::lock_guard lock(mutex_);
        has_stopped_ = true;
        readers.swap(readers_);
    }
    for (auto& [upload, reader] : readers) reader.thread.request_stop();
    readers.clear();  // waits for each
}

void BulkReaders::start(const Uuid& upload, bool whoever) {
    const std::lock_guard lock(mutex_);
    if (has_stopped_) return;
    std::erase_if(readers_, [](const auto& one) { return one.second.has_ended; });
    auto& reader = readers_[upload];
    if (reader.thread.joinable()) return;
    reader.thread = std::jthread(
        [this, upload, whoever](const std::stop_token& stop) { run(upload, whoever, stop); });
}

void BulkReaders::wait_for(const Uuid& upload) {
    std::unique_lock lock(mutex_);
    ended_.wait(lock, [&] {
        const auto reader = readers_.find(upload);
        return reader == readers_.end() || reader->second.has_ended;
    });
}

void BulkReaders::run(const Uuid& upload, bool whoever, const std::stop_token& stop) {
    try {
        read(upload, whoever, stop);
    } catch (const std::exception& error) {
        // It is read anew once nobody has said for a while that he reads it.
        log::error("reading a table failed", {{"upload", upload.text()}, {"reason", error.what()}});
    }
    const std::lock_guard lock(mutex_);
    const auto reader = readers_.find(upload);
    if (reader != readers_.end()) reader->second.has_ended = true;
    ended_.notify_all();
}

void BulkReaders::read(const Uuid& upload, bool whoever, const std::stop_token& stop) {
    const auto now = registry_.now();
    const auto attempt =
        registry_.store.write([&](Transaction& transaction) -> Result<std::int64_t> {
            const auto taken =
                bulk_uploads::take(transaction, upload, now, now + bulk_lease, whoever);
            return taken.value_or(0);
        });
    if (*attempt == 0) return;
    const auto found = registry_.store.read(
        [&](Transaction& transaction) { return bulk_uploads::find(transaction, upload); });
    if (!found) return;
    BulkReading reading(registry_, *found, *attempt);
    if (*attempt > attempts_max) {
        return reading.refuse("the file could not be read to its end; upload it in parts");
    }
    reading.run(stop);
}

}  // namespace cartulary
