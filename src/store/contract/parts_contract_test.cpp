#include "base/secrets.h"
#include "store/answers.h"
#include "store/contract/store_contract_for_test.h"
#include "store/credentials.h"
#include "store/events.h"
#include "store/mails.h"
#include "store/persons.h"
#include "store/relationships.h"

namespace cartulary {

namespace {

constexpr auto noon = 1'700'000'000'000;

Timestamp at(int minutes) {
    return timestamp(noon) + std::chrono::minutes(minutes);
}

Person person(const std::string& name) {
    return {.id = Uuid::named(url_namespace, name),
            .email = name + "@harbor.example",
            .first_name = name,
            .last_name = "Quay",
            .phone = {"207 555 0100", ""},
            .password_hash = "",
            .staff = false,
            .created_at = at(0)};
}

Mail mail(const std::string& name) {
    return {.id = Uuid::named(url_namespace, name),
            .kind = MailKind::confirm_account,
            .to_address = name + "@harbor.example",
            .to_name = name,
            .facts = {{"organization", "Harbor \"College\""}},
            .sealed_link = std::string("\0\xff sealed", 9),
            .created_at = at(0)};
}

TEST_P(StoreContract, one_address_is_one_person) {
    write([&](Transaction& transaction) {
        ASSERT_TRUE(persons::insert(transaction, person("ada"), "ada@harbor.example"));
        auto again = person("other");
        EXPECT_EQ(persons::insert(transaction, again, "ada@harbor.example").error().kind,
                  ErrorKind::conflict);
        EXPECT_EQ(persons::find_by_email(transaction, "ada@harbor.example"), person("ada"));
        EXPECT_EQ(persons::find_by_email(transaction, "bob@harbor.example"), std::nullopt);
    });
}

TEST_P(StoreContract, lists_members_with_their_latest_role) {
    const auto organization = stored(store(), college(1));
    write([&](Transaction& transaction) {
        ASSERT_TRUE(persons::insert(transaction, person("ada"), "ada@harbor.example"));
        const auto id = person("ada").id;
        persons::put_membership(transaction, organization.number, id, Role::viewer, at(0));
        persons::put_membership(transaction, organization.number, id, Role::administrator, at(1));
        EXPECT_EQ(persons::members(transaction, organization.number),
                  (std::vector<Membership>{{person("ada"), Role::administrator, at(0)}}));
    });
}

TEST_P(StoreContract, a_mailed_link_works_once_and_not_for_ever) {
    write([&](Transaction& transaction) {
        ASSERT_TRUE(persons::insert(transaction, person("ada"), "ada@harbor.example"));
        const auto id = person("ada").id;
        constexpr auto purpose = TokenPurpose::confirm_account;
        persons::insert_token(transaction, {digest("t"), id, purpose, at(0), at(10)});
        const auto use = [&](TokenPurpose wanted, Timestamp when) {
            return persons::use_token(transaction, digest("t"), wanted, when);
        };
        EXPECT_EQ(use(TokenPurpose::reset_password, at(5)), std::nullopt);
        EXPECT_EQ(use(purpose, at(10)), std::nullopt) << "expired";
        EXPECT_EQ(persons::token_owner(transaction, digest("t"), purpose, at(5)), id);
        EXPECT_EQ(use(purpose, at(5)), id);
        EXPECT_EQ(use(purpose, at(5)), std::nullopt) << "used";
    });
}

TEST_P(StoreContract, finds_the_owner_of_a_key_until_it_is_revoked) {
    const auto organization = stored(store(), college(2));
    write([&](Transaction& transaction) {
        credentials::insert(transaction, ApiKey{digest("k"), organization.number, "first", at(0)});
        credentials::insert(transaction,
                            ApiKey{digest("r"), organization.number, "old", at(0), at(1)});
        const auto owner = credentials::owner_of_key(transaction, digest("k"));
        ASSERT_TRUE(owner);
        EXPECT_EQ(owner->id, organization.id);
        EXPECT_EQ(owner->number, organization.number);
        EXPECT_TRUE(owner->trusted_partner);
        EXPECT_TRUE(owner->approved);
        EXPECT_FALSE(credentials::owner_of_key(transaction, digest("r")));
        EXPECT_FALSE(credentials::owner_of_key(transaction, digest("x")));
        EXPECT_EQ(credentials::keys_of(transaction, organization.number).size(), 2U);
    });
}

TEST_P(StoreContract, keeps_the_latest_status_of_a_relationship) {
    const auto school = stored(store(), college(1));
    const auto agency = stored(store(), college(2));
    Relationship relationship{school.number, agency.number, RelationshipStatus::asked, at(0)};
    write([&](Transaction& transaction) {
        relationships::put(transaction, relationship);
        relationship.status = RelationshipStatus::approved;
        relationships::put(transaction, relationship);
        EXPECT_EQ(relationships::find(transaction, school.number, agency.number), relationship);
        EXPECT_EQ(relationships::find(transaction, agency.number, school.number), std::nullopt);
        EXPECT_EQ(relationships::of_organization(transaction, school.number),
                  std::vector<Relationship>{relationship});
    });
}

TEST_P(StoreContract, numbers_the_events_of_each_organization_from_one) {
    const auto first = stored(store(), college(1));
    const auto second = stored(store(), college(2));
    write([&](Transaction& transaction) {
        const auto append = [&](const Organization& organization, const std::string& name) {
            return events::append(transaction,
                                  {Uuid::named(url_namespace, name), organization.number, 0,
                                   "organization.changed", "staff", "{}", at(0)});
        };
        EXPECT_EQ(append(first, "a"), 1);
        EXPECT_EQ(append(first, "b"), 2);
        EXPECT_EQ(append(second, "c"), 1);
        EXPECT_EQ(append(first, "d"), 3);
        EXPECT_EQ(events::count(transaction, first.number), 3);
        const auto newest = events::list(transaction, first.number, 3, 2);
        ASSERT_EQ(newest.size(), 2U);
        EXPECT_EQ(newest[0].sequence, 3);
        EXPECT_EQ(newest[1].id, Uuid::named(url_namespace, "b"));
    });
}

TEST_P(StoreContract, finds_an_event_of_the_organization_that_it_happened_to) {
    const auto first = stored(store(), college(1));
    const auto second = stored(store(), college(2));
    Event event{Uuid::named(url_namespace, "a"),
                first.number,
                0,
                "badge.created",
                "staff",
                R"({"name":"a"})",
                at(3)};
    write([&](Transaction& transaction) {
        event.sequence = events::append(transaction, event);
        EXPECT_EQ(events::find(transaction, first.number, event.id), event);
        EXPECT_EQ(events::find(transaction, second.number, event.id), std::nullopt);
        EXPECT_EQ(events::find(transaction, first.number, Uuid::named(url_namespace, "b")),
                  std::nullopt);
    });
}

TEST_P(StoreContract, leases_a_mail_to_one_sender_until_the_lease_ends) {
    write([&](Transaction& transaction) {
        mails::insert(transaction, mail("one"));
        mails::insert(transaction, mail("two"));
        const auto leased = mails::lease(transaction, at(1), at(6), 10);
        ASSERT_EQ(leased.size(), 2U);
        EXPECT_EQ(leased[0].attempts, 1);
        EXPECT_TRUE(leased[0].mail == mail("one") || leased[0].mail == mail("two"));
        EXPECT_TRUE(mails::lease(transaction, at(2), at(7), 10).empty());
        EXPECT_EQ(mails::lease(transaction, at(6), at(11), 10).size(), 2U) << "the lease ended";
    });
}

TEST_P(StoreContract, a_mail_that_was_sent_or_given_up_is_not_leased_again) {
    write([&](Transaction& transaction) {
        for (const auto* name : {"sent", "refused", "delayed"}) {
            mails::insert(transaction, mail(name));
        }
        mails::mark_sent(transaction, mail("sent").id, at(1));
        mails::mark_given_up(transaction, mail("refused").id, at(1), "550 no such user");
        mails::mark_delayed(transaction, mail("delayed").id, at(30), "451 later");
        EXPECT_TRUE(mails::lease(transaction, at(29), at(35), 10).empty());
        const auto leased = mails::lease(transaction, at(30), at(35), 10);
        ASSERT_EQ(leased.size(), 1U);
        EXPECT_EQ(leased[0].mail, mail("delayed"));
        const auto counts = mails::count(transaction);
        EXPECT_EQ(counts.waiting, 1);
        EXPECT_EQ(counts.sent, 1);
        EXPECT_EQ(counts.given_up, 1);
    });
}

TEST_P(StoreContract, gives_back_the_answer_of_a_key_for_as_long_as_it_counts) {
    const auto take = [&](Transaction& transaction, int minute) {
        return answers::take(transaction, "ce-1", "key", "print", at(minute), at(minute - 60));
    };
    write([&](Transaction& transaction) {
        EXPECT_EQ(take(transaction, 0), std::nullopt);
        answers::fill(transaction, "ce-1", "key", std::string("\0answer", 7));
    });
    write([&](Transaction& transaction) {
        const auto stored = take(transaction, 59);
        ASSERT_TRUE(stored);
        EXPECT_EQ(stored->fingerprint, "print");
        EXPECT_EQ(stored->sealed, std::string("\0answer", 7));
        EXPECT_EQ(take(transaction, 61), std::nullopt) << "too old to count";
        EXPECT_EQ(answers::forget(transaction, at(61)), 0);
        EXPECT_EQ(answers::forget(transaction, at(62)), 1);
    });
}

}  // namespace

}  // namespace cartulary
