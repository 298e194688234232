#pragma once

#include <algorithm>
#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <vector>

#include "base/secrets.h"
#include "delivery/webhook_message.h"
#include "delivery/webhook_outcome.h"
#include "store/store.h"
#include "store/webhooks.h"

namespace cartulary::delivery {

// A receiver that this node has leased.
struct HeldReceiver {
    Timestamp leased_until;
    std::string url = {};             // where it was told last
    int failures = 0;                 // that it did not answer, in a row
    Timestamp waits_until = {};       // as it asked
    Timestamp left_alone_until = {};  // since it did not answer
    std::set<Uuid> under_way = {};    // deliveries that were begun and are not marked yet

    Timestamp rests_until() const { return std::max(waits_until, left_alone_until); }
    void learn(const WebhookOutcome& outcome, Timestamp now, const Randomness& randomness);
};

using HeldReceivers = std::map<std::int32_t, HeldReceiver>;  // by the organization's number

// What a receiver is to be told now.
struct WebhookTurn {
    std::int32_t organization;
    Timestamp leased_until;
    int failures;
    WebhookAddress address;
    std::vector<Delivery> deliveries;
};

// One transaction of the sender: it marks what ended, leases what is due, and finds what to begin
// and which receivers to let go. It changes nothing but the store, so that it may run again.
class WebhookRound {
public:
    struct Limits {
        int leases = 0;
        int deliveries = 1;  // under way to one receiver
    };

    WebhookRound(Transaction& transaction, const Vault& vault, const HeldReceivers& held,
                 Timestamp now, Limits limits)
        : transaction_(transaction), vault_(vault), held_(held), now_(now), limits_(limits) {}

    // Then each of their receivers has its turn, or is let go; so have the receivers of `others`.
    void mark(std::span<const WebhookOutcome> outcomes);
    void take_turns(const std::set<std::int32_t>& others);
    void lease();
    void release_all();

    struct Found {
        std::vector<WebhookTurn> turns = {};
        std::set<std::int32_t> let_go = {};  // no longer held
        // How many counted: what had been ended by another before did not.
        std::uint64_t delivered = 0;
        std::uint64_t failed = 0;
        std::uint64_t dead = 0;
    };
    Found take() { return std::move(found_); }

private:
    void mark(const WebhookOutcome& outcome);
    void disable(const WebhookOutcome& outcome);
    void proceed(std::int32_t organization, const HeldReceiver& held);
    void release(std::int32_t organization, const HeldReceiver& held);
    bool has_moved(std::int32_t organization, const HeldReceiver& held);
    std::optional<WebhookTurn> next_turn(std::int32_t organization, const HeldReceiver& held,
                                         const std::set<Uuid>& under_way);
    std::optional<WebhookAddress> address_of(std::int32_t organization);
    void give_up(std::int32_t organization, Timestamp before, const std::string& problem);

    Transaction& transaction_;
    const Vault& vault_;
    const HeldReceivers& held_;
    const Timestamp now_;
    const Limits limits_;
    std::map<std::int32_t, std::set<Uuid>> marked_;
    Found found_;
};

}  // namespace cartulary::delivery
