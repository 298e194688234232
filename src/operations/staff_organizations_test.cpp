#include "operations/resources.h"
#include "operations/staff_for_test.h"

namespace cartulary {

namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;

class StaffOrganizationsTest : public StaffUnderTest {
protected:
    std::vector<std::string> names(const StaffOrganizations::Query& query) {
        std::vector<std::string> found;
        const auto listed = staff.organizations.list(clerk(), query);
        for (const auto& one : listed->organizations) {
            found.push_back(one.stated.name);
        }
        return found;
    }
    bool is_public(const OrganizationId& id) {
        const auto known = resources.known(Ctid(id.uuid()));
        return known && !known->resource.deleted_at;
    }

    Resources resources{registry(), 1'000'000};
};

INSTANTIATE_TEST_SUITE_P(EveryDatabase, StaffOrganizationsTest,
                         testing::ValuesIn(testkit::store_kinds()),
                         [](const auto& suite) { return suite.param.name; });

TEST_P(StaffOrganizationsTest, finds_every_organization_by_name_ctid_and_status) {
    EXPECT_THAT(names({}), ElementsAre("Harbor College", "Ridge School"));
    EXPECT_THAT(names({.text = "COLLEGE"}), ElementsAre("Harbor College"));
    EXPECT_THAT(names({.text = " " + school.id.ctid() + " "}), ElementsAre("Ridge School"));
    EXPECT_THAT(names({.text = school.id.ctid(), .status = OrganizationStatus::blocked}),
                IsEmpty());
    EXPECT_THAT(names({.after = college.id}), ElementsAre("Ridge School"));
    set_status(stranger, OrganizationStatus::blocked);
    EXPECT_THAT(names({.status = OrganizationStatus::blocked}), ElementsAre("Ridge School"));
}

TEST_P(StaffOrganizationsTest, searches_for_two_hundred_characters_at_most) {
    EXPECT_THAT(names({.text = std::string(200, 'x')}), IsEmpty());
    EXPECT_EQ(refusal_of(staff.organizations.list(clerk(), {.text = std::string(201, 'x')})),
              "invalid: text must be at most 200 characters");
}

TEST_P(StaffOrganizationsTest, lists_fifty_at_a_time) {
    for (int i = 0; i < 50; ++i) under_test.add_partner("Aerie " + std::to_string(100 + i));
    auto listed = staff.organizations.list(clerk(), {});
    ASSERT_TRUE(listed->more);
    EXPECT_THAT(listed->organizations, SizeIs(50));
    const auto last = listed->organizations.back().id;
    listed = staff.organizations.list(clerk(), {.after = last});
    EXPECT_FALSE(listed->more);
    EXPECT_THAT(listed->organizations, SizeIs(2));
}

TEST_P(StaffOrganizationsTest, blocking_takes_it_from_public_view_and_can_be_undone) {
    ASSERT_TRUE(is_public(college.id));
    const auto blocked = staff.organizations.block(clerk(), college.id, "It sells degrees.");
    ASSERT_TRUE(blocked);
    EXPECT_EQ(blocked->status, OrganizationStatus::blocked);
    EXPECT_FALSE(is_public(college.id));
    EXPECT_EQ(refusal_of(staff.organizations.block(clerk(), college.id, "Again.")), "conflict");
    ASSERT_TRUE(staff.organizations.unblock(clerk(), college.id));
    EXPECT_TRUE(is_public(college.id));
    EXPECT_EQ(refusal_of(staff.organizations.unblock(clerk(), college.id)), "conflict");

    const auto shown = staff.organizations.show(clerk(), college.id);
    ASSERT_THAT(shown->acts, SizeIs(2));
    EXPECT_EQ(shown->acts.at(1).type, staff_act::organization_blocked);
    EXPECT_EQ(shown->acts.at(1).reason, "It sells degrees.");
    EXPECT_EQ(shown->acts.at(1).actor, clerk().name());
    EXPECT_THAT(acts(), ElementsAre("organization.unblocked Harbor College",
                                    "organization.blocked Harbor College"));
    EXPECT_EQ(events_of(own).back().actor, clerk().name());
}

TEST_P(StaffOrganizationsTest, blocking_needs_a_reason_of_bounded_length) {
    const auto block = [&](const std::string& reason) {
        return refusal_of(staff.organizations.block(clerk(), college.id, reason));
    };
    EXPECT_EQ(block(" \n"), "invalid: reason is required");
    EXPECT_EQ(block(std::string(2'001, 'x')), "invalid: reason must be at most 2000 characters");
    EXPECT_EQ(block(std::string(2'000, 'x')), "nothing");
}

TEST_P(StaffOrganizationsTest, makes_and_unmakes_trusted_partners) {
    ASSERT_TRUE(staff.organizations.set_trusted(clerk(), college.id, false));
    EXPECT_FALSE(staff.organizations.show(clerk(), college.id)->whole.organization.trusted_partner);
    const auto events = event_types_of(own).size();
    ASSERT_TRUE(staff.organizations.set_trusted(clerk(), college.id, false));
    EXPECT_EQ(event_types_of(own).size(), events) << "what changes nothing is no event";
    ASSERT_TRUE(staff.organizations.set_trusted(clerk(), college.id, true));
    EXPECT_TRUE(staff.organizations.show(clerk(), college.id)->whole.organization.trusted_partner);
    set_status(stranger, OrganizationStatus::draft);
    ASSERT_TRUE(staff.organizations.set_trusted(clerk(), school.id, false));
    EXPECT_EQ(refusal_of(staff.organizations.set_trusted(clerk(), school.id, true)), "conflict");
}

TEST_P(StaffOrganizationsTest, is_for_staff_alone) {
    auto& organizations = staff.organizations;
    EXPECT_EQ(refusal_of(organizations.list(ada(), {})), "forbidden");
    EXPECT_EQ(refusal_of(organizations.show(ada(), college.id)), "forbidden");
    EXPECT_EQ(refusal_of(organizations.block(ada(), college.id, "x")), "forbidden");
    EXPECT_EQ(refusal_of(organizations.unblock(ada(), college.id)), "forbidden");
    EXPECT_EQ(refusal_of(organizations.set_trusted(ada(), college.id, true)), "forbidden");
    const OrganizationId unknown(Uuid::named(url_namespace, "unknown"));
    EXPECT_EQ(refusal_of(organizations.show(clerk(), unknown)), "not_found");
    EXPECT_EQ(refusal_of(organizations.block(clerk(), unknown, "x")), "not_found");
}

}  // namespace

}  // namespace cartulary
