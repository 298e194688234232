#include <gmock/gmock.h>

#include "store/contract/store_contract_for_test.h"
#include "store/organizations.h"
#include "store/tenant_organizations.h"
#include "store/tenant_people.h"
#include "store/tenant_search.h"
#include "store/tenant_uploads.h"

namespace cartulary {

namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using Kind = TenantCondition::Kind;

class TenantsContract : public StoreContract {
protected:
    // A tenant, or one of `tenant`, stored under this name with a channel of the same.
    TenantOrganization add(const std::string& name, const TenantOrganization* tenant = nullptr,
                           const TenantTerms& terms = {}, const std::string& external_id = {}) {
        auto organization = college(++added_);
        organization.stated.name = name;
        organization.stated.profile_name = "slug-" + std::to_string(added_);
        organization.stated.description = "All about " + name;
        organization.stated.identifiers.clear();
        if (!tenant) organization.stated.identifiers.push_back({"sunbird.channel", name});
        if (tenant) organization.tenant = tenant->root;
        if (!external_id.empty()) {
            organization.stated.identifiers.push_back({"sunbird.external_id", external_id});
        }
        organization = stored(store(), organization);
        TenantOrganization one{.organization = organization,
                               .root = tenant ? tenant->root : organization.number,
                               .root_serial = tenant ? tenant->root_serial : organization.serial,
                               .channel = tenant ? tenant->channel : name,
                               .created_by = "maker",
                               .updated_by = ""};
        write([&](Transaction& transaction) {
            tenant_organizations::insert(transaction, one, terms);
        });
        return one;
    }

    std::vector<std::string> names(const TenantSearch& search) {
        std::vector<std::string> names;
        const auto found = store().read([&](Transaction& transaction) {
            return tenant_organizations::search(transaction, search);
        });
        for (const auto& one : found.items) names.push_back(one.organization.stated.name);
        return names;
    }
    std::vector<std::string> names(Kind kind, TenantField field, std::vector<TenantValue> values) {
        return names({.condition = {.kind = kind, .field = field, .values = std::move(values)}});
    }

    // Whose index does not say what the record says.
    std::vector<std::int32_t> wrong() {
        return store().read([](Transaction& transaction) {
            return tenant_organizations::wrongly_indexed(transaction);
        });
    }

    void replace(Organization changed) {
        changed.version += 1;
        write([&](Transaction& transaction) {
            ASSERT_TRUE(organizations::replace(transaction, changed));
        });
    }

