#include <gmock/gmock.h>

#include "dialects/acclaim/acclaim_for_test.h"

namespace cartulary::acclaim {

namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;

class BadgesTest : public AcclaimTest {
protected:
    const std::string all = path("/badges");
    const std::string template_id = make_template("Navigator");

    std::string make_template(const std::string& name, const std::string& members = "") {
        const auto response =
            post(path("/badge_templates"),
                 R"({"description":"d","name":")" + name + R"(","state":"active")" + members + "}");
        EXPECT_EQ(response.status, 201) << response.body;
        return text_in(data(response), "id");
    }
    std::string body_for(const std::string& email, const std::string& members = "") const {
        return R"({"recipient_email":")" + email + R"(","badge_template_id":")" + template_id +
               R"(","issued_at":"2014-04-01 09:41:00 -0500","issued_to_first_name":"Ada",)" +
               R"("issued_to_last_name":"Earner")" + members + "}";
    }
    json::Value issued(const std::string& email, const std::string& members = "") {
        const auto response = post(all, body_for(email, members));
        EXPECT_EQ(response.status, 201) << response.body;
        return data(response);
    }
    std::string one(const json::Value& badge) { return all + "/" + text_in(badge, "id"); }

    std::vector<std::string> listed(const std::string& query) {
        const auto response = get(all + query);
        EXPECT_EQ(response.status, 200) << response.body;
        std::vector<std::string> emails;
        const auto list = data(response);
        for (const auto& item : *list.array()) emails.push_back(text_in(item, "recipient_email"));
        return emails;
    }
    std::vector<std::string> attributes(const http::Response& response) {
        std::vector<std::string> attributes;
        const auto refused = data(response);
        for (const auto& error : *refused.find("errors")->array()) {
            attributes.push_back(text_in(error, "attribute"));
        }
        return attributes;
    }
};

TEST_F(BadgesTest, are_issued_and_read_back_the_same) {
    const auto badge = issued("earner@mail.example", R"(,"locale":"pt_BR","country_name":"USA",
        "state_or_province":"MN","expires_at":"2030-01-01","issuer_earner_id":"42",
        "evidence":[{"type":"UrlEvidence","name":"Log","value":"https://log.example"}])");
    EXPECT_EQ(text_in(badge, "state"), "pending");
    EXPECT_EQ(text_in(badge, "issued_at"), "2014-04-01T14:41:00.000Z");
    EXPECT_EQ(text_in(badge, "expires_at_date"), "2030-01-01");
    EXPECT_EQ(text_in(badge, "locale"), "pt-BR");
    EXPECT_EQ(text_in(badge, "state_or_province"), "Minnesota");
    EXPECT_EQ(text_in(badge, "badge_url"),
              "https://registry.example/badges/" + text_in(badge, "id"));
    EXPECT_EQ(*badge.find("badge_template")->find("badges_count")->integer(), 1);
    const auto response = get(one(badge));
    EXPECT_EQ(response.status, 200);
    EXPECT_EQ(data(response), badge);
}

