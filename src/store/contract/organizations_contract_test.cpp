#include "store/contract/store_contract_for_test.h"
#include "store/organizations.h"

namespace cartulary {

namespace {

std::optional<Organization> found(Store& store, const OrganizationId& id) {
    return store.read(
        [&](Transaction& transaction) { return organizations::find(transaction, id); });
}

Result<void> replaced(Store& store, const Organization& organization) {
    return store.write([&](Transaction& transaction) {
        return organizations::replace(transaction, organization);
    });
}

Result<organizations::Given> inserted(Store& store, const Organization& organization) {
    return store.write(
        [&](Transaction& transaction) { return organizations::insert(transaction, organization); });
}

TEST_P(StoreContract, finds_an_organization_as_it_was_stored) {
    const auto organization = stored(store(), college(1));
    EXPECT_EQ(found(store(), organization.id), organization);
    EXPECT_EQ(found(store(), college(2).id), std::nullopt);
}

TEST_P(StoreContract, keeps_every_letter_of_a_name) {
    auto organization = college(1);
    organization.stated.name = "Ünïversität \U0001F393 漢字 ' \" \\ % _ \u202e";
    organization = stored(store(), organization);
    EXPECT_EQ(found(store(), organization.id)->stated.name, organization.stated.name);
}

TEST_P(StoreContract, refuses_a_second_organization_with_the_same_id) {
    stored(store(), college(1));
    auto second = college(1);
    second.stated.profile_name = "other";
    const auto refused = inserted(store(), second);
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().kind, ErrorKind::conflict);
    EXPECT_EQ(refused.error().fields.at(0).field, "id");
}

TEST_P(StoreContract, refuses_a_second_profile_name_in_any_case) {
    stored(store(), college(1));
    auto second = college(2);
    second.stated.profile_name = "COLLEGE_1";
    const auto refused = inserted(store(), second);
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().fields.at(0).field, "profile_name");

    const auto third = stored(store(), college(3));
    auto renamed = third;
    renamed.version = 2;
    renamed.stated.profile_name = "College_1";
    EXPECT_EQ(replaced(store(), renamed).error().fields.at(0).field, "profile_name");
}

TEST_P(StoreContract, many_organizations_may_share_an_employer_number) {
    stored(store(), college(1));
    EXPECT_TRUE(inserted(store(), college(2)));
}

TEST_P(StoreContract, an_identifier_that_is_unique_within_a_tenant_is_refused_there_alone) {
    const auto company = stored(store(), college(1));
    const auto other_company = stored(store(), college(2));
    const auto keyed = [](int index, std::string key, std::int32_t tenant) {
        auto organization = college(index);
        organization.stated.identifiers = {{"litmos.key", std::move(key)}};
        organization.tenant = tenant;
        return organization;
    };
    stored(store(), keyed(3, "north", company.number));
    const auto refused = inserted(store(), keyed(4, "NORTH", company.number));
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().kind, ErrorKind::conflict);
    EXPECT_EQ(refused.error().fields.at(0).field, "identifiers.litmos.key");
    EXPECT_EQ(found(store(), college(4).id), std::nullopt) << "nothing of it may stay";
    EXPECT_TRUE(inserted(store(), keyed(4, "north", other_company.number)));
}

TEST_P(StoreContract, replaces_an_organization_and_refuses_an_outdated_change) {
    auto organization = stored(store(), college(1));
    organization.version = 2;
    organization.stated.name = "Harbor University";
    organization.stated.identifiers = {{"duns", "123456789"}};
    organization.status = OrganizationStatus::inactive;
    organization.updated_at += std::chrono::hours(1);
    ASSERT_TRUE(replaced(store(), organization));
    EXPECT_EQ(found(store(), organization.id), organization);
    EXPECT_EQ(replaced(store(), organization).error().kind, ErrorKind::conflict);
}

TEST_P(StoreContract, lists_organizations_as_people_order_their_names) {
    const char* const names[] = {"zebra", "Éclair", "apple", "ZEAL", "Apple Pie"};
    for (int i = 0; i < 5; ++i) {
        auto organization = college(i);
        organization.stated.name = names[i];
        stored(store(), organization);
    }
    std::vector<std::string> listed;
    store().read([&](Transaction& transaction) {
        organizations::for_each(transaction, [&](const Organization& organization) {
            listed.push_back(organization.stated.name);
        });
        return 0;
    });
    EXPECT_EQ(listed, (std::vector<std::string>{"apple", "Apple Pie", "ZEAL", "zebra", "Éclair"}));
}

}  // namespace

}  // namespace cartulary
