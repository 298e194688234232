#include "delivery/webhook_sender.h"

#include <algorithm>
#include <atomic>
#include <functional>
#include <mutex>
#include <set>
#include <span>
#include <stdexcept>
#include <thread>
#include <unordered_map>
#include <utility>
#include <vector>

#include "base/log.h"
#include "delivery/webhook_round.h"
#include "outbound/posts.h"
#include "store/webhooks.h"

namespace cartulary::delivery {

namespace {

using std::chrono::milliseconds;
using std::chrono::steady_clock;

// What one transaction deals with, so that other writers need not wait for long.
constexpr int leases_per_round = 50;
constexpr std::size_t outcomes_per_round = 200;

// When so many are under way, each receiver gets one at a time.
constexpr std::size_t posts_at_once_max = 300;
constexpr std::size_t connections_kept_max = 200;

constexpr milliseconds gathering_time{2};      // of what ends together
constexpr std::chrono::seconds pause_max{10};  // while the database is away
constexpr std::chrono::seconds gauge_age_max{5};

// The number of waiting deliveries, counted only when somebody asked for it since.
struct Gauge {
    std::atomic<std::int64_t> waiting = 0;
    std::atomic<bool> asked = true;
    Timestamp counted_at = {};
};

void tell(const WebhookOutcome& outcome) {
    const auto delivery = outcome.delivery.id.text();
    const auto organization = outcome.delivery.organization_id.text();
    const auto& attempt = outcome.attempt;
    const auto write = [&](log::Level level, std::string_view event) {
        log::write(level, event,
                   {{"delivery", delivery},
                    {"organization", organization},
                    {"attempt", std::int64_t{attempt.number}},
                    {"problem", attempt.problem}});
    };
    switch (outcome.state) {
        case DeliveryState::delivered:
            log::info("webhook_delivered",
                      {{"delivery", delivery}, {"organization", organization}});
            return;
        case DeliveryState::waiting: write(log::Level::info, "webhook_delayed"); return;
        case DeliveryState::dead: write(log::Level::warning, "webhook_dead"); return;
    }
}

WebhookOptions checked(WebhookOptions options) {
    if (options.timeout > webhook_timeout_max) {
        throw std::invalid_argument("a webhook's timeout may be " +
                                    std::to_string(webhook_timeout_max.count()) +
                                    " seconds at most");
    }
    return options;
}

}  // namespace

struct WebhookSender::Implementation {
    // What would otherwise come from nowhere.
    struct Outside {
        Clock now;
        Randomness randomness;
    };
    Implementation(Store& the_store, const Vault& the_vault, WebhookOptions the_options,
                   Outside outside, Metrics& metrics);

    void run();
    void collect_during(milliseconds pause);

    bool round();  // whether there was anything to do
    bool is_due(Timestamp time) const;
    WebhookRound::Limits limits() const;
    WebhookRound::Found write(Timestamp time, WebhookRound::Limits limits,
                              const std::function<void(WebhookRound&)>& work);
    void conclude(const WebhookRound::Found& found, std::size_t marked);
    bool begin(const WebhookTurn& turn);  // whether all of it was begun
    void collect(milliseconds longest);
    void end(const WebhookAttempt& attempt, const outbound::Posted& posted);

    void release_what_a_crash_left();
    void let_go();
    void give_up_posts();
    void refresh_gauge();

    Store& store;
    const Vault& vault;
    const WebhookOptions options;
    const Clock now;
    const Randomness randomness;

    std::unique_ptr<outbound::Posts> posts;
    std::unordered_map<std::uint64_t, WebhookAttempt> attempts;  // by the number of their post
    std::uint64_t last_post = 0;
    std::vector<WebhookOutcome> unmarked;
    HeldReceivers held;
    std::set<std::int32_t> passed_over;  // by the last round, as their leases were too short

    Counter& delivered;
    Counter& failed;
    Counter& dead;
    std::shared_ptr<Gauge> gauge = std::make_shared<Gauge>();