TEST_F(BadgesTest, are_issued_by_a_form_and_by_a_query_too) {
    const auto form = "recipient_email=form%40mail.example&badge_template_id=" + template_id +
                      "&issued_at=2014-04-01++09:41:00+am&issued_to_first_name=Ada"
                      "&issued_to_last_name=Earner&expires_at=&evidence[0][type]=UrlEvidence"
                      "&evidence[0][value]=https%3A%2F%2Flog.example";
    const auto by_form =
        post(all + "/", form, {{"content-type", "application/x-www-form-urlencoded"}});
    ASSERT_EQ(by_form.status, 201) << by_form.body;
    EXPECT_EQ(text_in(data(by_form), "issued_at"), "2014-04-01T09:41:00.000Z");
    EXPECT_THAT(by_form.body, HasSubstr(R"("value":"https://log.example")"));

    const auto by_query = post(all + "?" + form + "&recipient_email=query%40mail.example", "",
                               {{"content-type", "application/json"}});
    ASSERT_EQ(by_query.status, 201) << by_query.body;
    EXPECT_EQ(text_in(data(by_query), "recipient_email"), "query@mail.example");

    const auto misnamed = post(all, body_for("json@mail.example"),
                               {{"content-type", "application/x-www-form-urlencoded"}});
    EXPECT_EQ(misnamed.status, 201) << misnamed.body;
}

TEST_F(BadgesTest, tell_every_problem_by_their_attributes) {
    const auto response = post(all, R"({"recipient_email":"nobody","country_name":"Atlantis"})");
    EXPECT_EQ(response.status, 422);
    EXPECT_THAT(
        attributes(response),
        testing::UnorderedElementsAre("recipient_email", "country_name", "badge_template_id",
                                      "issued_at", "issued_to_first_name", "issued_to_last_name"));
    const auto later = post(all, body_for("a@mail.example", R"(,"expires_at":"2013-01-01")"));
    EXPECT_THAT(attributes(later), ElementsAre("expires_at"));
}

TEST_F(BadgesTest, are_of_an_active_template_of_the_organization) {
    const auto archived = make_template("Old");
    put(path("/badge_templates/" + archived), R"({"state":"archived"})");
    for (const auto& id : {archived, std::string(unknown_id), std::string("x")}) {
        auto body = body_for("a@mail.example");
        body.replace(body.find(template_id), template_id.size(), id);
        const auto response = post(all, body);
        EXPECT_EQ(response.status, 422) << response.body;
        EXPECT_THAT(attributes(response), ElementsAre("badge_template_id"));
    }
}

TEST_F(BadgesTest, tell_who_already_has_this_badge) {
    issued("earner@mail.example", R"(,"issuer_earner_id":"42")");
    const auto by_email = post(all, body_for("Earner@mail.example"));
    EXPECT_EQ(by_email.status, 422);
    EXPECT_THAT(message(by_email), HasSubstr("already has this badge"));
    EXPECT_THAT(attributes(by_email), ElementsAre("recipient_email"));
    const auto by_id = post(all, body_for("other@mail.example", R"(,"issuer_earner_id":42)"));
    EXPECT_THAT(message(by_id), HasSubstr("already has this badge"));
    EXPECT_THAT(attributes(by_id), ElementsAre("issuer_earner_id"));
}

TEST_F(BadgesTest, of_a_batch_are_issued_together) {
    const auto response = post(all + "/batch", R"({"badges":[)" + body_for("a@mail.example") + "," +
                                                   body_for("b@mail.example") + "]}");
    EXPECT_EQ(response.status, 201) << response.body;
    EXPECT_THAT(*data(response).array(), SizeIs(2));
    EXPECT_THAT(response.body, testing::EndsWith(R"(],"metadata":{}})"));
    EXPECT_THAT(listed(""), SizeIs(2));
}

TEST_F(BadgesTest, of_a_batch_are_none_where_one_is_wrong_and_it_is_named) {
    const auto index = [](const http::Response& response) {
        const auto refused = data(response);
        const auto* told = refused.find("error_index");
        return told && told->integer() ? *told->integer() : -1;
    };
    const auto good = body_for("a@mail.example");
    const auto unreadable =
        post(all + "/batch", R"({"badges":[)" + good + R"(,{"recipient_email":7}]})");
    EXPECT_EQ(unreadable.status, 422);
    EXPECT_EQ(index(unreadable), 1);
    EXPECT_THAT(attributes(unreadable), testing::Contains("recipient_email"));
    const auto invalid = post(
        all + "/batch", R"({"badges":[)" + good + "," + good + "," + body_for("nobody") + "]}");
    EXPECT_EQ(index(invalid), 1) << "the first that is wrong";
    EXPECT_THAT(message(invalid), HasSubstr("already has this badge"));
    EXPECT_THAT(attributes(invalid), ElementsAre("recipient_email"));
    const auto no_object = post(all + "/batch", R"({"badges":[)" + good + ",7]}");
    EXPECT_EQ(index(no_object), 1);
    EXPECT_THAT(listed(""), IsEmpty());
}

TEST_F(BadgesTest, of_a_batch_are_one_to_fifty) {
    for (const auto* body : {"{}", R"({"badges":[]})", R"({"badges":null})", R"({"badges":7})"}) {
        const auto response = post(all + "/batch", body);
        EXPECT_EQ(response.status, 422) << body;
        EXPECT_THAT(attributes(response), ElementsAre("badges")) << body;
    }
    const auto batch_of = [&](std::size_t count) {
        std::string list;
        for (std::size_t i = 0; i < count; ++i) {
            list += (i == 0 ? "" : ",") + body_for("e" + std::to_string(i) + "@mail.example");
        }
        return post(all + "/batch", R"({"badges":[)" + list + "]}");
    };
    EXPECT_EQ(batch_of(badges_in_batch_max + 1).status, 422);
    EXPECT_EQ(batch_of(badges_in_batch_max).status, 201);
}

TEST_F(BadgesTest, are_replaced_and_name_each_other) {
    const auto old = issued("earner@mail.example", R"(,"country":"US")");
    const auto response = post(one(old) + "/replace", R"({"badge_template_id":")" + template_id +
                                                          R"(","issued_to_last_name":"Learner",
        "issued_at":"2015-04-01 09:41:00 -0500","expires_at":false,
        "notification_message":"Lorem ipsum dolor"})");
    ASSERT_EQ(response.status, 201) << response.body;
    const auto fresh = data(response);
    EXPECT_EQ(text_in(fresh, "issued_to"), "Ada Learner");
    EXPECT_EQ(text_in(fresh, "country"), "United States");
    EXPECT_EQ(text_in(fresh, "replaces_badge_id"), text_in(old, "id"));
    const auto replaced = data(get(one(old)));
    EXPECT_EQ(text_in(replaced, "state"), "revoked");
    EXPECT_EQ(text_in(replaced, "replacement_badge_id"), text_in(fresh, "id"));
    EXPECT_EQ(post(one(old) + "/replace", "{}").status, 422);
}

