#include "delivery/webhook_sender.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <atomic>
#include <map>
#include <set>

#include "delivery/testing/webhook_sender_for_test.h"
#include "delivery/webhook_signature.h"

namespace cartulary::delivery {

namespace {

using namespace std::chrono_literals;
using testing::Each;
using testing::HasSubstr;
using testing::StartsWith;

INSTANTIATE_TEST_SUITE_P(EveryDatabase, WebhookSenderTest,
                         testing::ValuesIn(testkit::store_kinds()),
                         [](const auto& suite) { return suite.param.name; });

// The URL of a receiver that is not there.
std::string nowhere() {
    return HttpServer(thanks).url();
}

// Answers that follow each other; the last one stays.
HttpServer::Handler in_turn(const std::vector<HttpServer::Answer>& answers) {
    return [answers, next = std::make_shared<std::atomic<std::size_t>>(0)](const std::string&) {
        return answers[std::min(next->fetch_add(1), answers.size() - 1)];
    };
}

std::string signature_of(const std::string& request, const std::string& secret) {
    const auto seconds = std::stoll(header_of(request, "webhook-timestamp"));
    return webhook_signature(secret, header_of(request, "webhook-id"), timestamp(seconds * 1000),
                             body_of(request));
}

TEST_P(WebhookSenderTest, tells_a_webhook_of_an_event) {
    HttpServer server(thanks);
    const auto organization = add_receiver(server.url("/hook?key=1"));
    const auto event = queue(organization);
    sender()->send_due();
    ASSERT_EQ(server.requests().size(), 1U);
    const auto request = server.requests()[0];
    EXPECT_THAT(request, StartsWith("POST /hook?key=1 HTTP/1.1\r\n"));
    EXPECT_EQ(header_of(request, "Content-Type"), "application/json");
    EXPECT_EQ(header_of(request, "User-Agent"), "Cartulary");
    EXPECT_EQ(header_of(request, "webhook-id"), event.text());
    EXPECT_EQ(header_of(request, "webhook-timestamp"), "1700000000");
    EXPECT_EQ(header_of(request, "webhook-signature"), signature_of(request, webhook_secret));
    EXPECT_EQ(body_of(request), R"({"id":")" + event.text() + R"(","organization_id":")" +
                                    kept(event).organization_id.text() +
                                    R"(","event_type":"organization.changed",)" +
                                    R"("occurred_at":"2023-11-14T22:13:20.000Z"})");
    EXPECT_EQ(kept(event).state, DeliveryState::delivered);
    ASSERT_EQ(attempts(event).size(), 1U);
    EXPECT_EQ(attempts(event)[0].status, 204);
    EXPECT_EQ(attempts(event)[0].started_at, now_);
    EXPECT_FALSE(any_due());
    EXPECT_THAT(metrics_.text(), HasSubstr("cartulary_webhooks_delivered_total 1"));
}

TEST_P(WebhookSenderTest, tries_again_what_was_not_taken_with_the_same_id_and_body) {
    HttpServer server(in_turn({answering(500), answering(204)}));
    const auto event = queue(add_receiver(server.url()));
    const auto sending = sender();
    sending->send_due();
    EXPECT_EQ(kept(event).state, DeliveryState::waiting);
    EXPECT_EQ(kept(event).last_problem, "answered 500");
    sending->send_due();
    EXPECT_EQ(server.requests().size(), 1U);
    now_ += 5s;
    sending->send_due();
    EXPECT_EQ(kept(event).state, DeliveryState::delivered);
    ASSERT_EQ(server.requests().size(), 2U);
    const auto first = server.requests()[0];
    const auto second = server.requests()[1];
    EXPECT_EQ(header_of(first, "webhook-id"), header_of(second, "webhook-id"));
    EXPECT_EQ(body_of(first), body_of(second));
    EXPECT_EQ(header_of(second, "webhook-timestamp"), "1700000005");
    EXPECT_EQ(header_of(second, "webhook-signature"), signature_of(second, webhook_secret));
    ASSERT_EQ(attempts(event).size(), 2U);
    EXPECT_EQ(attempts(event)[0].status, 500);
    EXPECT_EQ(attempts(event)[1].status, 204);
    EXPECT_THAT(metrics_.text(), HasSubstr("cartulary_webhooks_failed_total 1"));
    EXPECT_THAT(metrics_.text(), HasSubstr("cartulary_webhooks_delivered_total 1"));
}

