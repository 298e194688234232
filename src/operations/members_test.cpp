#include "operations/people_for_test.h"

namespace cartulary {

namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;

class MembersTest : public testing::Test, protected PeopleUnderTest {
protected:
    MembersTest() {
        // The fixture's own administrator is not asked.
        const auto present = persons_of(own);
        write([&](Transaction& transaction) {
            for (const auto& member : present) {
                persons::remove_membership(transaction, own.organization, member.person.id);
            }
        });
        make_person("ada@quay.example", Role::administrator);
        make_person("pia@quay.example", Role::publisher);
        make_person("vic@quay.example", Role::viewer);
        make_person("out@quay.example");
    }

    std::vector<Membership> persons_of(const Caller& organization) {
        return under_test.store().read([&](Transaction& transaction) {
            return persons::members(transaction, organization.organization);
        });
    }
    std::vector<std::string> people_in() {
        std::vector<std::string> told;
        for (const auto& [person, role, at] : persons_of(own)) {
            told.push_back(person.email.substr(0, 3) + " " + std::string(name_of(role)));
        }
        return told;
    }
    Uuid id_of(const std::string& name) { return who(name).person.id; }
    Actor who(const std::string& name) { return logged_in(name + "@quay.example"); }

    Members& members = people.members;
    Joining& joining = people.joining;
};

TEST_F(MembersTest, every_member_sees_the_members_and_nobody_else_does) {
    for (const auto* name : {"ada", "pia", "vic"}) {
        const auto listed = members.list(who(name), college.id);
        ASSERT_TRUE(listed) << name;
        EXPECT_THAT(listed->members, SizeIs(3));
        EXPECT_EQ(listed->may_change, name == std::string("ada"));
    }
    EXPECT_EQ(refusal_of(members.list(who("out"), college.id)), "not_found");
    EXPECT_EQ(refusal_of(members.list(who("ada"), school.id)), "not_found");
}

TEST_F(MembersTest, only_administrators_change_anything) {
    const auto note = [&](const std::string& name) {
        const auto actor = who(name);
        const auto& id = college.id;
        return std::vector<std::string>{
            refusal_of(members.set_role(actor, id, id_of("vic"), Role::publisher)),
            refusal_of(members.remove(actor, id, id_of("vic"))),
            refusal_of(members.invite(actor, id, "new@quay.example", Role::viewer)),
            refusal_of(members.cancel_invitation(actor, id, Uuid())),
            refusal_of(members.let_in(actor, id, id_of("out"), Role::viewer)),
            refusal_of(members.decline(actor, id, id_of("out")))};
    };
    EXPECT_THAT(note("pia"), testing::Each("forbidden"));
    EXPECT_THAT(note("vic"), testing::Each("forbidden"));
    EXPECT_THAT(note("out"), testing::Each("not_found"));
    EXPECT_THAT(people_in(), ElementsAre("ada administrator", "pia publisher", "vic viewer"));
    EXPECT_TRUE(events_of(own).size() <= 4) << "those of the fixture";
}

TEST_F(MembersTest, a_role_is_changed_and_counts_at_once) {
    const auto vic = session_of("vic@quay.example");
    ASSERT_TRUE(members.set_role(who("ada"), college.id, id_of("vic"), Role::administrator));
    EXPECT_TRUE(acting_in(actor(vic), college.id, Need::administer));
    const auto event = events_of(own).back();
    EXPECT_EQ(event.type, event_type::organization_member_changed);
    EXPECT_EQ(event.actor, "person:" + id_of("ada").text());
    EXPECT_THAT(event.snapshot, HasSubstr(R"("member":{"person":")" + id_of("vic").text() +
                                          R"(","role":"administrator"})"));
    const auto count = events_of(own).size();
    ASSERT_TRUE(members.set_role(who("ada"), college.id, id_of("vic"), Role::administrator));
    EXPECT_EQ(events_of(own).size(), count) << "what is so already is no change";
    EXPECT_EQ(refusal_of(members.set_role(who("ada"), college.id, id_of("out"), Role::viewer)),
              "not_found");
}

TEST_F(MembersTest, a_role_that_was_taken_away_meanwhile_lets_nobody_do_anything) {
    ASSERT_TRUE(members.set_role(who("ada"), college.id, id_of("pia"), Role::administrator));
    const auto before = who("ada");
    ASSERT_TRUE(members.set_role(who("pia"), college.id, id_of("ada"), Role::viewer));
    EXPECT_EQ(refusal_of(members.remove(before, college.id, id_of("vic"))), "forbidden");
}

