#include "store/badge_samples_for_test.h"
#include "store/badge_templates.h"
#include "store/badges.h"
#include "store/contract/store_contract_for_test.h"

namespace cartulary {

namespace {

using badge_templates::Filter;
using badge_templates::Order;
using badge_templates::SortBy;
using Names = std::vector<std::string>;

Result<void> inserted(Store& store, const BadgeTemplate& badge_template) {
    return store.write([&](Transaction& transaction) {
        return badge_templates::insert(transaction, badge_template);
    });
}

Result<void> replaced(Store& store, const BadgeTemplate& badge_template) {
    return store.write([&](Transaction& transaction) {
        return badge_templates::replace(transaction, badge_template);
    });
}

std::optional<BadgeTemplate> found(Store& store, const Uuid& id) {
    return store.read(
        [&](Transaction& transaction) { return badge_templates::find(transaction, id); });
}

Page<BadgeTemplate> page_of(Store& store, std::int32_t organization, const Filter& filter,
                            const std::vector<Order>& orders = {}, const Slice& slice = {}) {
    return store.read([&](Transaction& transaction) {
        return badge_templates::list(transaction, organization, filter, orders, slice);
    });
}

Names names_in(const Page<BadgeTemplate>& page) {
    Names names;
    for (const auto& item : page.items) names.push_back(item.stated.name);
    return names;
}

TEST_P(StoreContract, finds_a_badge_template_as_it_was_stored) {
    const auto organization = stored(store(), college(1));
    const auto whole = sample_template(organization.number, "Navigator");
    auto least = sample_template(organization.number, "Pilot");
    least.stated.picture = {};
    least.state_updated_at = {};
    ASSERT_TRUE(inserted(store(), whole));
    ASSERT_TRUE(inserted(store(), least));
    EXPECT_EQ(found(store(), whole.id), whole);
    EXPECT_EQ(found(store(), least.id), least);
    EXPECT_EQ(found(store(), Uuid()), std::nullopt);
    store().read([&](Transaction& transaction) {
        const auto by_slug = [&](std::int32_t number, std::string_view slug) {
            return badge_templates::find_by_slug(transaction, number, slug);
        };
        EXPECT_EQ(by_slug(organization.number, "pilot"), least);
        EXPECT_EQ(by_slug(organization.number, "Pilot"), std::nullopt);
        EXPECT_EQ(by_slug(organization.number + 1, "pilot"), std::nullopt);
        return 0;
    });
}

TEST_P(StoreContract, refuses_a_second_slug_within_an_organization) {
    const auto first = stored(store(), college(1));
    const auto second = stored(store(), college(2));
    ASSERT_TRUE(inserted(store(), sample_template(first.number, "Navigator")));
    auto same = sample_template(first.number, "Pilot");
    same.stated.slug = "navigator";
    const auto refused = inserted(store(), same);
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().kind, ErrorKind::conflict);
    EXPECT_EQ(refused.error().fields.at(0).field, "slug");
    EXPECT_EQ(found(store(), same.id), std::nullopt);

    auto elsewhere = same;
    elsewhere.organization = second.number;
    EXPECT_TRUE(inserted(store(), elsewhere));

