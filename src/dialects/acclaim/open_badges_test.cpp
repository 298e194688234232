#include "dialects/acclaim/open_badges.h"

#include <gmock/gmock.h>

#include "base/secrets.h"
#include "dialects/acclaim/acclaim_for_test.h"

namespace cartulary::acclaim {

namespace {

using testing::HasSubstr;
using testing::Not;

class OpenBadgesTest : public AcclaimTest {
protected:
    std::string made_template(const std::string& members = "") {
        return text_in(data(post(path("/badge_templates"),
                                 R"({"name":"Navigator","description":"Finds the way.",)"
                                 R"("state":"active")" +
                                     members + "}")),
                       "id");
    }
    std::string issued(const std::string& badge_template) {
        return text_in(
            data(post(path("/badges"),
                      R"({"recipient_email":"earner@mail.example","badge_template_id":")" +
                          badge_template +
                          R"(","issued_at":"2014-04-01","issued_to_first_name":"Ada",
                          "issued_to_last_name":"Earner","expires_at":"2030-01-01","evidence":[
                          {"type":"UrlEvidence","name":"Log","value":"https://log.example"},
                          {"type":"TextEvidence","name":"Exam","text":"She passed"}]})")),
            "id");
    }
    // As anybody would: without a token.
    http::Response fetch(const std::string& below) {
        return dispatch({.method = http::Method::get, .path = "/v1/obi/v2/" + below});
    }
    std::string secret() {
        for (const auto& mail : under_test.waiting_mail()) {
            if (mail.kind != MailKind::badge_issued) continue;
            const auto link = under_test.registry().vault.unseal(mail.sealed_link).value();
            return link.substr(link.find('=') + 1);
        }
        throw std::runtime_error("no badge was mailed");
    }
};

TEST_F(OpenBadgesTest, show_the_profile_of_an_issuer) {
    const auto response = fetch("issuers/" + college.text());
    EXPECT_EQ(response.status, 200);
    EXPECT_EQ(response.content_type, "application/ld+json");
    EXPECT_EQ(response.body,
              R"({"@context":"https://w3id.org/openbadges/v2","type":"Profile",)"
              R"("id":"https://registry.example/v1/obi/v2/issuers/)" +
                  college.text() +
                  R"(","name":"Harbor College","url":"https://harbor.example",)"
                  R"("email":"info@harbor.example","description":"Ships and their people"})");
}

