#pragma once

#include <chrono>
#include <memory>
#include <string>

#include "base/metrics.h"
#include "base/random.h"
#include "base/secrets.h"
#include "base/time.h"
#include "outbound/network_rule.h"
#include "store/store.h"

namespace cartulary::delivery {

struct WebhookOptions {
    outbound::NetworkRule rule = {};
    std::chrono::seconds timeout{15};  // of one attempt
    int receivers_at_once = 500;       // leased by this node
    int deliveries_at_once = 16;       // to one receiver; 1 while it does not answer
    std::string user_agent = "Cartulary";
};

inline constexpr std::chrono::seconds webhook_lease{60};
inline constexpr std::chrono::seconds webhook_timeout_max = webhook_lease / 2;
inline constexpr std::chrono::milliseconds webhook_poll_interval{500};
inline constexpr std::chrono::days webhook_patience{25};  // as the vendor promises

// How long one delivery waits after so many attempts, before the jitter of a fifth; and how long a
// receiver that did not answer so many times in a row is left alone.
std::chrono::seconds delivery_delay_after(int attempts);
std::chrono::seconds receiver_delay_after(int failures);

// Tells webhooks of the events that are queued for them, from one thread.
//
// Whole receivers are leased, and each has its own turn, so that one that hangs or is dead takes
// nothing from the others. An answer of 2xx ends a delivery; any other, redirects too, is repeated
// with growing delays for webhook_patience, and then given up; 410 disables the receiver, 429 and
// 503 make it wait as Retry-After says, at most a day. A delivery is a POST of
//
//     {"id":…,"organization_id":…,"event_type":…,"occurred_at":…}
//
// with the headers of Standard Webhooks 1.0.0; its id is the event's and stays the same at every
// attempt. A process that dies between the receiver's word and the database's leaves the delivery
// to be sent once more; a receiver knows the copy by its id.
class WebhookSender {
public:
    // Store, vault and metrics must outlive it. Throws std::invalid_argument for a timeout over
    // webhook_timeout_max.
    WebhookSender(Store& store, const Vault& vault, WebhookOptions options, Clock now,
                  Randomness randomness, Metrics& metrics);
    ~WebhookSender();  // stops
    WebhookSender(const WebhookSender&) = delete;
    WebhookSender& operator=(const WebhookSender&) = delete;

    void start();  // one thread
    void stop();   // what is under way is given up, and due again at once
    void wake();   // something may have been queued; from any thread

    // Until nothing is due or under way any more; for tests, while no thread runs.
    void send_due();

private:
    struct Implementation;
    std::unique_ptr<Implementation> implementation_;
};

}  // namespace cartulary::delivery
