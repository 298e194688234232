#include "operations/api_keys.h"

#include "operations/people_for_test.h"

namespace cartulary {

namespace {

using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;

class ApiKeysTest : public testing::TestWithParam<testkit::StoreKind>, protected PeopleUnderTest {
protected:
    ApiKeysTest() : PeopleUnderTest({}, GetParam().open_empty()) {
        make_person("ada@quay.example", Role::administrator);
        make_person("pia@quay.example", Role::publisher);
        make_person("out@quay.example");
    }

    Actor who(const std::string& name) { return logged_in(name + "@quay.example"); }
    std::vector<ApiKey> listed() { return keys.list(who("ada"), college.id).value(); }

    ApiKeys keys{registry()};
    Callers callers{registry()};
};

INSTANTIATE_TEST_SUITE_P(EveryDatabase, ApiKeysTest, testing::ValuesIn(testkit::store_kinds()),
                         [](const auto& suite) { return suite.param.name; });

TEST_P(ApiKeysTest, a_key_opens_until_it_is_revoked) {
    const auto made = keys.make(who("ada"), college.id, "  Course catalogue ");
    ASSERT_TRUE(made);
    EXPECT_EQ(made->key.label, "Course catalogue");
    EXPECT_EQ(callers.by_api_key(made->text)->id, college.id);
    EXPECT_EQ(events_of(own).back().type, event_type::organization_key_made);
    EXPECT_THAT(events_of(own).back().snapshot, testing::Not(HasSubstr(made->text)));
    EXPECT_THAT(listed(), SizeIs(2)) << "that of its registration too";

    ASSERT_TRUE(keys.revoke(who("ada"), college.id, key_id(made->key)));
    EXPECT_EQ(refusal_of(callers.by_api_key(made->text)), "unauthenticated");
    EXPECT_EQ(listed().back().revoked_at, under_test.now());
    EXPECT_EQ(events_of(own).back().type, event_type::organization_key_revoked);
    EXPECT_EQ(refusal_of(keys.revoke(who("ada"), college.id, key_id(made->key))), "not_found");
}

TEST_P(ApiKeysTest, tells_when_a_key_was_used_last) {
    const auto made = keys.make(who("ada"), college.id, "Catalogue");
    EXPECT_EQ(listed().back().last_used_at, std::nullopt);
    under_test.pass(std::chrono::hours(5));
    ASSERT_TRUE(callers.by_api_key(made->text));
    callers.record_uses();
    EXPECT_EQ(listed().back().last_used_at,
              std::chrono::floor<std::chrono::minutes>(under_test.now()));
}

TEST_P(ApiKeysTest, a_label_names_one_key_in_use) {
    const auto made = keys.make(who("ada"), college.id, "Catalogue");
    EXPECT_EQ(refusal_of(keys.make(who("ada"), college.id, "Catalogue")),
              "invalid: label is taken by another key");
    EXPECT_EQ(refusal_of(keys.make(who("ada"), college.id, " ")), "invalid: label is required");
    EXPECT_THAT(refusal_of(keys.make(who("ada"), college.id, std::string(101, 'a'))),
                HasSubstr("invalid: label"));
    ASSERT_TRUE(keys.revoke(who("ada"), college.id, key_id(made->key)));
    EXPECT_TRUE(keys.make(who("ada"), college.id, "Catalogue"));
}

TEST_P(ApiKeysTest, an_organization_has_fifty_at_a_time) {
    const auto ada = who("ada");
    for (std::size_t i = 1; i < api_keys_max; ++i) {
        ASSERT_TRUE(keys.make(ada, college.id, "key " + std::to_string(i)));
    }
    EXPECT_EQ(refusal_of(keys.make(ada, college.id, "one more")), "conflict");
    ASSERT_TRUE(keys.revoke(ada, college.id, key_id(listed().back())));
    EXPECT_TRUE(keys.make(ada, college.id, "one more"));
}

TEST_P(ApiKeysTest, only_administrators_have_to_do_with_them) {
    const auto id = key_id(listed().front());
    for (const auto& [name, refusal] :
         {std::pair("pia", "forbidden"), std::pair("out", "not_found")}) {
        EXPECT_EQ(refusal_of(keys.list(who(name), college.id)), refusal);
        EXPECT_EQ(refusal_of(keys.make(who(name), college.id, "Mine")), refusal);
        EXPECT_EQ(refusal_of(keys.revoke(who(name), college.id, id)), refusal);
    }
    EXPECT_EQ(refusal_of(keys.revoke(who("ada"), school.id, id)), "not_found");
    ASSERT_TRUE(add_staff(registry(), "clerk@registry.example", good_password));
    const auto clerk = actor(enrol(session_of("clerk@registry.example")).token);
    EXPECT_THAT(keys.list(clerk, college.id).value(), SizeIs(1));
    EXPECT_EQ(refusal_of(keys.make(clerk, college.id, "Ours")), "not_found");
    EXPECT_THAT(listed().front().label, testing::Not(IsEmpty()));
}

TEST_P(ApiKeysTest, an_organization_that_is_not_approved_gets_none) {
    set_status(own, OrganizationStatus::submitted);
    EXPECT_EQ(refusal_of(keys.make(who("ada"), college.id, "Early")), "conflict");
}

}  // namespace

}  // namespace cartulary
