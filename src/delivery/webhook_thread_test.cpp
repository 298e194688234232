#include <gmock/gmock.h>

#include <atomic>
#include <future>
#include <mutex>
#include <set>

#include "delivery/testing/webhook_sender_for_test.h"

namespace cartulary::delivery {

namespace {

using namespace std::chrono_literals;

// The sender with its thread, and what others do meanwhile.
class WebhookThreadTest : public WebhookSenderTest {
protected:
    bool delivered(const Uuid& event) { return kept(event).state == DeliveryState::delivered; }
    bool delivered(const std::vector<Uuid>& events) {
        return std::all_of(events.begin(), events.end(),
                           [this](const Uuid& event) { return delivered(event); });
    }
};

INSTANTIATE_TEST_SUITE_P(EveryDatabase, WebhookThreadTest,
                         testing::ValuesIn(testkit::store_kinds()),
                         [](const auto& suite) { return suite.param.name; });

// Several nodes may share a PostgreSQL; a SQLite file is one process's.
class WebhookNodesTest : public WebhookThreadTest {};

std::vector<testkit::StoreKind> shared_store_kinds() {
    auto kinds = testkit::store_kinds();
    std::erase_if(kinds, [](const testkit::StoreKind& kind) { return kind.name == "sqlite"; });
    return kinds;
}

INSTANTIATE_TEST_SUITE_P(EverySharedDatabase, WebhookNodesTest,
                         testing::ValuesIn(shared_store_kinds()),
                         [](const auto& suite) { return suite.param.name; });

TEST_P(WebhookThreadTest, sends_by_itself_what_is_queued_later) {
    HttpServer server(thanks);
    const auto organization = add_receiver(server.url());
    const auto sending = sender();
    sending->start();
    const auto first = queue(organization);
    sending->wake();
    wait_until([&] { return delivered(first); });
    const auto second = queue(organization);  // without a word
    wait_until([&] { return delivered(second); });
    sending->stop();
    const auto third = queue(organization);
    sending->start();
    wait_until([&] { return delivered(third); });
    EXPECT_EQ(server.requests().size(), 3U);
}

// The hanging receiver is let go only after all others were told: had any of them waited for it,
// this would never end well.
TEST_P(WebhookThreadTest, tells_all_others_while_one_receiver_hangs) {
    std::promise<void> all_told;
    HttpServer hanging([told = all_told.get_future().share()](const std::string&) {
        told.wait();
        return answering(204);
    });
    HttpServer server(thanks);
    const auto unanswered = queue(add_receiver(hanging.url()), 3);
    auto patient = options();
    patient.timeout = webhook_timeout_max;
    const auto sending = sender(patient, store());
    sending->start();
    wait_until([&] { return hanging.connections() > 0; });
    std::vector<Uuid> others;
    for (int i = 0; i < 20; ++i) {
        for (const auto& event : queue(add_receiver(server.url()), 5)) others.push_back(event);
    }
    sending->wake();
    wait_until([&] { return delivered(others); });
    EXPECT_TRUE(attempts(unanswered[0]).empty());
    all_told.set_value();
    wait_until([&] { return delivered(unanswered); });
    sending->stop();
    EXPECT_EQ(attempts(unanswered[0]).size(), 1U);
    EXPECT_EQ(server.requests().size(), 100U);
}

// Each node's rounds run on a thread of this test: start() would end the leases of the other on
// SQLite, where only one process ever sends.
TEST_P(WebhookNodesTest, tell_of_each_event_once) {
    HttpServer server(thanks);
    std::vector<Uuid> events;
    for (int i = 0; i < 30; ++i) {
        for (const auto& event : queue(add_receiver(server.url()), 5)) events.push_back(event);
    }
    std::atomic<bool> over = false;
    std::vector<std::thread> nodes;
    for (int node = 0; node < 2; ++node) {
        nodes.emplace_back([&] {
            const auto sending = sender();
            while (!over) sending->send_due();
        });
    }
    for (int i = 0; i < 10; ++i) {
        for (const auto& event : queue(add_receiver(server.url()), 5)) events.push_back(event);
    }
    wait_until([&] { return delivered(events); });
    over = true;
    for (auto& node : nodes) node.join();
    EXPECT_EQ(server.requests().size(), events.size());
}

TEST_P(WebhookThreadTest, misses_nothing_that_is_queued_while_its_receiver_is_released) {
    HttpServer server(thanks);
    const auto organization = add_receiver(server.url());
    const auto sending = sender();
    sending->start();
    std::vector<Uuid> events;
    std::mutex mutex;
    std::vector<std::thread> writers;
    for (int writer = 0; writer < 4; ++writer) {
        writers.emplace_back([&] {
            for (int i = 0; i < 25; ++i) {
                const auto event = queue(organization);
                sending->wake();
                const std::lock_guard lock(mutex);
                events.push_back(event);
            }
        });
    }
    for (auto& writer : writers) writer.join();
    wait_until([&] { return delivered(events); });
    sending->stop();
    EXPECT_EQ(server.requests().size(), events.size());
}

TEST_P(WebhookThreadTest, gives_back_what_is_under_way_when_it_is_stopped) {
    HttpServer server(
        [](const std::string&) { return HttpServer::Answer{.bytes = "", .hangs = true}; });
    const auto organization = add_receiver(server.url());
    const auto event = queue(organization);
    const auto sending = sender();
    sending->start();
    server.wait_for_requests(1);
    sending->stop();
    EXPECT_EQ(kept(event).state, DeliveryState::waiting);
    EXPECT_TRUE(attempts(event).empty());
    EXPECT_EQ(receiver(organization).failures, 0);
    HttpServer next(thanks);
    change_url(organization, next.url());
    sender()->send_due();
    EXPECT_TRUE(delivered(event));
}

TEST_P(WebhookThreadTest, goes_on_when_the_database_comes_back) {
    HttpServer server(thanks);
    const auto event = queue(add_receiver(server.url()));
    InterruptedStore interrupted(store());
    // The lease, after what SQLite frees at the start.
    interrupted.fail_after(store().engine() == Engine::sqlite ? 2 : 1);
    const auto sending = sender(options(), interrupted);
    sending->start();
    wait_until([&] { return interrupted.failures() == 1; });
    interrupted.mend();
    wait_until([&] { return delivered(event); });
    sending->stop();
    EXPECT_EQ(server.requests().size(), 1U);
}

TEST_P(WebhookThreadTest, never_sends_again_what_was_taken_while_the_database_is_away) {
    HttpServer server(thanks);
    const auto event = queue(add_receiver(server.url()));
    InterruptedStore interrupted(store());
    const auto sending = sender(options(), interrupted);
    interrupted.fail_after(1);  // the lease
    EXPECT_THROW(sending->send_due(), Unavailable);
    now_ += 2 * webhook_lease;  // so that it could be leased again
    EXPECT_THROW(sending->send_due(), Unavailable);
    interrupted.mend();
    sending->send_due();
    EXPECT_TRUE(delivered(event));
    EXPECT_EQ(attempts(event).size(), 1U);
    EXPECT_EQ(server.requests().size(), 1U);
}

TEST_P(WebhookThreadTest, sends_what_a_killed_process_left_once_its_lease_ends) {
    HttpServer server(thanks);
    const auto event = queue(add_receiver(server.url()));
    InterruptedStore interrupted(store());
    interrupted.fail_after(1);
    EXPECT_THROW(sender(options(), interrupted)->send_due(), Unavailable);
    const auto after = sender();
    after->send_due();
    EXPECT_FALSE(delivered(event));
    now_ += webhook_lease;
    after->send_due();
    EXPECT_TRUE(delivered(event));
    ASSERT_EQ(server.requests().size(), 2U);
    for (const auto& request : server.requests()) {
        EXPECT_EQ(header_of(request, "webhook-id"), event.text());
    }
}

TEST_P(WebhookThreadTest, waits_for_no_lease_of_a_killed_process_where_it_is_alone) {
    HttpServer server(thanks);
    const auto event = queue(add_receiver(server.url()));
    InterruptedStore interrupted(store());
    interrupted.fail_after(1);
    EXPECT_THROW(sender(options(), interrupted)->send_due(), Unavailable);
    const auto after = sender();
    after->start();
    if (store().engine() == Engine::sqlite) wait_until([&] { return delivered(event); });
    after->stop();
    EXPECT_EQ(delivered(event), store().engine() == Engine::sqlite);
}

// Every look at the clock costs time here, so that a lease runs out in the middle of its turn.
TEST_P(WebhookThreadTest, begins_no_attempt_that_may_outlast_its_lease) {
    constexpr auto leased_until_sql = "select leased_until from webhook_receiver";
    std::atomic<std::int64_t> clock = milliseconds(now_);
    std::atomic<int> outlasting = 0;
    const auto wanted = options();
    HttpServer server([&](const std::string& request) {
        const auto began = timestamp(std::stoll(header_of(request, "webhook-timestamp")) * 1'000);
        const auto leased_until = store().read([&](Transaction& transaction) {
            auto rows = transaction.query(leased_until_sql);
            rows.next();
            return rows.optional_time(0).value_or(Timestamp{});
        });
        if (began + wanted.timeout > leased_until) ++outlasting;
        return answering(204);
    });
    const auto events = queue(add_receiver(server.url()), 40);
    WebhookSender sending(
        store(), vault_, wanted, [&] { return timestamp(clock += 5'000); }, no_jitter, metrics_);
    sending.send_due();
    EXPECT_TRUE(delivered(events));
    EXPECT_EQ(outlasting, 0);
    EXPECT_EQ(server.requests().size(), 40U);
}

}  // namespace

}  // namespace cartulary::delivery
