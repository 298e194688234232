#include "base/secrets.h"
#include "store/contract/store_contract_for_test.h"
#include "store/credentials.h"

namespace cartulary {

namespace {

Timestamp at(int minutes) {
    return timestamp(1'700'000'000'000) + std::chrono::minutes(minutes);
}

AuthorizationToken token(const Organization& organization, const std::string& name,
                         Timestamp expires_at = at(1'000)) {
    return {.id = Uuid::named(url_namespace, name),
            .organization = organization.number,
            .digest = digest(name),
            .sealed = std::string("\0s", 2) + name,
            .description = "for \"badges\"",
            .read_enabled = true,
            .write_enabled = false,
            .delete_enabled = true,
            .created_at = at(0),
            .expires_at = expires_at};
}

std::vector<std::string> names_of(const std::vector<AuthorizationToken>& tokens) {
    std::vector<std::string> names;
    for (const auto& one : tokens) names.push_back(one.sealed.substr(2));
    return names;
}

using Names = std::vector<std::string>;

TEST_P(StoreContract, keeps_an_authorization_token_as_it_was_made) {
    const auto organization = stored(store(), college(1));
    auto kept = token(organization, "a");
    auto younger = token(organization, "b");
    younger.created_at = at(1);
    younger.last_used_at = at(5);
    younger.warnings_sent = 1;
    write([&](Transaction& transaction) {
        credentials::insert(transaction, younger);
        credentials::insert(transaction, kept);
        EXPECT_EQ(credentials::tokens_of(transaction, organization.number),
                  (std::vector<AuthorizationToken>{kept, younger}));
        EXPECT_EQ(credentials::find_token(transaction, younger.id), younger);
        EXPECT_EQ(credentials::find_token(transaction, Uuid()), std::nullopt);
        EXPECT_TRUE(credentials::tokens_of(transaction, organization.number + 1).empty());
    });
}

TEST_P(StoreContract, finds_the_owner_of_a_token_and_what_it_lets_do) {
    auto organization = college(2);
    organization.status = OrganizationStatus::inactive;
    organization = stored(store(), organization);
    write([&](Transaction& transaction) {
        credentials::insert(transaction, token(organization, "a"));
        const auto owner = credentials::owner_of_token(transaction, digest("a"));
        ASSERT_TRUE(owner);
        EXPECT_EQ(owner->owner.id, organization.id);
        EXPECT_EQ(owner->owner.number, organization.number);
        EXPECT_EQ(owner->owner.name, organization.stated.name);
        EXPECT_TRUE(owner->owner.trusted_partner);
        EXPECT_FALSE(owner->owner.approved);
        EXPECT_EQ(owner->token, token(organization, "a").id);
        EXPECT_TRUE(owner->read_enabled);
        EXPECT_FALSE(owner->write_enabled);
        EXPECT_TRUE(owner->delete_enabled);
        EXPECT_EQ(owner->expires_at, at(1'000));
        EXPECT_FALSE(credentials::owner_of_token(transaction, digest("b")));
        EXPECT_FALSE(credentials::owner_of_token(transaction, ""));
    });
}

TEST_P(StoreContract, an_access_token_is_as_good_as_its_token_for_a_shorter_time) {
    const auto organization = stored(store(), college(1));
    const auto of = token(organization, "a");
    write([&](Transaction& transaction) {
        credentials::insert(transaction, of);
        credentials::insert(transaction, AccessToken{digest("access"), of.id, at(0), at(120)});
        const auto owner = credentials::owner_of_token(transaction, digest("access"));
        ASSERT_TRUE(owner);
        EXPECT_EQ(owner->owner.id, organization.id);
        EXPECT_TRUE(owner->owner.approved);
        EXPECT_EQ(owner->token, of.id);
        EXPECT_FALSE(owner->write_enabled);
        EXPECT_EQ(owner->expires_at, at(120));
        credentials::set_token_expiry(transaction, of.id, at(60));
        EXPECT_EQ(credentials::find_token(transaction, of.id)->expires_at, at(60));
        EXPECT_EQ(credentials::owner_of_token(transaction, digest("access"))->expires_at, at(60));
    });
}

TEST_P(StoreContract, a_token_that_is_removed_ends_what_it_was_exchanged_for) {
    const auto organization = stored(store(), college(1));
    const auto removed = token(organization, "a");
    const auto other = token(organization, "b");
    write([&](Transaction& transaction) {
        credentials::insert(transaction, removed);
        credentials::insert(transaction, other);
        credentials::insert(transaction, AccessToken{digest("x"), removed.id, at(0), at(120)});
        credentials::insert(transaction, AccessToken{digest("y"), other.id, at(0), at(120)});
        EXPECT_TRUE(credentials::remove_token(transaction, removed.id));
        EXPECT_FALSE(credentials::remove_token(transaction, removed.id));
    });
    store().read([&](Transaction& transaction) {
        EXPECT_FALSE(credentials::owner_of_token(transaction, digest("a")));
        EXPECT_FALSE(credentials::owner_of_token(transaction, digest("x")));
        EXPECT_TRUE(credentials::owner_of_token(transaction, digest("y")));
        return 0;
    });
}

TEST_P(StoreContract, remembers_the_latest_use_of_a_token) {
    const auto organization = stored(store(), college(1));
    const auto used = token(organization, "a");
    write([&](Transaction& transaction) {
        credentials::insert(transaction, used);
        const auto use = [&](int minute) {
            credentials::set_token_used(transaction, used.id, at(minute));
            return credentials::find_token(transaction, used.id)->last_used_at;
        };
        EXPECT_EQ(use(5), at(5));
        EXPECT_EQ(use(3), at(5));
        EXPECT_EQ(use(6), at(6));
    });
}

TEST_P(StoreContract, tells_of_tokens_that_run_out_soon_until_enough_was_said) {
    const auto organization = stored(store(), college(1));
    write([&](Transaction& transaction) {
        for (const auto& [name, minute] :
             {std::pair("late", 31), std::pair("last", 30), std::pair("first", 11),
              std::pair("now", 10), std::pair("past", 5)}) {
            credentials::insert(transaction, token(organization, name, at(minute)));
        }
        const auto to_warn_of = [&](int warnings) {
            return names_of(credentials::tokens_to_warn_of(transaction, at(10), at(30), warnings));
        };
        EXPECT_EQ(to_warn_of(1), (Names{"first", "last"}));
        credentials::set_warnings_sent(transaction, token(organization, "first").id, 1);
        EXPECT_EQ(to_warn_of(1), Names{"last"});
        EXPECT_EQ(to_warn_of(2), (Names{"first", "last"}));
    });
}

TEST_P(StoreContract, forgets_access_tokens_that_have_run_out) {
    const auto organization = stored(store(), college(1));
    const auto of = token(organization, "a");
    write([&](Transaction& transaction) {
        credentials::insert(transaction, of);
        for (const int minute : {1, 2, 3}) {
            credentials::insert(
                transaction, AccessToken{digest(std::to_string(minute)), of.id, at(0), at(minute)});
        }
        EXPECT_EQ(credentials::forget_access_tokens(transaction, at(3)), 2);
        EXPECT_FALSE(credentials::owner_of_token(transaction, digest("2")));
        EXPECT_TRUE(credentials::owner_of_token(transaction, digest("3")));
        EXPECT_TRUE(credentials::find_token(transaction, of.id));
    });
}

}  // namespace

}  // namespace cartulary
