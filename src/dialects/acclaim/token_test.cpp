#include <gmock/gmock.h>

#include "dialects/acclaim/acclaim_for_test.h"

namespace cartulary::acclaim {

namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::StartsWith;

class AcclaimTokens : public AcclaimTest {
protected:
    const std::string all = path("/authorization_tokens");

    // The texts of the tokens that a caller sees.
    std::vector<std::string> listed(const std::string& caller) {
        std::vector<std::string> texts;
        const auto list = data(get(all, {bearer(caller)}));
        for (const auto& one : *list.array()) texts.push_back(text_in(one, "token"));
        return texts;
    }
};

// Keys and order are those of the reference document's sample; ours stand behind them.
TEST_F(AcclaimTokens, are_shown_as_in_the_reference_document) {
    const auto response = get(all);
    EXPECT_EQ(response.status, 200);
    const auto id = text_in(data(response).array()->at(0), "id");
    EXPECT_EQ(response.body,
              R"({"data":[{"id":")" + id + R"(","token":")" + token +
                  R"(","owner_id":"5b1d2a6e-0c3f-4b7a-9e21-7d4f0a8c6b13",)"
                  R"("description":"for a test","write_enabled":true,"read_enabled":true,)"
                  R"("delete_enabled":true,"created_at":"2026-09-21T14:13:20.000Z",)"
                  R"("owner":{"type":"Organization",)"
                  R"("id":"5b1d2a6e-0c3f-4b7a-9e21-7d4f0a8c6b13","name":"Harbor College",)"
                  R"("url":"https://registry.example/v1/organizations/)"
                  R"(5b1d2a6e-0c3f-4b7a-9e21-7d4f0a8c6b13"},)"
                  R"("expires_at":"2027-03-20T14:13:20.000Z","last_used_at":null}],)"
                  R"("metadata":{}})");
    EXPECT_EQ(header(response, "Cache-Control"), "no-store");
}

TEST_F(AcclaimTokens, tell_when_they_were_used_last) {
    under_test.pass(std::chrono::minutes(5));
    get(path());
    callers.record_uses();
    EXPECT_THAT(get(all).body, HasSubstr(R"("last_used_at":"2026-09-21T14:18:00.000Z")"));
}

TEST_F(AcclaimTokens, are_created_for_reading_unless_more_is_asked_for) {
    const auto response = post(all, "");
    EXPECT_EQ(response.status, 201);
    const auto made = data(response);
    EXPECT_EQ(text_in(made, "token").size(), 36U);
    EXPECT_EQ(text_in(made, "description"), "");
    EXPECT_TRUE(*made.find("read_enabled")->boolean());
    EXPECT_FALSE(*made.find("write_enabled")->boolean());
    EXPECT_FALSE(*made.find("delete_enabled")->boolean());
    EXPECT_EQ(get(path(), {bearer(text_in(made, "token"))}).status, 200);
    EXPECT_EQ(put(path(), "{}", {bearer(text_in(made, "token"))}).status, 403);
    const auto full = data(post(all, R"({"description":"nightly","write_enabled":true,
                                         "delete_enabled":true})"));
    EXPECT_EQ(text_in(full, "description"), "nightly");
    EXPECT_EQ(put(path(), "{}", {bearer(text_in(full, "token"))}).status, 200);
}

TEST_F(AcclaimTokens, give_no_right_that_the_caller_has_not) {
    const auto writer = bearer(add_token(college, {true, true, false}));
    const auto response = post(all, R"({"delete_enabled":true})", {writer});
    EXPECT_EQ(response.status, 422);
    EXPECT_THAT(problems(response), ElementsAre(StartsWith("delete_enabled ")));
    EXPECT_EQ(post(all, R"({"read_enabled":false})").status, 422) << "no right at all";
}

TEST_F(AcclaimTokens, every_wrong_member_is_told) {
    const auto response = post(all, R"({"description":7,"read_enabled":"maybe","write_enabled":[],
                      "delete_enabled":{}})");
    EXPECT_EQ(response.status, 422);
    EXPECT_THAT(
        problems(response),
        ElementsAre("description must be a text", "read_enabled must be true or false",
                    "write_enabled must be true or false", "delete_enabled must be true or false"));
    const auto too_long = post(all, "{\"description\":\"" + std::string(501, 'x') + "\"}");
    EXPECT_THAT(problems(too_long), ElementsAre("description must be at most 500 characters"));
    EXPECT_EQ(post(all, "{\"description\":\"" + std::string(500, 'x') + "\"}").status, 201);
    EXPECT_EQ(post(all, "{").status, 400);
}

