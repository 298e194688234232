#include <gmock/gmock.h>

#include "dialects/acclaim/acclaim_for_test.h"

namespace cartulary::acclaim {

namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

class BadgeTemplatesTest : public AcclaimTest {
protected:
    const std::string all = path("/badge_templates");

    json::Value created(const std::string& body) {
        const auto response = post(all, body);
        EXPECT_EQ(response.status, 201) << response.body;
        return data(response);
    }
    json::Value navigator() {
        return created(R"({"name":"Navigator","description":"Finds the way.","state":"active"})");
    }
    std::string one(const json::Value& made) { return all + "/" + text_in(made, "id"); }

    std::vector<std::string> names(const std::string& query) {
        const auto response = get(all + query);
        EXPECT_EQ(response.status, 200) << response.body;
        std::vector<std::string> names;
        const auto listed = data(response);
        for (const auto& item : *listed.array()) names.push_back(text_in(item, "name"));
        return names;
    }
};

TEST_F(BadgeTemplatesTest, are_created_and_read_back_the_same) {
    const auto made = created(R"({"name":"Navigator","description":"Finds the way.",
        "state":"active","skills":["Charts"],"show_lmi_jobs":true,
        "alignments":[{"name":"A","url":"https://a.example","description":"d"}]})");
    EXPECT_EQ(text_in(made, "vanity_slug"), "navigator");
    EXPECT_EQ(text_in(made, "url"), "https://registry.example/org/harbor-college/badge/navigator");
    EXPECT_TRUE(*made.find("show_lmi_jobs")->boolean());
    EXPECT_NE(text_in((*made.find("alignments")->array())[0], "id"), Uuid().text());
    const auto response = get(one(made));
    EXPECT_EQ(response.status, 200);
    EXPECT_EQ(data(response), made);
}

TEST_F(BadgeTemplatesTest, are_changed_by_what_is_said_alone) {
    const auto made = created(R"({"name":"Navigator","description":"Finds the way.",
        "skills":["Charts"],"level":"Foundational","lock_badge_state":true})");
    const auto response = put(one(made) + "/", R"({"state":"archived","level":null})");
    EXPECT_EQ(response.status, 200) << response.body;
    const auto changed = data(response);
    EXPECT_EQ(text_in(changed, "state"), "archived");
    EXPECT_TRUE(changed.find("level")->is_null());
    EXPECT_EQ(*changed.find("skills"), *made.find("skills"));
    EXPECT_TRUE(*changed.find("lock_badge_state")->boolean());
}

TEST_F(BadgeTemplatesTest, sent_back_as_they_were_shown_are_not_changed) {
    pictures_at["https://cdn.example/a.png"] = "picture of a star";
    const auto made = created(R"({"name":"Navigator","description":"d","state":"active",
        "image":"https://cdn.example/a.png","skills":["x"],"show_badge_lmi":true,
        "alignments":[{"name":"A"},{"name":"A"}],"recommendations":[{"title":"R"}],
        "badge_template_activities":[{"title":"T","activity_type":"Award"}]})");
    under_test.pass(std::chrono::minutes(1));
    const auto response = put(one(made), json::text_of(made));
    EXPECT_EQ(response.status, 200) << response.body;
    EXPECT_EQ(data(response), made);
    EXPECT_THAT(fetched, ElementsAre("https://cdn.example/a.png"));
}

TEST_F(BadgeTemplatesTest, are_deleted_with_no_body) {
    const auto made = navigator();
    const auto response = del(one(made));
    EXPECT_EQ(response.status, 204);
    EXPECT_EQ(response.body, "");
    EXPECT_EQ(get(one(made)).status, 404);
}

