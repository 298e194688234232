#include "dialects/acclaim/badge_template_wire.h"

#include <gmock/gmock.h>

#include "dialects/acclaim/badge_template_flags.h"

namespace cartulary::acclaim {

namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;

constexpr auto public_url = "https://registry.example";
constexpr auto some_id = "c9efa2ff-530b-4b64-8236-f8c0ba200fd9";

json::Object object(std::string_view text) {
    return *json::parse(text).value().object();
}

BadgeTemplateDraft applied(std::string_view body, BadgeTemplateDraft draft = {}) {
    const auto outcome = apply_badge_template(object(body), draft);
    EXPECT_TRUE(outcome);
    return draft;
}

std::vector<FieldProblem> refused(std::string_view body) {
    BadgeTemplateDraft draft;
    const auto outcome = apply_badge_template(object(body), draft);
    return outcome ? std::vector<FieldProblem>() : outcome.error().fields;
}

TEST(BadgeTemplateWire, reads_every_writable_key) {
    const auto draft = applied(R"({"name":"Navigator","description":"Finds the way.",
        "state":"archived","public":false,"allow_duplicate_badges":true,"cost":"Free",
        "level":"Foundational","global_activity_url":"https://a.example","time_to_earn":"Weeks",
        "type_category":"Learning","certification":true,"criteria_url":"https://b.example",
        "criteria_url_name":"Criteria","vanity_slug":"navigator","skills":["Charts"],
        "alignments":[{"name":"A","url":"https://c.example","description":"d"}],
        "recommendations":[{"title":"R","type":"information","activity_url":"https://d.example"}],
        "badge_template_activities":[{"title":"T","activity_type":"Award",
            "activity_url":"https://e.example",
            "required_badge_template_id":"c9efa2ff-530b-4b64-8236-f8c0ba200fd9"}],
        "required_badge_templates":["c9efa2ff-530b-4b64-8236-f8c0ba200fd9"],
        "show_badge_lmi":true})");
    const auto id = Uuid::parse(some_id).value();
    const BadgeTemplateDraft expected{
        .name = "Navigator",
        .slug = "navigator",
        .description = "Finds the way.",
        .state = BadgeTemplateState::archived,
        .is_public = false,
        .allow_duplicates = true,
        .certification = true,
        .global_activity_url = "https://a.example",
        .criteria_name = "Criteria",
        .criteria_url = "https://b.example",
        .level = "Foundational",
        .cost = "Free",
        .time_to_earn = "Weeks",
        .type_category = "Learning",
        .skills = {"Charts"},
        .alignments = {{{}, "A", "https://c.example", "d"}},
        .recommendations = {{{}, "R", "information", "https://d.example"}},
        .activities = {{{}, "T", "Award", "https://e.example", id}},
        .required_templates = {id},
        .picture = {},
        .particulars = R"({"show_badge_lmi":true})"};
    EXPECT_EQ(draft, expected);
}

TEST(BadgeTemplateWire, leaves_alone_what_a_body_does_not_say) {
    const auto before = applied(R"({"name":"N","skills":["a"],"show_lmi_jobs":true})");
    EXPECT_EQ(applied("{}", before), before);
    const auto after = applied(R"({"level":"Advanced","lock_badge_state":true})", before);
    EXPECT_EQ(after.name, "N");
    EXPECT_EQ(after.particulars, R"({"lock_badge_state":true,"show_lmi_jobs":true})");
}

TEST(BadgeTemplateWire, null_takes_a_text_or_a_list_away) {
    const auto before = applied(R"({"level":"Advanced","skills":["a"]})");
    const auto after = applied(R"({"level":null,"skills":null})", before);
    EXPECT_EQ(after.level, "");
    EXPECT_THAT(after.skills, IsEmpty());
}

TEST(BadgeTemplateWire, takes_skills_and_required_templates_as_objects_too) {
    const auto draft = applied(R"({"skills":["Charts",{"id":"x","name":" Knots "}],
        "required_badge_templates":[{"id":"c9efa2ff-530b-4b64-8236-f8c0ba200fd9","name":"n"}]})");
    EXPECT_THAT(draft.skills, ElementsAre("Charts", "Knots"));
    EXPECT_THAT(draft.required_templates, ElementsAre(Uuid::parse(some_id).value()));
}

TEST(BadgeTemplateWire, a_part_keeps_an_id_that_the_list_has_and_no_other) {
    auto before = applied(R"({"alignments":[{"name":"A"},{"name":"B"}]})");
    before.alignments[1].id = Uuid::parse(some_id).value();
    const auto after = applied(R"({"alignments":[
        {"id":"c9efa2ff-530b-4b64-8236-f8c0ba200fd9","name":"C"},
        {"id":"c9efa2ff-530b-4b64-8236-f8c0ba200fd9","name":"D"},
        {"id":"b36f8baa-37f4-4448-b1a0-d8a54fb88981","name":"E"},{"id":7,"name":"F"}]})",
                               before);
    ASSERT_THAT(after.alignments, SizeIs(4));
    EXPECT_EQ(after.alignments[0].id, before.alignments[1].id);
    for (const auto place : {1U, 2U, 3U}) EXPECT_EQ(after.alignments[place].id, Uuid());
}

