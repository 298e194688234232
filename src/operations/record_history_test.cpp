#include "operations/record_history.h"

#include "operations/people_for_test.h"

namespace cartulary {

namespace {

using testing::ElementsAre;
using testing::SizeIs;

class RecordHistoryTest : public testing::TestWithParam<testkit::StoreKind>,
                          protected PeopleUnderTest {
protected:
    RecordHistoryTest() : PeopleUnderTest({}, GetParam().open_empty()) {
        ada_ = make_person("ada@quay.example", Role::administrator);
        make_person("out@quay.example");
    }

    Actor ada() { return logged_in("ada@quay.example"); }
    void rename(const Caller& caller, const std::string& name) {
        ASSERT_TRUE(Organizations(registry())
                        .change(caller, own.id, [&](OrganizationDraft& draft) -> Result<void> {
                            draft.name = name;
                            return {};
                        }));
    }

    Person ada_;
    RecordHistory history{registry()};
};

INSTANTIATE_TEST_SUITE_P(EveryDatabase, RecordHistoryTest,
                         testing::ValuesIn(testkit::store_kinds()),
                         [](const auto& suite) { return suite.param.name; });

TEST_P(RecordHistoryTest, tells_every_version_of_the_record_and_who_left_it) {
    rename(own, "Harbor University");
    rename(acting_in(ada(), own.id, Need::administer).value(), "Harbor Institute");
    make_template(own);
    const auto versions = history.versions(ada(), own.id, {});
    ASSERT_TRUE(versions);
    EXPECT_EQ(versions->page.total, 3);
    ASSERT_THAT(versions->page.items, SizeIs(3)) << "a template is no version of it";
    const auto& [newest, second, first] =
        std::tie(versions->page.items[0], versions->page.items[1], versions->page.items[2]);
    EXPECT_EQ(newest.record.stated.name, "Harbor Institute");
    EXPECT_EQ(newest.doer.kind, Doer::Kind::person);
    EXPECT_EQ(newest.doer.name, "ada@quay.example");
    EXPECT_EQ(second.doer.kind, Doer::Kind::organization);
    EXPECT_EQ(second.doer.name, "Harbor Institute") << "as it is called now";
    EXPECT_EQ(first.event_type, event_type::organization_registered);
    EXPECT_THAT(history.versions(ada(), own.id, {.offset = 2, .count = 5})->page.items, SizeIs(1));
}

TEST_P(RecordHistoryTest, compares_a_version_with_the_one_before) {
    rename(own, "Harbor University");
    make_template(own);
    rename(own, "Harbor Institute");
    const auto versions = history.versions(ada(), own.id, {})->page.items;
    const auto compared = history.compared(ada(), own.id, versions[0].sequence);
    ASSERT_TRUE(compared);
    EXPECT_EQ(compared->version.record.stated.name, "Harbor Institute");
    EXPECT_EQ(compared->before->stated.name, "Harbor University");
    EXPECT_EQ(history.compared(ada(), own.id, versions[2].sequence)->before, std::nullopt);
    EXPECT_EQ(refusal_of(history.compared(ada(), own.id, versions[0].sequence - 1)), "not_found");
    EXPECT_EQ(refusal_of(history.compared(ada(), own.id, 1'000)), "not_found");
    EXPECT_EQ(refusal_of(history.compared(ada(), own.id, -1)), "not_found");
}

TEST_P(RecordHistoryTest, tells_all_that_happened) {
    make_template(own);
    const auto activity = history.activity(ada(), own.id, {});
    ASSERT_TRUE(activity);
    const auto& items = activity->page.items;
    EXPECT_EQ(items.front().type, event_type::badge_template_created);
    EXPECT_EQ(items.front().subject, "Welding I");
    EXPECT_EQ(items.back().type, event_type::organization_registered);
    EXPECT_EQ(items.back().doer.kind, Doer::Kind::staff) << "by the command line";
    EXPECT_EQ(static_cast<std::size_t>(activity->page.total), items.size());
    EXPECT_THAT(history.activity(ada(), own.id, {.offset = 1, .count = 1})->page.items, SizeIs(1));
    EXPECT_THAT(history.activity(ada(), own.id, {.offset = 99, .count = 1})->page.items, SizeIs(0));
}

TEST_P(RecordHistoryTest, names_none_of_the_staff) {
    ASSERT_TRUE(add_staff(registry(), "clerk@registry.example", good_password));
    const auto clerk = actor(enrol(session_of("clerk@registry.example")).token);
    ASSERT_TRUE(people.members.set_role(clerk, own.id, ada_.id, Role::publisher));
    const auto happened = history.activity(ada(), own.id, {})->page.items.front();
    EXPECT_EQ(happened.doer.kind, Doer::Kind::staff);
    EXPECT_EQ(happened.doer.name, "");
    EXPECT_TRUE(history.versions(clerk, own.id, {})) << "staff look";
}

TEST_P(RecordHistoryTest, is_not_there_for_strangers) {
    const auto out = logged_in("out@quay.example");
    EXPECT_EQ(refusal_of(history.versions(out, own.id, {})), "not_found");
    EXPECT_EQ(refusal_of(history.compared(out, own.id, 1)), "not_found");
    EXPECT_EQ(refusal_of(history.activity(out, own.id, {})), "not_found");
}

}  // namespace

}  // namespace cartulary