TEST_F(BadgesTest, are_revoked_with_a_reason_by_body_or_query) {
    const auto first = issued("a@mail.example");
    const auto response =
        put(one(first) + "/revoke",
            R"({"reason":"The check bounced","suppress_revoke_notification_email":false})");
    EXPECT_EQ(response.status, 200) << response.body;
    EXPECT_EQ(text_in(data(response), "revocation_reason"), "The check bounced");
    const auto second = issued("b@mail.example");
    const auto by_query = put(one(second) +
                                  "/revoke?reason=Admin+revoked+badge"
                                  "&suppress_revoke_notification_email=false",
                              "", {{"content-type", "application/json"}});
    EXPECT_EQ(by_query.status, 200) << by_query.body;
    EXPECT_EQ(text_in(data(by_query), "revocation_reason"), "Admin revoked badge");
    EXPECT_EQ(put(one(second) + "/revoke", R"({"reason":"again"})").status, 422);
    const auto third = issued("c@mail.example");
    EXPECT_THAT(attributes(put(one(third) + "/revoke", "{}")), ElementsAre("reason"));
    EXPECT_THAT(attributes(put(one(third) + "/revoke", R"({"reason":7})")), ElementsAre("reason"));
}

TEST_F(BadgesTest, are_deleted_with_no_body) {
    const auto badge = issued("earner@mail.example");
    const auto response = del(one(badge));
    EXPECT_EQ(response.status, 204);
    EXPECT_EQ(response.body, "");
    EXPECT_EQ(get(one(badge)).status, 404);
}

TEST_F(BadgesTest, are_listed_with_filters_and_orders) {
    issued("ada@mail.example", R"(,"issuer_earner_id":"1","issued_at":"2020-01-01")");
    under_test.pass(std::chrono::hours(24));
    const auto bob = issued("bob@mail.example", R"(,"issued_at":"2019-01-01")");
    under_test.pass(std::chrono::hours(24));
    const auto cy = issued("cy@other.example", R"(,"issued_at":"2021-01-01")");
    put(one(cy) + "/revoke", R"({"reason":"x"})");
    EXPECT_THAT(listed(""),
                ElementsAre("cy@other.example", "bob@mail.example", "ada@mail.example"));
    EXPECT_THAT(listed("?sort=-issued_at"),
                ElementsAre("cy@other.example", "ada@mail.example", "bob@mail.example"));
    for (const auto& [filter, found] : std::map<std::string, std::string>{
             {"recipient_email::BOB@mail.example", "bob@mail.example"},
             {"recipient_email_all::bob%40mail.example|badge_template_id::" + template_id,
              "bob@mail.example"},
             {"issuer_earner_id::1", "ada@mail.example"},
             {"user_id::" + text_in(*bob.find("user"), "id"), "bob@mail.example"},
             {"id::" + text_in(bob, "id"), "bob@mail.example"},
             {"state::revoked", "cy@other.example"},
             {"query::OTHER|public::true", "cy@other.example"},
             {"issued_at_max::2019-06-01", "bob@mail.example"},
             {"issued_at_min::2020-06-01", "cy@other.example"},
             {"created_at_max::2026-09-22", "ada@mail.example"},
             {"updated_at_min::2026-09-23", "cy@other.example"}}) {
        EXPECT_THAT(listed("?filter=" + filter), ElementsAre(found)) << filter;
    }
    EXPECT_THAT(listed("?filter=state::revoked,accepted|public::true"),
                ElementsAre("cy@other.example"));
    EXPECT_THAT(listed("?filter=recipient_email::ada@mail.example,%20bob@mail.example,"),
                ElementsAre("bob@mail.example", "ada@mail.example"));
    EXPECT_THAT(listed("?filter=badge_template_id::" + std::string(unknown_id)), IsEmpty());
    for (const auto* query :
         {"?filter=state::gone", "?filter=state::revoked,gone", "?filter=id::x",
          "?filter=colour::blue", "?sort=recipient_email", "?filter=issued_at_min::x"}) {
        EXPECT_EQ(get(all + query).status, 422) << query;
    }
}

