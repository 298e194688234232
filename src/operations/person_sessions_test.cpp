#include "store/person_sessions.h"

#include "operations/people_for_test.h"

namespace cartulary {

namespace {

using namespace std::chrono_literals;
using testing::SizeIs;

constexpr auto email = "ada@quay.example";
constexpr SessionOptions short_lives{.life = 10h, .idle_life = 2h};

class PersonSessionTest : public testing::Test, protected PeopleUnderTest {
protected:
    PersonSessionTest() : PeopleUnderTest(short_lives) {}

    Person person = make_person(email);
    std::string token = session_of(email);
};

TEST_F(PersonSessionTest, ends_when_its_time_is_over_however_much_it_is_used) {
    for (int hour = 0; hour < 9; ++hour) {
        under_test.pass(1h);
        ASSERT_TRUE(people.sessions.find(token)) << hour;
    }
    under_test.pass(1h);
    EXPECT_FALSE(people.sessions.find(token));
}

TEST_F(PersonSessionTest, ends_when_it_rested_too_long) {
    under_test.pass(119min);
    ASSERT_TRUE(people.sessions.find(token));
    under_test.pass(118min);
    ASSERT_TRUE(people.sessions.find(token)) << "each use counts";
    under_test.pass(121min);
    EXPECT_FALSE(people.sessions.find(token));
}

TEST_F(PersonSessionTest, is_found_by_nothing_but_its_token) {
    for (const auto& wrong : {std::string(), std::string(43, 'A'), token + "x", "x" + token,
                              token.substr(1), digest(token)}) {
        EXPECT_FALSE(people.sessions.find(wrong));
    }
    EXPECT_EQ(token.size(), 43U);
    const auto stored = under_test.store().read([&](Transaction& transaction) {
        return person_sessions::of_person(transaction, person.id);
    });
    EXPECT_EQ(stored.at(0).digest, digest(token)) << "only a digest is kept";
}

TEST_F(PersonSessionTest, a_use_is_written_down_later_and_once_a_minute) {
    const auto commits = under_test.store().commits();
    for (int i = 0; i < 10; ++i) ASSERT_TRUE(people.sessions.find(token));
    EXPECT_EQ(under_test.store().commits(), commits) << "a read waits for no write";
    under_test.pass(61s);
    ASSERT_TRUE(people.sessions.find(token));
    people.sessions.record_uses();
    const auto used_at = actor(token).session.used_at;
    EXPECT_EQ(used_at, std::chrono::floor<std::chrono::minutes>(under_test.now()));
    const auto after = under_test.store().commits();
    ASSERT_TRUE(people.sessions.find(token));
    people.sessions.record_uses();
    EXPECT_EQ(under_test.store().commits(), after);
}

TEST_F(PersonSessionTest, can_be_ended_by_its_person_alone_one_or_all) {
    make_person("bo@quay.example");
    const auto other = session_of(email);
    const auto third = session_of(email);
    const auto bos = session_of("bo@quay.example");
    EXPECT_THAT(people.sessions.of(actor(token)), SizeIs(3));
    EXPECT_EQ(refusal_of(people.sessions.end(actor(bos), actor(other).session.id)), "not_found");
    EXPECT_TRUE(people.sessions.end(actor(token), actor(other).session.id));
    EXPECT_FALSE(people.sessions.find(other));
    ASSERT_TRUE(people.sessions.find(third));
    people.sessions.end_all(actor(token));
    EXPECT_FALSE(people.sessions.find(token));
    EXPECT_FALSE(people.sessions.find(third));
    EXPECT_TRUE(people.sessions.find(bos));
}

TEST_F(PersonSessionTest, the_oldest_ends_where_there_are_too_many) {
    for (std::size_t i = 1; i < person_sessions_max; ++i) {
        under_test.pass(1ms);
        session_of(email);
    }
    EXPECT_TRUE(people.sessions.find(token));
    under_test.pass(1ms);
    const auto latest = session_of(email);
    EXPECT_FALSE(people.sessions.find(token));
    EXPECT_THAT(people.sessions.of(actor(latest)), SizeIs(person_sessions_max));
}

TEST_F(PersonSessionTest, is_forgotten_once_it_ended) {
    people.forget_ended();
    ASSERT_TRUE(people.sessions.find(token));
    under_test.pass(3h);
    people.forget_ended();
    under_test.store().read([&](Transaction& transaction) {
        EXPECT_TRUE(person_sessions::of_person(transaction, person.id).empty());
        return 0;
    });
}

TEST_F(PersonSessionTest, shows_what_changed_about_its_person_at_once) {
    ASSERT_TRUE(actor(token).parts.empty());
    ASSERT_TRUE(add_member(registry(), command_line(), {email, college.id, Role::viewer, {}}));
    EXPECT_THAT(actor(token).parts, SizeIs(1));
}

class StaffTest : public testing::Test, protected PeopleUnderTest {
protected:
    StaffTest() { EXPECT_TRUE(add_staff(registry(), "clerk@registry.example", good_password)); }
};

TEST_F(StaffTest, have_no_rights_of_staff_without_a_second_factor) {
    const auto token = session_of("clerk@registry.example");
    EXPECT_FALSE(actor(token).staff);
    EXPECT_TRUE(actor(token).needs_enrolment);
    EXPECT_EQ(refusal_of(acting_as_staff(actor(token))), "forbidden");
    const auto enrolled = enrol(token);
    EXPECT_TRUE(actor(enrolled.token).staff);
    EXPECT_FALSE(actor(enrolled.token).needs_enrolment);
    EXPECT_EQ(acting_as_staff(actor(enrolled.token))->actor(), actor(enrolled.token).name());
    ASSERT_TRUE(people.second_factors.turn_off(actor(enrolled.token), good_password));
    EXPECT_FALSE(actor(enrolled.token).staff);
}

TEST_F(StaffTest, need_none_where_the_registry_does_not_ask_for_it) {
    PeopleOperations lenient(registry(), {.second_factor_for_staff = false});
    const auto token =
        lenient.log_ins.log_in("clerk@registry.example", good_password, {}).value().token;
    EXPECT_TRUE(lenient.sessions.find(token)->staff);
    EXPECT_FALSE(lenient.sessions.find(token)->needs_enrolment);
}

TEST_F(StaffTest, nobody_else_is_asked_for_one) {
    make_person("ada@quay.example", Role::administrator);
    EXPECT_FALSE(logged_in("ada@quay.example").needs_enrolment);
    EXPECT_FALSE(logged_in("ada@quay.example").staff);
}

class ActorTest : public testing::Test, protected PeopleUnderTest {
protected:
    Actor administrator = with_role(Role::administrator);
    Actor publisher = with_role(Role::publisher);
    Actor viewer = with_role(Role::viewer);

