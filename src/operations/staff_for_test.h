#pragma once

#include "operations/people_for_test.h"
#include "operations/staff_operations.h"

namespace cartulary {

// A registry with two of its staff, on every database.
class StaffUnderTest : public testing::TestWithParam<testkit::StoreKind>,
                       protected PeopleUnderTest {
protected:
    StaffUnderTest()
        : PeopleUnderTest({.idle_life = std::chrono::days(7)}, GetParam().open_empty()) {
        for (const auto* email : {"clerk@registry.example", "dean@registry.example"}) {
            EXPECT_TRUE(add_staff(registry(), email, good_password));
        }
        clerk_ = enrol(session_of("clerk@registry.example")).token;
        make_person("ada@quay.example", Role::administrator);
    }

    Actor clerk() { return actor(clerk_); }
    Actor ada() { return logged_in("ada@quay.example"); }

    // What staff did, newest first.
    std::vector<std::string> acts() {
        std::vector<std::string> told;
        const auto listed = staff.activity.list(clerk(), {.actor = "clerk@registry.example"}, "");
        for (const auto& [entry, actor_name, subject] : listed->entries) {
            told.push_back((entry.act.empty() ? entry.type : entry.act) + " " + subject);
        }
        return told;
    }

    std::string clerk_;
    StaffOperations staff{registry(), {.version = "1.2.3", .started_at = under_test.now()}};
};

}  // namespace cartulary