TEST_P(WebhookSenderTest, follows_no_redirect) {
    HttpServer elsewhere(thanks);
    HttpServer server([&](const std::string&) { return outbound::redirecting(elsewhere.url()); });
    const auto event = queue(add_receiver(server.url()));
    sender()->send_due();
    EXPECT_EQ(kept(event).state, DeliveryState::waiting);
    EXPECT_EQ(kept(event).last_status, 302);
    EXPECT_EQ(elsewhere.connections(), 0U);
}

TEST_P(WebhookSenderTest, sends_nothing_more_to_a_receiver_that_is_gone) {
    HttpServer server([](const std::string&) { return answering(410); });
    const auto organization = add_receiver(server.url());
    const auto told = queue(organization);
    now_ += 1ms;
    const auto waited = queue(organization);
    auto one_at_once = options();
    one_at_once.deliveries_at_once = 1;
    const auto sending = sender(one_at_once, store());
    sending->send_due();
    EXPECT_EQ(receiver(organization).disabled, "the receiver answered 410 Gone");
    EXPECT_EQ(kept(told).last_problem, "answered 410 Gone");
    EXPECT_EQ(kept(waited).last_problem, "the receiver answered 410 Gone");
    for (const auto& event : {told, waited}) EXPECT_EQ(kept(event).state, DeliveryState::dead);
    now_ += 24h;
    sending->send_due();
    EXPECT_EQ(server.requests().size(), 1U);
    EXPECT_THAT(metrics_.text(), HasSubstr("cartulary_webhooks_dead_total 2"));
}

TEST_P(WebhookSenderTest, does_not_disable_a_new_receiver_for_what_the_old_one_said) {
    HttpServer renamed(thanks);
    std::int32_t organization = 0;
    HttpServer old([&](const std::string&) {
        change_url(organization, renamed.url());
        return answering(410);
    });
    organization = add_receiver(old.url());
    queue(organization);
    const auto sending = sender();
    sending->send_due();
    EXPECT_EQ(receiver(organization).disabled, "");
    const auto later = queue(organization);
    sending->send_due();
    EXPECT_EQ(kept(later).state, DeliveryState::delivered);
    EXPECT_EQ(renamed.requests().size(), 1U);
}

TEST_P(WebhookSenderTest, does_not_let_a_new_receiver_wait_for_what_the_old_one_asked) {
    HttpServer renamed(thanks);
    std::int32_t organization = 0;
    HttpServer old([&](const std::string&) {
        change_url(organization, renamed.url());
        return answering(429, {}, "Retry-After: 3600\r\n");
    });
    organization = add_receiver(old.url());
    queue(organization);
    const auto sending = sender();
    sending->send_due();
    const auto later = queue(organization);
    sending->send_due();
    EXPECT_EQ(kept(later).state, DeliveryState::delivered);
    EXPECT_EQ(receiver(organization).failures, 0);
}

TEST_P(WebhookSenderTest, leaves_a_busy_receiver_alone_as_long_as_it_asks) {
    HttpServer server(in_turn({answering(429, {}, "Retry-After: 120\r\n"), answering(204)}));
    const auto organization = add_receiver(server.url());
    const auto first = queue(organization);
    const auto sending = sender();
    sending->send_due();
    now_ += 119s;
    const auto second = queue(organization);
    sending->send_due();
    EXPECT_EQ(server.requests().size(), 1U);
    now_ += 1s;
    sending->send_due();
    EXPECT_EQ(kept(first).state, DeliveryState::delivered);
    EXPECT_EQ(kept(second).state, DeliveryState::delivered);
}

TEST_P(WebhookSenderTest, tries_a_receiver_that_does_not_answer_with_one_delivery_at_a_time) {
    const auto organization = add_receiver(nowhere());
    const auto events = queue(organization, 3);
    const auto attempted = [&] {
        std::size_t count = 0;
        for (const auto& event : events) count += attempts(event).size();
        return count;
    };
    const auto sending = sender();
    sending->send_due();
    EXPECT_EQ(attempted(), 3U);
    EXPECT_EQ(receiver(organization).failures, 1);
    for (const auto delay : {5s, 15s, 60s, 300s}) {
        const auto before = attempted();
        now_ += delay - 1s;
        sending->send_due();
        EXPECT_EQ(attempted(), before) << delay.count();
        now_ += 1s;
        sending->send_due();
        EXPECT_EQ(attempted(), before + 1) << delay.count();
    }
    EXPECT_EQ(receiver(organization).failures, 5);
    EXPECT_EQ(kept(events[0]).last_problem, "does not take connections");
    EXPECT_EQ(kept(events[0]).last_status, std::nullopt);
}

