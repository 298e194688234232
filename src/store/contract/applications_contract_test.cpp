#include "base/secrets.h"
#include "store/contract/store_contract_for_test.h"
#include "store/credentials.h"
#include "store/events.h"
#include "store/organization_decisions.h"
#include "store/organizations.h"
#include "store/relationships.h"

namespace cartulary {

namespace {

Timestamp at(int minutes) {
    return timestamp(1'700'000'000'000) + std::chrono::minutes(minutes);
}

Organization submitted(Store& store, int index) {
    auto organization = college(index);
    organization.status = OrganizationStatus::submitted;
    return stored(store, organization);
}

using Kind = OrganizationDecisionKind;

TEST_P(StoreContract, keeps_decisions_in_the_order_in_which_they_fell) {
    const auto first = submitted(store(), 1);
    const auto second = submitted(store(), 2);
    write([&](Transaction& transaction) {
        const OrganizationDecision asked{Kind::submitted, "", "person:a", at(2)};
        const OrganizationDecision declined{Kind::declined, "Why?", "person:b", at(1)};
        organization_decisions::append(transaction, first.number, asked);
        organization_decisions::append(transaction, first.number, declined);
        organization_decisions::append(transaction, second.number, asked);
        EXPECT_EQ(organization_decisions::of_organization(transaction, first.number),
                  (std::vector{asked, declined}));
        EXPECT_EQ(organization_decisions::of_organization(transaction, second.number),
                  std::vector{asked});
    });
}

TEST_P(StoreContract, lists_those_that_wait_for_approval_by_when_they_last_asked) {
    const auto first = submitted(store(), 1);
    const auto second = submitted(store(), 2);
    const auto third = submitted(store(), 3);
    stored(store(), college(4));
    write([&](Transaction& transaction) {
        const auto ask = [&](const Organization& who, int minute) {
            organization_decisions::append(transaction, who.number,
                                           {Kind::submitted, "", "person:a", at(minute)});
        };
        ask(first, 1);
        ask(second, 2);
        ask(third, 3);
        ask(first, 4);
        const auto page = organization_decisions::waiting(transaction, {.offset = 1, .count = 2});
        EXPECT_EQ(page.total, 3);
        ASSERT_EQ(page.items.size(), 2U);
        EXPECT_EQ(page.items[0], third);
        EXPECT_EQ(page.items[1], first);
    });
}

TEST_P(StoreContract, revokes_a_key_once_and_keeps_its_latest_use) {
    const auto organization = stored(store(), college(1));
    write([&](Transaction& transaction) {
        credentials::insert(transaction, ApiKey{digest("k"), organization.number, "first", at(0)});
        credentials::set_key_used(transaction, digest("k"), at(5));
        credentials::set_key_used(transaction, digest("k"), at(3));
        EXPECT_TRUE(credentials::revoke_key(transaction, digest("k"), at(6)));
        EXPECT_FALSE(credentials::revoke_key(transaction, digest("k"), at(7)));
        EXPECT_FALSE(credentials::revoke_key(transaction, digest("x"), at(7)));
        EXPECT_EQ(
            credentials::keys_of(transaction, organization.number),
            (std::vector{ApiKey{digest("k"), organization.number, "first", at(0), at(6), at(5)}}));
        EXPECT_FALSE(credentials::owner_of_key(transaction, digest("k")));
    });
}

TEST_P(StoreContract, tells_a_third_party_for_whom_it_may_publish) {
    const auto agency = stored(store(), college(1));
    const auto school = stored(store(), college(2));
    const auto harbor = stored(store(), college(3));
    const auto former = stored(store(), college(4));
    write([&](Transaction& transaction) {
        const Relationship of_school{school.number, agency.number, RelationshipStatus::asked,
                                     at(0)};
        const Relationship of_harbor{harbor.number, agency.number, RelationshipStatus::approved,
                                     at(1)};
        relationships::put(transaction, of_harbor);
        relationships::put(transaction, of_school);
        relationships::put(transaction,
                           {former.number, agency.number, RelationshipStatus::revoked, at(2)});
        const auto all = relationships::of_third_party(transaction, agency.number, {});
        EXPECT_EQ(all.total, 2);
        EXPECT_EQ(all.items, (std::vector{of_school, of_harbor}));
        const auto second =
            relationships::of_third_party(transaction, agency.number, {.offset = 1, .count = 1});
        EXPECT_EQ(second.items, std::vector{of_harbor});
        EXPECT_EQ(relationships::count_asked(transaction, agency.number), 1);
        EXPECT_EQ(relationships::count_asked(transaction, school.number), 0);
    });
}

TEST_P(StoreContract, tells_the_versions_of_a_record_among_its_events) {
    const auto organization = stored(store(), college(1));
    write([&](Transaction& transaction) {
        for (const auto* type : {"organization.registered", "badge.created", "organization.changed",
                                 "organization.member_added", "organization.approved"}) {
            events::append(transaction, {Uuid::named(url_namespace, type), organization.number, 0,
                                         type, "staff", "{}", at(0)});
        }
        const auto page = events::of_record(transaction, organization.number, {});
        EXPECT_EQ(page.total, 3);
        ASSERT_EQ(page.items.size(), 3U);
        EXPECT_EQ(page.items[0].type, "organization.approved");
        EXPECT_EQ(page.items[2].type, "organization.registered");
        EXPECT_EQ(events::of_record(transaction, organization.number, {.offset = 2, .count = 9})
                      .items.size(),
                  1U);
        const auto until = [&](std::int64_t sequence) {
            const auto event = events::of_record_until(transaction, organization.number, sequence);
            return event ? event->sequence : 0;
        };
        EXPECT_EQ(until(5), 5);
        EXPECT_EQ(until(4), 3);
        EXPECT_EQ(until(2), 1);
        EXPECT_EQ(until(0), 0);
    });
}

}  // namespace

}  // namespace cartulary