TEST_F(BadgesTest, of_others_are_not_there_whatever_is_asked) {
    const auto badge = issued("earner@mail.example");
    const auto stranger = add_organization("7d1d2a6e-0c3f-4b7a-9e21-7d4f0a8c6b14", "Other College");
    const auto foreign = bearer(add_token(stranger, {}));
    for (const auto& body : {std::string("{}"), std::string(R"({"reason":7,"badges":7})"),
                             body_for("other@mail.example")}) {
        EXPECT_EQ(post(all, body, {foreign}).status, 404) << body;
        EXPECT_EQ(post(all + "/batch", body, {foreign}).status, 404) << body;
        EXPECT_EQ(post(one(badge) + "/replace", body, {foreign}).status, 404) << body;
        EXPECT_EQ(put(one(badge) + "/revoke", body, {foreign}).status, 404) << body;
    }
    EXPECT_EQ(get(all, {foreign}).status, 404);
    EXPECT_EQ(get(one(badge), {foreign}).status, 404);
    EXPECT_EQ(del(one(badge), {foreign}).status, 404);
    const auto below_own = path_of(stranger, "/badges/") + text_in(badge, "id");
    EXPECT_EQ(get(below_own, {foreign}).status, 404);
    EXPECT_EQ(put(below_own + "/revoke", R"({"reason":"x"})", {foreign}).status, 404);
    EXPECT_EQ(del(below_own, {foreign}).status, 404);
    EXPECT_EQ(data(get(one(badge))), badge);
}

TEST_F(BadgesTest, need_the_right_that_each_route_names) {
    const auto badge = issued("earner@mail.example");
    const auto reader = bearer(add_token(college, {.read = true, .write = false, .del = false}));
    EXPECT_EQ(get(all, {reader}).status, 200);
    EXPECT_EQ(post(all, body_for("b@mail.example"), {reader}).status, 403);
    EXPECT_EQ(
        post(all + "/batch", R"({"badges":[)" + body_for("b@mail.example") + "]}", {reader}).status,
        403);
    EXPECT_EQ(post(one(badge) + "/replace", "{}", {reader}).status, 403);
    EXPECT_EQ(put(one(badge) + "/revoke", R"({"reason":"x"})", {reader}).status, 403);
    EXPECT_EQ(del(one(badge), {reader}).status, 403);
}

TEST_F(BadgesTest, are_issued_once_for_one_idempotency_key) {
    const http::Header key{"idempotency-key", "k"};
    const auto first = post(all, body_for("earner@mail.example"), {key});
    const auto again = post(all, body_for("earner@mail.example"), {key});
    EXPECT_EQ(again.status, 201) << again.body;
    EXPECT_EQ(again.body, first.body);
    EXPECT_EQ(header(again, "Idempotency-Replayed"), "true");
    EXPECT_EQ(post(all, body_for("other@mail.example"), {key}).status, 422);
}

TEST_F(BadgesTest, one_idempotency_key_is_one_request_also_where_the_query_says_all) {
    const http::Header key{"idempotency-key", "k"};
    const auto query = "?badge_template_id=" + template_id +
                       "&issued_at=2014-04-01&issued_to_first_name=Ada&issued_to_last_name=E"
                       "&recipient_email=";
    EXPECT_EQ(post(all + query + "a@mail.example", "", {key}).status, 201);
    EXPECT_EQ(post(all + query + "a@mail.example", "", {key}).status, 201);
    EXPECT_EQ(post(all + query + "b@mail.example", "", {key}).status, 422);
    EXPECT_THAT(listed(""), ElementsAre("a@mail.example"));
}

}  // namespace

}  // namespace cartulary::acclaim