    auto renamed = sample_template(first.number, "Stoker");
    ASSERT_TRUE(inserted(store(), renamed));
    renamed.version = 2;
    renamed.stated.slug = "navigator";
    EXPECT_EQ(replaced(store(), renamed).error().fields.at(0).field, "slug");
}

TEST_P(StoreContract, replaces_a_badge_template_and_refuses_an_outdated_change) {
    const auto organization = stored(store(), college(1));
    auto badge_template = sample_template(organization.number, "Navigator");
    ASSERT_TRUE(inserted(store(), badge_template));
    badge_template.version = 2;
    badge_template.stated = {};
    badge_template.stated.name = "Pilot";
    badge_template.stated.slug = "pilot";
    badge_template.updated_at = sample_time(100);
    badge_template.state_updated_at = {};
    auto sent = badge_template;
    sent.badge_count = 99;
    sent.created_at = sample_time(50);
    ASSERT_TRUE(replaced(store(), sent));
    EXPECT_EQ(found(store(), badge_template.id), badge_template) << "neither count nor creation";
    EXPECT_EQ(replaced(store(), sent).error().kind, ErrorKind::conflict);
    sent.version = 3;
    EXPECT_TRUE(replaced(store(), sent)) << "its own slug is in nobody's way";
}

TEST_P(StoreContract, a_badge_template_with_badges_is_not_removed) {
    const auto organization = stored(store(), college(1));
    const auto of = sample_template(organization.number, "Navigator");
    const auto badge = sample_badge(of, "ada");
    ASSERT_TRUE(inserted(store(), of));
    write([&](Transaction& transaction) {
        ASSERT_TRUE(badges::insert(transaction, badge, false));
        EXPECT_EQ(badge_templates::remove(transaction, of.id).error().kind, ErrorKind::conflict);
        ASSERT_TRUE(badges::remove(transaction, badge.id));
        EXPECT_TRUE(badge_templates::remove(transaction, of.id));
    });
    EXPECT_EQ(found(store(), of.id), std::nullopt);
}

TEST_P(StoreContract, counts_the_badges_of_a_template) {
    const auto organization = stored(store(), college(1));
    auto of = sample_template(organization.number, "Navigator");
    ASSERT_TRUE(inserted(store(), of));
    write([&](Transaction& transaction) {
        EXPECT_EQ(badge_templates::count_badge(transaction, of.id, 1).badge_count, 1);
        EXPECT_EQ(badge_templates::count_badge(transaction, of.id, 1).badge_count, 2);
        of.badge_count = 1;
        EXPECT_EQ(badge_templates::count_badge(transaction, of.id, -1), of);
    });
    EXPECT_EQ(found(store(), of.id), of);
}

// Five of one organization, each made a minute after the one before, and one of another.
std::int32_t with_templates(Store& store) {
    const auto organization = stored(store, college(1)).number;
    const auto other = stored(store, college(2)).number;
    const char* const names[] = {"zebra", "Apple", "apple 100%", "Éclair_a", "Pilot \\ b"};
    for (int i = 0; i < 5; ++i) {
        auto badge_template = sample_template(organization, names[i], i);
        badge_template.updated_at = sample_time(100 - i / 2);
        badge_template.stated.state = static_cast<BadgeTemplateState>(i % 3);
        badge_template.stated.is_public = i == 1;
        EXPECT_TRUE(inserted(store, badge_template));
    }
    EXPECT_TRUE(inserted(store, sample_template(other, "apple of another")));
    return organization;
}

TEST_P(StoreContract, lists_badge_templates_newest_first_or_as_asked) {
    const auto organization = with_templates(store());
    const auto listed = [&](const std::vector<Order>& orders) {
        return names_in(page_of(store(), organization, {}, orders));
    };
    const Names by_age = {"zebra", "Apple", "apple 100%", "Éclair_a", "Pilot \\ b"};
    const Names by_name = {"Apple", "apple 100%", "Pilot \\ b", "zebra", "Éclair_a"};
    EXPECT_EQ(listed({{SortBy::created_at, false}}), by_age);
    EXPECT_EQ(listed({{SortBy::created_at, true}}), Names(by_age.rbegin(), by_age.rend()));
    EXPECT_EQ(listed({}), Names(by_age.rbegin(), by_age.rend()));
    EXPECT_EQ(listed({{SortBy::name, false}}), by_name);
    EXPECT_EQ(listed({{SortBy::name, true}}), Names(by_name.rbegin(), by_name.rend()));
    EXPECT_EQ(listed({{SortBy::updated_at, false}, {SortBy::name, true}}),
              (Names{"Pilot \\ b", "Éclair_a", "apple 100%", "zebra", "Apple"}));
    EXPECT_EQ(listed({{SortBy::updated_at, true}, {SortBy::created_at, false}}),
              (Names{"zebra", "Apple", "apple 100%", "Éclair_a", "Pilot \\ b"}));
}

TEST_P(StoreContract, lists_badge_templates_by_page) {
    const auto organization = with_templates(store());
    const auto order = std::vector<Order>{{SortBy::created_at, false}};
    const auto second = page_of(store(), organization, {}, order, {.offset = 2, .count = 2});
    EXPECT_EQ(names_in(second), (Names{"apple 100%", "Éclair_a"}));
    EXPECT_EQ(second.total, 5);
    const auto beyond = page_of(store(), organization, {}, {}, {.offset = 1'000'000'000'000});
    EXPECT_TRUE(beyond.items.empty());
    EXPECT_EQ(beyond.total, 5);
}

TEST_P(StoreContract, lists_badge_templates_by_filter) {
    const auto organization = with_templates(store());
    const auto listed = [&](const Filter& filter) {
        const auto page = page_of(store(), organization, filter, {{SortBy::created_at, false}});
        EXPECT_EQ(page.total, static_cast<std::int64_t>(page.items.size()));
        return names_in(page);
    };
    EXPECT_EQ(listed({.query = "PPL"}), (Names{"Apple", "apple 100%"}));
    EXPECT_EQ(listed({.query = "%"}), Names{"apple 100%"});
    EXPECT_EQ(listed({.query = "_"}), Names{"Éclair_a"});
    EXPECT_EQ(listed({.query = "\\"}), Names{"Pilot \\ b"});
    EXPECT_EQ(listed({.query = "é"}), Names{"Éclair_a"});
    EXPECT_EQ(listed({.query = "' or 1=1"}), Names{});
    EXPECT_EQ(listed({.name = "aPPle"}), Names{"Apple"});
    EXPECT_EQ(listed({.name = "appl"}), Names{});
    EXPECT_EQ(listed({.states = {BadgeTemplateState::active}}), (Names{"Apple", "Pilot \\ b"}));
    EXPECT_EQ(listed({.states = {BadgeTemplateState::active, BadgeTemplateState::archived}}).size(),
              3U);
    EXPECT_EQ(listed({.is_public = true}), Names{"Apple"});
    EXPECT_EQ(listed({.is_public = false}).size(), 4U);
    EXPECT_EQ(listed({.created_min = sample_time(1), .created_max = sample_time(2)}),
              (Names{"Apple", "apple 100%"}));
    EXPECT_EQ(listed({.updated_min = sample_time(100)}), (Names{"zebra", "Apple"}));
    EXPECT_EQ(listed({.updated_max = sample_time(98)}), Names{"Pilot \\ b"});
    EXPECT_EQ(listed({.query = "apple", .states = {BadgeTemplateState::archived}}),
              Names{"apple 100%"});
}

}  // namespace

}  // namespace cartulary
