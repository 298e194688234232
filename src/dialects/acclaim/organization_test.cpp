#include <gmock/gmock.h>

#include "dialects/acclaim/acclaim_for_test.h"

namespace cartulary::acclaim {

namespace {

using testing::ElementsAre;
using testing::HasSubstr;

// The names of a page of organizations.
std::vector<std::string> names_in(const json::Value& list) {
    std::vector<std::string> names;
    for (const auto& organization : *list.array()) {
        names.push_back(*organization.find("name")->string());
    }
    return names;
}

std::string after_data(const http::Response& response) {
    return response.body.substr(response.body.rfind(",\"metadata\":"));
}

// Keys, order and metadata are those of the reference document's samples.
TEST_F(AcclaimTest, shows_an_organization_as_the_reference_document_does) {
    const auto response = get(path());
    EXPECT_EQ(response.status, 200);
    EXPECT_EQ(
        response.body,
        R"({"data":{"id":"5b1d2a6e-0c3f-4b7a-9e21-7d4f0a8c6b13","name":"Harbor College",)"
        R"("website_url":"https://harbor.example","webhook_url":null,)"
        R"("contact_email":"info@harbor.example","technical_contact_email":null,)"
        R"("zip_or_postal_code":"04101","organization_type":"Two Year, Training Provider",)"
        R"("bio":"Ships and their people","twitter_url":null,"vanity_slug":"harbor-college",)"
        R"("facebook_url":null,"linked_in_url":null,"linked_in_org_id":null,)"
        R"("city":"Portland","address":"1 Quay Street","primary_hex_color":null,)"
        R"("support_email":null,"support_url":null,"allowed_webhooks":[],)"
        R"("enable_blockchain":false,"print_method":null,"pdf_id":null,"linkedin_a2p_url":null,)"
        R"("location":"1 Quay Street Portland Maine 04101 United States",)"
        R"("country":"United States","state_or_province":"Maine",)"
        R"("created_at":"2026-09-21T14:13:20.000Z","updated_at":"2026-09-21T14:13:20.000Z",)"
        R"("vanity_url":"https://registry.example/org/harbor-college",)"
        R"("verified_at":"2026-09-21T14:13:20.000Z","verified":true,)"
        R"("photo":null,"photo_url":null},"metadata":{}})");
}

TEST_F(AcclaimTest, every_path_answers_with_a_slash_at_its_end) {
    EXPECT_EQ(get(path("/")).body, get(path()).body);
    EXPECT_EQ(get("/v1/organizations/").status, 200);
}

TEST_F(AcclaimTest, takes_the_token_in_every_form_that_clients_send) {
    for (const auto& credential :
         {basic(token + ":"), basic(token), basic(token + "|"), bearer(token)}) {
        EXPECT_EQ(get(path(), {credential}).status, 200) << credential.value;
    }
    auto unpadded = basic(token + ":");
    while (unpadded.value.ends_with('=')) unpadded.value.pop_back();
    EXPECT_EQ(get(path(), {unpadded}).status, 200);
    auto lower = basic(token + ":");
    lower.value.replace(0, 5, "basic");
    EXPECT_EQ(get(path(), {lower}).status, 200);
}

TEST_F(AcclaimTest, refuses_who_shows_no_good_token) {
    auto not_base64 = basic("");
    not_base64.value += "*";
    for (const auto& credential :
         {http::Header{"authorization", ""}, http::Header{"authorization", "Basic"},
          http::Header{"authorization", "Basic "}, http::Header{"authorization", "Bearer"},
          http::Header{"authorization", "Digest " + token},
          http::Header{"authorization", "ApiToken " + partner.api_key},
          http::Header{"authorization", token}, basic("nonsense:"), basic(":" + token),
          basic("x:" + token), bearer(token + "x"), not_base64}) {
        const auto response = get(path(), {credential});
        EXPECT_EQ(response.status, 401) << credential.value;
        EXPECT_EQ(header(response, "WWW-Authenticate"), R"(Basic realm="authorization token")");
    }
}

TEST_F(AcclaimTest, a_get_may_come_with_a_content_type_and_an_empty_object) {
    for (const auto* body : {"", "{}"}) {
        const auto response = send(http::Method::get, path(), body,
                                   {{"content-type", "application/json"}, bearer(token)});
        EXPECT_EQ(response.status, 200);
    }
}

TEST_F(AcclaimTest, answers_not_modified_for_a_version_that_the_caller_has) {
    const auto tag = header(get(path()), "ETag");
    EXPECT_EQ(get(path(), {bearer(token), {"if-none-match", tag}}).status, 304);
    EXPECT_EQ(get(path(), {bearer(token), {"if-match", "\"9\""}}).status, 412);
    put(path(), R"({"bio":"other"})");
    EXPECT_EQ(get(path(), {bearer(token), {"if-none-match", tag}}).status, 200);
}

TEST_F(AcclaimTest, an_organization_is_nothing_to_who_may_not_see_it) {
    const auto stranger = add_organization("00000000-0000-4000-8000-000000000001", "Stranger");
    const auto foreign = add_token(stranger, {true, true, true});
    EXPECT_EQ(get(path(), {bearer(foreign)}).status, 404);
    EXPECT_EQ(get("/v1/organizations/nonsense").status, 404);
    EXPECT_EQ(get("/v1/organizations/" + std::string(unknown_id)).status, 404);
    EXPECT_EQ(get("/v1/organizations/ce-" + std::string(college_id)).status, 404);
    const auto upper = get("/v1/organizations/5B1D2A6E-0C3F-4B7A-9E21-7D4F0A8C6B13");
    EXPECT_EQ(upper.status, 200);
}

TEST_F(AcclaimTest, lists_itself_and_those_that_let_it_publish) {
    EXPECT_THAT(names_in(data(get("/v1/organizations"))), ElementsAre("Harbor College"));
    EXPECT_EQ(after_data(get("/v1/organizations")), R"(,"metadata":{}})");
    const auto of_partner = bearer(add_token(partner.id, {true, false, false}));
    EXPECT_THAT(names_in(data(get("/v1/organizations", {of_partner}))),
                ElementsAre("Harbor College", "State Agency"));
    EXPECT_EQ(get(path(), {of_partner}).status, 200);
}

TEST_F(AcclaimTest, a_list_tells_its_pages_where_it_is_asked_for_one_or_has_more) {
    EXPECT_EQ(after_data(get("/v1/organizations?page=1&sort=x")),
              R"(,"metadata":{"count":1,"current_page":1,"total_count":1,"total_pages":1,"per":50,)"
              R"("previous_page_url":null,"next_page_url":null}})");
    for (int i = 10; i < 60; ++i) {
        add_organization("00000000-0000-4000-8000-0000000000" + std::to_string(i),
                         "School " + std::to_string(i));
    }
    const auto of_partner = bearer(add_token(partner.id, {true, false, false}));
    const auto first = get("/v1/organizations", {of_partner});
    EXPECT_EQ(data(first).array()->size(), 50U);
    EXPECT_EQ(after_data(first),
              R"(,"metadata":{"count":50,"current_page":1,"total_count":52,"total_pages":2,)"
              R"("per":50,"previous_page_url":null,)"
              R"("next_page_url":"https://registry.example/v1/organizations?page=2"}})");
    EXPECT_THAT(names_in(data(get("/v1/organizations?page=2", {of_partner}))),
                ElementsAre("School 59", "State Agency"));
    EXPECT_THAT(names_in(data(get("/v1/organizations?page=3", {of_partner}))), ElementsAre());
}

TEST_F(AcclaimTest, refuses_a_page_that_is_none) {
    const auto response = get("/v1/organizations?page=1&page=none");
    EXPECT_EQ(response.status, 422);
    EXPECT_THAT(problems(response), ElementsAre("page must be a number from 1 to 10,000,000"));
}

TEST_F(AcclaimTest, unknown_paths_and_methods_are_refused_in_its_own_shape) {
    for (const auto& [method, target, status] :
         {std::tuple{http::Method::get, std::string("/v1"), 404},
          std::tuple{http::Method::get, std::string("/v1/nonsense"), 404},
          std::tuple{http::Method::get, path("/nonsense"), 404},
          std::tuple{http::Method::post, path(), 405},
          std::tuple{http::Method::del, path("/events"), 405}}) {
        EXPECT_EQ(send(method, target, "", {}).status, status) << target;
    }
}

}  // namespace

}  // namespace cartulary::acclaim