TEST_F(BadgeTemplatesTest, take_a_picture_as_an_address_an_upload_or_base64) {
    pictures_at["https://cdn.example/a.png"] = "picture of a star";
    for (const auto* image :
         {R"("https://cdn.example/a.png")", R"({"remote_upload_url":"https://cdn.example/a.png"})",
          R"("data:image/png;base64,cGljdHVyZQ==")", R"("cGljdHVyZQ==")"}) {
        const auto made =
            created(R"({"name":"N","description":"d","image":)" + std::string(image) + "}");
        const auto& shown = *made.find("image");
        EXPECT_EQ(text_in(shown, "url"), "/pictures/" + text_in(shown, "id") + ".png");
        EXPECT_EQ(text_in(made, "image_url"), "https://registry.example" + text_in(shown, "url"));
        EXPECT_TRUE(pictures.find(Uuid::parse(text_in(shown, "id")).value()));
    }
}

TEST_F(BadgeTemplatesTest, tell_a_picture_that_cannot_be_had_by_its_attribute) {
    for (const auto* image : {R"("https://cdn.example/none.png")", R"("bm90aGluZw==")", "7",
                              R"({"id":"5b1d2a6e-0c3f-4b7a-9e21-7d4f0a8c6b13"})"}) {
        const auto response =
            post(all, R"({"name":"N","description":"d","image":)" + std::string(image) + "}");
        EXPECT_EQ(response.status, 422) << response.body;
        EXPECT_THAT(problems(response), ElementsAre(testing::StartsWith("image ")));
    }
    EXPECT_THAT(names(""), IsEmpty());
}

TEST_F(BadgeTemplatesTest, fetch_no_picture_while_something_else_cannot_be_read) {
    const auto response = post(all, R"({"name":7,"image":"https://cdn.example/a.png"})");
    EXPECT_EQ(response.status, 422);
    EXPECT_THAT(fetched, IsEmpty());
}

TEST_F(BadgeTemplatesTest, lose_their_picture_to_null) {
    const auto made = created(R"({"name":"N","description":"d","image":"cGljdHVyZQ=="})");
    EXPECT_FALSE(made.find("image")->is_null());
    const auto changed = data(put(one(made), R"({"image":null})"));
    EXPECT_TRUE(changed.find("image")->is_null());
    EXPECT_TRUE(changed.find("image_url")->is_null());
}

TEST_F(BadgeTemplatesTest, tell_every_problem_by_their_attributes) {
    const auto response = post(all, R"({"vanity_slug":"Not A Slug",
        "badge_template_activities":[{"activity_url":"nowhere"}],"criteria_url":"ftp://x",
        "required_badge_templates":["00000000-0000-4000-8000-00000000dead"]})");
    EXPECT_EQ(response.status, 422);
    std::vector<std::string> attributes;
    const auto refused = data(response);
    for (const auto& error : *refused.find("errors")->array()) {
        attributes.push_back(text_in(error, "attribute"));
    }
    EXPECT_THAT(attributes,
                testing::IsSupersetOf({"name", "description", "vanity_slug", "criteria_url",
                                       "badge_template_activities[0].activity_url"}));
}

TEST_F(BadgeTemplatesTest, refuse_a_slug_that_another_has) {
    const auto made = navigator();
    const auto response = post(all, R"({"name":"N","description":"d","vanity_slug":"navigator"})");
    EXPECT_EQ(response.status, 422) << response.body;
    EXPECT_THAT(problems(response), ElementsAre(testing::StartsWith("vanity_slug ")));
}

