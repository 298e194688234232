#include "store/contract/store_contract_for_test.h"
#include "store/organizations.h"
#include "store/relationships.h"

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
    organization.stated.webhook = {"https://harbor.example/hook", {"badge.created"}};
    organization.status = OrganizationStatus::inactive;
    organization.approved_at = timestamp(1'700'000'000'000);
    organization.updated_at += std::chrono::hours(1);
    ASSERT_TRUE(replaced(store(), organization));
    EXPECT_EQ(found(store(), organization.id), organization);
    EXPECT_EQ(replaced(store(), organization).error().kind, ErrorKind::conflict);
}

TEST_P(StoreContract, one_that_was_never_approved_has_no_time_of_it) {
    auto organization = college(1);
    organization.status = OrganizationStatus::draft;
    organization.approved_at = {};
    organization = stored(store(), organization);
    EXPECT_EQ(found(store(), organization.id), organization);
}

TEST_P(StoreContract, finds_an_organization_by_its_profile_name) {
    auto organization = college(1);
    organization.stated.profile_name = "Harbor_College";
    organization = stored(store(), organization);
    store().read([&](Transaction& transaction) {
        const auto find = [&](std::string_view folded) {
            return organizations::find_by_profile_name(transaction, folded);
        };
        EXPECT_EQ(find("harbor_college"), organization);
        EXPECT_EQ(find("harbor"), std::nullopt);
        EXPECT_EQ(find(""), std::nullopt);
        return 0;
    });
}

TEST_P(StoreContract, lists_those_that_a_viewer_may_see_by_name_and_page) {
    const char* const names[] = {"Viewer", "zebra", "Apple", "Asked", "Revoked", "Other"};
    std::vector<Organization> all;
    for (int i = 0; i < 6; ++i) {
        auto organization = college(i);
        organization.stated.name = names[i];
        all.push_back(stored(store(), organization));
    }
    const auto viewer = all[0].number;
    write([&](Transaction& transaction) {
        const auto relate = [&](int index, RelationshipStatus status) {
            const auto number = all[static_cast<std::size_t>(index)].number;
            relationships::put(transaction, {number, viewer, status, timestamp(0)});
        };
        relate(1, RelationshipStatus::approved);
        relate(2, RelationshipStatus::approved);
        relate(3, RelationshipStatus::asked);
        relate(4, RelationshipStatus::revoked);
        relationships::put(transaction,
                           {viewer, all[5].number, RelationshipStatus::approved, timestamp(0)});
    });
    const auto listed = [&](std::int32_t number, const Slice& slice) {
        return store().read([&](Transaction& transaction) {
            return organizations::list_seen_by(transaction, number, slice);
        });
    };
    const auto whole = listed(viewer, {});
    EXPECT_EQ(whole.items, (std::vector<Organization>{all[2], all[0], all[1]}));
    EXPECT_EQ(whole.total, 3);
    EXPECT_EQ(listed(viewer, {.offset = 1, .count = 1}).items, std::vector<Organization>{all[0]});
    const auto beyond = listed(viewer, {.offset = 1'000'000'000'000, .count = 50});
    EXPECT_TRUE(beyond.items.empty());
    EXPECT_EQ(beyond.total, 3);
    EXPECT_EQ(listed(all[5].number, {}).items, (std::vector<Organization>{all[5], all[0]}));
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
