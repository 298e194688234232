#include <gtest/gtest.h>

#include <deque>

#include "store/badge_samples_for_test.h"
#include "store/badge_templates.h"
#include "store/badges.h"
#include "store/credentials.h"
#include "store/events.h"
#include "store/mails.h"
#include "store/on_connection.h"
#include "store/organizations.h"
#include "store/pictures.h"
#include "store/sqlite/connection.h"
#include "store/tenant_organizations.h"
#include "store/tenant_people.h"
#include "store/tenant_search.h"
#include "store/webhooks.h"
#include "testkit/stores.h"

namespace cartulary {

namespace {

// Runs every statement, and keeps how SQLite goes about it.
class ExplainedTransaction final : public Transaction {
public:
    ExplainedTransaction() {
        MigrationsOn<sqlite::Connection, Engine::sqlite> target(connection_);
        migrate(target, embedded_migrations(), sample_time(0));
    }
    Engine engine() const override { return Engine::sqlite; }

    // What was explained since it was last asked, a step a line.
    std::string take_plan() { return std::exchange(plan_, {}); }

protected:
    Rows execute(const char* sql, std::span<const Parameter> parameters) override {
        const auto& explain = texts_.emplace_back(std::string("explain query plan ") + sql);
        auto rows = connection_.execute(explain.c_str(), parameters);
        while (rows.next()) plan_ += rows.text(3) + "\n";
        return connection_.execute(sql, parameters);
    }
    Rows execute_once(const std::string& sql, std::span<const Parameter> parameters) override {
        auto rows = connection_.execute_once("explain query plan " + sql, parameters);
        while (rows.next()) plan_ += rows.text(3) + "\n";
        return connection_.execute_once(sql, parameters);
    }

private:
    testkit::TemporaryFolder folder_;
    sqlite::Connection connection_{folder_.path() / "test.db",
                                   sqlite::Connection::Access::read_write};
    std::deque<std::string> texts_;  // stay where they are: the address names the statement
    std::string plan_;
};

class QueryPlans : public testing::Test {
protected:
    // Neither reads a table or an index from end to end, nor sorts.
    void expect_direct(const char* what) { expect_without({"SCAN", "AUTOMATIC", "B-TREE"}, what); }

    // Reads no table or index from end to end, and sorts no more than it gives.
    void expect_found(const char* what) { expect_without({"SCAN organization", "AUTO"}, what); }

    void expect_without(std::initializer_list<std::string_view> slow_steps, const char* what) {
        const auto plan = transaction.take_plan();
        EXPECT_NE(plan, "") << what;
        for (const auto step : slow_steps) {
            EXPECT_EQ(plan.find(step), std::string::npos) << what << ":\n" << plan;
        }
    }

