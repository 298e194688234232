#pragma once

#include <mutex>
#include <optional>
#include <string>
#include <vector>

#include "operations/actor.h"
#include "store/mails.h"

namespace cartulary {

// The running program.
struct Program {
    std::string version;
    Timestamp started_at;
};

inline constexpr int charted_days = 30;

// The registry's health at a glance, for its staff.
class Statistics {
public:
    Statistics(const Registry& registry, Program program)
        : registry_(registry), program_(std::move(program)) {}

    struct Day {
        Timestamp begin;
        std::int64_t registrations = 0;
        std::int64_t publications = 0;
        std::int64_t searches = 0;
    };
    struct Overview {
        std::vector<Day> days;  // charted_days of them, today last; at most a minute old
        std::int64_t organizations_approved = 0;
        std::int64_t organizations_submitted = 0;
        std::int64_t organizations_blocked = 0;
        std::int64_t people = 0;
        std::int64_t drafts_waiting = 0;
        std::int64_t mails_waiting = 0;
        std::int64_t mails_given_up = 0;
        std::int64_t deliveries_waiting = 0;
        std::int64_t deliveries_dead = 0;
        std::int64_t database_bytes = 0;
        Program program = {};
        Timestamp now = {};
    };
    Result<Overview> look(const Actor& actor);  // forbidden

    // Keeps the counts of days that are over, so that they are counted once. To be called now and
    // then.
    void count_days();

private:
    std::vector<Day> days();

    const Registry& registry_;
    const Program program_;
    std::mutex mutex_;
    std::vector<Day> known_days_;  // as of known_at_; both under mutex_
    std::optional<Timestamp> known_at_;
};

}  // namespace cartulary
