#pragma once

#include <condition_variable>
#include <map>
#include <mutex>
#include <thread>

#include "base/uuid.h"
#include "operations/registry.h"

namespace cartulary {

// The threads that read uploaded tables, one for each.
class BulkReaders {
public:
    explicit BulkReaders(const Registry& registry) : registry_(registry) {}
    ~BulkReaders() { stop(); }

    // Ends what is being read; nothing more is started.
    void stop();

    // Reads it, unless somebody else does. `whoever`: also where another said so lately, who has
    // ended since.
    void start(const Uuid& upload, bool whoever = false);

    // Until its reading has come to an end, or to none. Returns at once where it is not read here.
    void wait_for(const Uuid& upload);

private:
    void run(const Uuid& upload, bool whoever, const std::stop_token& stop);
    void read(const Uuid& upload, bool whoever, const std::stop_token& stop);

    const Registry& registry_;
    std::mutex mutex_;
    bool has_stopped_ = false;
    std::condition_variable ended_;
    struct Reader {
        std::jthread thread;
        bool has_ended = false;
    };
    std::map<Uuid, Reader> readers_;
};

}  // namespace cartulary
