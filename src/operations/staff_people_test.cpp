#include "operations/staff_for_test.h"

namespace cartulary {

namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;

class StaffPeopleTest : public StaffUnderTest {
protected:
    std::vector<std::string> addresses(const StaffPeople::Query& query) {
        std::vector<std::string> found;
        const auto listed = staff.people.list(clerk(), query);
        for (const auto& [person, parts] : listed->people) {
            found.push_back(person.email);
        }
        return found;
    }
    Uuid id_of(const std::string& email) {
        return under_test.store()
            .read([&](Transaction& transaction) {
                return persons::find_by_email(transaction, email);
            })
            .value()
            .id;
    }
    Uuid dean() { return id_of("dean@registry.example"); }
    bool is_staff(const std::string& email) {
        return staff.people.show(clerk(), id_of(email))->person.staff;
    }
};

INSTANTIATE_TEST_SUITE_P(EveryDatabase, StaffPeopleTest, testing::ValuesIn(testkit::store_kinds()),
                         [](const auto& suite) { return suite.param.name; });

TEST_P(StaffPeopleTest, finds_people_with_their_organizations) {
    EXPECT_THAT(addresses({.text = "QUAY"}), ElementsAre("ada@quay.example"));
    EXPECT_THAT(addresses({.staff = true}),
                ElementsAre("clerk@registry.example", "dean@registry.example"));
    EXPECT_THAT(addresses({.text = "registry", .after = id_of("clerk@registry.example")}),
                ElementsAre("dean@registry.example"));
    const auto listed = staff.people.list(clerk(), {.text = "ada@"});
    ASSERT_THAT(listed->people, SizeIs(1));
    ASSERT_THAT(listed->people.at(0).parts, SizeIs(1));
    EXPECT_EQ(listed->people.at(0).parts.at(0).name, "Harbor College");
    EXPECT_EQ(refusal_of(staff.people.list(clerk(), {.text = std::string(201, 'x')})),
              "invalid: text must be at most 200 characters");
}

TEST_P(StaffPeopleTest, makes_and_unmakes_staff) {
    const auto ada_id = id_of("ada@quay.example");
    ASSERT_TRUE(staff.people.set_staff(clerk(), ada_id, true));
    EXPECT_TRUE(is_staff("ada@quay.example"));
    EXPECT_FALSE(ada().staff) << "not without a second factor";
    ASSERT_TRUE(staff.people.set_staff(clerk(), ada_id, true));
    ASSERT_TRUE(staff.people.set_staff(clerk(), ada_id, false));
    EXPECT_FALSE(is_staff("ada@quay.example"));
    EXPECT_THAT(acts(), ElementsAre("person.staff_removed ada@quay.example",
                                    "person.staff_added ada@quay.example"));
}

TEST_P(StaffPeopleTest, nobody_changes_their_own_flag_and_so_one_always_stays) {
    const auto before = clerk();
    EXPECT_EQ(refusal_of(staff.people.set_staff(before, before.person.id, false)), "conflict");
    const auto dean_token = enrol(session_of("dean@registry.example")).token;
    const auto other = actor(dean_token);
    ASSERT_TRUE(staff.people.set_staff(before, dean(), false));
    EXPECT_EQ(refusal_of(staff.people.set_staff(other, before.person.id, false)), "forbidden")
        << "who was removed a moment ago removes nobody";
    EXPECT_TRUE(clerk().staff);
}

TEST_P(StaffPeopleTest, logs_somebody_out_everywhere) {
    const auto token = session_of("ada@quay.example");
    EXPECT_THAT(staff.people.show(clerk(), id_of("ada@quay.example"))->sessions, SizeIs(1));
    ASSERT_TRUE(staff.people.end_sessions(clerk(), id_of("ada@quay.example")));
    EXPECT_FALSE(people.sessions.find(token));
    EXPECT_TRUE(clerk().staff) << "and nobody else";
    EXPECT_THAT(acts(), ElementsAre("person.sessions_ended ada@quay.example"));
}

TEST_P(StaffPeopleTest, resets_a_lost_second_factor_and_says_so_by_mail) {
    const auto ada_id = id_of("ada@quay.example");
    EXPECT_EQ(refusal_of(staff.people.reset_second_factor(clerk(), ada_id)), "conflict");
    const auto token = enrol(session_of("ada@quay.example")).token;
    EXPECT_TRUE(staff.people.show(clerk(), ada_id)->has_second_factor);
    const auto wakes = under_test.wakes().mail;
    ASSERT_TRUE(staff.people.reset_second_factor(clerk(), ada_id));
    EXPECT_EQ(under_test.wakes().mail, wakes + 1);
    EXPECT_FALSE(people.sessions.find(token));
    EXPECT_FALSE(staff.people.show(clerk(), ada_id)->has_second_factor);
    ASSERT_THAT(mail_of(MailKind::second_factor_off), SizeIs(1));
    EXPECT_EQ(mail_of(MailKind::second_factor_off).at(0).to_address, "ada@quay.example");
    EXPECT_EQ(refusal_of(staff.people.reset_second_factor(clerk(), clerk().person.id)), "conflict")
        << "nobody their own";
}

TEST_P(StaffPeopleTest, mails_another_link_to_who_has_no_password) {
    const auto ada_id = id_of("ada@quay.example");
    EXPECT_EQ(refusal_of(staff.people.mail_confirmation(clerk(), ada_id)), "conflict");
    const auto office = id_of("office@harbor.example");
    const auto before = token_of(MailKind::confirm_account);
    under_test.pass(std::chrono::seconds(1));
    ASSERT_TRUE(staff.people.mail_confirmation(clerk(), office));
    const auto after = token_of(MailKind::confirm_account);
    EXPECT_NE(before, after);
    EXPECT_TRUE(person_of_link(registry(), after));
    EXPECT_EQ(person_of_link(registry(), after)->email, "office@harbor.example");
}

TEST_P(StaffPeopleTest, is_for_staff_alone) {
    const auto who = ada();
    const auto target = dean();
    auto& all = staff.people;
    EXPECT_EQ(refusal_of(all.list(who, {})), "forbidden");
    EXPECT_EQ(refusal_of(all.show(who, target)), "forbidden");
    EXPECT_EQ(refusal_of(all.set_staff(who, target, true)), "forbidden");
    EXPECT_EQ(refusal_of(all.end_sessions(who, target)), "forbidden");
    EXPECT_EQ(refusal_of(all.reset_second_factor(who, target)), "forbidden");
    EXPECT_EQ(refusal_of(all.mail_confirmation(who, target)), "forbidden");
    const auto unknown = Uuid::named(url_namespace, "unknown");
    EXPECT_EQ(refusal_of(all.show(clerk(), unknown)), "not_found");
    EXPECT_EQ(refusal_of(all.set_staff(clerk(), unknown, true)), "not_found");
    EXPECT_EQ(refusal_of(all.end_sessions(clerk(), unknown)), "not_found");
    EXPECT_EQ(refusal_of(all.reset_second_factor(clerk(), unknown)), "not_found");
    EXPECT_EQ(refusal_of(all.mail_confirmation(clerk(), unknown)), "not_found");
}

}  // namespace

}  // namespace cartulary
