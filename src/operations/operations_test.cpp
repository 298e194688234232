#include <gtest/gtest.h>

#include "operations/callers.h"
#include "operations/organizations.h"
#include "operations/people.h"
#include "operations/tokens.h"
#include "operations/verification.h"
#include "store/organizations.h"
#include "testkit/registry.h"

namespace cartulary {

namespace {

class Operations : public testing::TestWithParam<testkit::StoreKind> {
protected:
    const Registry& registry() { return under_test.registry(); }

    // The token in the one confirmation link that waits for this address.
    std::string mailed_token(const std::string& address) {
        for (const auto& mail : under_test.waiting_mail()) {
            if (mail.to_address != address || mail.sealed_link.empty()) continue;
            const auto link = registry().vault.unseal(mail.sealed_link).value();
            return link.substr(link.find("token=") + 6);
        }
        return {};
    }

    testkit::RegistryUnderTest under_test{GetParam().open_empty()};
};

INSTANTIATE_TEST_SUITE_P(EveryDatabase, Operations, testing::ValuesIn(testkit::store_kinds()),
                         [](const auto& suite) { return suite.param.name; });

TEST_P(Operations, a_new_staff_person_sets_a_password_by_the_mailed_link_once) {
    ASSERT_TRUE(add_staff(registry(), "clerk@registry.example", std::nullopt));
    EXPECT_TRUE(has_staff(registry()));
    const auto token = mailed_token("clerk@registry.example");
    EXPECT_EQ(person_of_link(registry(), token)->email, "clerk@registry.example");
    EXPECT_EQ(set_password_by_link(registry(), token, "too short").error().kind,
              ErrorKind::invalid);
    const auto person = set_password_by_link(registry(), token, "long enough to be good");
    ASSERT_TRUE(person);
    EXPECT_TRUE(verifies(person->password_hash, "long enough to be good"));
    EXPECT_EQ(set_password_by_link(registry(), token, "long enough to be bad").error().kind,
              ErrorKind::gone);
}

TEST_P(Operations, a_mailed_link_ends_after_a_week) {
    ASSERT_TRUE(add_staff(registry(), "clerk@registry.example", std::nullopt));
    const auto token = mailed_token("clerk@registry.example");
    under_test.pass(std::chrono::hours(24 * 7));
    EXPECT_EQ(person_of_link(registry(), token).error().kind, ErrorKind::gone);
}

TEST_P(Operations, staff_with_a_password_get_no_link) {
    ASSERT_TRUE(add_staff(registry(), "clerk@registry.example", "long enough to be good"));
    EXPECT_TRUE(under_test.waiting_mail().empty());
}

TEST_P(Operations, every_problem_of_a_person_is_told_at_once) {
    const auto refused = add_staff(registry(), "nobody", "short");
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().fields.size(), 2U);
}

TEST_P(Operations, a_member_is_added_and_the_role_may_change) {
    const auto partner = under_test.add_partner();
    const auto add = [&](Role role) {
        return add_member(registry(), command_line(),
                          {"dean@harbor.example", partner.id, role, {}});
    };
    ASSERT_TRUE(add(Role::viewer));
    ASSERT_TRUE(add(Role::publisher));
    const auto whole = Organizations(registry()).show(partner.id);
    ASSERT_EQ(whole->members.size(), 2U);
    EXPECT_EQ(whole->members[0].person.email, "dean@harbor.example");
    EXPECT_EQ(whole->members[0].role, Role::publisher);
    EXPECT_EQ(verify(registry()).problems, std::vector<std::string>{});
}

TEST_P(Operations, a_member_of_no_organization_is_refused_and_not_made) {
    const OrganizationId unknown(Uuid::named(url_namespace, "unknown"));
    const auto refused =
        add_member(registry(), command_line(), {"dean@harbor.example", unknown, Role::viewer, {}});
    EXPECT_EQ(refused.error().kind, ErrorKind::not_found);
    EXPECT_TRUE(under_test.waiting_mail().empty());
    EXPECT_EQ(verify(registry()).problems, std::vector<std::string>{});
}

TEST_P(Operations, a_partner_s_key_is_known_in_any_case_and_others_are_not) {
    const auto partner = under_test.add_partner();
    Callers callers(registry());
    auto key = partner.api_key;
    EXPECT_EQ(callers.by_api_key(key)->id, partner.id);
    EXPECT_TRUE(callers.by_api_key(key)->trusted_partner);
    key.back() = key.back() == '0' ? '1' : '0';
    EXPECT_EQ(callers.by_api_key(key).error().kind, ErrorKind::unauthenticated);
    EXPECT_FALSE(callers.by_api_key(""));
    EXPECT_FALSE(callers.by_api_key("nonsense"));
}

TEST_P(Operations, a_revoked_key_is_refused_at_once) {
    const auto partner = under_test.add_partner();
    Callers callers(registry());
    ASSERT_TRUE(callers.by_api_key(partner.api_key));
    constexpr auto revoke_sql = "update api_key set revoked_at = 1";
    ASSERT_TRUE(under_test.store().write([&](Transaction& transaction) -> Result<void> {
        transaction.run(revoke_sql);
        return {};
    }));
    EXPECT_FALSE(callers.by_api_key(partner.api_key));
}

TEST_P(Operations, a_record_that_changed_or_may_no_longer_be_seen_is_not_told_from_memory) {
    const auto partner = under_test.add_partner();
    Organizations reading(registry());
    BoundedCache rendered(100'000);
    const auto read = [&](std::int32_t viewer) {
        const Caller caller{.id = partner.id, .organization = viewer, .name = ""};
        return reading.get(caller, partner.id, rendered,
                           [](const Organization& found) { return found.stated.name; });
    };
    const auto number = under_test.store().read([&](Transaction& transaction) {
        return organizations::number_of(transaction, partner.id).value();
    });
    EXPECT_EQ(*read(number)->text, "State Agency");
    EXPECT_FALSE(read(number + 1));
    ASSERT_TRUE(under_test.store().write([&](Transaction& transaction) -> Result<void> {
        auto organization = organizations::find(transaction, number).value();
        organization.stated.name = "Province Agency";
        organization.version = 2;
        return organizations::replace(transaction, organization);
    }));
    EXPECT_EQ(*read(number)->text, "Province Agency");
    EXPECT_EQ(read(number)->version, 2);
}

TEST_P(Operations, a_second_partner_with_the_same_ctid_is_refused) {
    const auto partner = under_test.add_partner();
    const auto refused =
        add_partner(registry(), command_line(), {"Other", "other@agency.example", partner.id});
    EXPECT_EQ(refused.error().kind, ErrorKind::conflict);
    EXPECT_EQ(verify(registry()).problems, std::vector<std::string>{});
}

TEST_P(Operations, verification_tells_what_is_there_by_halves) {
    const auto partner = under_test.add_partner();
    constexpr auto break_sql = "delete from membership";
    ASSERT_TRUE(under_test.store().write([&](Transaction& transaction) -> Result<void> {
        transaction.run(break_sql);
        return {};
    }));
    EXPECT_FALSE(verify(registry()).problems.empty());
}

TEST_P(Operations, verification_tells_what_can_no_longer_be_read) {
    const auto partner = under_test.add_partner();
    ASSERT_TRUE(make_token(registry(), partner.id, {"for badges", {}}));
    EXPECT_EQ(verify(registry()).problems, std::vector<std::string>{});
    constexpr auto break_event_sql = "update event set snapshot = '[]'";
    constexpr auto break_token_sql = "update authorization_token set digest = 'another'";
    ASSERT_TRUE(under_test.store().write([&](Transaction& transaction) -> Result<void> {
        transaction.run(break_event_sql);
        transaction.run(break_token_sql);
        return {};
    }));
    EXPECT_EQ(verify(registry()).problems.size(), 2U);
}

TEST_P(Operations, an_approved_organization_says_since_when) {
    const auto partner = under_test.add_partner();
    EXPECT_EQ(Organizations(registry()).show(partner.id)->organization.approved_at,
              under_test.now());
}

TEST_P(Operations, a_database_knows_its_own_key) {
    ASSERT_TRUE(require_own_key(registry()));
    ASSERT_TRUE(require_own_key(registry()));
    const auto other = Vault::with_key({8});
    const Registry stranger{.store = registry().store,
                            .vault = other,
                            .now = registry().now,
                            .randomness = registry().randomness,
                            .name = "",
                            .public_url = ""};
    EXPECT_EQ(require_own_key(stranger).error().kind, ErrorKind::conflict);
}

}  // namespace

}  // namespace cartulary
