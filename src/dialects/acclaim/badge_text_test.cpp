#include "dialects/acclaim/badge_text.h"

#include <gmock/gmock.h>

namespace cartulary::acclaim {

namespace {

using testing::HasSubstr;
using testing::Not;

constexpr auto public_url = "https://localhost";

Uuid id(const char* text) {
    return Uuid::parse(text).value();
}

// 2014-04-01T14:41:00.000Z
const Timestamp noted = timestamp(1'396'363'260'000);

// What the reference document's sample event is about.
IssuedBadge sample() {
    const Issuer issuer{OrganizationId(id("8b4818a2-e41e-4bc9-9365-ed98783ddcf7")), 9,
                        "Organization 9", "organization-9", true};
    BadgeTemplateDraft said;
    said.name = "Badge Template 1";
    said.slug = "badge-template-1";
    said.description = "Dynamically deliver go forward e-tailers";
    said.state = BadgeTemplateState::active;
    said.allow_duplicates = true;
    said.certification = true;
    said.global_activity_url = "https://www.example.com/foo";
    said.skills = {"Skill 1"};
    said.alignments = {{id("c9efa2ff-530b-4b64-8236-f8c0ba200fd9"), "Alignment 1",
                        "http://www.example.com/alignment", "Self-enabling cohesive task-force"}};
    said.recommendations = {{id("b36f8baa-37f4-4448-b1a0-d8a54fb88981"), "Recommendation Title",
                             "information", "http://www.example.com/recommendation"}};
    said.activities = {{id("fad6de5e-ea4a-4363-b73d-3d11889d8a93"),
                        "Kickboxing Activity",
                        "Schedule / Registration",
                        "http://www.example.com/awesomepage",
                        {}}};
    said.picture = id("947b76a0-1859-412c-bdb0-ddf78547b376");
    const BadgeTemplate made{.id = id("da0cc71c-4d9f-4c3c-8aaa-c348f4fe5a82"),
                             .organization = 9,
                             .stated = said,
                             .badge_count = 0,
                             .version = 1,
                             .created_at = noted,
                             .updated_at = noted,
                             .state_updated_at = {}};
    const BadgeDraft stated{
        .recipient = {"user10001@example.com", "Alfred", "Beaker", "Skiles", ""},
        .issued_at = noted,
        .expires_at = timestamp(1'459'521'660'000),
        .country = "US",
        .region = "MN",
        .evidence = {{id("5105121e-afbc-47bf-a349-3d717db9889a"), "UrlEvidence", "Acclaim",
                      "Description in URL evidence is optional",
                      "http://www.example.com/path-to-earner-specific-evidence"}}};
    const Badge badge{.id = id("d479243d-d094-4e80-a40f-3dc6fe17ada1"),
                      .organization = 9,
                      .badge_template = made.id,
                      .earner = id("ff929af1-f6aa-43e8-a128-602b04379d80"),
                      .stated = stated,
                      .state = BadgeState::accepted,
                      .is_public = true,
                      .replaces = {},
                      .replaced_by = {},
                      .revocation_reason = "",
                      .link_digest = "digest",
                      .version = 1,
                      .created_at = noted,
                      .updated_at = noted,
                      .state_updated_at = timestamp(1'505'739'116'653)};
    return {badge, made, issuer};
}

std::string text_of(const IssuedBadge& issued) {
    json::Writer writer;
    write_badge(writer, issued, public_url);
    return writer.take();
}

// Every key in the sample's order. What differs: the addresses are this registry's, and of people
// it knows no more than their badges tell.
TEST(BadgeText, is_the_reference_documents_sample) {
    EXPECT_EQ(
        text_of(sample()),
        R"({"user":{"id":"ff929af1-f6aa-43e8-a128-602b04379d80",)"
        R"("email":"user10001@example.com","first_name":"Alfred","middle_name":"Beaker",)"
        R"("last_name":"Skiles","current_position_name":null,)"
        R"("current_organization_name":null,"confirmed":true,"photo":null,"photo_url":null,)"
        R"("url":null},"created_by":{"type":"Organization",)"
        R"("id":"8b4818a2-e41e-4bc9-9365-ed98783ddcf7","name":"Organization 9",)"
        R"("url":"https://localhost/v1/organizations/8b4818a2-e41e-4bc9-9365-ed98783ddcf7",)"
        R"("vanity_url":"https://localhost/org/organization-9",)"
        R"("share_to_ziprecruiter":false,"verified":true},)"
        R"("issuer":{"summary":"issued by Organization 9","entities":[{"label":"Issued by",)"
        R"("primary":true,"entity":{"type":"Organization",)"
        R"("id":"8b4818a2-e41e-4bc9-9365-ed98783ddcf7","name":"Organization 9",)"
        R"("url":"https://localhost/v1/organizations/8b4818a2-e41e-4bc9-9365-ed98783ddcf7",)"
        R"("vanity_url":"https://localhost/org/organization-9",)"
        R"("share_to_ziprecruiter":false,"verified":true}}]},"printing_enabled":false,)"
        R"("print_method":null,)"
        R"("badge_template":{"id":"da0cc71c-4d9f-4c3c-8aaa-c348f4fe5a82",)"
        R"("allow_duplicate_badges":true,"cost":null,)"
        R"("description":"Dynamically deliver go forward e-tailers",)"
        R"("global_activity_url":"https://www.example.com/foo","level":null,)"
        R"("lock_badge_state":false,"name":"Badge Template 1","state":"active",)"
        R"("public":true,"badges_count":0,"recipient_type":"User",)"
        R"("send_expiring_badge_notifications":false,"show_badge_lmi":false,)"
        R"("show_lmi_jobs":false,"show_skill_tag_links":true,)"
        R"("vanity_slug":"badge-template-1","record_to_blockchain":null,)"
        R"("time_to_earn":null,"type_category":null,"printing_disabled":false,)"
        R"("visibility":"public","criteria_url_name":null,"criteria_url":null,)"
        R"("certification":true,"state_updated_at":null,)"
        R"("created_at":"2014-04-01T14:41:00.000Z","updated_at":"2014-04-01T14:41:00.000Z",)"
        R"("show_template_settings":false,"get_issue_count":0,)"
        R"("image":{"id":"947b76a0-1859-412c-bdb0-ddf78547b376",)"
        R"("url":"/pictures/947b76a0-1859-412c-bdb0-ddf78547b376.png"},)"
        R"("image_url":"https://localhost/pictures/947b76a0-1859-412c-bdb0-ddf78547b376.png",)"
        R"("url":"https://localhost/org/organization-9/badge/badge-template-1",)"
        R"("owner":{"type":"Organization","id":"8b4818a2-e41e-4bc9-9365-ed98783ddcf7",)"
        R"("name":"Organization 9","enable_blockchain":false,)"
        R"("url":"https://localhost/v1/organizations/8b4818a2-e41e-4bc9-9365-ed98783ddcf7",)"
        R"("vanity_url":"https://localhost/org/organization-9",)"
        R"("vanity_slug":"organization-9","verified":true,"viewable":true},)"
        R"("alignments":[{"id":"c9efa2ff-530b-4b64-8236-f8c0ba200fd9","name":"Alignment 1",)"
        R"("url":"http://www.example.com/alignment",)"
        R"("description":"Self-enabling cohesive task-force"}],)"
        R"("recommendations":[{"id":"b36f8baa-37f4-4448-b1a0-d8a54fb88981",)"
        R"("title":"Recommendation Title","type":"information",)"
        R"("activity_url":"http://www.example.com/recommendation"}],)"
        R"("required_badge_templates":[],)"
        R"("badge_template_activities":[{"id":"fad6de5e-ea4a-4363-b73d-3d11889d8a93",)"
        R"("title":"Kickboxing Activity","activity_type":"Schedule / Registration",)"
        R"("activity_url":"http://www.example.com/awesomepage",)"
        R"("required_badge_template_id":null}],"skills":["Skill 1"]},)"
        R"("id":"d479243d-d094-4e80-a40f-3dc6fe17ada1","issued_to":"Alfred Beaker Skiles",)"
        R"("issued_to_first_name":"Alfred","issued_to_middle_name":"Beaker",)"
        R"("issued_to_last_name":"Skiles","issuer_earner_id":null,"locale":"en",)"
        R"("public":true,"recipient_email":"user10001@example.com",)"
        R"("replacement_badge_id":null,"replaces_badge_id":null,"revocation_reason":null,)"
        R"("state":"accepted","suppress_badge_notification_email":false,)"
        R"("updated_at":"2014-04-01T14:41:00.000Z","country":"United States",)"
        R"("country_code":"USA","state_or_province":"Minnesota",)"
        R"("created_at":"2014-04-01T14:41:00.000Z","expires_at":"2016-04-01T14:41:00.000Z",)"
        R"("expires_at_date":"2016-04-01","issued_at":"2014-04-01T14:41:00.000Z",)"
        R"("issued_at_date":"2014-04-01","state_updated_at":"2017-09-18T12:51:56.653Z",)"
        R"("image":{"id":"947b76a0-1859-412c-bdb0-ddf78547b376",)"
        R"("url":"/pictures/947b76a0-1859-412c-bdb0-ddf78547b376.png"},)"
        R"("image_url":"https://localhost/pictures/947b76a0-1859-412c-bdb0-ddf78547b376.png",)"
        R"("alignments":[{"name":"Alignment 1",)"
        R"("description":"Self-enabling cohesive task-force"}],)"
        R"("evidence":[{"id":"5105121e-afbc-47bf-a349-3d717db9889a","type":"UrlEvidence",)"
        R"("name":"Acclaim","description":"Description in URL evidence is optional",)"
        R"("value":"http://www.example.com/path-to-earner-specific-evidence"}],)"
        R"("badge_url":"https://localhost/badges/d479243d-d094-4e80-a40f-3dc6fe17ada1"})");
}

TEST(BadgeText, of_little_is_null_and_empty_lists) {
    auto [badge, made, issuer] = sample();
    badge.state = BadgeState::pending;
    badge.stated.recipient.middle_name = "";
    badge.stated.expires_at.reset();
    badge.stated.country = "";
    badge.stated.region = "";
    badge.stated.evidence.clear();
    made.stated.picture.reset();
    made.stated.is_public = false;
    const auto text = text_of({badge, made, issuer});
    for (const auto* part :
         {R"("confirmed":false)", R"("issued_to":"Alfred Skiles")",
          R"("issued_to_middle_name":null)", R"("country":null,"country_code":null,)",
          R"("state_or_province":null)", R"("expires_at":null,"expires_at_date":null)",
          R"("image":null,"image_url":null)", R"("evidence":[])", R"("visibility":"private")",
          R"("public":false)"}) {
        EXPECT_THAT(text, HasSubstr(part));
    }
}

TEST(BadgeText, tells_what_it_replaces_and_why_it_was_revoked) {
    auto issued = sample();
    issued.badge.state = BadgeState::revoked;
    issued.badge.replaces = id("146fcf27-b648-4824-b397-0a3c97859e15");
    issued.badge.replaced_by = id("878dcffd-78c8-4ee3-8923-3a4c98d3adb3");
    issued.badge.revocation_reason = "The check bounced";
    EXPECT_THAT(text_of(issued),
                HasSubstr(R"("replacement_badge_id":"878dcffd-78c8-4ee3-8923-3a4c98d3adb3",)"
                          R"("replaces_badge_id":"146fcf27-b648-4824-b397-0a3c97859e15",)"
                          R"("revocation_reason":"The check bounced","state":"revoked")"));
}

TEST(BadgeText, keeps_a_region_that_no_country_knows_as_it_was_written) {
    auto issued = sample();
    issued.badge.stated.region = "Upper Harbor";
    EXPECT_THAT(text_of(issued), HasSubstr(R"("state_or_province":"Upper Harbor")"));
}

TEST(BadgeText, never_shows_the_digest_of_the_link) {
    EXPECT_THAT(text_of(sample()), Not(HasSubstr("digest")));
}

TEST(BadgeText, writes_names_into_addresses_so_that_they_are_addresses) {
    auto issued = sample();
    issued.issuer.profile_name = "Caf\xC3\xA9 / Harbor";
    EXPECT_THAT(text_of(issued),
                HasSubstr("https://localhost/org/Caf%C3%A9%20%2F%20Harbor/badge/badge-template-1"));
}

}  // namespace

}  // namespace cartulary::acclaim