TEST_P(WebhookSenderTest, tells_everything_once_a_receiver_is_back) {
    const auto organization = add_receiver(nowhere());
    const auto sending = sender();
    queue(organization, 20);
    sending->send_due();
    HttpServer server(thanks);
    change_url(organization, server.url());
    now_ += 60s;
    sending->send_due();
    EXPECT_EQ(receiver(organization).failures, 0);
    EXPECT_EQ(server.requests().size(), 20U);
    EXPECT_EQ(waiting(), 0);
}

TEST_P(WebhookSenderTest, gives_a_delivery_up_after_25_days) {
    HttpServer server([](const std::string&) { return answering(500); });
    const auto event = queue(add_receiver(server.url()));
    const auto began = now_;
    const auto sending = sender();
    sending->send_due();
    while (kept(event).state == DeliveryState::waiting && now_ < began + 2 * webhook_patience) {
        now_ = kept(event).next_attempt;
        sending->send_due();
    }
    EXPECT_EQ(kept(event).state, DeliveryState::dead);
    EXPECT_EQ(now_, began + webhook_patience);
    EXPECT_EQ(kept(event).attempts, static_cast<int>(attempts(event).size()));
    EXPECT_GT(kept(event).attempts, 30);
    EXPECT_THAT(metrics_.text(), HasSubstr("cartulary_webhooks_dead_total 1"));
}

TEST_P(WebhookSenderTest, gives_up_after_25_days_what_a_silent_receiver_was_never_told) {
    const auto organization = add_receiver(nowhere());
    const auto sending = sender();
    queue(organization);
    sending->send_due();
    queue(organization);
    now_ += 1ms;
    const auto untried = queue(organization);
    now_ += webhook_patience;
    const auto later = queue(organization);
    now_ += 1ms;
    sending->send_due();
    EXPECT_EQ(kept(untried).state, DeliveryState::dead);
    EXPECT_TRUE(attempts(untried).empty());
    EXPECT_EQ(kept(untried).last_problem, "the receiver did not answer for 25 days");
    EXPECT_EQ(kept(later).state, DeliveryState::waiting);
}

TEST_P(WebhookSenderTest, has_all_its_patience_again_with_what_was_requeued) {
    const auto organization = add_receiver(nowhere());
    const auto events = queue(organization, 2);
    now_ += webhook_patience + 1ms;
    write([&](Transaction& transaction) {
        webhooks::give_up(transaction, organization, now_, now_, "of no use");
        webhooks::requeue_all(transaction, organization, now_);
    });
    const auto sending = sender();
    for (const auto delay : {0h, 1h, 2h}) {
        now_ += delay;
        sending->send_due();
    }
    for (const auto& event : events) EXPECT_EQ(kept(event).state, DeliveryState::waiting);
}

TEST_P(WebhookSenderTest, signs_with_the_old_secret_too_until_its_time_is_over) {
    HttpServer server(thanks);
    const auto organization = add_receiver(server.url());
    auto rotated = receiver_of(organization);
    rotated.sealed_old_secret = vault_.seal(old_webhook_secret);
    rotated.old_until = now_ + 24h;
    write([&](Transaction& transaction) { webhooks::put_receiver(transaction, rotated, now_); });
    const auto sending = sender();
    queue(organization);
    sending->send_due();
    now_ += 24h;
    queue(organization);
    sending->send_due();
    const auto during = server.requests().at(0);
    const auto after = server.requests().at(1);
    EXPECT_EQ(header_of(during, "webhook-signature"), signature_of(during, webhook_secret) + " " +
                                                          signature_of(during, old_webhook_secret));
    EXPECT_EQ(header_of(after, "webhook-signature"), signature_of(after, webhook_secret));
}

TEST_P(WebhookSenderTest, waits_for_the_key_that_a_secret_was_sealed_with) {
    HttpServer server(thanks);
    const auto organization = add_receiver(server.url());
    auto sealed_elsewhere = receiver_of(organization);
    sealed_elsewhere.sealed_secret = Vault::with_key({9}).seal(webhook_secret);
    write([&](Transaction& transaction) {
        webhooks::put_receiver(transaction, sealed_elsewhere, now_);
    });
    const auto event = queue(organization);
    sender()->send_due();
    EXPECT_EQ(kept(event).state, DeliveryState::waiting);
    EXPECT_EQ(kept(event).last_problem, "its secret was sealed with another key than ours");
    EXPECT_EQ(server.connections(), 0U);
}

