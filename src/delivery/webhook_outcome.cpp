#include "delivery/webhook_outcome.h"

#include <algorithm>
#include <array>
#include <cstddef>

#include "delivery/webhook_sender.h"

namespace cartulary::delivery {

namespace {

using namespace std::chrono_literals;

constexpr std::array<std::chrono::seconds, 8> delivery_delays = {5s, 1min, 5min, 30min,
                                                                 2h, 5h,   10h,  24h};
constexpr std::array<std::chrono::seconds, 6> receiver_delays = {5s, 15s, 1min, 5min, 15min, 1h};
constexpr std::chrono::seconds wait_max = 24h;  // however long a receiver asks for

constexpr int gone = 410;
constexpr int too_many_requests = 429;
constexpr int service_unavailable = 503;

template <class Delays>
std::chrono::seconds delay_in(const Delays& delays, int count) {
    return delays[std::min(static_cast<std::size_t>(std::max(count, 1)), delays.size()) - 1];
}

// As people read it behind the receiver's name.
std::string problem_of(const outbound::Posted& posted) {
    if (posted.kind != outbound::Posted::Kind::answered) return posted.problem;
    const auto status = "answered " + std::to_string(posted.status);
    if (posted.status == gone) return status + " Gone";
    return posted.status < 400 ? status + ", and redirects are not followed" : status;
}

// The time of a delivery that failed runs from the first attempt on; the last one is at its end.
void repeat_or_give_up(WebhookOutcome& outcome, Timestamp now, const Randomness& randomness) {
    const auto& delivery = outcome.delivery;
    const auto end = delivery.first_at.value_or(outcome.attempt.started_at) + webhook_patience;
    if (now >= end) {
        outcome.state = DeliveryState::dead;
        return;
    }
    const auto delay = with_jitter(delivery_delay_after(outcome.attempt.number), randomness);
    const auto wanted = std::max(now + delay, outcome.receiver_waits_until.value_or(now));
    outcome.next = std::min(wanted, Timestamp(end));
}

}  // namespace

std::chrono::seconds delivery_delay_after(int attempts) {
    return delay_in(delivery_delays, attempts);
}

std::chrono::seconds receiver_delay_after(int failures) {
    return delay_in(receiver_delays, failures);
}

std::chrono::milliseconds with_jitter(std::chrono::seconds delay, const Randomness& randomness) {
    std::array<std::uint8_t, 2> bytes{};
    randomness(bytes);
    const std::int64_t chance = bytes[0] * 256 + bytes[1];  // 0 to 65,535
    const std::chrono::milliseconds whole = delay;
    return whole - whole / 5 + whole * 2 * chance / (5 * 65'535);
}

WebhookOutcome outcome_of(const WebhookAttempt& attempt, const outbound::Posted& posted,
                          Timestamp now, const Randomness& randomness) {
    const bool answered = posted.kind == outbound::Posted::Kind::answered;
    const bool delivered = answered && posted.status >= 200 && posted.status < 300;
    WebhookOutcome outcome{
        .delivery = attempt.delivery,
        .url = attempt.url,
        .attempt = {.number = attempt.delivery.attempts + 1,
                    .started_at = attempt.started_at,
                    .duration = posted.duration,
                    .status = answered ? std::optional(posted.status) : std::nullopt,
                    .problem = delivered ? std::string() : problem_of(posted)},
        .state = delivered ? DeliveryState::delivered : DeliveryState::waiting,
        .answered = answered};
    if (delivered) return outcome;
    if (answered && posted.status == gone) {
        outcome.gone = true;
        outcome.state = DeliveryState::dead;
        return outcome;
    }
    const bool is_busy =
        answered && (posted.status == too_many_requests || posted.status == service_unavailable);
    if (is_busy && posted.retry_after) {
        outcome.receiver_waits_until = now + std::min(*posted.retry_after, wait_max);
    }
    repeat_or_give_up(outcome, now, randomness);
    return outcome;
}

}  // namespace cartulary::delivery