    int added_ = 0;
};

INSTANTIATE_TEST_SUITE_P(EveryDatabase, TenantsContract, testing::ValuesIn(testkit::store_kinds()),
                         [](const auto& suite) { return suite.param.name; });

TEST_P(TenantsContract, finds_an_organization_as_it_was_stored) {
    const auto tenant = add("Harbor");
    const auto school = add("School", &tenant, {}, "S-1");
    store().read([&](Transaction& transaction) {
        namespace tenants = tenant_organizations;
        EXPECT_EQ(tenants::find(transaction, tenant.root), tenant);
        EXPECT_EQ(tenants::find_by_serial(transaction, school.organization.serial), school);
        EXPECT_EQ(tenants::find_by_channel(transaction, "hARBOR"), tenant);
        EXPECT_EQ(tenants::find_by_channel(transaction, "School"), std::nullopt);
        EXPECT_EQ(tenants::number_by(transaction, tenant.root, "s-1"), school.organization.number);
        EXPECT_TRUE(tenants::channel_is_taken(transaction, "HARBOR", 0));
        EXPECT_FALSE(tenants::channel_is_taken(transaction, "HARBOR", tenant.root));
        EXPECT_TRUE(tenants::external_id_is_taken(transaction, tenant.root, "s-1", 0));
        EXPECT_EQ(tenants::count_tenants(transaction), 1);
        return 0;
    });
    EXPECT_THAT(wrong(), IsEmpty());
}

TEST_P(TenantsContract, the_index_follows_every_change_of_a_record) {
    const auto tenant = add("Harbor");
    auto school = add("School", &tenant);
    school.organization.stated.name = "ACADÉMIE";
    school.organization.stated.description = std::string(600, 'x') + "é";
    school.organization.status = OrganizationStatus::blocked;
    replace(school.organization);
    EXPECT_THAT(wrong(), IsEmpty());
    EXPECT_THAT(names(Kind::one_of, TenantField::name, {"Académie"}), ElementsAre("ACADÉMIE"));
    EXPECT_THAT(names(Kind::one_of, TenantField::state, {std::int64_t{2}}),
                ElementsAre("ACADÉMIE"));
    auto renamed = tenant.organization;
    renamed.stated.identifiers = {{"sunbird.channel", "Quay"}};
    replace(renamed);
    EXPECT_THAT(wrong(), IsEmpty());
    EXPECT_THAT(names(Kind::one_of, TenantField::channel, {"QUAY"}),
                ElementsAre("Harbor", "ACADÉMIE"));
}

TEST_P(TenantsContract, finds_by_every_kind_of_condition) {
    const auto harbor = add("Harbor", nullptr, {.kind = 2, .sub_kind = {}, .language = "Hindi"});
    add("Ridge_100%");
    add("Quay School", &harbor, {.kind = 5, .sub_kind = 1, .language = ""}, "Q-1");
    EXPECT_THAT(names(Kind::one_of, TenantField::name, {"HARBOR", "quay  school"}),
                ElementsAre("Harbor", "Quay School"));
    EXPECT_THAT(names(Kind::one_of, TenantField::name, {}), IsEmpty());
    EXPECT_THAT(names(Kind::above, TenantField::kind, {std::int64_t{2}}),
                ElementsAre("Quay School"));
    EXPECT_THAT(names(Kind::at_most, TenantField::kind, {std::int64_t{5}}),
                ElementsAre("Harbor", "Quay School"));
    EXPECT_THAT(names(Kind::below, TenantField::name, {"quay"}), ElementsAre("Harbor"));
    EXPECT_THAT(names(Kind::at_least, TenantField::name, {"quay"}),
                ElementsAre("Ridge_100%", "Quay School"));
    EXPECT_THAT(names(Kind::begins_with, TenantField::name, {"qUAY s"}),
                ElementsAre("Quay School"));
    EXPECT_THAT(names(Kind::holds, TenantField::name, {"_100%"}), ElementsAre("Ridge_100%"));
    EXPECT_THAT(names(Kind::holds, TenantField::name, {"_1%0"}), IsEmpty());
    EXPECT_THAT(names(Kind::is_known, TenantField::external_id, {}), ElementsAre("Quay School"));
    EXPECT_THAT(names(Kind::is_unknown, TenantField::language, {}),
                ElementsAre("Ridge_100%", "Quay School"));
    const TenantCondition is_root{Kind::one_of, TenantField::is_root, {std::int64_t{1}}, {}};
    const TenantCondition is_five{Kind::one_of, TenantField::kind, {std::int64_t{5}}, {}};
    const TenantCondition is_hindi{Kind::one_of, TenantField::language, {"hindi"}, {}};
    EXPECT_THAT(names({.condition = {.kind = Kind::all_of, .parts = {is_root, is_hindi}}}),
                ElementsAre("Harbor"));
    EXPECT_THAT(names({.condition = {.kind = Kind::any_of, .parts = {is_five, is_hindi}}}),
                ElementsAre("Harbor", "Quay School"));
    EXPECT_THAT(names({.condition = {.kind = Kind::any_of}}), IsEmpty());
    EXPECT_EQ(names(TenantSearch{}).size(), 3U);
}

TEST_P(TenantsContract, a_value_is_never_read_as_sql) {
    add("Harbor");
    EXPECT_THAT(names(Kind::one_of, TenantField::name, {"x' or '1'='1"}), IsEmpty());
    EXPECT_THAT(names(Kind::holds, TenantField::name, {"'; drop table tenant_organization; --"}),
                IsEmpty());
    EXPECT_EQ(names(TenantSearch{}).size(), 1U);
}

TEST_P(TenantsContract, sorts_counts_and_gives_parts) {
    const auto harbor = add("Harbor");
    add("b", &harbor, {.kind = 1, .sub_kind = {}, .language = ""});
    add("C", &harbor);
    add("a", &harbor, {.kind = 1, .sub_kind = {}, .language = ""});
    EXPECT_THAT(names({.order = {{TenantField::name, false}}}),
                ElementsAre("a", "b", "C", "Harbor"));
    EXPECT_THAT(names({.order = {{TenantField::kind, true}, {TenantField::name, true}}}),
                ElementsAre("b", "a", "Harbor", "C"));
    EXPECT_THAT(names({.offset = 1, .count = 2}), ElementsAre("b", "C"));
    const auto found = store().read([](Transaction& transaction) {
        return tenant_organizations::search(
            transaction, {.facets = {TenantField::is_root, TenantField::kind}, .count = 0});
    });
    EXPECT_EQ(found.total, 4);
    EXPECT_THAT(found.items, IsEmpty());
    EXPECT_THAT(found.facets.at(0), ElementsAre(std::pair("0", 3), std::pair("1", 1)));
    EXPECT_THAT(found.facets.at(1), ElementsAre(std::pair("1", 2)));
}

TEST_P(TenantsContract, gives_tenants_page_by_page) {
    const auto first = add("a");
    add("b", &first);
    const auto second = add("c");
    store().read([&](Transaction& transaction) {
        namespace tenants = tenant_organizations;
        EXPECT_THAT(tenants::tenants(transaction, 0, 1), ElementsAre(first));
        EXPECT_THAT(tenants::tenants(transaction, first.root, 5), ElementsAre(second));
        return 0;
    });
}

TEST_P(TenantsContract, a_person_has_a_name_and_an_address_of_its_own) {
    const auto tenant = add("Harbor");
    const TenantPerson gita{.id = Uuid::named(url_namespace, "gita"),
                            .tenant = tenant.root,
                            .username = "Gita",
                            .first_name = "Gita",
                            .last_name = "Rao",
                            .email = "Gita@harbor.example",
                            .phone = "",
                            .password_hash = "hash",
                            .created_at = timestamp(1)};
    auto same_name = gita;
    same_name.id = Uuid::named(url_namespace, "other");
    same_name.username = "GITA";
    auto same_email = same_name;
    same_email.username = "other";
    same_email.email = "gita@HARBOR.example";
    const auto insert = [&](const TenantPerson& person) {
        return store().write(
            [&](Transaction& transaction) { return tenant_people::insert(transaction, person); });
    };
    ASSERT_TRUE(insert(gita));
    EXPECT_EQ(insert(same_name).error().fields.at(0).field, "username");
    EXPECT_EQ(insert(same_email).error().fields.at(0).field, "email");
    store().read([&](Transaction& transaction) {
        EXPECT_EQ(tenant_people::find(transaction, gita.id), gita);
        EXPECT_EQ(tenant_people::find_by_login(transaction, "gITA"), gita);
        EXPECT_EQ(tenant_people::find_by_login(transaction, "GITA@harbor.example"), gita);
        EXPECT_EQ(tenant_people::find_by_login(transaction, "nobody"), std::nullopt);
        return 0;
    });
}

TEST_P(TenantsContract, keeps_the_roles_of_members) {
    const auto tenant = add("Harbor");
    TenantPerson person{};
    person.id = Uuid::named(url_namespace, "gita");
    person.tenant = tenant.root;
    person.username = "gita";
    TenantMembership membership{tenant.root, person.id, {"ORG_ADMIN", "PUBLIC"}, timestamp(5)};
    write([&](Transaction& transaction) {
        ASSERT_TRUE(tenant_people::insert(transaction, person));
        tenant_people::put_membership(transaction, membership);
        EXPECT_EQ(tenant_people::find_membership(transaction, tenant.root, person.id), membership);
        membership.roles = {"PUBLIC"};
        tenant_people::put_membership(transaction, membership);
        EXPECT_THAT(tenant_people::memberships_of(transaction, person.id), ElementsAre(membership));
        EXPECT_EQ(tenant_people::count_members(transaction, tenant.root), 1);
        EXPECT_TRUE(tenant_people::remove_membership(transaction, tenant.root, person.id));
        EXPECT_FALSE(tenant_people::remove_membership(transaction, tenant.root, person.id));
    });
}

TEST_P(TenantsContract, keeps_reports_of_uploads) {
    const auto tenant = add("Harbor");
    const auto id = Uuid::named(url_namespace, "upload");
    write([&](Transaction& transaction) {
        tenant_uploads::insert(transaction, {id, tenant.root, "{\"a\":1}", timestamp(9)});
    });
    const auto found = store().read(
        [&](Transaction& transaction) { return tenant_uploads::find(transaction, id); });
    ASSERT_TRUE(found);
    EXPECT_EQ(found->report, "{\"a\":1}");
    EXPECT_EQ(found->tenant, tenant.root);
    write([&](Transaction& transaction) {
        EXPECT_EQ(tenant_uploads::forget(transaction, timestamp(9)), 0);
        EXPECT_EQ(tenant_uploads::forget(transaction, timestamp(10)), 1);
        EXPECT_FALSE(tenant_uploads::find(transaction, id));
    });
}

// The way of texts that are put together while the program runs.
TEST_P(TenantsContract, a_statement_of_a_moment_takes_parameters_and_tells_of_their_number) {
    write([](Transaction& transaction) {
        const Parameter parameters[] = {std::string_view("it's"), std::int64_t{41}};
        auto rows =
            transaction.query_once("select cast($1 as text), cast($2 as bigint) + 1", parameters);
        ASSERT_TRUE(rows.next());
        EXPECT_EQ(rows.text(0), "it's");
        EXPECT_EQ(rows.integer(1), 42);
        EXPECT_FALSE(rows.next());
    });
    EXPECT_ANY_THROW(store().read([](Transaction& transaction) {
        return transaction.query_once("select cast($1 as text)", {}).next();
    }));
    // And the connection goes on.
    EXPECT_EQ(names(TenantSearch{}).size(), 0U);
}

}  // namespace

}  // namespace cartulary