TEST_F(MembersTest, there_is_always_an_administrator) {
    const auto ada = who("ada");
    EXPECT_EQ(refusal_of(members.set_role(ada, college.id, ada.person.id, Role::viewer)),
              "conflict");
    EXPECT_EQ(refusal_of(members.remove(ada, college.id, ada.person.id)), "conflict");
    EXPECT_EQ(refusal_of(members.leave(ada, college.id)), "conflict");
    ASSERT_TRUE(members.set_role(ada, college.id, id_of("pia"), Role::administrator));
    EXPECT_TRUE(members.leave(ada, college.id));
    EXPECT_EQ(refusal_of(members.leave(who("pia"), college.id)), "conflict");
    EXPECT_THAT(people_in(), ElementsAre("pia administrator", "vic viewer"));
}

TEST_F(MembersTest, who_is_removed_or_leaves_has_no_part_any_more) {
    const auto vic = session_of("vic@quay.example");
    ASSERT_TRUE(members.remove(who("ada"), college.id, id_of("vic")));
    EXPECT_THAT(actor(vic).parts, IsEmpty());
    ASSERT_TRUE(members.leave(who("pia"), college.id));
    EXPECT_EQ(events_of(own).back().type, event_type::organization_member_removed);
    EXPECT_EQ(events_of(own).back().actor, "person:" + id_of("pia").text());
    EXPECT_EQ(refusal_of(members.leave(who("pia"), college.id)), "not_found");
    EXPECT_THAT(people_in(), ElementsAre("ada administrator"));
}

TEST_F(MembersTest, the_registrys_staff_may_look_after_every_organization) {
    ASSERT_TRUE(add_staff(registry(), "clerk@registry.example", good_password));
    const auto token = session_of("clerk@registry.example");
    EXPECT_EQ(refusal_of(members.list(actor(token), college.id)), "not_found")
        << "not without the second factor";
    const auto clerk = actor(enrol(token).token);
    EXPECT_TRUE(members.list(clerk, college.id)->may_change);
    EXPECT_TRUE(members.set_role(clerk, college.id, id_of("vic"), Role::publisher));
    EXPECT_EQ(events_of(own).back().actor, clerk.name());
}

TEST_F(MembersTest, somebody_without_an_account_accepts_an_invitation_by_making_one) {
    ASSERT_TRUE(members.invite(who("ada"), college.id, "New@quay.example", Role::publisher));
    EXPECT_THAT(members.list(who("ada"), college.id)->invitations, SizeIs(1));
    EXPECT_THAT(members.list(who("vic"), college.id)->invitations, IsEmpty());
    const auto token = token_of(MailKind::invitation);
    const auto invited = joining.of_link(token);
    ASSERT_TRUE(invited);
    EXPECT_EQ(invited->name, "Harbor College");
    EXPECT_FALSE(invited->has_account);
    EXPECT_THAT(refusal_of(joining.accept_as_new(token, {"", "Quay", "short"}, {})),
                HasSubstr("first_name is required; password must be"));
    const auto session = joining.accept_as_new(token, {"Nell", "Quay", good_password}, {});
    ASSERT_TRUE(session);
    EXPECT_EQ(actor(*session).part_in(college.id)->role, Role::publisher);
    EXPECT_EQ(events_of(own).back().type, event_type::organization_member_added);
    EXPECT_EQ(refusal_of(joining.of_link(token)), "gone");
    EXPECT_TRUE(log_in("new@quay.example"));
}

TEST_F(MembersTest, somebody_with_an_account_accepts_an_invitation_to_its_address_alone) {
    ASSERT_TRUE(members.invite(who("ada"), college.id, "OUT@quay.example", Role::viewer));
    const auto token = token_of(MailKind::invitation);
    EXPECT_TRUE(joining.of_link(token)->has_account);
    make_person("other@quay.example");
    EXPECT_EQ(refusal_of(joining.accept(who("other"), token)), "forbidden");
    EXPECT_EQ(refusal_of(joining.accept_as_new(token, {"A", "B", other_password}, {})), "conflict");
    EXPECT_TRUE(log_in("out@quay.example")) << "its password stays as it was";
    EXPECT_EQ(joining.accept(who("out"), token).value(), college.id);
    EXPECT_EQ(refusal_of(joining.accept(who("out"), token)), "gone");
    EXPECT_EQ(who("out").part_in(college.id)->role, Role::viewer);
}

TEST_F(MembersTest, an_invitation_ends_after_a_week_or_when_it_is_cancelled_or_sent_again) {
    const auto ada = session_of("ada@quay.example");
    const auto invite = [&] {
        under_test.pass(std::chrono::minutes(21));
        EXPECT_TRUE(members.invite(actor(ada), college.id, "new@quay.example", Role::viewer));
        return token_of(MailKind::invitation);
    };
    const auto first = invite();
    const auto second = invite();
    EXPECT_EQ(refusal_of(joining.of_link(first)), "gone");
    const auto waiting = members.list(actor(ada), college.id)->invitations;
    ASSERT_THAT(waiting, SizeIs(1));
    ASSERT_TRUE(members.cancel_invitation(actor(ada), college.id, waiting[0].id));
    EXPECT_EQ(refusal_of(joining.of_link(second)), "gone");
    const auto third = invite();
    under_test.pass(invitation_life);
    EXPECT_EQ(refusal_of(joining.of_link(third)), "gone");
    EXPECT_THAT(members.list(who("ada"), college.id)->invitations, IsEmpty());
}

