#pragma once

#include <chrono>
#include <optional>
#include <string>

#include "base/random.h"
#include "domain/webhook.h"
#include "outbound/posts.h"

namespace cartulary::delivery {

// One try to deliver, while it is under way.
struct WebhookAttempt {
    Delivery delivery;  // as it was before
    std::string url;
    Timestamp started_at;
};

// How an attempt ended, and what follows from it.
struct WebhookOutcome {
    Delivery delivery;  // as it was before
    std::string url;    // that was called
    DeliveryAttempt attempt;
    DeliveryState state;                                 // of the delivery from now on
    Timestamp next = {};                                 // its next attempt, when it waits
    bool answered;                                       // the receiver is there, whatever it said
    bool gone = false;                                   // the receiver wants nothing any more
    std::optional<Timestamp> receiver_waits_until = {};  // as it asked
};

WebhookOutcome outcome_of(const WebhookAttempt& attempt, const outbound::Posted& posted,
                          Timestamp now, const Randomness& randomness);

// A fifth more or less, so that what failed together does not come back together.
std::chrono::milliseconds with_jitter(std::chrono::seconds delay, const Randomness& randomness);

}  // namespace cartulary::delivery