TEST_P(WebhookSenderTest, gives_up_what_an_organization_without_a_url_had_waiting) {
    const auto organization = add_receiver("https://hooks.example/");
    const auto event = queue(organization);
    change_url(organization, "");
    sender()->send_due();
    EXPECT_EQ(kept(event).state, DeliveryState::dead);
    EXPECT_EQ(kept(event).last_problem, "the organization names no webhook URL");
    EXPECT_FALSE(any_due());
}

TEST_P(WebhookSenderTest, calls_no_address_inside_unless_it_is_allowed) {
    HttpServer server(thanks);
    std::vector<Uuid> events;
    for (const auto* host : {"127.0.0.1", "localhost", "2130706433", "[::ffff:127.0.0.1]"}) {
        events.push_back(queue(add_receiver(server.url_as(host))));
    }
    sender({}, store())->send_due();
    EXPECT_EQ(server.connections(), 0U);
    for (const auto& event : events) {
        EXPECT_EQ(kept(event).state, DeliveryState::waiting);
        EXPECT_EQ(kept(event).last_problem, "leads to an address that may not be called");
    }
    now_ += 5s;
    sender()->send_due();
    EXPECT_EQ(kept(events[0]).state, DeliveryState::delivered);
}

TEST_P(WebhookSenderTest,
       tells_one_receiver_of_several_events_at_once_but_of_no_more_than_allowed) {
    std::atomic<int> now_asked = 0;
    std::atomic<int> most_asked = 0;
    HttpServer server([&](const std::string&) {
        const int asked = ++now_asked;
        for (int most = most_asked;
             asked > most && !most_asked.compare_exchange_weak(most, asked);) {
        }
        std::this_thread::sleep_for(2ms);
        --now_asked;
        return answering(204);
    });
    const auto organization = add_receiver(server.url());
    std::multiset<std::string> expected;
    for (const auto& event : queue(organization, 50)) expected.insert(event.text());
    auto few_at_once = options();
    few_at_once.deliveries_at_once = 4;
    sender(few_at_once, store())->send_due();
    std::multiset<std::string> told;
    for (const auto& request : server.requests()) told.insert(header_of(request, "webhook-id"));
    EXPECT_EQ(told, expected);
    EXPECT_GT(most_asked, 1);
    EXPECT_LE(most_asked, 4);
    EXPECT_LE(server.connections(), 4U);
}

TEST_P(WebhookSenderTest, has_more_receivers_than_it_may_lease_at_once) {
    HttpServer server(thanks);
    for (int i = 0; i < 70; ++i) queue(add_receiver(server.url("/" + std::to_string(i))), 2);
    auto few_at_once = options();
    few_at_once.receivers_at_once = 8;
    sender(few_at_once, store())->send_due();
    std::map<std::string, int> told;
    for (const auto& request : server.requests()) ++told[request.substr(0, request.find("HTTP"))];
    EXPECT_EQ(told.size(), 70U);
    EXPECT_THAT(told, Each(testing::Pair(testing::_, 2)));
    EXPECT_EQ(waiting(), 0);
}

TEST_P(WebhookSenderTest, commits_nothing_while_nothing_is_due) {
    HttpServer server([](const std::string&) { return answering(500); });
    const auto sending = sender();
    sending->send_due();
    queue(add_receiver(server.url()));
    sending->send_due();
    const auto before = store().commits();
    sending->send_due();
    EXPECT_EQ(store().commits(), before);
}

TEST_P(WebhookSenderTest, shows_how_many_events_wait) {
    queue(add_receiver(nowhere()), 3);
    const auto sending = sender();
    sending->send_due();
    now_ += 5s;
    EXPECT_FALSE(metrics_.text().empty());
    sending->send_due();
    EXPECT_THAT(metrics_.text(), HasSubstr("cartulary_webhooks_waiting 3"));
}

TEST_P(WebhookSenderTest, needs_a_lease_that_is_longer_than_an_attempt) {
    auto slow = options();
    slow.timeout = webhook_timeout_max;
    EXPECT_NO_THROW(sender(slow, store()));
    slow.timeout = webhook_timeout_max + 1s;
    EXPECT_THROW(sender(slow, store()), std::invalid_argument);
}

}  // namespace

}  // namespace cartulary::delivery
