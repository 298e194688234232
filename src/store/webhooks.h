#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/page.h"
#include "domain/webhook.h"
#include "store/store.h"

// The queue of events that are told to webhooks. A delivery is queued in the transaction of its
// event; delivery leases whole receivers afterwards, so that none waits for another's.
namespace cartulary::webhooks {

// How a receiver is known and trusts us.
struct Receiver {
    std::int32_t organization;  // number
    std::string sealed_secret;
    std::string sealed_old_secret;       // signs too, until old_until; empty: none
    std::optional<Timestamp> old_until;  // nothing: there is no old one
    std::string disabled;                // why nothing is sent; empty: it is
    int failures = 0;                    // unanswered attempts in a row

    bool operator==(const Receiver&) const = default;
};

std::optional<Receiver> find_receiver(Transaction& transaction, std::int32_t organization);

// Stores its secrets and whether it is disabled; makes it when there is none. One that is enabled
// again has failed no more, and what waits is due as if nothing had been.
void put_receiver(Transaction& transaction, const Receiver& receiver, Timestamp now);

// The receiver is another one, or was mended: it is no longer disabled, what it did not answer is
// forgotten, and what waits is due now.
void start_afresh(Transaction& transaction, std::int32_t organization, Timestamp now);

// Queues an event that was appended in this transaction, due now, but not before its receiver is.
// Nothing is queued for a receiver that is disabled or not known.
void queue(Transaction& transaction, std::int32_t organization, const Uuid& event, Timestamp now);

// Whether a lease would find any: a look that is no write.
bool any_due(Transaction& transaction, Timestamp now);

// The receivers whose time has come, the longest waiting first, at most `count`, each for this
// node alone until `until`. Other nodes lease at once and never the same.
std::vector<Receiver> lease(Transaction& transaction, Timestamp now, Timestamp until, int count);

// Holds a leased receiver until `until`.
void extend(Transaction& transaction, std::int32_t organization, Timestamp until);

// The waiting deliveries of a receiver whose time has come, the longest waiting first.
std::vector<Delivery> due(Transaction& transaction, std::int32_t organization, Timestamp now,
                          int count);

// Ends the lease: due again when its next delivery is, but not before `not_before`, whatever is
// queued until then; never when nothing waits. `failures` are its unanswered attempts in a row from
// now on.
void release(Transaction& transaction, std::int32_t organization, Timestamp not_before,
             int failures);

// After a crash of the only process that can have leased any (SQLite).
void release_all(Transaction& transaction);

// What became of one attempt, which is recorded with it. Each gives false, and changes nothing,
// when the delivery no longer waits: it counts once, whatever two senders think.
bool mark_delivered(Transaction& transaction, const Uuid& delivery, const DeliveryAttempt& attempt);
bool mark_delayed(Transaction& transaction, const Uuid& delivery, const DeliveryAttempt& attempt,
                  Timestamp next);
bool mark_dead(Transaction& transaction, const Uuid& delivery, const DeliveryAttempt& attempt);

// Gives up everything of a receiver that waits and was queued before `before`; gives how many.
std::int64_t give_up(Transaction& transaction, std::int32_t organization, Timestamp before,
                     Timestamp now, const std::string& problem);

// Queues dead deliveries again, due now, also where their receiver is left alone for a while, with
// all their patience: one, or all of an organization. Gives how many. They wait while the receiver
// is disabled.
std::int64_t requeue(Transaction& transaction, const Uuid& delivery, Timestamp now);
std::int64_t requeue_all(Transaction& transaction, std::int32_t organization, Timestamp now);

std::optional<Delivery> find(Transaction& transaction, const Uuid& delivery);
std::vector<DeliveryAttempt> attempts_of(Transaction& transaction, const Uuid& delivery);

// Newest first, of one organization or of all, in one state or in all.
Page<Delivery> list(Transaction& transaction, std::optional<std::int32_t> organization,
                    std::optional<DeliveryState> state, const Slice& slice);

// In one state, of all organizations, newest first (delivered ones by when they were), after
// `from`, at most `count`: what costs the same however many there are in other states.
struct DeliveryPlace {
    Timestamp moment;
    Uuid id;
};
DeliveryPlace place_of(const Delivery& delivery, DeliveryState state);
std::vector<Delivery> in_state(Transaction& transaction, DeliveryState state,
                               const std::optional<DeliveryPlace>& from, int count);

struct Counts {
    std::int64_t waiting;
    std::int64_t dead;
};
Counts count(Transaction& transaction);

// Drops what was delivered before `before`, with its attempts, at most `count`; gives how many.
std::int64_t forget_delivered(Transaction& transaction, Timestamp before, int count);

}  // namespace cartulary::webhooks