TEST_F(MembersTest, who_is_a_member_is_not_invited_and_nobody_is_mailed_too_often) {
    EXPECT_EQ(refusal_of(members.invite(who("ada"), college.id, "vic@quay.example", Role::viewer)),
              "conflict: email belongs to a member already");
    EXPECT_THAT(refusal_of(members.invite(who("ada"), college.id, "nobody", Role::viewer)),
                HasSubstr("invalid: email"));
    for (int i = 0; i < 3; ++i) {
        EXPECT_TRUE(members.invite(who("ada"), college.id, "new@quay.example", Role::viewer));
    }
    EXPECT_EQ(refusal_of(members.invite(who("ada"), college.id, "new@quay.example", Role::viewer)),
              "limited");
}

TEST_F(MembersTest, an_organization_that_is_not_approved_may_invite_few) {
    set_status(own, OrganizationStatus::draft);
    const auto ada = who("ada");
    const auto invite = [&](int number) {
        return refusal_of(members.invite(
            ada, college.id, "new" + std::to_string(number) + "@quay.example", Role::viewer));
    };
    for (int i = 0; i < 5; ++i) EXPECT_EQ(invite(i), "nothing");
    EXPECT_EQ(invite(5), "conflict");
}

TEST_F(MembersTest, who_asks_to_join_waits_for_an_administrator) {
    ASSERT_TRUE(joining.ask(who("out"), college.id, "I teach there.\nReally."));
    const auto mails = mail_of(MailKind::join_requested);
    ASSERT_THAT(mails, SizeIs(1)) << "administrators alone";
    EXPECT_EQ(mails[0].to_address, "ada@quay.example");
    EXPECT_EQ(mails[0].facts.at("note"), "I teach there.\nReally.");
    EXPECT_EQ(mails[0].facts.at("page_url"),
              "https://registry.example/dashboard/organizations/" + college.id.ctid() + "/members");
    EXPECT_EQ(refusal_of(joining.ask(who("out"), college.id, "")), "conflict") << "once";
    EXPECT_THAT(joining.asked_by(who("out")), SizeIs(1));
    EXPECT_THAT(members.list(who("pia"), college.id)->requests, IsEmpty());
    ASSERT_THAT(members.list(who("ada"), college.id)->requests, SizeIs(1));

    ASSERT_TRUE(members.let_in(who("ada"), college.id, id_of("out"), Role::publisher));
    EXPECT_EQ(who("out").part_in(college.id)->role, Role::publisher);
    EXPECT_THAT(mail_of(MailKind::join_approved), SizeIs(1));
    EXPECT_EQ(refusal_of(members.let_in(who("ada"), college.id, id_of("out"), Role::viewer)),
              "not_found");
    EXPECT_THAT(joining.asked_by(who("out")), IsEmpty());
}

TEST_F(MembersTest, who_was_declined_may_ask_again_after_a_month) {
    ASSERT_TRUE(joining.ask(who("out"), college.id, ""));
    ASSERT_TRUE(members.decline(who("ada"), college.id, id_of("out")));
    EXPECT_THAT(mail_of(MailKind::join_declined), SizeIs(1));
    EXPECT_EQ(refusal_of(members.decline(who("ada"), college.id, id_of("out"))), "not_found");
    EXPECT_EQ(refusal_of(joining.ask(who("out"), college.id, "")), "conflict");
    under_test.pass(join_again_after);
    EXPECT_TRUE(joining.ask(who("out"), college.id, ""));
}

TEST_F(MembersTest, nobody_asks_to_join_what_is_not_open_or_with_a_book) {
    EXPECT_EQ(refusal_of(joining.ask(who("vic"), college.id, "")), "conflict");
    set_status(own, OrganizationStatus::draft);
    EXPECT_EQ(refusal_of(joining.ask(who("out"), college.id, "")), "not_found");
    set_status(own, OrganizationStatus::submitted);
    EXPECT_THAT(refusal_of(joining.ask(who("out"), college.id, std::string(1'001, 'a'))),
                HasSubstr("invalid: note"));
    EXPECT_TRUE(joining.ask(who("out"), college.id, std::string(1'000, 'a')));
}

TEST_F(MembersTest, an_invitation_makes_nobody_less_than_they_are) {
    ASSERT_TRUE(members.invite(who("ada"), college.id, "out@quay.example", Role::viewer));
    const auto token = token_of(MailKind::invitation);
    ASSERT_TRUE(add_member(registry(), command_line(),
                           {"out@quay.example", college.id, Role::administrator, {}}));
    ASSERT_TRUE(joining.accept(who("out"), token));
    EXPECT_EQ(who("out").part_in(college.id)->role, Role::administrator);
}

}  // namespace

}  // namespace cartulary
