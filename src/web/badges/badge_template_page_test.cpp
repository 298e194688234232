#include "web/badges/badge_template_page.h"

#include "store/badge_templates.h"
#include "web/badges/badges_fixture_test.h"

namespace cartulary::web {

using testing::HasSubstr;
using testing::Not;

constexpr auto path = "/org/Harbor-College/badge/boat-handling";

class BadgeTemplatePageTest : public BadgePagesTest {};

TEST_F(BadgeTemplatePageTest, tells_everything_about_the_badge) {
    const auto id = add_template().badge_template.id.text();
    const auto answer = get(path);
    expect_page(answer, 200);
    for (const auto& part : std::vector<std::string>{
             "<h1>Boat Handling</h1>",
             "<title>Boat Handling, a badge of Harbor College – Test Registry</title>",
             "<p>Handles a boat.</p><p>In all weathers.</p>",
             "<dt>Issued by</dt><dd><a href=\"/org/Harbor-College\"><bdi>Harbor College</bdi></a>",
             "<dt>Kind</dt><dd><bdi>Validation</bdi>",
             "<dt>Level</dt><dd><bdi>Advanced</bdi>",
             "<dt>Cost</dt><dd><bdi>Free of charge</bdi>",
             "<dt>Time to earn</dt><dd><bdi>Three weeks</bdi>",
             "href=\"https://harbor.example/boats\"",
             "<bdi>Knots</bdi>",
             "<bdi>Charts</bdi>",
             "<a href=\"https://harbor.example/criteria\" rel=\"nofollow ugc\"><bdi>A day at sea",
             "<a href=\"https://standards.example/1\" rel=\"nofollow ugc\"><bdi>Pilotage</bdi></a>",
             "By the harbor master",
             "<a href=\"https://harbor.example/night\" rel=\"nofollow ugc\"><bdi>Night sailing",
             "<a href=\"https://harbor.example/exam\" rel=\"nofollow ugc\"><bdi>Sea exam</bdi></a> "
             "<span class=\"tag\"><bdi>Assessment</bdi></span>",
             "<img class=\"picture\" src=\"/assets/badge.svg\" "
             "alt=\"Picture of the badge Boat Handling\"",
             "<a href=\"/v1/obi/v2/badge_classes/" + id + "\">",
             "<link rel=\"alternate\" type=\"application/ld+json\" "
             "href=\"https://registry.example/v1/obi/v2/badge_classes/" +
                 id + "\">",
             "<meta property=\"og:title\" content=\"Boat Handling, a badge of Harbor College\">"}) {
        EXPECT_THAT(answer.body, HasSubstr(part));
    }
    EXPECT_THAT(answer.body, Not(HasSubstr("no longer issues")));
    EXPECT_THAT(answer.body, Not(HasSubstr("@")));
}

TEST_F(BadgeTemplatePageTest, leaves_out_what_its_issuer_did_not_say) {
    add_template([](BadgeTemplateDraft& draft) {
        draft = {};
        draft.name = "Boat Handling";
        draft.description = "Handles a boat.";
        draft.state = BadgeTemplateState::active;
    });
    const auto answer = get(path);
    expect_page(answer, 200);
    for (const auto* heading : {"<h2>", "Level", "Cost", "Kind", "More about it", "<ul class"}) {
        EXPECT_THAT(answer.body, Not(HasSubstr(heading)));
    }
}

TEST_F(BadgeTemplatePageTest, shows_the_picture_of_the_badge) {
    const auto picture = add_picture("a picture");
    add_template([&](BadgeTemplateDraft& draft) { draft.picture = picture; });
    const auto answer = get(path);
    expect_page(answer, 200);
    const auto file = "/pictures/" + picture.text() + ".png\"";
    EXPECT_THAT(answer.body, HasSubstr("<img class=\"picture\" src=\"" + file));
    EXPECT_THAT(answer.body, HasSubstr("og:image\" content=\"https://registry.example" + file));
    EXPECT_THAT(answer.body, Not(HasSubstr("badge.svg")));
}

TEST_F(BadgeTemplatePageTest, says_that_an_archived_badge_is_no_longer_issued) {
    add_template([](BadgeTemplateDraft& draft) { draft.state = BadgeTemplateState::archived; });
    const auto answer = get(path);
    expect_page(answer, 200);
    EXPECT_THAT(answer.body, HasSubstr("<bdi>Harbor College</bdi> no longer issues this badge."));
}

TEST_F(BadgeTemplatePageTest, is_not_there_for_everybody_when_it_is_a_draft_or_not_public) {
    const auto unknown = get("/org/Harbor-College/badge/none");
    expect_page(unknown, 404);
    add_template([](BadgeTemplateDraft& draft) { draft.state = BadgeTemplateState::draft; });
    EXPECT_EQ(get(path).body, unknown.body);
    add_template([](BadgeTemplateDraft& draft) { draft.is_public = false; });
    EXPECT_EQ(get("/org/Harbor-College/badge/boat-handling-2").body, unknown.body);
    EXPECT_EQ(get("/org/nobody/badge/boat-handling").body, unknown.body);
}

TEST_F(BadgeTemplatePageTest, ends_with_its_issuer) {
    add_template();
    EXPECT_EQ(get("/org/HARBOR-COLLEGE/badge/boat-handling").status, 200);
    set_issuer_status(OrganizationStatus::blocked);
    EXPECT_EQ(get(path).status, 404);
}

TEST_F(BadgeTemplatePageTest, shows_texts_that_mean_harm_as_texts) {
    add_template([](BadgeTemplateDraft& draft) {
        draft.slug = "boat-handling";
        draft.name = harmful_text;
        draft.description = harmful_text;
        for (auto* line : {&draft.criteria_name, &draft.level, &draft.cost, &draft.time_to_earn,
                           &draft.type_category}) {
            *line = harmful_text;
        }
        draft.skills = {harmful_text};
        draft.alignments = {{{}, harmful_text, "", harmful_text}};
        draft.recommendations = {{{}, harmful_text, harmful_text, ""}};
        draft.activities = {{{}, harmful_text, harmful_text, "", {}}};
    });
    const auto answer = get(path);
    expect_page(answer, 200);
    EXPECT_THAT(answer.body, Not(HasSubstr("<script")));
    EXPECT_THAT(answer.body, Not(HasSubstr("<b>")));
    EXPECT_GE(count("&lt;script&gt;alert(1)&lt;/script&gt;&amp;amp;&lt;b&gt;", answer.body), 16U);
}

TEST_F(BadgeTemplatePageTest, links_to_nothing_but_web_pages) {
    auto issued = add_template();
    auto& stated = issued.badge_template.stated;
    constexpr auto script = "javascript:alert(1)";
    for (auto* url : {&stated.global_activity_url, &stated.criteria_url, &stated.alignments[0].url,
                      &stated.recommendations[0].activity_url, &stated.activities[0].url}) {
        *url = script;
    }
    issued.badge_template.version += 1;
    const auto done = under_test.store().write([&](Transaction& transaction) {
        return badge_templates::replace(transaction, issued.badge_template);
    });
    ASSERT_TRUE(done);
    const auto answer = get(path);
    expect_page(answer, 200);
    EXPECT_THAT(answer.body, Not(HasSubstr("href=\"javascript")));
    EXPECT_THAT(answer.body, HasSubstr("<bdi>Pilotage</bdi>"));
}

}  // namespace cartulary::web
