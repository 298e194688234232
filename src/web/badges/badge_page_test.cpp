#include "web/badges/badge_page.h"

#include "web/badges/badges_fixture_test.h"

namespace cartulary::web {

using testing::HasSubstr;
using testing::Not;
using Decision = Badges::Decision;

class BadgePageTest : public BadgePagesTest {
protected:
    IssuedTemplate boat_handling = add_template();

    Mailed issue_accepted(const std::function<void(BadgeDraft&)>& adjust = {}) {
        auto badge = issue(boat_handling, adjust);
        decide(badge, Decision::accept);
        return badge;
    }
};

// Whether a page tells anything of who was issued the badge.
void expect_nobody_named(const http::Response& answer) {
    for (const auto* personal : {"Ada", "May", "Quay", "4711", "earner.example", "@", "Log book",
                                 "log.example", "Issued to", "cheating"}) {
        EXPECT_THAT(answer.body, Not(HasSubstr(personal)));
    }
}

TEST_F(BadgePageTest, shows_an_accepted_badge_with_its_earner) {
    const auto badge = issue_accepted([](BadgeDraft& draft) {
        draft.issued_at = timestamp(1'774'000'000'000);
        draft.expires_at = timestamp(1'900'000'000'000);
    });
    const auto answer = get(badge.path());
    expect_page(answer, 200);
    for (const auto& part : std::vector<std::string>{
             "<h1>Boat Handling</h1>",
             "<title>Boat Handling, issued to Ada May Quay – Test Registry</title>",
             "Valid.</strong>", "<dt>Issued to</dt><dd><bdi>Ada May Quay</bdi>",
             "<dt>Issued by</dt><dd><a href=\"/org/Harbor-College\"><bdi>Harbor College</bdi></a>",
             "<dt>Issued on</dt><dd><time datetime=\"2026-03-20\">20 March 2026</time>",
             "<dt>Expires on</dt><dd><time datetime=\"2030-03-17\">17 March 2030</time>",
             "<a href=\"https://log.example/7\" rel=\"nofollow ugc\"><bdi>Log book</bdi></a>",
             "Of her voyage", "<p>Handles a boat.</p>",
             "<a href=\"/org/Harbor-College/badge/boat-handling\">Everything about "
             "<bdi>Boat Handling</bdi></a>",
             "<link rel=\"alternate\" type=\"application/ld+json\" "
             "href=\"https://registry.example/v1/obi/v2/badge_assertions/" +
                 badge.id.text() + "\">",
             "<link rel=\"canonical\" href=\"https://registry.example" + badge.path() + "\">",
             "<meta property=\"og:title\" content=\"Boat Handling, issued to Ada May Quay\">"}) {
        EXPECT_THAT(answer.body, HasSubstr(part));
    }
    for (const auto* hidden : {"@", "earner.example", "4711"}) {
        EXPECT_THAT(answer.body, Not(HasSubstr(hidden)));
    }
    EXPECT_EQ(header_of(answer, "Cache-Control"), "no-cache");
}

TEST_F(BadgePageTest, names_nobody_before_the_badge_is_accepted) {
    const auto badge = issue(boat_handling);
    const auto answer = get(badge.path());
    expect_page(answer, 200);
    EXPECT_THAT(answer.body, HasSubstr("Its recipient has not accepted it yet"));
    EXPECT_THAT(answer.body, HasSubstr("<title>Boat Handling, issued by Harbor College"));
    EXPECT_THAT(answer.body, Not(HasSubstr("badge_assertions")));
    expect_nobody_named(answer);
}

TEST_F(BadgePageTest, says_in_words_that_a_badge_is_expired) {
    const auto badge = issue_accepted(
        [&](BadgeDraft& draft) { draft.expires_at = under_test.now() + std::chrono::hours(24); });
    EXPECT_THAT(get(badge.path()).body, HasSubstr("Valid.</strong>"));
    const auto tag = header_of(get(badge.path()), "ETag");
    under_test.pass(std::chrono::hours(24));
    const auto answer = router.dispatch(
        {.path = badge.path(), .headers = {{"accept", "text/html"}, {"if-none-match", tag}}});
    expect_page(answer, 200);
    EXPECT_THAT(answer.body, HasSubstr("Expired.</strong> This badge is no longer valid"));
    EXPECT_THAT(answer.body, HasSubstr("<dt>Expired on</dt>"));
    EXPECT_THAT(answer.body, Not(HasSubstr("Valid.</strong>")));
}

TEST_F(BadgePageTest, says_that_a_badge_was_revoked_and_names_nobody) {
    const auto badge = issue_accepted();
    revoke(badge);
    const auto answer = get(badge.path());
    expect_page(answer, 200);
    EXPECT_THAT(answer.body, HasSubstr("Revoked.</strong> <bdi>Harbor College</bdi> revoked this "
                                       "badge on <time datetime="));
    EXPECT_THAT(answer.body, HasSubstr("badge_assertions/" + badge.id.text()));
    expect_nobody_named(answer);
}

TEST_F(BadgePageTest, leads_from_a_replaced_badge_to_the_one_in_its_place) {
    const auto old = issue_accepted();
    Uuid next;
    ASSERT_TRUE(badges.replace(
        command_line(), issuer, old.id, [](NewBadge&) -> Result<void> { return {}; }, {},
        [&](const IssuedBadge& issued) {
            next = issued.badge.id;
            return std::string();
        }));
    const auto link = "<a href=\"/badges/" + next.text() + "\">";
    const auto answer = get(old.path());
    expect_page(answer, 200);
    EXPECT_THAT(answer.body, HasSubstr(link));
    expect_nobody_named(answer);
    ASSERT_TRUE(badges.remove(command_line(), issuer, next));
    EXPECT_THAT(get(old.path()).body, Not(HasSubstr(link)));
}

TEST_F(BadgePageTest, does_not_tell_a_private_badge_from_none) {
    const auto unknown = get("/badges/00000000-0000-4000-8000-000000000000");
    expect_page(unknown, 404);
    const auto accepted = issue_accepted();
    decide(accepted, Decision::hide);
    const auto pending = issue(add_template(), [](BadgeDraft& draft) {
        draft.recipient.email = "other@earner.example";
        draft.recipient.earner_id = "";
    });
    decide(pending, Decision::hide);
    const auto declined = issue(add_template());
    decide(declined, Decision::reject);
    for (const auto& path : {accepted.path(), pending.path(), declined.path(),
                             std::string("/badges/none"), std::string("/badges/<script>")}) {
        const auto answer = get(path);
        EXPECT_EQ(answer.status, 404) << path;
        EXPECT_EQ(answer.body, unknown.body) << path;
    }
    decide(accepted, Decision::publish);
    EXPECT_EQ(get(accepted.path()).status, 200);
}

TEST_F(BadgePageTest, does_not_lead_to_a_template_that_is_not_shown) {
    const auto hidden = add_template([](BadgeTemplateDraft& draft) { draft.is_public = false; });
    const auto badge = issue(hidden);
    decide(badge, Decision::publish);
    const auto answer = get(badge.path());
    EXPECT_EQ(answer.status, 200);
    EXPECT_THAT(answer.body, Not(HasSubstr("/badge/")));
}

TEST_F(BadgePageTest, shows_texts_that_mean_harm_as_texts) {
    const auto badge = issue_accepted([](BadgeDraft& draft) {
        draft.recipient.first_name = harmful_text;
        draft.recipient.middle_name = harmful_text;
        draft.recipient.last_name = harmful_text;
        draft.evidence = {{{}, harmful_text, "", harmful_text, harmful_text},
                          {{}, "TextEvidence", harmful_text, harmful_text, "javascript:alert(1)"}};
    });
    const auto answer = get(badge.path());
    expect_page(answer, 200);
    EXPECT_THAT(answer.body, Not(HasSubstr("<script")));
    EXPECT_THAT(answer.body, Not(HasSubstr("<b>")));
    EXPECT_THAT(answer.body, Not(HasSubstr("href=\"javascript")));
    EXPECT_THAT(answer.body, HasSubstr("<p>javascript:alert(1)</p>"));
    EXPECT_GE(count("&lt;script&gt;alert(1)&lt;/script&gt;&amp;amp;&lt;b&gt;", answer.body), 13U);
}

TEST_F(BadgePageTest, answers_HEAD) {
    const auto badge = issue_accepted();
    const auto answer =
        router.dispatch({.method = http::Method::head, .path = badge.path(), .headers = {}});
    EXPECT_EQ(answer.status, 200);
    EXPECT_FALSE(header_of(answer, "ETag").empty());
}

}  // namespace cartulary::web