TEST_F(OpenBadgesTest, show_a_badge_class) {
    const auto id = made_template(R"(,"skills":["Charts"],"criteria_url":"https://c.example",
        "alignments":[{"name":"A","url":"https://a.example","description":"d"},{"name":"B"}],
        "badge_template_activities":[{"title":"Exam"},{"title":"Log"}])");
    const auto response = fetch("badge_classes/" + id);
    EXPECT_EQ(response.status, 200);
    EXPECT_EQ(response.body,
              R"({"@context":"https://w3id.org/openbadges/v2","type":"BadgeClass",)"
              R"("id":"https://registry.example/v1/obi/v2/badge_classes/)" +
                  id +
                  R"(","name":"Navigator","description":"Finds the way.",)"
                  R"("image":"https://registry.example/assets/badge.svg",)"
                  R"("criteria":{"type":"Criteria","id":"https://c.example",)"
                  R"("narrative":"- Exam\n- Log\n"},)"
                  R"("issuer":"https://registry.example/v1/obi/v2/issuers/)" +
                  college.text() +
                  R"(","tags":["Charts"],"alignment":[{"type":"AlignmentObject","targetName":"A",)"
                  R"("targetUrl":"https://a.example","targetDescription":"d"}]})");
}

TEST_F(OpenBadgesTest, name_a_page_as_criteria_also_where_nothing_was_said) {
    EXPECT_THAT(
        fetch("badge_classes/" + made_template()).body,
        HasSubstr(R"("criteria":{"type":"Criteria",)"
                  R"("id":"https://registry.example/org/harbor-college/badge/navigator"})"));
    EXPECT_THAT(
        fetch("badge_classes/" + made_template(R"(,"global_activity_url":"https://g.example")"))
            .body,
        HasSubstr(R"("id":"https://g.example"})"));
}

TEST_F(OpenBadgesTest, show_the_picture_of_a_template) {
    const auto made = data(post(path("/badge_templates"),
                                R"({"name":"N","description":"d","state":"active",
                                "image":"cGljdHVyZQ=="})"));
    EXPECT_THAT(fetch("badge_classes/" + text_in(made, "id")).body,
                HasSubstr(R"("image":")" + text_in(made, "image_url") + '"'));
}

TEST_F(OpenBadgesTest, show_an_assertion_whose_earner_is_a_hash) {
    const auto badge_template = made_template();
    const auto id = issued(badge_template);
    const auto response = fetch("badge_assertions/" + id);
    EXPECT_EQ(response.status, 200);
    EXPECT_EQ(response.content_type, "application/ld+json");
    EXPECT_EQ(response.body,
              R"({"@context":"https://w3id.org/openbadges/v2","type":"Assertion",)"
              R"("id":"https://registry.example/v1/obi/v2/badge_assertions/)" +
                  id + R"(","recipient":{"type":"email","hashed":true,"salt":")" + id +
                  R"(","identity":"sha256$)" + sha256_hex("earner@mail.example" + id) +
                  R"("},"badge":"https://registry.example/v1/obi/v2/badge_classes/)" +
                  badge_template +
                  R"(","verification":{"type":"hosted"},"issuedOn":"2014-04-01T00:00:00.000Z",)"
                  R"("expires":"2030-01-01T00:00:00.000Z"})");
}

TEST_F(OpenBadgesTest, tell_of_evidence_pages_alone_and_once_the_badge_is_accepted) {
    const auto id = issued(made_template());
    ASSERT_TRUE(badges.decide(secret(), Badges::Decision::accept));
    const auto body = fetch("badge_assertions/" + id).body;
    EXPECT_THAT(body, HasSubstr(R"("evidence":[{"type":"Evidence","id":"https://log.example",)"
                                R"("name":"Log"}]})"));
    EXPECT_THAT(body, Not(HasSubstr("passed")));
}

TEST_F(OpenBadgesTest, tell_a_revoked_badge_with_its_reason) {
    const auto id = issued(made_template());
    put(path("/badges/" + id + "/revoke"), R"({"reason":"The check bounced"})");
    const auto response = fetch("badge_assertions/" + id);
    EXPECT_EQ(response.status, 410);
    EXPECT_EQ(response.content_type, "application/ld+json");
    EXPECT_EQ(response.body, R"({"@context":"https://w3id.org/openbadges/v2","type":"Assertion",)"
                             R"("id":"https://registry.example/v1/obi/v2/badge_assertions/)" +
                                 id + R"(","revoked":true})");
}

TEST_F(OpenBadgesTest, tell_the_class_of_a_badge_that_its_earner_shows_though_its_template_is_not) {
    const auto hidden_template = made_template(R"(,"public":false)");
    EXPECT_EQ(fetch("badge_classes/" + hidden_template).status, 404);
    const auto id = issued(hidden_template);
    EXPECT_EQ(fetch("badge_assertions/" + id).status, 404);
    ASSERT_TRUE(badges.decide(secret(), Badges::Decision::publish));
    EXPECT_EQ(fetch("badge_assertions/" + id).status, 200);
    EXPECT_EQ(fetch("badge_classes/" + hidden_template).status, 200);
}

TEST_F(OpenBadgesTest, show_nothing_that_is_not_for_everybody) {
    const auto hidden_template = made_template(R"(,"public":false)");
    const auto draft = made_template(R"(,"state":"draft")");
    const std::string nothing = unknown_id;
    for (const auto& below :
         std::vector<std::string>{"issuers/" + nothing, "issuers/x", "badge_classes/" + nothing,
                                  "badge_classes/" + hidden_template, "badge_classes/" + draft,
                                  "badge_assertions/" + nothing, "badge_assertions/x"}) {
        const auto response = fetch(below);
        EXPECT_EQ(response.status, 404) << below;
        EXPECT_EQ(response.content_type, "application/json; charset=utf-8");
    }
    const auto id = issued(made_template());
    const auto link = secret();
    ASSERT_TRUE(badges.decide(link, Badges::Decision::accept));
    ASSERT_TRUE(badges.decide(link, Badges::Decision::hide));
    EXPECT_EQ(fetch("badge_assertions/" + id).status, 404);
}

TEST_F(OpenBadgesTest, are_read_by_programs_of_other_origins) {
    EXPECT_EQ(header(fetch("issuers/" + college.text()), "Access-Control-Allow-Origin"), "*");
}

}  // namespace

}  // namespace cartulary::acclaim