    Actor with_role(Role role) {
        const auto address = std::string(name_of(role)) + "@quay.example";
        make_person(address, role);
        return logged_in(address);
    }
};

TEST_F(ActorTest, may_do_what_the_role_is_enough_for) {
    const auto may = [&](const Actor& who, Need need) {
        return refusal_of(acting_in(who, college.id, need));
    };
    EXPECT_EQ(may(administrator, Need::administer), "nothing");
    EXPECT_EQ(may(administrator, Need::publish), "nothing");
    EXPECT_EQ(may(publisher, Need::publish), "nothing");
    EXPECT_EQ(may(publisher, Need::administer), "forbidden");
    EXPECT_EQ(may(viewer, Need::look), "nothing");
    EXPECT_EQ(may(viewer, Need::publish), "forbidden");
    EXPECT_EQ(refusal_of(acting_in(administrator, school.id, Need::look)), "not_found");
}

TEST_F(ActorTest, acts_in_the_organization_by_their_own_name) {
    const auto caller = acting_in(publisher, college.id, Need::publish).value();
    EXPECT_EQ(caller.id, college.id);
    EXPECT_EQ(caller.organization, own.organization);
    EXPECT_TRUE(caller.rights.write);
    EXPECT_EQ(caller.actor(), "person:" + publisher.person.id.text());
    const auto looking = acting_in(publisher, college.id, Need::look).value();
    EXPECT_FALSE(looking.rights.write);
    EXPECT_FALSE(looking.rights.del);
}

TEST_F(ActorTest, publishes_for_those_that_let_one_of_theirs_do_so) {
    EXPECT_EQ(refusal_of(publishing_for(registry(), publisher, school.id)), "not_found");
    grant(stranger, own);
    const auto caller = publishing_for(registry(), publisher, school.id);
    ASSERT_TRUE(caller);
    EXPECT_EQ(caller->id, college.id) << "as the organization that was let";
    EXPECT_TRUE(caller->rights.write);
    EXPECT_EQ(refusal_of(publishing_for(registry(), viewer, school.id)), "not_found");
    EXPECT_EQ(refusal_of(publishing_for(registry(), viewer, college.id)), "forbidden");
    EXPECT_EQ(publishing_for(registry(), publisher, college.id)->id, college.id);
}

}  // namespace

}  // namespace cartulary