    std::thread thread;
    std::mutex mutex;  // lets wake() find `posts`
    std::atomic<bool> stopping = false;
};

WebhookSender::Implementation::Implementation(Store& the_store, const Vault& the_vault,
                                              WebhookOptions the_options, Outside outside,
                                              Metrics& metrics)
    : store(the_store),
      vault(the_vault),
      options(checked(std::move(the_options))),
      now(std::move(outside.now)),
      randomness(std::move(outside.randomness)),
      delivered(
          metrics.counter("cartulary_webhooks_delivered_total", "Events that a webhook took.")),
      failed(metrics.counter("cartulary_webhooks_failed_total",
                             "Attempts to tell a webhook of an event that failed.")),
      dead(metrics.counter("cartulary_webhooks_dead_total",
                           "Events that a webhook will not be told of any more.")) {
    give_up_posts();
    metrics.gauge("cartulary_webhooks_waiting",
                  "Events that wait for a webhook, as of the last scrape.", [gauge = gauge] {
                      gauge->asked = true;
                      return static_cast<double>(gauge->waiting.load());
                  });
}

WebhookSender::WebhookSender(Store& store, const Vault& vault, WebhookOptions options, Clock now,
                             Randomness randomness, Metrics& metrics)
    : implementation_(std::make_unique<Implementation>(
          store, vault, std::move(options),
          Implementation::Outside{std::move(now), std::move(randomness)}, metrics)) {}

WebhookSender::~WebhookSender() {
    stop();
}

void WebhookSender::start() {
    auto& self = *implementation_;
    self.stopping = false;
    self.thread = std::thread([&self] { self.run(); });
}

void WebhookSender::stop() {
    implementation_->stopping = true;
    wake();
    if (implementation_->thread.joinable()) implementation_->thread.join();
}

void WebhookSender::wake() {
    const std::lock_guard lock(implementation_->mutex);
    implementation_->posts->wake();
}

void WebhookSender::send_due() {
    auto& self = *implementation_;
    while (self.round() || !self.attempts.empty()) {
        self.collect(self.attempts.empty() ? milliseconds(0) : webhook_poll_interval);
    }
}

void WebhookSender::Implementation::run() {
    milliseconds pause{0};  // after something failed
    bool began = false;
    while (!stopping) {
        try {
            collect_during(pause);
            if (!began) release_what_a_crash_left();
            began = true;
            while (round() && !stopping) collect(milliseconds(0));
            pause = milliseconds(0);
            collect(webhook_poll_interval);
        } catch (const std::exception& problem) {
            // The database is away, which ends some time; what ended meanwhile is kept.
            const bool is_new = pause.count() == 0;
            if (is_new) log::error("webhook_sender_waits", {{"problem", problem.what()}});
            pause = is_new ? webhook_poll_interval : std::min<milliseconds>(2 * pause, pause_max);
        }
    }
    let_go();
}

// Only the end of it all is reason to come back sooner.
void WebhookSender::Implementation::collect_during(milliseconds pause) {
    const auto end_of_pause = steady_clock::now() + pause;
    for (auto left = pause; left.count() > 0 && !stopping;) {
        collect(left);
        left = std::chrono::ceil<milliseconds>(end_of_pause - steady_clock::now());
    }
}

bool WebhookSender::Implementation::round() {
    refresh_gauge();
    const auto time = now();
    // Most looks find nothing; they disturb neither writers nor those who watch for commits.
    if (unmarked.empty() && passed_over.empty() && !is_due(time)) return false;
    const std::span ended(unmarked.data(), std::min(unmarked.size(), outcomes_per_round));
    const auto found = write(time, limits(), [&](WebhookRound& round) {
        round.mark(ended);
        round.take_turns(passed_over);
        round.lease();
    });
    conclude(found, ended.size());
    for (const auto& turn : found.turns) passed_over.insert(turn.organization);
    for (const auto& turn : found.turns) {
        if (begin(turn)) passed_over.erase(turn.organization);
    }
    return true;
}

bool WebhookSender::Implementation::is_due(Timestamp time) const {
    if (held.size() >= static_cast<std::size_t>(options.receivers_at_once)) return false;
    return store.read(
        [&](Transaction& transaction) { return webhooks::any_due(transaction, time); });
}

WebhookRound::Limits WebhookSender::Implementation::limits() const {
    const auto room = options.receivers_at_once - static_cast<int>(held.size());
    return {.leases = std::clamp(room, 0, leases_per_round),
            .deliveries = attempts.size() < posts_at_once_max ? options.deliveries_at_once : 1};
}

WebhookRound::Found WebhookSender::Implementation::write(
    Timestamp time, WebhookRound::Limits limits, const std::function<void(WebhookRound&)>& work) {
    auto found = store.write([&](Transaction& transaction) -> Result<WebhookRound::Found> {
        WebhookRound round(transaction, vault, held, time, limits);
        work(round);
        return round.take();
    });
    if (!found) throw std::runtime_error(found.error().message);
    return *std::move(found);
}

// What the database knows now.
void WebhookSender::Implementation::conclude(const WebhookRound::Found& found, std::size_t marked) {
    for (std::size_t i = 0; i < marked; ++i) {
        const auto& delivery = unmarked[i].delivery;
        const auto receiver = held.find(delivery.organization);
        if (receiver != held.end()) receiver->second.under_way.erase(delivery.id);
    }
    unmarked.erase(unmarked.begin(), unmarked.begin() + static_cast<std::ptrdiff_t>(marked));
    passed_over.clear();
    for (const auto organization : found.let_go) held.erase(organization);
    for (const auto& turn : found.turns) {
        auto [receiver, is_new] = held.try_emplace(turn.organization);
        receiver->second.leased_until = turn.leased_until;
        if (is_new) receiver->second.failures = turn.failures;
    }
    delivered.add(found.delivered);
    failed.add(found.failed);
    dead.add(found.dead);
}

// An attempt is begun only if it is over before another node may lease its receiver.
bool WebhookSender::Implementation::begin(const WebhookTurn& turn) {
    auto& receiver = held.at(turn.organization);
    receiver.url = turn.address.url;
    for (const auto& delivery : turn.deliveries) {
        const auto time = now();
        if (time + options.timeout >= receiver.leased_until) return false;
        const WebhookAttempt attempt{delivery, turn.address.url, time};
        if (turn.address.problem.empty()) {
            posts->begin(++last_post, webhook_post(delivery, turn.address, time, options.user_agent,
                                                   options.timeout));
            attempts.emplace(last_post, attempt);
        } else {
            end(attempt, {.problem = turn.address.problem});
        }
        receiver.under_way.insert(delivery.id);
    }
    return true;
}

// Gathers what ends until something did and `gathering_time` has passed, or `longest`.
void WebhookSender::Implementation::collect(milliseconds longest) {
    const auto take = [&](milliseconds wait) {
        const auto ended = posts->wait(wait);
        for (const auto& [number, posted] : ended) {
            const auto attempt = attempts.extract(number);
            if (attempt) end(attempt.mapped(), posted);
        }
        return !ended.empty();
    };
    if (!take(longest)) return;
    const auto end_of_gathering = steady_clock::now() + gathering_time;
    while (!attempts.empty() && steady_clock::now() < end_of_gathering) take(milliseconds(1));
}

void WebhookSender::Implementation::end(const WebhookAttempt& attempt,
                                        const outbound::Posted& posted) {
    const auto time = now();
    auto outcome = outcome_of(attempt, posted, time, randomness);
    const auto receiver = held.find(outcome.delivery.organization);
    if (receiver != held.end()) receiver->second.learn(outcome, time, randomness);
    tell(outcome);
    unmarked.push_back(std::move(outcome));
}

void WebhookSender::Implementation::release_what_a_crash_left() {
    if (store.engine() != Engine::sqlite) return;
    auto released = store.write([](Transaction& transaction) -> Result<void> {
        webhooks::release_all(transaction);
        return {};
    });
    if (!released) throw std::runtime_error(released.error().message);
}

void WebhookSender::Implementation::let_go() {
    try {
        collect(milliseconds(0));  // what has ended by now counts
        const auto found = write(now(), {}, [&](WebhookRound& round) {
            round.mark(unmarked);
            round.release_all();
        });
        conclude(found, unmarked.size());
    } catch (const std::exception& problem) {
        log::error("webhooks_told_but_not_marked", {{"problem", problem.what()}});
    }
    give_up_posts();
    held.clear();
    passed_over.clear();
}

void WebhookSender::Implementation::give_up_posts() {
    attempts.clear();
    const std::lock_guard lock(mutex);
    posts = std::make_unique<outbound::Posts>(options.rule, connections_kept_max);
}

void WebhookSender::Implementation::refresh_gauge() {
    const auto time = now();
    if (!gauge->asked || time - gauge->counted_at < gauge_age_max) return;
    gauge->asked = false;
    gauge->counted_at = time;
    gauge->waiting = store.read(webhooks::count).waiting;
}

}  // namespace cartulary::delivery
