#include "delivery/webhook_round.h"

#include <algorithm>

#include "delivery/webhook_sender.h"
#include "store/organizations.h"

namespace cartulary::delivery {

namespace {

constexpr auto gone_problem = "the receiver answered 410 Gone";
constexpr auto no_url_problem = "the organization names no webhook URL";
constexpr auto never_answered_problem = "the receiver did not answer for 25 days";
constexpr auto other_key_problem = "its secret was sealed with another key than ours";

constexpr auto always = Timestamp::max();

}  // namespace

void HeldReceiver::learn(const WebhookOutcome& outcome, Timestamp now,
                         const Randomness& randomness) {
    if (outcome.answered) {
        failures = 0;
        left_alone_until = {};
        waits_until = std::max(waits_until, outcome.receiver_waits_until.value_or(waits_until));
    } else if (left_alone_until <= now) {  // what fails at the same time is one failure
        ++failures;
        left_alone_until = now + with_jitter(receiver_delay_after(failures), randomness);
    }
}

void WebhookRound::mark(std::span<const WebhookOutcome> outcomes) {
    for (const auto& outcome : outcomes) {
        marked_[outcome.delivery.organization].insert(outcome.delivery.id);
        mark(outcome);
    }
    // Afterwards, since it ends all that the receiver has waiting.
    for (const auto& outcome : outcomes) {
        if (outcome.gone) disable(outcome);
    }
}

void WebhookRound::mark(const WebhookOutcome& outcome) {
    const auto& id = outcome.delivery.id;
    const auto& attempt = outcome.attempt;
    switch (outcome.state) {
        case DeliveryState::delivered:
            if (webhooks::mark_delivered(transaction_, id, attempt)) ++found_.delivered;
            return;
        case DeliveryState::waiting:
            if (webhooks::mark_delayed(transaction_, id, attempt, outcome.next)) ++found_.failed;
            return;
        case DeliveryState::dead:
            if (!webhooks::mark_dead(transaction_, id, attempt)) return;
            ++found_.failed;
            ++found_.dead;
            return;
    }
}

// Unless the organization has named another receiver meanwhile.
void WebhookRound::disable(const WebhookOutcome& outcome) {
    const auto number = outcome.delivery.organization;
    const auto organization = organizations::find(transaction_, number);
    auto receiver = webhooks::find_receiver(transaction_, number);
    if (!organization || !receiver || organization->stated.webhook.url != outcome.url) return;
    receiver->disabled = gone_problem;
    webhooks::put_receiver(transaction_, *receiver, now_);
    give_up(number, always, gone_problem);
}

void WebhookRound::take_turns(const std::set<std::int32_t>& others) {
    auto organizations = others;
    for (const auto& [organization, deliveries] : marked_) organizations.insert(organization);
    for (const auto organization : organizations) {
        const auto held = held_.find(organization);
        if (held != held_.end()) proceed(organization, held->second);
    }
}

void WebhookRound::lease() {
    if (limits_.leases == 0) return;
    const auto until = now_ + webhook_lease;
    for (const auto& receiver : webhooks::lease(transaction_, now_, until, limits_.leases)) {
        const auto known = held_.find(receiver.organization);
        HeldReceiver held{.leased_until = until, .failures = receiver.failures};
        if (known != held_.end()) held.under_way = known->second.under_way;
        proceed(receiver.organization, held);
    }
}

void WebhookRound::release_all() {
    for (const auto& [organization, held] : held_) {
        if (now_ < held.leased_until) release(organization, held);
    }
}

void WebhookRound::proceed(std::int32_t organization, const HeldReceiver& held) {
    auto under_way = held.under_way;
    for (const auto& delivery : marked_[organization]) under_way.erase(delivery);
    const bool is_ours = now_ < held.leased_until;  // otherwise another node may have it by now
    if (is_ours && now_ >= held.rests_until()) {
        auto turn = next_turn(organization, held, under_way);
        if (turn) {
            found_.turns.push_back(*std::move(turn));
            return;
        }
    }
    if (!under_way.empty()) return;
    if (is_ours) release(organization, held);
    found_.let_go.insert(organization);
}

std::optional<WebhookTurn> WebhookRound::next_turn(std::int32_t organization,
                                                   const HeldReceiver& held,
                                                   const std::set<Uuid>& under_way) {
    const auto at_once = static_cast<std::size_t>(held.failures > 0 ? 1 : limits_.deliveries);
    if (under_way.size() >= at_once) return std::nullopt;
    auto address = address_of(organization);
    if (!address) return std::nullopt;
    // Those under way wait the longest, and so are among these.
    auto due = webhooks::due(transaction_, organization, now_, static_cast<int>(at_once));
    std::erase_if(due, [&](const Delivery& one) { return under_way.contains(one.id); });
    due.resize(std::min(due.size(), at_once - under_way.size()));
    if (due.empty()) return std::nullopt;
    auto until = held.leased_until;
    if (until < now_ + webhook_lease / 2) {
        until = now_ + webhook_lease;
        webhooks::extend(transaction_, organization, until);
    }
    return WebhookTurn{organization, until, held.failures, *std::move(address), std::move(due)};
}

// Nothing where nobody is to be told; then nothing waits for it either.
std::optional<WebhookAddress> WebhookRound::address_of(std::int32_t number) {
    const auto organization = organizations::find(transaction_, number);
    if (!organization || organization->stated.webhook.url.empty()) {
        give_up(number, always, no_url_problem);
        return std::nullopt;
    }
    const auto receiver = webhooks::find_receiver(transaction_, number);
    if (!receiver || !receiver->disabled.empty()) return std::nullopt;
    WebhookAddress address{.url = organization->stated.webhook.url, .secrets = {}};
    const auto add = [&](const std::string& sealed) {
        if (auto secret = vault_.unseal(sealed)) address.secrets.push_back(*std::move(secret));
    };
    add(receiver->sealed_secret);
    if (receiver->old_until && now_ < *receiver->old_until) add(receiver->sealed_old_secret);
    if (address.secrets.empty()) address.problem = other_key_problem;
    return address;
}

void WebhookRound::release(std::int32_t organization, const HeldReceiver& held) {
    // Those that were never tried are as old as the silence of their receiver.
    if (held.failures > 0) give_up(organization, now_ - webhook_patience, never_answered_problem);
    const bool afresh = held.rests_until() > now_ && has_moved(organization, held);
    webhooks::release(transaction_, organization, afresh ? now_ : held.rests_until(),
                      afresh ? 0 : held.failures);
}

// Whether the organization named another receiver while this one was told.
bool WebhookRound::has_moved(std::int32_t organization, const HeldReceiver& held) {
    const auto found = organizations::find(transaction_, organization);
    return found && !held.url.empty() && found->stated.webhook.url != held.url;
}

void WebhookRound::give_up(std::int32_t organization, Timestamp before,
                           const std::string& problem) {
    const auto count = webhooks::give_up(transaction_, organization, before, now_, problem);
    found_.dead += static_cast<std::uint64_t>(count);
}

}  // namespace cartulary::delivery