TEST(BadgeTemplateWire, tells_every_wrong_type_at_once_by_its_attribute) {
    const auto problems = refused(R"({"name":7,"state":"retired","public":"perhaps","skills":[1],
        "alignments":[{"name":[]}],"required_badge_templates":["x"],
        "badge_template_activities":[{"required_badge_template_id":"x"}]})");
    std::vector<std::string> fields;
    for (const auto& problem : problems) fields.push_back(problem.field);
    EXPECT_THAT(fields, ElementsAre("name", "state", "public", "skills[0]", "alignments[0].name",
                                    "required_badge_templates[0]",
                                    "badge_template_activities[0].required_badge_template_id"));
}

TEST(BadgeTemplateWire, renames_fields_also_inside_lists) {
    const auto error = in_template_words({ErrorKind::invalid,
                                          "m",
                                          {{"slug", "p"},
                                           {"activities[3].url", "p"},
                                           {"activities", "p"},
                                           {"required_templates[1]", "p"},
                                           {"alignments[0].url", "p"},
                                           {"picture", "p"}}});
    std::vector<std::string> fields;
    for (const auto& problem : error.fields) fields.push_back(problem.field);
    EXPECT_THAT(fields, ElementsAre("vanity_slug", "badge_template_activities[3].activity_url",
                                    "badge_template_activities", "required_badge_templates[1]",
                                    "alignments[0].url", "image"));
}

PictureSaid picture(std::string_view body) {
    return read_picture(object(body), public_url).value();
}

TEST(BadgeTemplateWire, reads_a_picture_in_every_form_that_clients_send) {
    const auto is_at = [](const PictureSaid& said) { return std::get<PictureAt>(said).url; };
    const auto bytes = [](const PictureSaid& said) { return std::get<PictureBytes>(said).bytes; };
    constexpr auto url = "https://cdn.example/a.png";
    EXPECT_EQ(is_at(picture(R"({"image":"https://cdn.example/a.png"})")), url);
    EXPECT_EQ(is_at(picture(R"({"image_url":"https://cdn.example/a.png"})")), url);
    EXPECT_EQ(is_at(picture(R"({"image":{"remote_upload_url":"https://cdn.example/a.png"}})")),
              url);
    EXPECT_EQ(is_at(picture(R"({"image":"HTTP://cdn.example/a.png"})")),
              "HTTP://cdn.example/a.png");
    EXPECT_EQ(bytes(picture(R"({"image":"data:image/png;base64,cGljdHVyZQ=="})")), "picture");
    EXPECT_EQ(bytes(picture(R"({"image":"cGlj\ndHVyZQ=="})")), "picture");
    EXPECT_TRUE(std::holds_alternative<NoPicture>(picture(R"({"image":null})")));
    EXPECT_TRUE(std::holds_alternative<std::monostate>(picture("{}")));
}

TEST(BadgeTemplateWire, knows_a_picture_again_that_it_showed) {
    const auto id = Uuid::parse(some_id).value();
    for (const auto* body :
         {R"({"image":{"id":"c9efa2ff-530b-4b64-8236-f8c0ba200fd9","url":"/x"},"image_url":"y"})",
          R"({"image":"/pictures/c9efa2ff-530b-4b64-8236-f8c0ba200fd9.png"})",
          R"({"image_url":
              "https://registry.example/pictures/c9efa2ff-530b-4b64-8236-f8c0ba200fd9.png"})"}) {
        EXPECT_EQ(std::get<Uuid>(picture(body)), id) << body;
    }
}

TEST(BadgeTemplateWire, refuses_a_picture_that_is_none_of_these) {
    for (const auto* body :
         {R"({"image":7})", R"({"image":"a.png?"})", R"({"image":{"url":"/x"}})",
          R"({"image":"data:image/png,x"})", R"({"image":"data:image/png;base64"})",
          R"({"image":"ftp://cdn.example/a.png"})", R"({"image":[]})"}) {
        const auto said = read_picture(object(body), public_url);
        ASSERT_FALSE(said) << body;
        EXPECT_EQ(said.error().fields.at(0).field, "image");
    }
}

TEST(TemplateFlags, keep_what_was_said_and_only_that) {
    EXPECT_EQ(TemplateFlags("").particulars(), "");
    EXPECT_EQ(TemplateFlags(R"({"show_skill_tag_links":false,"other":1})").particulars(),
              R"({"show_skill_tag_links":false})");
    json::Writer writer;
    const TemplateFlags flags(R"({"record_to_blockchain":false})");
    writer.begin_object();
    flags.write(writer, template_flag::record_to_blockchain);
    flags.write(writer, template_flag::show_skill_tag_links);
    EXPECT_EQ(writer.end_object().take(),
              R"({"record_to_blockchain":false,"show_skill_tag_links":true})");
}

}  // namespace

}  // namespace cartulary::acclaim
