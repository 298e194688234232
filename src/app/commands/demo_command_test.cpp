#include "app/commands/demo_command.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "operations/callers.h"
#include "operations/company_users.h"
#include "operations/people_operations.h"
#include "operations/resource_export.h"
#include "operations/staff_operations.h"
#include "operations/tenants.h"
#include "operations/verification.h"
#include "testkit/registry.h"

namespace cartulary::commands {

namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

constexpr auto password = "herons under the bridge";

struct Place {
    explicit Place(std::unique_ptr<testkit::StoreUnderTest> store) : under_test(std::move(store)) {}

    Outcome load(const Demo& demo = {.seed = 1, .password = password}) {
        return load_demo({under_test.registry(), folder, "", true}, demo);
    }
    // All that is public, in the order in which it came.
    std::string exported() {
        ResourceExport lines(under_test.registry(), {});
        std::string all;
        while (const auto next = lines.next_lines()) all += *next;
        return all;
    }

    testkit::RegistryUnderTest under_test;
    testkit::TemporaryFolder data;
    DataFolder folder{data.path()};
};

// Loaded once on every database, as it takes seconds; what changes it comes back to the same.
class DemoCommand : public testing::TestWithParam<testkit::StoreKind> {
protected:
    struct Loaded : Place {
        explicit Loaded(const testkit::StoreKind& kind) : Place(kind.open_empty()) {}
        Outcome outcome = load();
        json::Value answer = json::parse(outcome.out).value_or(json::Value());
    };

    static void TearDownTestSuite() { everything().clear(); }
    static std::map<std::string, std::unique_ptr<Loaded>>& everything() {
        static std::map<std::string, std::unique_ptr<Loaded>> all;
        return all;
    }

    Loaded& loaded() {
        auto& one = everything()[GetParam().name];
        if (!one) one = std::make_unique<Loaded>(GetParam());
        return *one;
    }
    const Registry& registry() { return loaded().under_test.registry(); }

    // What a log-in is told with, by its name; of the first whose role has this in it.
    std::string told(const std::string& role, const std::string& name) {
        for (const auto& log_in : *loaded().answer.find("log_ins")->array()) {
            if (log_in.find("role")->string()->find(role) == std::string::npos) continue;
            const auto* value = log_in.find("with")->find(name);
            return value ? *value->string() : "no " + name;
        }
        return "nobody is " + role;
    }
    Actor logged_in(const std::string& email) {
        const auto session = people_.log_ins.log_in(email, password, {});
        EXPECT_TRUE(session) << email;
        return people_.sessions.find(session->token).value();
    }
    PeopleOperations& people() { return people_; }

private:
    PeopleOperations people_{registry(), {.second_factor_for_staff = false}};
};

INSTANTIATE_TEST_SUITE_P(EveryDatabase, DemoCommand, testing::ValuesIn(testkit::store_kinds()),
                         [](const auto& suite) { return suite.param.name; });

TEST_P(DemoCommand, loads_what_is_right_by_every_rule) {
    EXPECT_EQ(loaded().outcome.status, 0) << loaded().outcome.err;
    const auto verification = verify(registry());
    EXPECT_THAT(verification.problems, IsEmpty());
    EXPECT_GT(verification.organizations, 400);
    EXPECT_EQ(*loaded().answer.find("organizations")->integer(), verification.organizations);
    EXPECT_GT(*loaded().answer.find("resources")->integer(), 1'000);
}

TEST_P(DemoCommand, lets_people_of_every_role_log_in) {
    EXPECT_TRUE(logged_in(told("registry staff", "e-mail")).staff);
    const auto roles_of = [&](const std::string& role) {
        std::vector<Role> roles;
        for (const auto& part : logged_in(told(role, "e-mail")).parts) roles.push_back(part.role);
        return roles;
    };
    EXPECT_THAT(roles_of("trusted partner"), ElementsAre(Role::administrator));
    EXPECT_THAT(roles_of("administrator"), ElementsAre(Role::administrator));
    EXPECT_THAT(roles_of("publisher"), ElementsAre(Role::publisher));
    EXPECT_THAT(roles_of("viewer"), ElementsAre(Role::viewer));
    EXPECT_THAT(roles_of("without an organization"), IsEmpty());
}

TEST_P(DemoCommand, lets_programs_of_every_interface_in) {
    Callers callers(registry());
    EXPECT_TRUE(callers.by_api_key(told("partner's program", "API key"))->trusted_partner);
    const auto own = callers.by_api_key(told("institution's program", "API key"));
    ASSERT_TRUE(own);
    EXPECT_EQ(own->id.text(), told("Acclaim", "organization"));
    EXPECT_EQ(callers.by_token(told("Acclaim", "token"))->id, own->id);
    EXPECT_TRUE(CompanyUsers(registry())
                    .sign_in({told("Litmos", "CompanyLoginId"), told("Litmos", "Username"),
                              told("Litmos", "Password")}));
    EXPECT_TRUE(Tenants(registry(), callers).by_api_key(told("Sunbird", "API key")));
}

TEST_P(DemoCommand, leaves_staff_something_of_every_kind_to_do) {
    const auto clerk = logged_in(told("registry staff", "e-mail"));
    StaffOperations staff(registry(), {.version = "1", .started_at = registry().now()});
    const auto seen = staff.statistics.look(clerk).value();
    EXPECT_EQ(seen.organizations_submitted, 3);
    EXPECT_EQ(seen.organizations_blocked, 1);
    EXPECT_EQ(seen.drafts_waiting, 3);
    EXPECT_GT(seen.mails_waiting, 0);
    EXPECT_GT(seen.mails_given_up, 0);
    EXPECT_GT(seen.deliveries_waiting, 0);
    EXPECT_GT(seen.deliveries_dead, 0);
    const auto counted = [&](std::int64_t Statistics::Day::*count) {
        return std::ranges::count_if(seen.days, [&](const auto& day) { return day.*count > 0; });
    };
    EXPECT_GT(counted(&Statistics::Day::searches), 20);
    EXPECT_GT(counted(&Statistics::Day::registrations), 5);
    EXPECT_GT(counted(&Statistics::Day::publications), 15);
}

TEST_P(DemoCommand, is_refused_where_organizations_are_and_changes_nothing) {
    const auto before = loaded().exported();
    const auto again = loaded().load();
    EXPECT_EQ(again.status, 1);
    EXPECT_THAT(again.err, HasSubstr("holds organizations already"));
    EXPECT_THAT(again.err, HasSubstr("--data ./demo-data"));
    EXPECT_EQ(loaded().exported(), before);
}

// Loaded on each by itself, with the same seed and clock.
TEST_P(DemoCommand, is_the_same_again_wherever_it_is_loaded) {
    const auto here = loaded().exported();
    for (const auto& [name, other] : everything()) EXPECT_TRUE(other->exported() == here) << name;
}

TEST_P(DemoCommand, refuses_a_password_that_is_easy_to_guess_and_changes_nothing) {
    Place empty(GetParam().open_empty());
    const auto refused = empty.load({.seed = 1, .password = "password"});
    EXPECT_EQ(refused.status, 1);
    EXPECT_THAT(refused.err, HasSubstr("password"));
    EXPECT_EQ(verify(empty.under_test.registry()).organizations, 0);
    EXPECT_EQ(empty.exported(), "");
}

}  // namespace

}  // namespace cartulary::commands
