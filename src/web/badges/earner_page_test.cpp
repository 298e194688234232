#include "web/badges/earner_page.h"

#include "web/badges/badges_fixture_test.h"

namespace cartulary::web {

using testing::HasSubstr;
using testing::Not;
using Decision = Badges::Decision;

class EarnerPageTest : public BadgePagesTest {
protected:
    Mailed badge = issue(add_template());

    http::Response look(const std::string& more = "") {
        return get(badge.earner_path(), badge.earner_query() + more);
    }

    http::Response choose(const std::string& decision) {
        return post(badge.earner_path(), badge.earner_query() + "&decision=" + decision);
    }

    http::Response choose_with(const std::vector<http::Header>& headers) {
        return router.dispatch({.method = http::Method::post,
                                .path = badge.earner_path(),
                                .headers = headers,
                                .body = badge.earner_query() + "&decision=accept"});
    }
};

std::string choice_button(const std::string& decision) {
    return "name=\"decision\" value=\"" + decision + "\"";
}

TEST_F(EarnerPageTest, shows_the_badge_and_asks_for_a_decision) {
    const auto before = stored(badge);
    const auto answer = look();
    expect_page(answer, 200);
    for (const auto& part : std::vector<std::string>{
             "<h1>Boat Handling</h1>", "<title>Your badge: Boat Handling – Test Registry</title>",
             "<bdi>Harbor College</bdi> issued you this badge. You have not decided yet.",
             "<dt>Issued to</dt><dd><bdi>Ada May Quay</bdi>", "Log book", "<h2>Do you want this",
             "<form class=\"choices\" method=\"post\" action=\"" + badge.earner_path() + "\">",
             choice_button("accept"), choice_button("decline"), choice_button("hide"),
             "everybody who has the address of its public page can see it with your name"}) {
        EXPECT_THAT(answer.body, HasSubstr(part));
    }
    EXPECT_EQ(count(badge.secret, answer.body), 3U)
        << "in its two forms and in the choice of a language, and nowhere else";
    EXPECT_THAT(answer.body, Not(HasSubstr("@")));
    EXPECT_THAT(answer.body, Not(HasSubstr("role=\"status\"")));
    EXPECT_EQ(stored(badge), before) << "looking changes nothing";
}

TEST_F(EarnerPageTest, is_nobody_elses_business) {
    for (const auto& answer : {look(), get(badge.earner_path(), "secret=wrong"),
                               post(badge.earner_path(), "secret=wrong&decision=accept"),
                               choose("nonsense"), choose("accept")}) {
        EXPECT_EQ(header_of(answer, "Referrer-Policy"), "no-referrer") << answer.status;
        EXPECT_EQ(header_of(answer, "Cache-Control"), "no-store") << answer.status;
        EXPECT_EQ(header_of(answer, "Set-Cookie"), "");
        EXPECT_EQ(header_of(answer, "X-Robots-Tag"), answer.status == 303 ? "" : "noindex");
    }
}

TEST_F(EarnerPageTest, accepts_the_badge_and_comes_back_to_say_so) {
    const auto answer = choose("accept");
    EXPECT_EQ(answer.status, 303);
    EXPECT_EQ(header_of(answer, "Location"),
              badge.earner_path() + "?" + badge.earner_query() + "&done=accept");
    EXPECT_EQ(stored(badge).badge.state, BadgeState::accepted);
    const auto after = look("&done=accept");
    expect_page(after, 200);
    EXPECT_THAT(after.body, HasSubstr("role=\"status\">You accepted this badge.</p>"));
    EXPECT_THAT(after.body, HasSubstr("<a href=\"" + badge.path() + "\">https://registry.example" +
                                      badge.path() + "</a>"));
    EXPECT_THAT(after.body, HasSubstr(choice_button("hide")));
    EXPECT_THAT(after.body, HasSubstr(choice_button("decline")));
    EXPECT_THAT(after.body, Not(HasSubstr(choice_button("accept"))));
    EXPECT_THAT(get(badge.path()).body, HasSubstr("Ada May Quay"));
}

TEST_F(EarnerPageTest, declines_the_badge_and_lets_the_earner_think_again) {
    EXPECT_EQ(choose("decline").status, 303);
    EXPECT_EQ(stored(badge).badge.state, BadgeState::rejected);
    EXPECT_EQ(get(badge.path()).status, 404);
    const auto after = look("&done=decline");
    expect_page(after, 200);
    EXPECT_THAT(after.body, HasSubstr("role=\"status\">You declined this badge.</p>"));
    EXPECT_THAT(after.body, HasSubstr("Declined.</strong>"));
    EXPECT_THAT(after.body, Not(HasSubstr(choice_button("hide"))));
    EXPECT_THAT(after.body, HasSubstr(choice_button("accept")));
    EXPECT_EQ(choose("accept").status, 303);
    EXPECT_EQ(stored(badge).badge.state, BadgeState::accepted);
}

TEST_F(EarnerPageTest, makes_the_badge_private_and_public_again) {
    EXPECT_EQ(choose("hide").status, 303);
    EXPECT_FALSE(stored(badge).badge.is_public);
    EXPECT_EQ(get(badge.path()).status, 404);
    auto after = look("&done=hide");
    expect_page(after, 200);
    EXPECT_THAT(after.body, HasSubstr("role=\"status\">This badge is now private.</p>"));
    EXPECT_THAT(after.body, HasSubstr("nobody but you and <bdi>Harbor College</bdi> can see it"));
    EXPECT_THAT(after.body, Not(HasSubstr("href=\"" + badge.path() + "\"")));
    EXPECT_EQ(choose("accept").status, 303);
    EXPECT_EQ(get(badge.path()).status, 404);
    EXPECT_EQ(choose("publish").status, 303);
    after = look("&done=publish");
    EXPECT_THAT(after.body, HasSubstr("role=\"status\">This badge is now public.</p>"));
    EXPECT_EQ(get(badge.path()).status, 200);
}

TEST_F(EarnerPageTest, says_nothing_that_is_not_so) {
    for (const auto* done : {"accept", "decline", "hide", "%3Cscript%3E"}) {
        EXPECT_THAT(look(std::string("&done=") + done).body, Not(HasSubstr("role=\"status\"")));
    }
}

TEST_F(EarnerPageTest, knows_no_link_but_the_one_it_mailed) {
    const auto other = issue(add_template());
    const auto before = stored(badge);
    const std::string script = "%22%3E%3Cscript%3Ealert(1)%3C/script%3E";
    for (const auto& query : {std::string(), std::string("secret="), "secret=" + script,
                              "secret=x" + badge.secret, other.earner_query()}) {
        for (const auto& answer : {get(badge.earner_path(), query),
                                   post(badge.earner_path(), query + "&decision=accept")}) {
            expect_page(answer, 404);
            EXPECT_THAT(answer.body, HasSubstr("<h1>This link does not work</h1>")) << query;
            EXPECT_THAT(answer.body, Not(HasSubstr("alert")));
            EXPECT_THAT(answer.body, Not(HasSubstr("Boat")));
        }
    }
    EXPECT_EQ(get("/badges/none/yours", badge.earner_query()).status, 404);
    EXPECT_EQ(stored(badge), before);
    EXPECT_EQ(stored(other).badge.state, BadgeState::pending);
}

TEST_F(EarnerPageTest, takes_only_forms_of_its_own) {
    using Headers = std::vector<http::Header>;
    for (const auto& foreign :
         {Headers{{"sec-fetch-site", "cross-site"}}, Headers{{"sec-fetch-site", "same-site"}},
          Headers{{"origin", "https://elsewhere.example"}},
          Headers{{"origin", "https://registry.example.elsewhere.example"}},
          Headers{{"origin", "https://elsewhere.example"}, {"host", "registry.example"}},
          Headers{{"origin", "https://registry.example"}, {"sec-fetch-site", "cross-site"}}}) {
        EXPECT_EQ(choose_with(foreign).status, 403) << foreign[0].value;
    }
    EXPECT_EQ(stored(badge).badge.state, BadgeState::pending);
    // A page that tells nobody its address sends the origin "null".
    for (const auto& own :
         {Headers{}, Headers{{"origin", "null"}}, Headers{{"origin", "https://registry.example"}},
          Headers{{"origin", "http://localhost:8080"}, {"host", "localhost:8080"}},
          Headers{{"origin", "null"}, {"sec-fetch-site", "same-origin"}}}) {
        EXPECT_EQ(choose_with(own).status, 303);
    }
}

TEST_F(EarnerPageTest, asks_again_when_the_form_does_not_say_what_to_do) {
    for (const auto* decision : {"", "revoke", "accept%00"}) {
        expect_page(choose(decision), 400);
    }
    EXPECT_EQ(stored(badge).badge.state, BadgeState::pending);
}

TEST_F(EarnerPageTest, offers_nothing_for_a_revoked_badge) {
    revoke(badge);
    const auto answer = look();
    expect_page(answer, 200);
    EXPECT_THAT(answer.body, HasSubstr("Revoked.</strong>"));
    EXPECT_THAT(answer.body, Not(HasSubstr("<form method=\"post\"")));
    for (const auto* decision : {"accept", "decline"}) {
        const auto late = choose(decision);
        expect_page(late, 409);
        EXPECT_THAT(late.body, HasSubstr("Nothing was changed, as the badge was revoked"));
    }
    EXPECT_EQ(stored(badge).badge.state, BadgeState::revoked);
}

TEST_F(EarnerPageTest, says_when_the_badge_is_expired) {
    badge = issue(add_template(), [&](BadgeDraft& draft) {
        draft.expires_at = under_test.now() + std::chrono::hours(1);
    });
    EXPECT_EQ(choose("accept").status, 303);
    EXPECT_THAT(look().body, HasSubstr("<dt>Expires on</dt>"));
    under_test.pass(std::chrono::hours(2));
    EXPECT_THAT(look().body, HasSubstr("Expired.</strong>"));
}

TEST_F(EarnerPageTest, shows_texts_that_mean_harm_as_texts) {
    badge = issue(add_template([](BadgeTemplateDraft& draft) { draft.name = harmful_text; }),
                  [](BadgeDraft& draft) {
                      draft.recipient.first_name = harmful_text;
                      draft.evidence = {{{}, "TextEvidence", harmful_text, harmful_text, ""}};
                  });
    const auto answer = look();
    expect_page(answer, 200);
    EXPECT_THAT(answer.body, Not(HasSubstr("<script")));
    EXPECT_THAT(answer.body, Not(HasSubstr("<b>")));
}

TEST_F(EarnerPageTest, answers_HEAD_without_changing_anything) {
    const auto before = stored(badge);
    EXPECT_EQ(router
                  .dispatch({.method = http::Method::head,
                             .path = badge.earner_path(),
                             .query = badge.earner_query() + "&decision=accept",
                             .headers = {}})
                  .status,
              200);
    EXPECT_EQ(stored(badge), before);
}

}  // namespace cartulary::web
