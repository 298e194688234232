#include "search/organization_index.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

namespace cartulary::search {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

ResourceEntry organization(std::int64_t number, std::string name, std::string city = {}) {
    ResourceEntry entry;
    entry.number = number;
    entry.type = "ceterms:CredentialOrganization";
    entry.names = {{std::move(name), ""}};
    if (!city.empty()) entry.places = {std::move(city)};
    return entry;
}

std::vector<NameKeyHit> found(const OrganizationIndex& index, const std::string& name,
                              const std::string& city = {}) {
    const std::vector<NameKey> keys{rough_key(organization_words(name))};
    const std::vector<NameKey> cities{joined_key(organization_words(city))};
    return index.find(keys, cities);
}

TEST(OrganizationIndexTest, finds_what_was_added_until_it_is_removed) {
    OrganizationIndex index;
    const auto first = organization(7, "Marlow College", "Lyon");
    const auto second = organization(3, "College of Marlow", "Lyon");
    index.add(first);
    index.add(second);
    EXPECT_THAT(found(index, "Marlow College"),
                ElementsAre(NameKeyHit{0, 3, 0}, NameKeyHit{0, 7, 0}));
    EXPECT_TRUE(index.is_city(joined_key(Words{"lyon"})));

    index.remove(first);
    EXPECT_THAT(found(index, "Marlow College"), ElementsAre(NameKeyHit{0, 3, 0}));
    EXPECT_TRUE(index.is_city(joined_key(Words{"lyon"})));
    index.remove(second);
    EXPECT_THAT(found(index, "Marlow College"), IsEmpty());
    EXPECT_FALSE(index.is_city(joined_key(Words{"lyon"})));
}

TEST(OrganizationIndexTest, uses_the_room_of_what_was_removed_again) {
    OrganizationIndex index;
    for (std::int64_t number = 1; number <= 100; ++number) {
        index.add(organization(number, "Marlow College " + std::to_string(number)));
    }
    const auto bytes = index.bytes();
    for (int round = 0; round < 20; ++round) {
        for (std::int64_t number = 1; number <= 100; ++number) {
            const auto entry = organization(number, "Marlow College " + std::to_string(number));
            index.remove(entry);
            index.add(entry);
        }
    }
    EXPECT_EQ(index.bytes(), bytes);
}

TEST(OrganizationIndexTest, replaces_a_name) {
    OrganizationIndex index;
    const auto before = organization(1, "Marlow College");
    auto after = organization(1, "Ostrand College");
    index.add(before);
    index.replace(before, after);
    EXPECT_THAT(found(index, "Marlow College"), IsEmpty());
    EXPECT_THAT(found(index, "Ostrand College"), ElementsAre(NameKeyHit{0, 1, 0}));
    const auto same = after;
    after.website = "https://ostrand.example";
    index.replace(same, after);
    EXPECT_EQ(found(index, "Ostrand College").size(), 1U);
}

TEST(OrganizationIndexTest, tells_which_name_it_was) {
    OrganizationIndex index;
    auto entry = organization(1, "Marlow College");
    entry.names.push_back({"Ostrand College", ""});
    index.add(entry);
    EXPECT_THAT(found(index, "Ostrand College"), ElementsAre(NameKeyHit{0, 1, 1}));
}

TEST(OrganizationIndexTest, of_a_name_that_too_many_have_it_tells_those_in_the_city) {
    OrganizationIndex index;
    const auto most = static_cast<std::int64_t>(OrganizationIndex::shared_names_max);
    for (std::int64_t number = 1; number <= most; ++number) {
        index.add(organization(number, "Order of Herons", "Riga"));
    }
    EXPECT_EQ(found(index, "Order of Herons").size(), OrganizationIndex::shared_names_max);
    index.add(organization(most + 1, "Order of Herons", "Lyon"));
    EXPECT_THAT(found(index, "Order of Herons"), IsEmpty());
    EXPECT_THAT(found(index, "Order of Herons", "Lyon"), ElementsAre(NameKeyHit{0, most + 1, 0}));
    EXPECT_EQ(found(index, "Order of Herons", "Riga").size(), OrganizationIndex::shared_names_max);
    index.add(organization(most + 2, "Order of Herons", "Riga"));
    EXPECT_THAT(found(index, "Order of Herons", "Riga"), IsEmpty());
}

TEST(OrganizationIndexTest, leaves_out_what_is_no_organization) {
    OrganizationIndex index;
    auto entry = organization(1, "Marlow College");
    entry.type = "ceterms:Certificate";
    index.add(entry);
    EXPECT_THAT(found(index, "Marlow College"), IsEmpty());
    index.remove(entry);
}

}  // namespace
}  // namespace cartulary::search
