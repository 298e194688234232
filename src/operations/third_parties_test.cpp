#include "operations/third_parties.h"

#include "operations/people_for_test.h"
#include "operations/resources.h"

namespace cartulary {

namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;

// Ada administers the college, Sol the school.
class ThirdPartiesTest : public testing::TestWithParam<testkit::StoreKind>,
                         protected PeopleUnderTest {
protected:
    ThirdPartiesTest() : PeopleUnderTest({}, GetParam().open_empty()) {
        make_person("ada@quay.example", Role::administrator);
        make_person("pia@quay.example", Role::publisher);
        make_person("out@quay.example");
        EXPECT_TRUE(add_member(
            registry(), command_line(),
            {"sol@ridge.example", school.id, Role::administrator, std::string(good_password)}));
    }

    Actor ada() { return logged_in("ada@quay.example"); }
    Actor sol() { return logged_in("sol@ridge.example"); }
    ThirdParties::Both of_college() { return parties.list(ada(), college.id, {}).value(); }
    ThirdParties::Both of_school() { return parties.list(sol(), school.id, {}).value(); }
    bool school_may_publish() { return publishing_for(registry(), sol(), college.id).has_value(); }
    std::vector<std::string> told(MailKind kind) {
        std::vector<std::string> addresses;
        for (const auto& mail : mail_of(kind)) addresses.push_back(mail.to_address);
        return addresses;
    }

    Finding finding{registry()};
    ThirdParties parties{registry(), finding};
};

INSTANTIATE_TEST_SUITE_P(EveryDatabase, ThirdPartiesTest, testing::ValuesIn(testkit::store_kinds()),
                         [](const auto& suite) { return suite.param.name; });

TEST_P(ThirdPartiesTest, an_owner_lets_another_publish_and_takes_that_back) {
    EXPECT_FALSE(school_may_publish());
    ASSERT_TRUE(parties.grant(ada(), college.id, school.id));
    EXPECT_TRUE(school_may_publish());
    EXPECT_THAT(told(MailKind::third_party_granted),
                testing::UnorderedElementsAre("office@ridge.example", "sol@ridge.example"));
    EXPECT_EQ(events_of(own).back().type, event_type::organization_third_party_granted);
    EXPECT_THAT(events_of(own).back().snapshot, HasSubstr(school.id.ctid()));
    ASSERT_THAT(of_college().publish_for_us, SizeIs(1));
    EXPECT_EQ(of_college().publish_for_us[0].name, "Ridge School");
    ASSERT_THAT(of_school().we_publish_for.items, SizeIs(1));
    EXPECT_EQ(of_school().we_publish_for.items[0].organization, college.id);
    EXPECT_EQ(refusal_of(parties.grant(ada(), college.id, school.id)), "conflict");

    ASSERT_TRUE(parties.revoke(ada(), college.id, school.id));
    EXPECT_FALSE(school_may_publish());
    EXPECT_THAT(told(MailKind::third_party_ended), SizeIs(2));
    EXPECT_THAT(of_college().publish_for_us, IsEmpty());
    EXPECT_EQ(of_school().we_publish_for.total, 0);
    EXPECT_EQ(refusal_of(parties.revoke(ada(), college.id, school.id)), "not_found");
    EXPECT_TRUE(parties.grant(ada(), college.id, school.id)) << "it may be given once more";
}

TEST_P(ThirdPartiesTest, what_was_published_stays_its_owners) {
    ASSERT_TRUE(parties.grant(ada(), college.id, school.id));
    Resources resources(registry(), 1'000'000);
    const auto ctid = Ctid::parse("ce-7a3b1f60-2d4c-4e5f-8a9b-000000000001").value();
    const auto parsed =
        json::parse(R"({"@id":"/resources/)" + ctid.text() +
                    R"(","@type":"ceterms:Certificate","ceterms:ctid":")" + ctid.text() +
                    R"(","ceterms:name":{"en-US":"Welding I"},)"
                    R"("ceterms:ownedBy":["/resources/)" +
                    college.id.ctid() + R"("]})")
            .value();
    const ctdl::Document document(std::vector<json::Object>{*parsed.object()});
    ASSERT_TRUE(resources.publish(stranger, {.owner = college.id, .document = document}));
    ASSERT_TRUE(parties.revoke(ada(), college.id, school.id));
    EXPECT_EQ(resources.known(ctid)->owner, college.id);
    EXPECT_EQ(refusal_of(resources.publish(stranger, {.owner = college.id, .document = document})),
              "forbidden");
}

