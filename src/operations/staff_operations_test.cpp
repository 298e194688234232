#include "operations/daily_counter.h"
#include "operations/finding.h"
#include "operations/staff_for_test.h"
#include "store/mails.h"

namespace cartulary {

namespace {

using testing::Contains;
using testing::Each;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::Not;
using testing::SizeIs;

class StaffOperationsTest : public StaffUnderTest {
protected:
    std::vector<std::string> told(const Activity::Query& query, const std::string& before = "") {
        const auto listed = staff.activity.list(clerk(), query, before);
        EXPECT_TRUE(listed) << refusal_of(listed);
        std::vector<std::string> found;
        for (const auto& [entry, actor_name, subject] : listed->entries) {
            found.push_back(entry.type + " of " + subject + " by " +
                            (actor_name.empty() ? entry.actor : actor_name));
        }
        return found;
    }
    Uuid give_up(MailKind kind) {
        const auto mail = mail_of(kind).back().id;
        write([&](Transaction& transaction) {
            mails::mark_given_up(transaction, mail, under_test.now(), "no such mailbox");
        });
        return mail;
    }
};

INSTANTIATE_TEST_SUITE_P(EveryDatabase, StaffOperationsTest,
                         testing::ValuesIn(testkit::store_kinds()),
                         [](const auto& suite) { return suite.param.name; });

TEST_P(StaffOperationsTest, the_log_tells_who_did_what_to_which_organization) {
    under_test.pass(std::chrono::hours(1));
    Badges badges(registry());
    issue(badges, own, badge_for(make_template(own), "earner@quay.example"));
    const Activity::Query by_college{.organization = college.id,
                                     .actor = "organization:" + college.id.ctid()};
    EXPECT_THAT(told(by_college),
                ElementsAre("badge.created of Welding I by Harbor College",
                            "badge_template.created of Welding I by Harbor College"));
    EXPECT_THAT(told({.type = "badge.created"}),
                ElementsAre("badge.created of Welding I by Harbor College"));
    EXPECT_THAT(told({.organization = school.id}), Each(testing::HasSubstr("Ridge School")));
    EXPECT_THAT(told({.from = under_test.now()}), SizeIs(2));
    EXPECT_THAT(told({.until = under_test.now()}), Not(Contains(testing::HasSubstr("Welding"))));
}

TEST_P(StaffOperationsTest, the_log_is_read_page_by_page_and_exported_whole) {
    for (int i = 0; i < 60; ++i) {
        under_test.pass(std::chrono::seconds(1));
        ASSERT_TRUE(staff.people.end_sessions(clerk(), ada().person.id));
    }
    const Activity::Query query{.actor = "clerk@registry.example"};
    const auto first = staff.activity.list(clerk(), query, "");
    ASSERT_THAT(first->entries, SizeIs(50));
    ASSERT_NE(first->next, "");
    const auto second = staff.activity.list(clerk(), query, first->next);
    EXPECT_THAT(second->entries, SizeIs(10));
    EXPECT_EQ(second->next, "");

    auto exported = staff.activity.exported(clerk(), query);
    ASSERT_TRUE(exported);
    std::size_t count = 0;
    while (const auto part = exported->next()) count += part->size();
    EXPECT_EQ(count, 60U);
}

TEST_P(StaffOperationsTest, the_log_refuses_what_it_cannot_look_for) {
    const auto refused = [&](const Activity::Query& query, const std::string& before = "") {
        return refusal_of(staff.activity.list(clerk(), query, before));
    };
    EXPECT_EQ(refused({.actor = std::string(301, 'x')}),
              "invalid: actor must be at most 300 characters");
    EXPECT_EQ(refused({.type = std::string(101, 'x')}),
              "invalid: type must be at most 100 characters");
    EXPECT_EQ(refused({.organization = OrganizationId(Uuid::named(url_namespace, "none"))}),
              "not_found");
    for (const auto* place : {"x", "1", "1.2", "1.2.3.4", "-1.2.3", "1.2.3x", "1.99999999999.3"}) {
        EXPECT_EQ(refused({}, place), "invalid: before is no place in the log") << place;
    }
    EXPECT_EQ(refused({}, "1700000000000.2.3"), "nothing");
    EXPECT_EQ(refusal_of(staff.activity.list(ada(), {}, "")), "forbidden");
    EXPECT_FALSE(staff.activity.exported(ada(), {}));
}

TEST_P(StaffOperationsTest, a_mail_that_was_given_up_is_sent_again_where_it_is_of_use) {
    ASSERT_TRUE(
        add_member(registry(), command_line(), {"ada@quay.example", school.id, Role::viewer, {}}));
    const auto useful = give_up(MailKind::made_administrator);
    const auto useless = give_up(MailKind::confirm_account);
    EXPECT_THAT(staff.mails.list(clerk(), MailState::given_up, {})->mails, SizeIs(2));
    EXPECT_EQ(refusal_of(staff.mails.requeue(clerk(), useless)), "conflict");
    EXPECT_EQ(refusal_of(staff.mails.requeue(clerk(), Uuid::named(url_namespace, "no"))),
              "not_found");
    const auto wakes = under_test.wakes().mail;
    EXPECT_EQ(refusal_of(staff.mails.requeue(clerk(), useful)), "nothing");
    EXPECT_EQ(under_test.wakes().mail, wakes + 1);
    EXPECT_EQ(refusal_of(staff.mails.requeue(clerk(), useful)), "conflict");
    EXPECT_THAT(acts(), ElementsAre("mail.requeued "));

    give_up(MailKind::made_administrator);
    EXPECT_EQ(staff.mails.requeue_all(clerk()).value(), 1);
    EXPECT_EQ(staff.mails.requeue_all(clerk()).value(), 0);
    EXPECT_THAT(staff.mails.list(clerk(), MailState::given_up, {})->mails, SizeIs(1));
    EXPECT_EQ(refusal_of(staff.mails.list(ada(), MailState::sent, {})), "forbidden");
    EXPECT_EQ(refusal_of(staff.mails.requeue(ada(), useful)), "forbidden");
    EXPECT_EQ(refusal_of(staff.mails.requeue_all(ada())), "forbidden");
}

TEST_P(StaffOperationsTest, deliveries_that_were_given_up_are_tried_again) {
    state_webhook(own);
    const auto id = events_of(own).back().id;
    const auto kill = [&] {
        write([&](Transaction& transaction) {
            ASSERT_TRUE(webhooks::mark_dead(
                transaction, id,
                {1, under_test.now(), std::chrono::milliseconds(20), 500, "HTTP 500"}));
        });
    };
    kill();
    const auto listed = staff.deliveries.list(clerk(), DeliveryState::dead, {});
    ASSERT_THAT(listed->deliveries, SizeIs(1));
    EXPECT_EQ(listed->deliveries.at(0).organization_name, "Harbor College");
    EXPECT_THAT(listed->deliveries.at(0).told.attempts, SizeIs(1));
    EXPECT_THAT(staff.deliveries.list(clerk(), DeliveryState::dead, id)->deliveries, IsEmpty());
    EXPECT_EQ(refusal_of(staff.deliveries.requeue(ada(), id)), "forbidden");
    ASSERT_TRUE(staff.deliveries.requeue(clerk(), id));
    EXPECT_EQ(refusal_of(staff.deliveries.requeue(clerk(), id)), "not_found");
    kill();
    EXPECT_EQ(refusal_of(staff.deliveries.requeue_all(ada(), college.id)), "forbidden");
    EXPECT_EQ(staff.deliveries.requeue_all(clerk(), college.id).value(), 1);
    EXPECT_EQ(refusal_of(staff.deliveries.list(ada(), DeliveryState::dead, {})), "forbidden");
    EXPECT_THAT(acts(), ElementsAre("webhook.all_requeued Harbor College", "webhook.requeued "));
}

TEST_P(StaffOperationsTest, counts_what_happened_on_each_day) {
    DailyCounter searches(daily_count::searches);
    for (int i = 0; i < 3; ++i) searches.note(under_test.now());
    under_test.pass(std::chrono::hours(24));
    searches.note(under_test.now());
    searches.record(under_test.store());
    searches.record(under_test.store());
    under_test.add_partner("Beacon Academy", "office@beacon.example");
    const auto days = staff.statistics.look(clerk())->days;
    ASSERT_THAT(days, SizeIs(charted_days));
    EXPECT_EQ(days.at(28).searches, 3);
    EXPECT_EQ(days.at(29).searches, 1);
    EXPECT_EQ(days.at(28).registrations, 2);
    EXPECT_EQ(days.at(29).registrations, 1);
    EXPECT_EQ(days.at(27).registrations, 0);
}

TEST_P(StaffOperationsTest, every_search_that_was_answered_counts) {
    Finding finding(registry());
    ASSERT_TRUE(finding.search({.text = "harbor"}));
    ASSERT_TRUE(finding.search({.text = "harbor"}));
    ASSERT_FALSE(finding.search({.text = std::string(10'000, 'x')}));
    finding.record_searches();
    EXPECT_EQ(staff.statistics.look(clerk())->days.back().searches, 2);
}

TEST_P(StaffOperationsTest, a_day_that_is_over_is_counted_once_and_kept) {
    staff.statistics.count_days();
    under_test.pass(std::chrono::hours(49));
    staff.statistics.count_days();
    const auto kept = under_test.store().read([&](Transaction& transaction) {
        return daily_counts::since(transaction, 0, daily_count::registrations);
    });
    const auto today = daily_counts::day_of(under_test.now());
    EXPECT_EQ(kept.at(today - 2), 2);
    EXPECT_EQ(kept.at(today - 1), 0);
    EXPECT_FALSE(kept.contains(today));
}

TEST_P(StaffOperationsTest, the_overview_tells_what_waits) {
    const auto overview = staff.statistics.look(clerk());
    ASSERT_TRUE(overview);
    EXPECT_EQ(overview->organizations_approved, 2);
    EXPECT_EQ(overview->organizations_submitted, 0);
    EXPECT_EQ(overview->people, 5);
    EXPECT_EQ(overview->drafts_waiting, 0);
    EXPECT_EQ(overview->mails_given_up, 0);
    EXPECT_EQ(overview->mails_waiting, std::ssize(under_test.waiting_mail()));
    EXPECT_GT(overview->database_bytes, 0);
    EXPECT_EQ(overview->program.version, "1.2.3");
    EXPECT_EQ(refusal_of(staff.statistics.look(ada())), "forbidden");
}

}  // namespace

}  // namespace cartulary