TEST_F(BadgeTemplatesTest, are_listed_with_full_metadata_filters_and_orders) {
    for (const auto* name : {"Anchor", "Boat", "Compass"}) {
        created(R"({"description":"d","state":")" +
                std::string(name == std::string("Boat") ? "draft" : "active") + R"(","name":")" +
                name + R"("})");
        under_test.pass(std::chrono::hours(24));
    }
    EXPECT_THAT(names(""), ElementsAre("Compass", "Boat", "Anchor"));
    EXPECT_THAT(names("?sort=name"), ElementsAre("Anchor", "Boat", "Compass"));
    EXPECT_THAT(names("?sort=-name"), ElementsAre("Compass", "Boat", "Anchor"));
    EXPECT_THAT(names("?filter=state::active&sort=name"), ElementsAre("Anchor", "Compass"));
    EXPECT_THAT(names("?filter=state%3A%3Aactive%7Cquery%3A%3AOMP"), ElementsAre("Compass"));
    EXPECT_THAT(names("?filter=state::active,draft&sort=name"),
                ElementsAre("Anchor", "Boat", "Compass"));
    EXPECT_THAT(names("?filter[name]=boat"), ElementsAre("Boat"));
    EXPECT_THAT(names("?filter=public::false"), IsEmpty());
    EXPECT_THAT(names("?filter=created_at_min::2026-09-22&sort=name"),
                ElementsAre("Boat", "Compass"));
    EXPECT_THAT(names("?filter=created_at_max::2026-09-22%2000:00:00"), ElementsAre("Anchor"));
    EXPECT_THAT(names("?filter=name::"), ElementsAre("Compass", "Boat", "Anchor"));
    EXPECT_THAT(get(all).body, HasSubstr(R"("metadata":{"count":3,"current_page":1,)"
                                         R"("total_count":3,"total_pages":1,"per":50,)"
                                         R"("previous_page_url":null,"next_page_url":null}})"));
}

TEST_F(BadgeTemplatesTest, refuse_filters_and_orders_that_they_do_not_know) {
    for (const auto* query :
         {"?filter=colour::blue", "?filter=state::retired", "?filter=public::perhaps",
          "?filter=created_at_min::never", "?filter=name", "?sort=colour", "?page=0"}) {
        EXPECT_EQ(get(all + query).status, 422) << query;
    }
}

TEST_F(BadgeTemplatesTest, of_others_are_not_there_whatever_is_asked) {
    const auto made = navigator();
    const auto stranger = add_organization("7d1d2a6e-0c3f-4b7a-9e21-7d4f0a8c6b14", "Other College");
    const auto foreign = bearer(add_token(stranger, {}));
    for (const auto* body : {"{}", R"({"name":7,"image":"https://cdn.example/a.png"})", "{"}) {
        const auto expected = body == std::string("{") ? 400 : 404;
        EXPECT_EQ(post(all, body, {foreign}).status, expected) << body;
        EXPECT_EQ(put(one(made), body, {foreign}).status, expected) << body;
    }
    EXPECT_EQ(get(all, {foreign}).status, 404);
    EXPECT_EQ(get(one(made), {foreign}).status, 404);
    EXPECT_EQ(del(one(made), {foreign}).status, 404);
    const auto below_own = path_of(stranger, "/badge_templates/") + text_in(made, "id");
    EXPECT_EQ(get(below_own, {foreign}).status, 404);
    EXPECT_EQ(put(below_own, R"({"name":"x"})", {foreign}).status, 404);
    EXPECT_EQ(del(below_own, {foreign}).status, 404);
    EXPECT_THAT(fetched, IsEmpty());
    EXPECT_EQ(data(get(one(made))), made);
}

TEST_F(BadgeTemplatesTest, need_the_right_that_each_route_names) {
    const auto made = navigator();
    const auto reader = bearer(add_token(college, {.read = true, .write = false, .del = false}));
    EXPECT_EQ(get(all, {reader}).status, 200);
    EXPECT_EQ(post(all, R"({"name":"N","description":"d"})", {reader}).status, 403);
    EXPECT_EQ(put(one(made), R"({"name":"x"})", {reader}).status, 403);
    EXPECT_EQ(del(one(made), {reader}).status, 403);
}

TEST_F(BadgeTemplatesTest, are_created_once_for_one_idempotency_key) {
    const std::string body = R"({"name":"Navigator","description":"d"})";
    const auto first = post(all, body, {{"idempotency-key", "k"}});
    const auto again = post(all, body, {{"idempotency-key", "k"}});
    EXPECT_EQ(again.status, 201);
    EXPECT_EQ(again.body, first.body);
    EXPECT_EQ(header(again, "Idempotency-Replayed"), "true");
    EXPECT_THAT(names(""), ElementsAre("Navigator"));
}

}  // namespace

}  // namespace cartulary::acclaim