    ExplainedTransaction transaction;
    const Uuid id = sample_id("a");
    const Timestamp now = sample_time(0);
};

TEST_F(QueryPlans, a_credential_is_looked_up_directly) {
    credentials::owner_of_key(transaction, "digest");
    expect_direct("owner of a key");
    credentials::find_token(transaction, id);
    expect_direct("a token");
    credentials::set_token_used(transaction, id, now);
    expect_direct("the use of a token");
    credentials::remove_token(transaction, id);
    expect_direct("the end of a token");
    credentials::forget_access_tokens(transaction, now);
    expect_direct("old access tokens");
}

TEST_F(QueryPlans, the_owner_of_a_token_is_looked_up_directly) {
    credentials::owner_of_token(transaction, "digest");
    expect_direct("owner of a token");
}

TEST_F(QueryPlans, a_page_of_events_costs_the_same_wherever_it_is) {
    events::list(transaction, 1, 1'000'000, 50);
    expect_direct("a page of events");
    events::count(transaction, 1);
    expect_direct("the number of events");
    events::find(transaction, 1, id);
    expect_direct("an event");
}

TEST_F(QueryPlans, organizations_are_found_by_what_they_are_called) {
    organizations::find_by_profile_name(transaction, "harbor");
    expect_direct("by profile name");
    organizations::list_seen_by(transaction, 1, {});
    expect_found("those that a viewer may see");
}

TEST_F(QueryPlans, badges_are_found_directly_and_listed_newest_first_without_sorting) {
    badges::find(transaction, id);
    expect_direct("a badge");
    badges::find_by_link(transaction, "digest");
    expect_direct("a badge by its link");
    badges::list(transaction, 1, {}, {}, {});
    expect_direct("a page of badges");
    badge_templates::find_by_slug(transaction, 1, "navigator");
    expect_direct("a template by its slug");
    badge_templates::list(transaction, 1, {}, {}, {});
    expect_direct("a page of templates");
    ASSERT_TRUE(badge_templates::remove(transaction, id));
    expect_direct("the end of a template");
}

TEST_F(QueryPlans, tenants_and_their_organizations_are_found_directly) {
    namespace tenants = tenant_organizations;
    tenants::find_by_serial(transaction, 1);
    expect_direct("by a serial");
    tenants::find_by_channel(transaction, "channel");
    expect_direct("by a channel");
    tenants::channel_is_taken(transaction, "channel", 0);
    tenants::external_id_is_taken(transaction, 1, "id", 0);
    tenants::number_by(transaction, 1, "id");
    expect_direct("by an identifier");
    tenants::tenants(transaction, 0, 200);
    expect_found("a page of tenants");
    tenant_people::find_by_login(transaction, "gita@harbor.example");
    tenant_people::find_membership(transaction, 1, id);
    tenant_people::memberships_of(transaction, id);
    expect_direct("people");
    using Kind = TenantCondition::Kind;
    for (const auto field : {TenantField::serial, TenantField::root_serial, TenantField::is_root}) {
        tenants::search(transaction, {.condition = {Kind::one_of, field, {std::int64_t{1}}, {}}});
        expect_without({"SCAN tenant_organization", "AUTO"}, "a search by a number");
    }
    for (const auto field :
         {TenantField::channel, TenantField::name, TenantField::slug, TenantField::external_id}) {
        tenants::search(transaction, {.condition = {Kind::one_of, field, {"x"}, {}}});
        expect_without({"SCAN tenant_organization", "AUTO"}, "a search by a text");
        tenants::search(transaction, {.condition = {Kind::begins_with, field, {"x"}, {}}});
        expect_without({"SCAN tenant_organization", "AUTO"}, "a search by the begin of a text");
    }
}

TEST_F(QueryPlans, the_queues_are_read_from_their_front) {
    webhooks::queue(transaction, 1, id, now);
    expect_direct("queueing");
    webhooks::any_due(transaction, now);
    expect_direct("whether a receiver is due");
    webhooks::lease(transaction, now, now, 500);
    expect_direct("a lease");
    webhooks::due(transaction, 1, now, 16);
    expect_direct("due deliveries");
    webhooks::release(transaction, 1, now, 0);
    expect_direct("the end of a lease");
    webhooks::mark_delivered(transaction, id, {1, now, std::chrono::milliseconds(1), 204, ""});
    expect_direct("a delivery");
    mails::any_due(transaction, now);
    expect_direct("whether a mail is due");
}

TEST_F(QueryPlans, what_is_rarely_asked_reads_no_more_than_it_needs) {
    webhooks::give_up(transaction, 1, now, now, "problem");
    expect_direct("giving up");
    webhooks::requeue_all(transaction, 1, now);
    expect_direct("queueing again");
    webhooks::forget_delivered(transaction, now, 100);
    expect_direct("forgetting deliveries");
    webhooks::list(transaction, 1, {}, {});
    expect_direct("a page of deliveries");
    pictures::forget_unused(transaction, now);
    expect_direct("forgetting pictures");
}

}  // namespace

}  // namespace cartulary
