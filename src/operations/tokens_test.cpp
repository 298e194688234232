#include "operations/tokens.h"

#include "operations/operations_for_test.h"
#include "store/credentials.h"

namespace cartulary {

namespace {

std::string text_of(const TokenTold& told) {
    return told.text;
}

class TokensTest : public testing::Test, protected OperationsUnderTest {
protected:
    TokenTold make(const std::string& description, const Rights& rights = {}) {
        return make_token(registry(), own.id, {description, rights}).value();
    }
    Caller shows(const std::string& text) { return Callers(registry()).by_token(text).value(); }
    std::vector<std::string> described(const Caller& caller, const Slice& slice = {}) {
        const auto page = tokens.list(caller, own.id, slice).value();
        std::vector<std::string> descriptions;
        for (const auto& told : page.items) descriptions.push_back(told.token.description);
        return descriptions;
    }

    Tokens tokens{registry()};
};

using Descriptions = std::vector<std::string>;

TEST_F(TokensTest, the_list_shows_the_tokens_that_are_good_oldest_first_with_their_texts) {
    const auto first = make("first");
    under_test.pass(std::chrono::hours(24));
    make("second");
    const auto page = tokens.list(own, own.id, {});
    ASSERT_TRUE(page);
    EXPECT_EQ(page->total, 2);
    EXPECT_EQ(page->items[0].text, first.text);
    EXPECT_EQ(first.text.size(), 36U);
    EXPECT_EQ(page->items[0].token.digest, digest(first.text));
    EXPECT_EQ(page->items[1].token.description, "second");
    under_test.pass(authorization_token_life - std::chrono::hours(24));
    EXPECT_EQ(described(own), Descriptions{"second"});
}

TEST_F(TokensTest, the_list_comes_in_slices) {
    for (const auto* description : {"a", "b", "c"}) {
        make(description);
        under_test.pass(std::chrono::seconds(1));
    }
    EXPECT_EQ(described(own, {.offset = 1, .count = 1}), Descriptions{"b"});
    EXPECT_EQ(described(own, {.offset = 2, .count = 50}), Descriptions{"c"});
    EXPECT_EQ(described(own, {.offset = 3, .count = 50}), Descriptions{});
    EXPECT_EQ(tokens.list(own, own.id, {.offset = 9, .count = 1})->total, 3);
}

TEST_F(TokensTest, who_may_not_write_sees_only_tokens_that_do_nothing_but_read) {
    make("writes");
    make("deletes", {.read = true, .write = false, .del = true});
    make("reads", nothing_but_read);
    EXPECT_EQ(described(with_rights(own, all_but_write)), Descriptions{"reads"});
    EXPECT_EQ(tokens.list(with_rights(own, nothing_but_read), own.id, {})->total, 1);
}

TEST_F(TokensTest, every_route_needs_its_right) {
    const auto made = make("first");
    EXPECT_EQ(refusal_of(tokens.list(with_rights(own, all_but_read), own.id, {})), "forbidden");
    const auto reader = with_rights(own, all_but_write);
    EXPECT_EQ(refusal_of(tokens.create(reader, own.id, {}, {}, text_of)), "forbidden");
    EXPECT_EQ(refusal_of(tokens.rotate(reader, own.id, {}, text_of)), "forbidden");
    EXPECT_EQ(refusal_of(tokens.revoke(with_rights(own, all_but_delete), own.id, made.token.id)),
              "forbidden");
}

TEST_F(TokensTest, a_token_is_made_with_what_was_asked_for) {
    const auto made = tokens.create(own, own.id, {"for badges", all_but_delete}, {}, text_of);
    ASSERT_TRUE(made);
    const auto caller = shows(made->text);
    EXPECT_EQ(caller.id, own.id);
    EXPECT_TRUE(caller.rights.write);
    EXPECT_FALSE(caller.rights.del);
    EXPECT_EQ(described(own), Descriptions{"for badges"});
}

TEST_F(TokensTest, no_token_may_do_nothing_or_more_than_who_makes_it) {
    const auto create = [&](const Caller& caller, const NewToken& wanted) {
        return refusal_of(tokens.create(caller, own.id, wanted, {}, text_of));
    };
    EXPECT_EQ(create(own, {"", {.read = false, .write = false, .del = false}}),
              "invalid: rights must be one or more of read, write, delete");
    const auto missing = " is a right that your own token does not have";
    EXPECT_EQ(create(with_rights(own, all_but_delete), {"", {}}),
              std::string("invalid: rights.delete") + missing);
    EXPECT_EQ(create(with_rights(own, all_but_read), {"", nothing_but_read}),
              std::string("invalid: rights.read") + missing);
    EXPECT_EQ(create(own, {std::string(token_description_length_max + 1, 'x'), {}}),
              "invalid: description must be at most 500 characters");
    EXPECT_EQ(described(own), Descriptions{});
    EXPECT_EQ(create(own, {std::string(token_description_length_max, 'x'), {}}), "nothing");
}

TEST_F(TokensTest, an_organization_has_room_for_so_many_tokens_and_no_more) {
    write([&](Transaction& transaction) {
        for (std::size_t i = 0; i < authorization_tokens_max; ++i) {
            const auto name = "token " + std::to_string(i);
            credentials::insert(
                transaction,
                AuthorizationToken{.id = Uuid::named(url_namespace, name),
                                   .organization = own.organization,
                                   .digest = digest(name),
                                   .sealed = registry().vault.seal(name),
                                   .description = name,
                                   .read_enabled = true,
                                   .write_enabled = false,
                                   .delete_enabled = false,
                                   .created_at = under_test.now(),
                                   .expires_at = under_test.now() + std::chrono::hours(1)});
        }
    });
    EXPECT_EQ(refusal_of(tokens.create(own, own.id, {}, {}, text_of)), "conflict");
    EXPECT_EQ(refusal_of(make_token(registry(), own.id, {})), "conflict");
    EXPECT_TRUE(tokens.create(stranger, stranger.id, {}, {}, text_of));
    under_test.pass(std::chrono::hours(1));
    EXPECT_TRUE(tokens.create(own, own.id, {}, {}, text_of)) << "those have run out";
}

TEST_F(TokensTest, a_repeated_creation_makes_one_token) {
    const Repetition once{"key", "fingerprint"};
    const auto first = tokens.create(own, own.id, {"once", {}}, once, text_of);
    const auto second = tokens.create(own, own.id, {"once", {}}, once, text_of);
    EXPECT_EQ(first->text, second->text);
    EXPECT_TRUE(second->repeated);
    EXPECT_EQ(described(own), Descriptions{"once"});
    EXPECT_EQ(refusal_of(tokens.create(own, own.id, {}, {"key", "other"}, text_of)), "key_reused");
}

TEST_F(TokensTest, a_repeated_answer_is_not_for_who_has_no_right_to_it) {
    const Repetition once{"key", "fingerprint"};
    ASSERT_TRUE(tokens.create(own, own.id, {"once", {}}, once, text_of));
    EXPECT_EQ(refusal_of(tokens.create(with_rights(own, nothing_but_read), own.id, {"once", {}},
                                       once, text_of)),
              "forbidden");
}

TEST_F(TokensTest, a_rotated_token_goes_on_for_a_day_beside_the_new_one) {
    const auto old = make("for badges", all_but_delete);
    const auto made = tokens.rotate(shows(old.text), own.id, {}, text_of);
    ASSERT_TRUE(made);
    EXPECT_FALSE(shows(made->text).rights.del);
    EXPECT_TRUE(shows(made->text).rights.write);
    EXPECT_EQ(described(own), (Descriptions{"for badges", "for badges"}));
    under_test.pass(authorization_token_overlap - std::chrono::milliseconds(1));
    EXPECT_TRUE(Callers(registry()).by_token(old.text));
    under_test.pass(std::chrono::milliseconds(1));
    EXPECT_FALSE(Callers(registry()).by_token(old.text));
    EXPECT_TRUE(Callers(registry()).by_token(made->text));
}

TEST_F(TokensTest, a_token_that_ends_soon_does_not_live_longer_by_being_rotated) {
    const auto old = make("for badges");
    under_test.pass(authorization_token_life - std::chrono::hours(1));
    ASSERT_TRUE(tokens.rotate(shows(old.text), own.id, {}, text_of));
    under_test.pass(std::chrono::hours(1));
    EXPECT_FALSE(Callers(registry()).by_token(old.text));
}

TEST_F(TokensTest, only_a_token_can_be_rotated) {
    EXPECT_EQ(refusal_of(tokens.rotate(own, own.id, {}, text_of)), "forbidden");
    EXPECT_EQ(refusal_of(tokens.rotate(command_line(), own.id, {}, text_of)), "forbidden");
    const auto caller = shows(make("for badges").text);
    ASSERT_TRUE(tokens.revoke(own, own.id, *caller.token));
    EXPECT_EQ(refusal_of(tokens.rotate(caller, own.id, {}, text_of)), "unauthenticated");
}

TEST_F(TokensTest, a_revoked_token_takes_its_access_tokens_with_it) {
    const auto made = make("for badges");
    const auto access = tokens.exchange(own.id.text(), made.text);
    ASSERT_TRUE(access);
    ASSERT_TRUE(tokens.revoke(own, own.id, made.token.id));
    EXPECT_FALSE(Callers(registry()).by_token(made.text));
    EXPECT_FALSE(Callers(registry()).by_token(access->text));
    EXPECT_EQ(refusal_of(tokens.revoke(own, own.id, made.token.id)), "not_found");
}

TEST_F(TokensTest, another_organization_s_tokens_are_not_there) {
    const auto made = make("for badges");
    grant(own, stranger);
    EXPECT_EQ(refusal_of(tokens.list(stranger, own.id, {})), "not_found");
    EXPECT_EQ(refusal_of(tokens.create(stranger, own.id, {}, {}, text_of)), "not_found");
    EXPECT_EQ(refusal_of(tokens.rotate(stranger, own.id, {}, text_of)), "not_found");
    EXPECT_EQ(refusal_of(tokens.revoke(stranger, own.id, made.token.id)), "not_found");
    EXPECT_EQ(refusal_of(tokens.revoke(stranger, stranger.id, made.token.id)), "not_found");
    EXPECT_EQ(refusal_of(make_token(registry(), OrganizationId(made.token.id), {})), "not_found");
    EXPECT_TRUE(Callers(registry()).by_token(made.text));
}

TEST_F(TokensTest, client_credentials_name_the_token_or_its_organization) {
    const auto made = make("for badges");
    auto shouted = own.id.text();
    std::ranges::transform(shouted, shouted.begin(), [](char c) { return std::toupper(c); });
    for (const auto& id : {made.token.id.text(), own.id.text(), own.id.ctid(), shouted}) {
        const auto access = tokens.exchange(id, made.text);
        ASSERT_TRUE(access) << id;
        EXPECT_EQ(access->life, access_token_life);
        EXPECT_TRUE(Callers(registry()).by_token(access->text));
    }
    EXPECT_EQ(refusal_of(tokens.exchange(stranger.id.text(), made.text)), "unauthenticated");
    EXPECT_EQ(refusal_of(tokens.exchange("", made.text)), "unauthenticated");
    EXPECT_EQ(refusal_of(tokens.exchange(own.id.text(), "")), "unauthenticated");
    EXPECT_EQ(refusal_of(tokens.exchange(own.id.text(), std::string(201, 'x'))), "unauthenticated");
}

TEST_F(TokensTest, an_access_token_is_no_client_secret) {
    const auto made = make("for badges");
    const auto access = tokens.exchange(own.id.text(), made.text);
    EXPECT_EQ(refusal_of(tokens.exchange(own.id.text(), access->text)), "unauthenticated");
}

TEST_F(TokensTest, an_access_token_does_not_outlive_its_token) {
    const auto made = make("for badges");
    under_test.pass(authorization_token_life - std::chrono::minutes(10));
    EXPECT_EQ(tokens.exchange(own.id.text(), made.text)->life, std::chrono::minutes(10));
    under_test.pass(std::chrono::minutes(10));
    EXPECT_EQ(refusal_of(tokens.exchange(own.id.text(), made.text)), "unauthenticated");
}

}  // namespace

}  // namespace cartulary
