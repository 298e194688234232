#include "operations/statistics.h"

#include "domain/event.h"
#include "operations/daily_counter.h"
#include "store/activity.h"
#include "store/drafts.h"
#include "store/facts.h"
#include "store/organizations.h"
#include "store/persons.h"
#include "store/webhooks.h"

namespace cartulary {

namespace {

using daily_counts::begin_of;
using daily_counts::day_of;

constexpr std::chrono::minutes days_kept{1};
// What began before midnight may be committed after it, and clocks differ.
constexpr std::chrono::hours over_after{1};

// What is counted by its events.
struct Counted {
    const char* name;
    const char* event_type;
    std::int64_t Statistics::Day::*count;
};
constexpr Counted counted[] = {
    {daily_count::registrations, event_type::organization_registered,
     &Statistics::Day::registrations},
    {daily_count::publications, event_type::resource_published, &Statistics::Day::publications},
};

daily_counts::Day first_day(Timestamp now) {
    return day_of(now) - charted_days + 1;
}

std::int64_t count_of(Transaction& transaction, const char* type, daily_counts::Day day) {
    return activity::count(transaction, type, begin_of(day), begin_of(day + 1));
}

std::vector<Statistics::Day> days_at(Transaction& transaction, Timestamp now) {
    std::vector<Statistics::Day> days;
    const auto first = first_day(now);
    const auto searches = daily_counts::since(transaction, first, daily_count::searches);
    for (auto day = first; day <= day_of(now); ++day) {
        const auto found = searches.find(day);
        days.push_back(
            {.begin = begin_of(day), .searches = found == searches.end() ? 0 : found->second});
    }
    for (const auto& [name, type, count] : counted) {
        const auto known = daily_counts::since(transaction, first, name);
        for (auto& one : days) {
            const auto day = day_of(one.begin);
            const auto found = known.find(day);
            one.*count = found == known.end() ? count_of(transaction, type, day) : found->second;
        }
    }
    return days;
}

}  // namespace

Result<Statistics::Overview> Statistics::look(const Actor& actor) {
    TRY(acting_as_staff(actor));
    auto charted = days();
    return registry_.store.read([&](Transaction& transaction) -> Result<Overview> {
        using Status = OrganizationStatus;
        const auto deliveries = webhooks::count(transaction);
        return Overview{
            .days = std::move(charted),
            .organizations_approved = organizations::count(transaction, Status::approved),
            .organizations_submitted = organizations::count(transaction, Status::submitted),
            .organizations_blocked = organizations::count(transaction, Status::blocked),
            .people = persons::count(transaction),
            .drafts_waiting = drafts::waiting(transaction, {.offset = 0, .count = 1}).total,
            .mails_waiting = mails::count(transaction, MailState::waiting),
            .mails_given_up = mails::count(transaction, MailState::given_up),
            .deliveries_waiting = deliveries.waiting,
            .deliveries_dead = deliveries.dead,
            .database_bytes = facts::database_bytes(transaction),
            .program = program_,
            .now = registry_.now()};
    });
}

std::vector<Statistics::Day> Statistics::days() {
    const auto now = registry_.now();
    const std::lock_guard lock(mutex_);
    if (!known_at_ || now - *known_at_ >= days_kept) {
        known_days_ = registry_.store.read(
            [&](Transaction& transaction) { return days_at(transaction, now); });
        known_at_ = now;
    }
    return known_days_;
}

void Statistics::count_days() {
    const auto now = registry_.now();
    struct Over {
        const char* name;
        daily_counts::Day day;
        std::int64_t count;
    };
    // Counted first: who writes must not wait for it.
    const auto all = registry_.store.read([&](Transaction& transaction) {
        std::vector<Over> over;
        const auto first = first_day(now);
        for (const auto& [name, type, count] : counted) {
            const auto known = daily_counts::since(transaction, first, name);
            for (auto day = first; begin_of(day + 1) + over_after <= now; ++day) {
                if (known.contains(day)) continue;
                over.push_back({name, day, count_of(transaction, type, day)});
            }
        }
        return over;
    });
    if (all.empty()) return;
    registry_.store.write([&](Transaction& transaction) -> Result<void> {
        for (const auto& [name, day, count] : all) {
            daily_counts::keep_first(transaction, day, name, count);
        }
        return {};
    });
}

}  // namespace cartulary
