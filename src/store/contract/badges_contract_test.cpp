#include <algorithm>
#include <atomic>
#include <thread>

#include "store/badge_samples_for_test.h"
#include "store/badge_templates.h"
#include "store/badges.h"
#include "store/contract/store_contract_for_test.h"

namespace cartulary {

namespace {

using badges::Filter;
using badges::Order;
using badges::SortBy;
using Names = std::vector<std::string>;

BadgeTemplate stored_template(Store& store, const std::string& name, std::int32_t organization) {
    auto badge_template = sample_template(organization, name);
    const auto inserted = store.write([&](Transaction& transaction) {
        return badge_templates::insert(transaction, badge_template);
    });
    EXPECT_TRUE(inserted);
    return badge_template;
}

Result<void> inserted(Store& store, const Badge& badge, bool once = false) {
    return store.write(
        [&](Transaction& transaction) { return badges::insert(transaction, badge, once); });
}

Result<void> replaced(Store& store, const Badge& badge, bool once = false) {
    return store.write(
        [&](Transaction& transaction) { return badges::replace(transaction, badge, once); });
}

std::optional<Badge> found(Store& store, const Uuid& id) {
    return store.read([&](Transaction& transaction) { return badges::find(transaction, id); });
}

Names refused_fields(const Result<void>& outcome) {
    Names fields;
    if (outcome) return fields;
    EXPECT_EQ(outcome.error().kind, ErrorKind::conflict);
    for (const auto& problem : outcome.error().fields) fields.push_back(problem.field);
    return fields;
}

// Another badge of the template for the earner of `badge`.
Badge second_of(const Badge& badge, const std::string& name = "second") {
    auto second = badge;
    second.id = sample_id(name);
    second.link_digest = "digest of " + name;
    return second;
}

TEST_P(StoreContract, finds_a_badge_as_it_was_stored) {
    const auto of = stored_template(store(), "Navigator", stored(store(), college(1)).number);
    const auto whole = sample_badge(of, "ada");
    auto least = sample_badge(of, "ben");
    least.stated.expires_at = {};
    least.stated.evidence = {};
    least.stated.recipient.earner_id = "";
    least.replaces = least.replaced_by = {};
    least.state_updated_at = {};
    least.link_digest = "";
    ASSERT_TRUE(inserted(store(), whole));
    ASSERT_TRUE(inserted(store(), least));
    EXPECT_EQ(found(store(), whole.id), whole);
    EXPECT_EQ(found(store(), least.id), least);
    EXPECT_EQ(found(store(), Uuid()), std::nullopt);
    store().read([&](Transaction& transaction) {
        EXPECT_EQ(badges::find_by_link(transaction, whole.link_digest), whole);
        EXPECT_EQ(badges::find_by_link(transaction, ""), std::nullopt);
        EXPECT_EQ(badges::find_by_link(transaction, "other"), std::nullopt);
        return 0;
    });
}

TEST_P(StoreContract, refuses_a_second_badge_for_one_earner_where_one_is_enough) {
    const auto organization = stored(store(), college(1)).number;
    const auto of = stored_template(store(), "Navigator", organization);
    const auto first = sample_badge(of, "ada");
    ASSERT_TRUE(inserted(store(), first, true));

    auto second = second_of(first);
    second.stated.recipient.email = "ADA@HARBOR.example";
    EXPECT_EQ(refused_fields(inserted(store(), second, true)),
              (Names{"recipient.email", "recipient.earner_id"}));
    second.stated.recipient.earner_id = "other";
    EXPECT_EQ(refused_fields(inserted(store(), second, true)), Names{"recipient.email"});
    second.stated.recipient.earner_id = "";
    EXPECT_EQ(refused_fields(inserted(store(), second, true)), Names{"recipient.email"});
    second.stated.recipient = first.stated.recipient;
    second.stated.recipient.email = "ada@quay.example";
    EXPECT_EQ(refused_fields(inserted(store(), second, true)), Names{"recipient.earner_id"});
    EXPECT_EQ(found(store(), second.id), std::nullopt);

    auto elsewhere = second_of(first);
    elsewhere.badge_template = stored_template(store(), "Pilot", organization).id;
    EXPECT_TRUE(inserted(store(), elsewhere, true));
    auto allowed = second_of(first, "allowed");
    EXPECT_TRUE(inserted(store(), allowed, false));
}

TEST_P(StoreContract, two_earners_without_an_id_are_not_the_same_one) {
    const auto of = stored_template(store(), "Navigator", stored(store(), college(1)).number);
    for (const auto* name : {"ada", "ben"}) {
        auto badge = sample_badge(of, name);
        badge.stated.recipient.earner_id = "";
        EXPECT_TRUE(inserted(store(), badge, true));
    }
}

TEST_P(StoreContract, a_badge_that_was_revoked_or_rejected_is_in_nobodys_way) {
    const auto of = stored_template(store(), "Navigator", stored(store(), college(1)).number);
    for (const auto state : {BadgeState::revoked, BadgeState::rejected}) {
        auto first = sample_badge(of, std::string(name_of(state)));
        ASSERT_TRUE(inserted(store(), first, true));
        first.version = 2;
        first.state = state;
        ASSERT_TRUE(replaced(store(), first, true));
        auto second = second_of(first, "second " + std::string(name_of(state)));
        second.version = 1;
        second.state = BadgeState::pending;
        EXPECT_TRUE(inserted(store(), second, true));

        first.version = 3;
        first.state = BadgeState::accepted;
        EXPECT_EQ(refused_fields(replaced(store(), first, true)),
                  (Names{"recipient.email", "recipient.earner_id"}));
        EXPECT_TRUE(replaced(store(), first, false));
    }
}

TEST_P(StoreContract, replaces_a_badge_and_refuses_an_outdated_change) {
    const auto organization = stored(store(), college(1)).number;
    const auto of = stored_template(store(), "Navigator", organization);
    const auto other = stored_template(store(), "Pilot", organization);
    auto badge = sample_badge(of, "ada");
    ASSERT_TRUE(inserted(store(), badge, true));
    badge.version = 2;
    badge.earner = sample_id("ben");
    badge.stated = {};
    badge.stated.recipient = {"ben@harbor.example", "Ben", "", "Quay", ""};
    badge.stated.issued_at = sample_time(3);
    badge.state = BadgeState::revoked;
    badge.is_public = false;
    badge.revocation_reason = "wrong earner";
    badge.replaces = {};
    badge.replaced_by = sample_id("right one");
    badge.link_digest = "";
    badge.updated_at = sample_time(4);
    badge.state_updated_at = sample_time(5);
    auto sent = badge;
    sent.created_at = sample_time(50);
    sent.badge_template = other.id;
    ASSERT_TRUE(replaced(store(), sent));
    EXPECT_EQ(found(store(), badge.id), badge) << "neither template nor creation";
    const auto outdated = replaced(store(), sent);
    EXPECT_EQ(outdated.error().kind, ErrorKind::conflict);
    EXPECT_TRUE(outdated.error().fields.empty());
}

TEST_P(StoreContract, removes_a_badge_once) {
    const auto of = stored_template(store(), "Navigator", stored(store(), college(1)).number);
    const auto badge = sample_badge(of, "ada");
    ASSERT_TRUE(inserted(store(), badge, true));
    write([&](Transaction& transaction) {
        EXPECT_TRUE(badges::remove(transaction, badge.id));
        EXPECT_FALSE(badges::remove(transaction, badge.id));
    });
    EXPECT_EQ(found(store(), badge.id), std::nullopt);
    EXPECT_TRUE(inserted(store(), second_of(badge), true));
}

TEST_P(StoreContract, of_many_who_issue_the_same_badge_at_once_one_succeeds) {
    const auto of = stored_template(store(), "Navigator", stored(store(), college(1)).number);
    const auto badge = sample_badge(of, "ada");
    constexpr int issuers = 50;
    std::atomic<int> issued{0};
    std::atomic<int> refused{0};
    std::vector<std::thread> threads;
    for (int i = 0; i < issuers; ++i) {
        threads.emplace_back([&, i] {
            const auto outcome = store().write([&](Transaction& transaction) -> Result<void> {
                badge_templates::count_badge(transaction, of.id, 1);
                return badges::insert(transaction, second_of(badge, std::to_string(i)), true);
            });
            outcome ? ++issued : ++refused;
            EXPECT_EQ(refused_fields(outcome).empty(), outcome.has_value());
        });
    }
    for (auto& thread : threads) thread.join();
    EXPECT_EQ(issued, 1);
    EXPECT_EQ(refused, issuers - 1);
    store().read([&](Transaction& transaction) {
        EXPECT_EQ(badge_templates::find(transaction, of.id)->badge_count, 1);
        EXPECT_EQ(badges::list(transaction, of.organization, {}, {}, {}).total, 1);
        return 0;
    });
}

TEST_P(StoreContract, no_badge_outlives_its_template_however_they_cross) {
    const auto organization = stored(store(), college(1)).number;
    for (int i = 0; i < 10; ++i) {
        const auto of = stored_template(store(), "Template " + std::to_string(i), organization);
        const auto badge = sample_badge(of, "ada");
        Result<void> issued;
        Result<void> removed;
        std::thread issuer([&] {
            try {
                issued = store().write([&](Transaction& transaction) -> Result<void> {
                    badge_templates::count_badge(transaction, of.id, 1);
                    return badges::insert(transaction, badge, true);
                });
            } catch (const Unavailable&) {
                issued = fail(ErrorKind::not_found, "the template is gone");
            }
        });
        std::thread remover([&] {
            removed = store().write([&](Transaction& transaction) {
                return badge_templates::remove(transaction, of.id);
            });
        });
        issuer.join();
        remover.join();
        EXPECT_NE(issued.has_value(), removed.has_value());
        EXPECT_EQ(found(store(), badge.id).has_value(), issued.has_value());
    }
}

Page<Badge> page_of(Store& store, std::int32_t organization, const Filter& filter,
                    const std::vector<Order>& orders = {}, const Slice& slice = {}) {
    return store.read([&](Transaction& transaction) {
        return badges::list(transaction, organization, filter, orders, slice);
    });
}

Names names_in(const Page<Badge>& page) {
    Names names;
    for (const auto& item : page.items) names.push_back(item.stated.recipient.first_name);
    return names;
}

// Five of one organization, each made a minute after the one before, and one of another.
std::int32_t with_badges(Store& store) {
    const auto organization = stored(store, college(1)).number;
    const auto other = stored(store, college(2)).number;
    const auto navigator = stored_template(store, "Navigator", organization);
    const auto pilot = stored_template(store, "Pilot", organization);
    const char* const names[] = {"ada", "ben", "cy", "dee_d", "eve"};
    for (int i = 0; i < 5; ++i) {
        auto badge = sample_badge(i == 4 ? pilot : navigator, names[i], i);
        badge.stated.issued_at = sample_time(-i);
        badge.updated_at = sample_time(100 - i / 2);
        badge.state = static_cast<BadgeState>(i % 4);
        badge.is_public = i == 1;
        EXPECT_TRUE(inserted(store, badge));
    }
    EXPECT_TRUE(inserted(store, sample_badge(stored_template(store, "Other", other), "ada")));
    return organization;
}

TEST_P(StoreContract, lists_badges_newest_first_or_as_asked) {
    const auto organization = with_badges(store());
    const auto listed = [&](const std::vector<Order>& orders) {
        return names_in(page_of(store(), organization, {}, orders));
    };
    const Names by_age = {"ada", "ben", "cy", "dee_d", "eve"};
    const Names newest_first(by_age.rbegin(), by_age.rend());
    EXPECT_EQ(listed({}), newest_first);
    EXPECT_EQ(listed({{SortBy::created_at, false}}), by_age);
    EXPECT_EQ(listed({{SortBy::created_at, true}}), newest_first);
    EXPECT_EQ(listed({{SortBy::issued_at, false}}), newest_first);
    EXPECT_EQ(listed({{SortBy::issued_at, true}}), by_age);
    EXPECT_EQ(listed({{SortBy::updated_at, false}, {SortBy::issued_at, true}}),
              (Names{"eve", "cy", "dee_d", "ada", "ben"}));
    EXPECT_EQ(listed({{SortBy::updated_at, true}, {SortBy::created_at, true}}),
              (Names{"ben", "ada", "dee_d", "cy", "eve"}));
}

TEST_P(StoreContract, badges_of_one_moment_are_listed_by_id) {
    const auto of = stored_template(store(), "Navigator", stored(store(), college(1)).number);
    std::vector<Uuid> ids;
    for (const auto* name : {"a", "b", "c", "d"}) {
        ASSERT_TRUE(inserted(store(), sample_badge(of, name)));
        ids.push_back(sample_badge(of, name).id);
    }
    std::ranges::sort(ids);
    std::vector<Uuid> listed;
    for (int i = 0; i < 4; ++i) {
        const auto page = page_of(store(), of.organization, {}, {{SortBy::updated_at, true}},
                                  {.offset = i, .count = 1});
        ASSERT_EQ(page.items.size(), 1U);
        listed.push_back(page.items[0].id);
    }
    EXPECT_EQ(listed, ids);
}

TEST_P(StoreContract, lists_badges_by_page) {
    const auto organization = with_badges(store());
    const auto second = page_of(store(), organization, {}, {}, {.offset = 2, .count = 2});
    EXPECT_EQ(names_in(second), (Names{"cy", "ben"}));
    EXPECT_EQ(second.total, 5);
    const auto beyond = page_of(store(), organization, {}, {}, {.offset = 1'000'000'000'000});
    EXPECT_TRUE(beyond.items.empty());
    EXPECT_EQ(beyond.total, 5);
}

TEST_P(StoreContract, lists_badges_by_filter) {
    const auto organization = with_badges(store());
    const auto listed = [&](const Filter& filter) {
        const auto page = page_of(store(), organization, filter, {{SortBy::created_at, false}});
        EXPECT_EQ(page.total, static_cast<std::int64_t>(page.items.size()));
        return names_in(page);
    };
    EXPECT_EQ(listed({.ids = {sample_id("ben Navigator")}}), Names{"ben"});
    EXPECT_EQ(listed({.badge_templates = {sample_id("Pilot")}}), Names{"eve"});
    EXPECT_EQ(listed({.earners = {sample_id("ada")}}), Names{"ada"});
    EXPECT_EQ(listed({.emails = {"CY@Harbor.Example"}}), Names{"cy"});
    EXPECT_EQ(listed({.emails = {"harbor.example"}}), Names{});
    EXPECT_EQ(listed({.earner_ids = {"earner ben"}}), Names{"ben"});
    EXPECT_EQ(listed({.earner_ids = {"Earner Ben"}}), Names{});
    EXPECT_EQ(listed({.states = {BadgeState::pending}}), (Names{"ada", "eve"}));
    EXPECT_EQ(listed({.ids = {sample_id("ben Navigator"), sample_id("nobody")}}), Names{"ben"});
    EXPECT_EQ(listed({.badge_templates = {sample_id("Pilot"), sample_id("Navigator")}}).size(), 5U);
    EXPECT_EQ(listed({.emails = {"CY@Harbor.Example", "ben@harbor.example"}}),
              (Names{"ben", "cy"}));
    EXPECT_EQ(listed({.emails = {"bEn@harbor_example", "%"}}), Names{});
    EXPECT_EQ(listed({.earner_ids = {"earner ben", "earner cy"}}), (Names{"ben", "cy"}));
    EXPECT_EQ(listed({.states = {BadgeState::pending, BadgeState::accepted}}),
              (Names{"ada", "ben", "eve"}));
    EXPECT_EQ(listed({.is_public = true}), Names{"ben"});
    EXPECT_EQ(listed({.query = "E"}).size(), 5U);
    EXPECT_EQ(listed({.query = "EE_D@"}), Names{"dee_d"});
    EXPECT_EQ(listed({.query = "_"}), Names{"dee_d"});
    EXPECT_EQ(listed({.query = "%"}), Names{});
    EXPECT_EQ(listed({.issued_min = sample_time(-1)}), (Names{"ada", "ben"}));
    EXPECT_EQ(listed({.issued_max = sample_time(-3)}), (Names{"dee_d", "eve"}));
    EXPECT_EQ(listed({.created_min = sample_time(1), .created_max = sample_time(2)}),
              (Names{"ben", "cy"}));
    EXPECT_EQ(listed({.updated_min = sample_time(100)}), (Names{"ada", "ben"}));
    EXPECT_EQ(listed({.updated_max = sample_time(98)}), Names{"eve"});
    EXPECT_EQ(
        listed({.badge_templates = {sample_id("Navigator")}, .states = {BadgeState::accepted}}),
        Names{"ben"});
}

}  // namespace

}  // namespace cartulary