TEST_F(AcclaimTokens, are_created_once_under_one_idempotency_key) {
    const http::Header key{"idempotency-key", "first try"};
    const auto first = post(all, "{}", {bearer(token), key});
    const auto again = post(all + "/", "{}", {bearer(token), key});
    EXPECT_EQ(again.status, 201);
    EXPECT_EQ(again.body, first.body);
    EXPECT_EQ(header(again, "Idempotency-Replayed"), "true");
    EXPECT_EQ(header(first, "Idempotency-Replayed"), "");
    EXPECT_EQ(post(all, R"({"description":"other"})", {bearer(token), key}).status, 422);
    EXPECT_EQ(post(all + "/rotate", "{}", {bearer(token), key}).status, 422);
    EXPECT_EQ(listed(token).size(), 2U);
}

TEST_F(AcclaimTokens, that_only_read_see_only_their_like) {
    under_test.pass(std::chrono::seconds(1));
    const auto reader = add_token(college, {true, false, false});
    under_test.pass(std::chrono::seconds(1));
    const auto deleter = add_token(college, {true, false, true});
    EXPECT_THAT(listed(token), ElementsAre(token, reader, deleter));
    EXPECT_THAT(listed(reader), ElementsAre(reader));
}

TEST_F(AcclaimTokens, are_rotated_with_an_overlap_of_a_day) {
    const auto response = post(all + "/rotate", "");
    EXPECT_EQ(response.status, 201);
    const auto fresh = text_in(data(response), "token");
    EXPECT_NE(fresh, token);
    EXPECT_EQ(text_in(data(response), "description"), "for a test");
    EXPECT_EQ(get(path(), {bearer(token)}).status, 200);
    EXPECT_EQ(put(path(), "{}", {bearer(fresh)}).status, 200);
    under_test.pass(std::chrono::hours(24));
    const auto late = get(path(), {bearer(token)});
    EXPECT_EQ(late.status, 401);
    EXPECT_THAT(message(late), HasSubstr("2026-09-22T14:13:20.000Z"));
    EXPECT_EQ(get(path(), {bearer(fresh)}).status, 200);
}

TEST_F(AcclaimTokens, are_revoked_at_once) {
    const auto victim = data(post(all, "{}"));
    const auto target = all + "/" + text_in(victim, "id");
    EXPECT_EQ(get(path(), {bearer(text_in(victim, "token"))}).status, 200);
    const auto response = del(target);
    EXPECT_EQ(response.status, 204);
    EXPECT_EQ(response.body, "");
    EXPECT_EQ(get(path(), {bearer(text_in(victim, "token"))}).status, 401);
    EXPECT_EQ(del(target).status, 404);
    EXPECT_EQ(del(all + "/nonsense").status, 404);
}

// The path of a rotation is no path of a token.
TEST_F(AcclaimTokens, nothing_is_called_rotate) {
    EXPECT_EQ(del(all + "/rotate").status, 404);
    EXPECT_EQ(get(all + "/rotate").status, 405);
}

TEST_F(AcclaimTokens, are_their_organizations_alone) {
    const auto of_partner = bearer(add_token(partner.id, {true, true, true}));
    EXPECT_EQ(get(path(), {of_partner}).status, 200) << "it may publish for the college";
    EXPECT_EQ(get(all, {of_partner}).status, 404);
    EXPECT_EQ(post(all, "{}", {of_partner}).status, 404);
    EXPECT_EQ(post(all + "/rotate", "", {of_partner}).status, 404);
    const auto id = text_in(data(get(all)).array()->at(0), "id");
    EXPECT_EQ(del(all + "/" + id, {of_partner}).status, 404);
    EXPECT_EQ(del(path_of(partner.id, "/authorization_tokens/") + id, {of_partner}).status, 404);
}

TEST_F(AcclaimTokens, fill_pages) {
    for (int i = 0; i < 50; ++i) add_token(college, {true, false, false});
    const auto first = get(all);
    EXPECT_EQ(data(first).array()->size(), 50U);
    EXPECT_THAT(first.body,
                HasSubstr(R"("next_page_url":"https://registry.example)" + all + R"(?page=2")"));
    EXPECT_EQ(data(get(all + "?page=2")).array()->size(), 1U);
}

}  // namespace

}  // namespace cartulary::acclaim
