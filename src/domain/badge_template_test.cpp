#include "domain/badge_template.h"

#include <gtest/gtest.h>

#include <functional>

namespace cartulary {

namespace {

BadgeTemplateDraft navigator() {
    BadgeTemplateDraft draft;
    draft.name = "Harbor Navigator";
    draft.description = "Finds the way into any harbor.\n\nAlso at night.";
    draft.slug = "harbor-navigator.2";
    draft.global_activity_url = "https://harbor.example/navigator";
    draft.criteria_url = "https://harbor.example/criteria";
    draft.skills = {"Charts", "Stars"};
    draft.alignments = {{{}, "Pilotage", "https://standards.example/pilotage", "By day."}};
    draft.recommendations = {{{}, "Next", "information", "https://harbor.example/next"}};
    draft.activities = {{{}, "Exam", "Assessment", "https://harbor.example/exam", {}}};
    return draft;
}

std::vector<std::string> fields_in(const BadgeTemplateDraft& draft) {
    std::vector<std::string> fields;
    for (const auto& problem : problems_in(draft)) fields.push_back(problem.field);
    return fields;
}

using Fields = std::vector<std::string>;

TEST(BadgeTemplateDraft, a_complete_one_has_no_problem) {
    EXPECT_EQ(problems_in(navigator()), std::vector<FieldProblem>{});
}

TEST(BadgeTemplateDraft, needs_a_name_and_a_description_and_nothing_else) {
    EXPECT_EQ(problems_in(BadgeTemplateDraft{}),
              (std::vector<FieldProblem>{{"name", "is required"}, {"description", "is required"}}));
    BadgeTemplateDraft least;
    least.name = "Navigator";
    least.description = "Finds the way.";
    EXPECT_EQ(fields_in(least), Fields{});
}

TEST(BadgeTemplateDraft, one_more_than_each_limit_of_a_text_is_a_problem) {
    struct Limit {
        std::size_t most;
        std::string field;
        std::function<std::string&(BadgeTemplateDraft&)> text;
    };
    using Draft = BadgeTemplateDraft;
    const Limit limits[] = {{badge_name_length_max, "name", [](Draft & d) -> auto& {return d.name;
}
}  // namespace
, {badge_slug_length_max, "slug", [](Draft& d) -> auto& {return d.slug;
}  // namespace cartulary
}
, {badge_description_length_max, "description", [](Draft& d) -> auto& {return d.description;
}
}
, {badge_line_length_max, "criteria_name", [](Draft& d) -> auto& {return d.criteria_name;
}
}
, {badge_line_length_max, "level", [](Draft& d) -> auto& {return d.level;
}
}
, {badge_line_length_max, "cost", [](Draft& d) -> auto& {return d.cost;
}
}
, {badge_line_length_max, "time_to_earn", [](Draft& d) -> auto& {return d.time_to_earn;
}
}
, {badge_line_length_max, "type_category", [](Draft& d) -> auto& {return d.type_category;
}
}
, {badge_line_length_max, "skills[1]", [](Draft& d) -> auto& {return d.skills[1];
}
}
, {badge_line_length_max, "alignments[0].name", [](Draft& d) -> auto& {return d.alignments[0].name;
}
}
, {badge_text_length_max, "alignments[0].description",
   [](Draft& d) -> auto& {return d.alignments[0].description;
}
}
, {badge_line_length_max, "recommendations[0].title",
   [](Draft& d) -> auto& {return d.recommendations[0].title;
}
}
, {badge_line_length_max, "recommendations[0].type",
   [](Draft& d) -> auto& {return d.recommendations[0].type;
}
}
, {badge_line_length_max, "activities[0].title",
   [](Draft& d) -> auto& {return d.activities[0].title;
}
}
, {badge_line_length_max, "activities[0].type", [](Draft& d) -> auto& {return d.activities[0].type;
}
}
,
}
;
for (const auto& [most, field, text] : limits) {
    auto draft = navigator();
    text(draft) = std::string(most, 'a');
    EXPECT_EQ(fields_in(draft), Fields{}) << field;
    text(draft) += 'a';
    EXPECT_EQ(fields_in(draft), Fields{field});
    text(draft) = "a\x01";
    EXPECT_EQ(fields_in(draft), Fields{field}) << "a control character";
}
}

TEST(BadgeTemplateDraft, one_more_than_each_limit_of_a_list_is_a_problem) {
    auto draft = navigator();
    draft.skills.resize(skills_max, "Charts");
    draft.alignments.resize(badge_parts_max);
    draft.recommendations.resize(badge_parts_max);
    draft.activities.resize(badge_parts_max);
    draft.required_templates.resize(badge_parts_max);
    EXPECT_EQ(fields_in(draft), Fields{});
    draft.skills.resize(skills_max + 1, "Charts");
    draft.alignments.resize(badge_parts_max + 1);
    draft.recommendations.resize(badge_parts_max + 1);
    draft.activities.resize(badge_parts_max + 1);
    draft.required_templates.resize(badge_parts_max + 1);
    EXPECT_EQ(fields_in(draft), (Fields{"skills", "alignments", "recommendations", "activities",
                                        "required_templates"}));
}

TEST(BadgeTemplateDraft, every_address_is_a_whole_one) {
    for (const auto* address : {"javascript:alert(1)", "harbor.example", "https://", " https://a.b",
                                "ftp://harbor.example"}) {
        auto draft = navigator();
        draft.global_activity_url = draft.criteria_url = address;
        draft.alignments[0].url = draft.recommendations[0].activity_url = address;
        draft.activities[0].url = address;
        EXPECT_EQ(fields_in(draft),
                  (Fields{"global_activity_url", "criteria_url", "alignments[0].url",
                          "recommendations[0].activity_url", "activities[0].url"}))
            << address;
    }
}

TEST(BadgeTemplateDraft, a_skill_says_something_and_a_slug_can_stand_in_an_address) {
    auto draft = navigator();
    draft.skills = {"Charts", "  "};
    EXPECT_EQ(fields_in(draft), Fields{"skills[1]"});
    for (const auto* slug : {"Navigator", "navi gator", "navi/gator", "naviga\u0308tor"}) {
        draft = navigator();
        draft.slug = slug;
        EXPECT_EQ(fields_in(draft), Fields{"slug"}) << slug;
    }
}

TEST(BadgeTemplateDraft, only_texts_of_several_lines_may_hold_line_breaks) {
    auto draft = navigator();
    draft.alignments[0].description = "By day.\r\n\tBy night.";
    EXPECT_EQ(fields_in(draft), Fields{});
    draft.name = "Harbor\nNavigator";
    EXPECT_EQ(fields_in(draft), Fields{"name"});
}

TEST(SlugOf, keeps_letters_and_digits_without_marks_and_case) {
    EXPECT_EQ(slug_of("Harbor Navigator"), "harbor-navigator");
    EXPECT_EQ(slug_of("  C++ & Go: Level 2!  "), "c-go-level-2");
    EXPECT_EQ(slug_of("Économie Générale à Zürich"), "economie-generale-a-zurich");
    EXPECT_EQ(slug_of("Straße"), "strasse");
    EXPECT_EQ(slug_of("Ship's and Sailors\u2019 Carpentry"), "ships-and-sailors-carpentry");
    EXPECT_EQ(slug_of("e\u0301cole"), "ecole");
    EXPECT_EQ(slug_of("Harbor\u2122"), "harbortm");
}

TEST(BadgeTemplate, has_no_slug_that_a_browser_would_drop_from_a_path) {
    for (const auto* slug : {".", "..", "..."}) {
        auto draft = navigator();
        draft.slug = slug;
        EXPECT_EQ(fields_in(draft), Fields{"slug"}) << slug;
    }
}

TEST(SlugOf, is_badge_when_nothing_remains) {
    for (const auto* name : {"", " - ", "\u6f22\u5b57", "\u0301"})
        EXPECT_EQ(slug_of(name), "badge");
}

TEST(SlugOf, is_never_too_long_and_no_problem) {
    for (std::size_t before = 0; before < 3; ++before) {
        auto draft = navigator();
        draft.slug = slug_of(std::string(before, 'a') + std::string(90, 'b') + " " +
                             std::string(8 - before, 'c') + " and more");
        EXPECT_LE(draft.slug.size(), badge_slug_length_max);
        EXPECT_FALSE(draft.slug.ends_with('-')) << draft.slug;
        EXPECT_EQ(fields_in(draft), Fields{});
    }
}

TEST(BadgeTemplateState, reads_its_own_names) {
    for (int i = 0; i < 3; ++i) {
        const auto state = static_cast<BadgeTemplateState>(i);
        EXPECT_EQ(parse_badge_template_state(name_of(state)), state);
    }
    EXPECT_EQ(parse_badge_template_state("nonsense"), std::nullopt);
}

}  // namespace

}  // namespace cartulary
