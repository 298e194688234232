#include "operations/tenants.h"

#include <atomic>
#include <set>
#include <thread>

#include "operations/operations_for_test.h"
#include "operations/tenant_organizations.h"
#include "operations/tenant_people.h"
#include "operations/verification.h"

namespace cartulary {

namespace {

class TenantsTest : public testing::TestWithParam<testkit::StoreKind>,
                    protected OperationsUnderTest {
protected:
    static constexpr int rivals = 50;
    static constexpr auto password = "correct horse battery";

    TenantsTest() : OperationsUnderTest(GetParam().open_empty()) {}

    TenantCaller add(const std::string& name) {
        const auto made =
            add_tenant(registry(), command_line(), {name, name, name + "@x.example", password});
        EXPECT_TRUE(made) << refusal_of(made);
        return {Callers(registry()).by_api_key(made->api_key).value()};
    }

    static TenantStatement named(const std::string& name, std::optional<std::string> channel,
                                 std::optional<std::string> external_id = {}) {
        return {.channel = std::move(channel),
                .external_id = std::move(external_id),
                .apply = [name](OrganizationDraft& draft) { draft.name = name; }};
    }

    // What each of many who ask at the same time is answered.
    std::multiset<std::string> at_once(const std::function<Result<TenantOrganization>(int)>& work) {
        std::vector<std::string> answers(rivals);
        {
            std::vector<std::jthread> threads;
            for (int i = 0; i < rivals; ++i) {
                threads.emplace_back(
                    [&, i] { answers[static_cast<std::size_t>(i)] = refusal_of(work(i)); });
            }
        }
        EXPECT_EQ(verify(registry()).problems, std::vector<std::string>{});
        return {answers.begin(), answers.end()};
    }

    static std::multiset<std::string> one_wins(const std::string& refusal) {
        std::multiset<std::string> answers{"nothing"};
        for (int i = 1; i < rivals; ++i) answers.insert(refusal);
        return answers;
    }

    // Its randomness, unlike the tests' own, is for any number of threads.
    Registry shared{.store = under_test.store(),
                    .vault = registry().vault,
                    .now = registry().now,
                    .randomness = system_randomness,
                    .name = "Test Registry",
                    .public_url = "https://registry.example"};
    TenantOrganizations organizations{shared};
    TenantCaller harbor = add("harbor");
};

INSTANTIATE_TEST_SUITE_P(EveryDatabase, TenantsTest, testing::ValuesIn(testkit::store_kinds()),
                         [](const auto& suite) { return suite.param.name; });

TEST_P(TenantsTest, of_many_who_want_one_channel_at_once_one_gets_it) {
    const auto answers = at_once([&](int i) {
        return organizations.create_tenant(harbor, named("Tenant", i % 2 == 0 ? "Quay" : "qUAY"));
    });
    EXPECT_EQ(answers, one_wins("conflict: identifiers.sunbird.channel is already used by another "
                                "organization"));
}

TEST_P(TenantsTest, of_many_whose_channels_give_one_slug_at_once_one_gets_it) {
    const auto answers = at_once([&](int i) {
        return organizations.create_tenant(
            harbor, named("Tenant", "quay" + std::string(static_cast<std::size_t>(i), '.')));
    });
    EXPECT_EQ(answers, one_wins("conflict: profile_name is already used by another organization"));
}

TEST_P(TenantsTest, of_many_who_want_one_external_id_at_once_one_gets_it) {
    const auto answers = at_once([&](int i) {
        return organizations.create(harbor, named("School", "harbor", i % 2 == 0 ? "S-1" : "s-1"),
                                    "");
    });
    EXPECT_EQ(answers, one_wins("conflict: identifiers.sunbird.external_id is already used by "
                                "another organization"));
}

TEST_P(TenantsTest, serials_differ_and_increase_for_who_asks_one_after_the_other) {
    std::vector<std::vector<std::int64_t>> serials(rivals);
    at_once([&](int i) {
        Result<TenantOrganization> last = fail(ErrorKind::invalid, "none was made");
        for (int n = 0; n < 3; ++n) {
            last = organizations.create(harbor, named("School", "harbor"), "");
            serials[static_cast<std::size_t>(i)].push_back(last->organization.serial);
        }
        return last;
    });
    std::set<std::int64_t> all;
    for (const auto& of_one : serials) {
        EXPECT_TRUE(std::ranges::is_sorted(of_one));
        all.insert(of_one.begin(), of_one.end());
    }
    EXPECT_EQ(all.size(), static_cast<std::size_t>(rivals) * 3);
}

TEST_P(TenantsTest, what_was_created_is_found_by_the_next_search_and_its_tenant_saw_it_made) {
    const auto made = organizations.create(harbor, named("Quay School", "HARBOR", "Q"), "");
    ASSERT_TRUE(made) << refusal_of(made);
    const TenantSearch search{.condition = {.kind = TenantCondition::Kind::one_of,
                                            .field = TenantField::external_id,
                                            .values = {"q"}}};
    EXPECT_EQ(organizations.search(search).items.at(0).organization.id, made->organization.id);
    const auto events = under_test.store().read([&](Transaction& transaction) {
        return events::list(transaction, made->organization.number, 1, 10);
    });
    ASSERT_EQ(events.size(), 1U);
    EXPECT_EQ(events[0].type, "organization.registered");
    EXPECT_EQ(events[0].actor, harbor.caller.actor());
}

TEST_P(TenantsTest, nobody_changes_what_another_looks_after) {
    const auto rival = add("rival");
    const auto made = organizations.create(harbor, named("School", "harbor"), "").value();
    const auto serial = made.organization.serial;
    EXPECT_EQ(refusal_of(organizations.change(rival, serial, named("Taken", {}))), "forbidden");
    EXPECT_EQ(refusal_of(organizations.set_state(rival, serial, TenantState::retired)),
              "forbidden");
    EXPECT_EQ(refusal_of(organizations.create(rival, named("School", "harbor"), "")), "forbidden");
    EXPECT_FALSE(organizations.get(rival, serial)->is_own);
    EXPECT_EQ(organizations.get(harbor, serial)->one, made);
    EXPECT_TRUE(organizations.get(harbor, serial)->is_own);
}

TEST_P(TenantsTest, a_tenant_looks_after_those_that_it_made) {
    const auto made = organizations.create_tenant(harbor, named("Quay", "quay")).value();
    EXPECT_TRUE(organizations.create(harbor, named("School", "quay"), ""));
    EXPECT_TRUE(organizations.change(harbor, made.organization.serial, named("Quay Two", {})));
}

TEST_P(TenantsTest, a_person_acts_only_where_it_is_an_administrator) {
    TenantPeople people(shared);
    const auto admin = people.sign_in("harbor@x.example", password).value();
    auto by_admin = harbor;
    by_admin.person = admin;
    const auto made = organizations.create(by_admin, named("School", "harbor"), "").value();
    EXPECT_EQ(made.created_by, admin.id.text());

    auto by_reader = harbor;
    by_reader.person = people.create(by_admin, {.username = "reader", .first_name = "R"}).value();
    const auto serial = made.organization.serial;
    EXPECT_EQ(refusal_of(organizations.change(by_reader, serial, named("X1", {}))), "forbidden");
    ASSERT_TRUE(people.set_roles(by_admin, {.serial = serial}, by_reader.person->id,
                                 std::vector<std::string>{"ORG_ADMIN"}));
    EXPECT_TRUE(organizations.change(by_reader, serial, named("X1", {})));
    EXPECT_EQ(refusal_of(organizations.create(by_reader, named("School", "harbor"), "")),
              "forbidden");
    EXPECT_EQ(refusal_of(organizations.create_tenant(by_reader, named("Own", "own"))), "forbidden");
    EXPECT_TRUE(organizations.create_tenant(by_admin, named("Own", "own")));
    ASSERT_TRUE(people.remove_member(by_admin, {.serial = serial}, by_reader.person->id));
    EXPECT_EQ(refusal_of(organizations.change(by_reader, serial, named("X2", {}))), "forbidden");

    const auto rival = add("rival");
    auto with_rivals_key = rival;
    with_rivals_key.person = admin;
    EXPECT_EQ(refusal_of(organizations.change(with_rivals_key, serial, named("X3", {}))),
              "forbidden");
    EXPECT_EQ(refusal_of(people.set_roles(rival, {.serial = serial}, admin.id, {})), "forbidden");
}

TEST_P(TenantsTest, a_person_signs_in_by_name_or_address_with_its_password_alone) {
    int hashed = 0;
    TenantPeople people(shared, [&](std::string_view hash, std::string_view given) {
        ++hashed;
        return verifies(hash, given);
    });
    EXPECT_TRUE(people.sign_in("HARBOR@x.example", password));
    EXPECT_EQ(refusal_of(people.sign_in("harbor@x.example", "wrong horse battery")),
              "unauthenticated");
    EXPECT_EQ(hashed, 2);
    EXPECT_EQ(refusal_of(people.sign_in("nobody", password)), "unauthenticated");
    EXPECT_EQ(hashed, 3) << "an unknown name costs what a wrong password costs";
    ASSERT_TRUE(people.create(harbor, {.username = "mute", .first_name = "M"}));
    EXPECT_EQ(refusal_of(people.sign_in("mute", password)), "unauthenticated");
    EXPECT_EQ(refusal_of(people.sign_in(std::string(2'000, 'x'), password)), "unauthenticated");
}

TEST_P(TenantsTest, a_key_is_a_tenants_or_nobodys) {
    Callers callers(registry());
    Tenants tenants(registry(), callers);
    EXPECT_EQ(refusal_of(tenants.by_api_key(college.api_key)), "unauthenticated");
    EXPECT_EQ(refusal_of(tenants.by_api_key("")), "unauthenticated");
    EXPECT_EQ(refusal_of(tenants.by_api_key(std::string(10'000, 'x'))), "unauthenticated");
    const auto made = add_tenant(registry(), command_line(), {"T1", "t1", "t1", password}).value();
    EXPECT_EQ(tenants.by_api_key(made.api_key)->id, made.id);
    EXPECT_EQ(made.api_key.size(), 64U);
}

TEST_P(TenantsTest, a_tenant_is_not_added_by_halves) {
    const auto add_one = [&](const NewTenant& tenant) {
        return refusal_of(add_tenant(registry(), command_line(), tenant));
    };
    EXPECT_EQ(add_one({"T1", "t1", "t1", "short"}),
              "invalid: password must be at least 12 characters");
    EXPECT_EQ(add_one({"T1", "", "t1", password}), "invalid: channel is required");
    EXPECT_EQ(add_one({"T1", "HARBOR", "t1", password}),
              "conflict: identifiers.sunbird.channel is already used by another organization");
    EXPECT_EQ(add_one({"T1", "t1", "HARBOR@X.example", password}),
              "conflict: username is already used by another");
    EXPECT_EQ(add_one({"T1", "t1", "t1", password}), "nothing");
}

}  // namespace

}  // namespace cartulary
