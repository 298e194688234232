#include "dialects/acclaim/answer.h"

#include <gmock/gmock.h>

namespace cartulary::acclaim {

namespace {

using testing::HasSubstr;

TEST(Answer, calls_every_field_by_its_name_here) {
    for (const auto& [field, attribute] :
         {std::pair{"webhook.url", "webhook_url"}, std::pair{"email", "contact_email"},
          std::pair{"website", "website_url"}, std::pair{"address.street", "address"},
          std::pair{"address.region", "state_or_province"},
          std::pair{"address.postal_code", "zip_or_postal_code"},
          std::pair{"identifiers.linked_in", "linked_in_org_id"},
          std::pair{"webhook.event_types[3]", "allowed_webhooks[3]"},
          std::pair{"rights.delete", "delete_enabled"}, std::pair{"name", "name"},
          std::pair{"evidence[0].value", "evidence[0].value"}}) {
        EXPECT_EQ(attribute_of(field), attribute) << field;
    }
}

TEST(Answer, tells_every_problem_in_the_message_and_by_its_attribute) {
    const Error error{ErrorKind::invalid,
                      "some fields are invalid",
                      {{"name", "is required"}, {"website", "must be an http or https URL"}}};
    const auto response = refused(error);
    EXPECT_EQ(response.status, 422);
    EXPECT_EQ(response.body,
              R"({"data":{"message":"name is required; website_url must be an http or https URL",)"
              R"("errors":[{"attribute":"name","message":"is required"},)"
              R"({"attribute":"website_url","message":"must be an http or https URL"}]},)"
              R"("metadata":{}})");
}

TEST(Answer, a_message_stays_short_whatever_is_wrong) {
    Error error{ErrorKind::invalid, "some fields are invalid"};
    for (int i = 0; i < 1'000; ++i) error.fields.push_back({"name", "is required"});
    EXPECT_THAT(refused(error).body, HasSubstr("name is required; and 990 more\""));
}

TEST(Answer, gives_every_refusal_its_status) {
    for (const auto& [kind, status] :
         {std::pair{ErrorKind::invalid, 422}, std::pair{ErrorKind::unauthenticated, 401},
          std::pair{ErrorKind::forbidden, 403}, std::pair{ErrorKind::not_found, 404},
          std::pair{ErrorKind::conflict, 422}, std::pair{ErrorKind::gone, 410},
          std::pair{ErrorKind::too_large, 413}, std::pair{ErrorKind::limited, 429},
          std::pair{ErrorKind::key_reused, 422}}) {
        const auto response = refused({kind, "no"});
        EXPECT_EQ(response.status, status);
        EXPECT_EQ(response.body, R"({"data":{"message":"no","errors":[]},"metadata":{}})");
    }
}

TEST(Answer, tells_who_is_limited_when_to_try_again) {
    const auto retry_of = [](const Error& error) { return refused(error).headers.at(0); };
    EXPECT_EQ(retry_of({ErrorKind::limited, "no", {}, std::chrono::seconds(7)}).name,
              "Retry-After");
    EXPECT_EQ(retry_of({ErrorKind::limited, "no", {}, std::chrono::seconds(7)}).value, "7");
    EXPECT_EQ(retry_of({ErrorKind::limited, "no"}).value, "1");
}

TEST(Answer, tells_who_shows_no_token_how_to) {
    const auto response = refused({ErrorKind::unauthenticated, "no"});
    ASSERT_EQ(response.headers.size(), 1U);
    EXPECT_EQ(response.headers[0].name, "WWW-Authenticate");
    EXPECT_EQ(response.headers[0].value, R"(Basic realm="authorization token")");
}

TEST(Answer, every_refusal_of_the_server_has_the_same_shape) {
    for (const int status : {400, 404, 405, 408, 412, 413, 414, 429, 431, 500, 503}) {
        const auto response = refuse({status, "no"}, {});
        EXPECT_EQ(response.status, status);
        EXPECT_EQ(response.body, R"({"data":{"message":"no","errors":[]},"metadata":{}})");
    }
}

TEST(Answer, a_body_that_cannot_be_read_is_another_matter_than_one_that_is_wrong) {
    const auto read = [](std::string body) { return object_of({.body = std::move(body)}); };
    EXPECT_EQ(read("")->size(), 0U);
    EXPECT_EQ(read(" \r\n")->size(), 0U);
    EXPECT_EQ(read("{}")->size(), 0U);
    EXPECT_EQ(read(R"({"a":1})")->size(), 1U);
    const auto broken = read("{\n\"a\":}");
    EXPECT_EQ(refused(broken.error()).status, 400);
    EXPECT_THAT(refused(broken.error()).body, HasSubstr("\"body is not JSON: line 2, column 5"));
    EXPECT_EQ(refused(read("[]").error()).status, 400);
}

TEST(Answer, one_idempotency_key_names_one_request) {
    const auto repetition = [](http::Method method, std::string path, std::string body) {
        return repetition_of({.method = method,
                              .path = std::move(path),
                              .headers = {{"idempotency-key", "k"}},
                              .body = std::move(body)})
            .value();
    };
    const auto first = repetition(http::Method::post, "/v1/a", "{}");
    EXPECT_EQ(first.name, "k");
    EXPECT_EQ(first.fingerprint, repetition(http::Method::post, "/v1/a/", "{}").fingerprint);
    EXPECT_NE(first.fingerprint, repetition(http::Method::post, "/v1/b", "{}").fingerprint);
    EXPECT_NE(first.fingerprint, repetition(http::Method::put, "/v1/a", "{}").fingerprint);
    EXPECT_NE(first.fingerprint, repetition(http::Method::post, "/v1/a", "").fingerprint);
    EXPECT_EQ(repetition_of({.path = "/v1/a"})->name, "");
}

TEST(Answer, an_idempotency_key_is_a_short_text) {
    const auto with_key = [](std::string key) {
        return repetition_of({.path = "/", .headers = {{"idempotency-key", std::move(key)}}});
    };
    EXPECT_TRUE(with_key(std::string(255, 'k')));
    for (const auto& key : {std::string(256, 'k'), std::string("\x01"), std::string("\xff")}) {
        EXPECT_EQ(with_key(key).error().fields.at(0).field, "Idempotency-Key");
    }
}

TEST(Answer, what_one_noun_calls_otherwise_is_renamed_by_its_own_routes) {
    constexpr FieldName table[] = {{"description", "bio"}};
    const auto error =
        renamed({ErrorKind::invalid, "no", {{"description", "x"}, {"name", "y"}}}, table);
    EXPECT_EQ(error.fields, (std::vector<FieldProblem>{{"bio", "x"}, {"name", "y"}}));
}

}  // namespace

}  // namespace cartulary::acclaim