TEST_P(ThirdPartiesTest, a_third_party_asks_and_the_owner_answers) {
    ASSERT_TRUE(parties.ask(sol(), school.id, college.id));
    EXPECT_FALSE(school_may_publish());
    EXPECT_THAT(told(MailKind::third_party_asked),
                testing::UnorderedElementsAre("office@harbor.example", "ada@quay.example"));
    EXPECT_EQ(of_college().publish_for_us[0].status, RelationshipStatus::asked);
    EXPECT_EQ(events_of(own).back().type, event_type::organization_third_party_asked);
    EXPECT_EQ(refusal_of(parties.ask(sol(), school.id, college.id)), "conflict");
    ASSERT_TRUE(parties.grant(ada(), college.id, school.id));
    EXPECT_TRUE(school_may_publish());
    EXPECT_EQ(refusal_of(parties.ask(sol(), school.id, college.id)), "conflict");
}

TEST_P(ThirdPartiesTest, who_was_declined_asks_again_after_a_month) {
    ASSERT_TRUE(parties.ask(sol(), school.id, college.id));
    ASSERT_TRUE(parties.revoke(ada(), college.id, school.id));
    EXPECT_THAT(told(MailKind::third_party_ended), SizeIs(2));
    EXPECT_EQ(refusal_of(parties.ask(sol(), school.id, college.id)), "conflict");
    under_test.pass(third_party_asks_again_after);
    EXPECT_TRUE(parties.ask(sol(), school.id, college.id));
}

TEST_P(ThirdPartiesTest, a_third_party_gives_its_right_back) {
    ASSERT_TRUE(parties.grant(ada(), college.id, school.id));
    ASSERT_TRUE(parties.give_up(sol(), school.id, college.id));
    EXPECT_FALSE(school_may_publish());
    EXPECT_THAT(told(MailKind::third_party_ended),
                testing::UnorderedElementsAre("office@harbor.example", "ada@quay.example"));
    EXPECT_EQ(refusal_of(parties.give_up(sol(), school.id, college.id)), "not_found");
}

TEST_P(ThirdPartiesTest, only_administrators_change_anything_and_strangers_see_nothing) {
    ASSERT_TRUE(parties.grant(ada(), college.id, school.id));
    const auto tried = [&](const Actor& who) {
        return std::vector<std::string>{refusal_of(parties.grant(who, college.id, school.id)),
                                        refusal_of(parties.revoke(who, college.id, school.id)),
                                        refusal_of(parties.ask(who, college.id, school.id)),
                                        refusal_of(parties.give_up(who, college.id, school.id))};
    };
    const auto pia = logged_in("pia@quay.example");
    EXPECT_THAT(tried(pia), testing::Each("forbidden"));
    EXPECT_FALSE(parties.list(pia, college.id, {})->may_change);
    const auto out = logged_in("out@quay.example");
    EXPECT_THAT(tried(out), testing::Each("not_found"));
    EXPECT_THAT(tried(sol()), testing::Each("not_found"));
    EXPECT_EQ(refusal_of(parties.list(out, college.id, {})), "not_found");
}

TEST_P(ThirdPartiesTest, both_must_be_approved_and_not_the_same) {
    EXPECT_EQ(refusal_of(parties.grant(ada(), college.id, college.id)), "not_found");
    EXPECT_EQ(refusal_of(parties.grant(ada(), college.id, OrganizationId())), "not_found");
    set_status(stranger, OrganizationStatus::submitted);
    EXPECT_EQ(refusal_of(parties.grant(ada(), college.id, school.id)), "conflict");
    EXPECT_EQ(refusal_of(parties.ask(ada(), college.id, school.id)), "conflict");
    EXPECT_EQ(refusal_of(parties.ask(sol(), school.id, college.id)), "conflict");
}

TEST_P(ThirdPartiesTest, an_owner_is_asked_by_fifty_at_a_time) {
    for (std::size_t i = 0; i < third_party_askers_max; ++i) {
        const auto asker = caller_of(under_test.add_partner("Agency " + std::to_string(i)));
        write([&](Transaction& transaction) {
            relationships::put(transaction, {own.organization, asker.organization,
                                             RelationshipStatus::asked, under_test.now()});
        });
    }
    EXPECT_EQ(refusal_of(parties.ask(sol(), school.id, college.id)), "conflict");
    EXPECT_TRUE(parties.grant(ada(), college.id, school.id)) << "what it wants itself it may do";
}

TEST_P(ThirdPartiesTest, others_are_found_by_name_or_ctid) {
    const auto names = [&](const std::string& text) {
        std::vector<std::string> found;
        for (const auto& one : parties.find(college.id, text)) found.push_back(one.name);
        return found;
    };
    EXPECT_THAT(names("ridge school"), ElementsAre("Ridge School"));
    EXPECT_THAT(names(" " + school.id.ctid() + " "), ElementsAre("Ridge School"));
    EXPECT_THAT(names("Harbor College"), IsEmpty()) << "not itself";
    EXPECT_THAT(names(college.id.ctid()), IsEmpty());
    EXPECT_THAT(names(""), IsEmpty());
    EXPECT_THAT(names(std::string(100'000, 'a')), IsEmpty());
}

}  // namespace

}  // namespace cartulary
