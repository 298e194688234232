#include <algorithm>

#include "base/secrets.h"
#include "web/publisher/publisher_fixture_test.h"
#include "web/texts/language.h"

namespace cartulary::web {

namespace {

using testing::HasSubstr;
using testing::Not;

constexpr auto session_cookie = "__Host-session";

class DraftPagesTest : public PublisherTest {};

TEST_F(DraftPagesTest, a_credential_is_written_completed_and_approved) {
    const auto list = browser.get(path() + "/credentials");
    EXPECT_THAT(list.body, HasSubstr("There are none yet."));
    EXPECT_EQ(complaint_about_html(list.body), "") << list.body;

    const auto page = browser.get(path() + "/credentials/new");
    expect_page(page, 200);
    const auto draft = write_credential({{"Name", "Harbor Pilot"}, {"InLanguage", "en-US"}});
    const auto begun = browser.get(draft);
    expect_page(begun, 200);
    EXPECT_THAT(begun.body, HasSubstr("Saved. Before you can approve it"));
    EXPECT_THAT(begun.body, HasSubstr("id=\"Description-problem\""));
    EXPECT_THAT(begun.body, Not(HasSubstr(draft + "/approve\"")));

    const auto saved = browser.send(draft + "/minimum", certificate("Harbor Pilot"));
    EXPECT_EQ(TestBrowser::where(saved), draft + "/minimum") << saved.body;
    const auto complete = browser.follow(saved);
    EXPECT_THAT(complete.body, HasSubstr("Nothing is missing."));
    const auto approved = browser.follow(browser.send(draft + "/approve"));
    EXPECT_THAT(approved.body, HasSubstr("Approved, waits for the registry"));
    expect_page(browser.get(path() + "/credentials"), 200);
    EXPECT_THAT(browser.get(path()).body, HasSubstr("Harbor College"));
}

TEST_F(DraftPagesTest, what_a_trusted_organization_approves_is_public_at_once) {
    trust(true);
    const auto draft = write_credential(certificate("Harbor Pilot"));
    browser.get(draft);
    const auto published = browser.follow(browser.send(draft + "/approve"));
    EXPECT_THAT(published.body, HasSubstr("Published."));
    EXPECT_THAT(published.body, HasSubstr("<a href=\"/resources/ce-"));

    const auto asked = browser.get(draft + "/unpublish");
    expect_page(asked, 200);
    EXPECT_THAT(asked.body, HasSubstr("Unpublish Harbor Pilot?"));
    const auto taken_back = browser.follow(browser.send(draft + "/unpublish"));
    EXPECT_THAT(taken_back.body, HasSubstr("No longer public"));
}

TEST_F(DraftPagesTest, an_edit_asks_for_approval_again) {
    trust(true);
    const auto draft = write_credential(certificate("Harbor Pilot"));
    browser.get(draft);
    browser.send(draft + "/approve");
    browser.get(draft + "/minimum");
    const auto edited =
        browser.follow(browser.send(draft + "/minimum", certificate("Harbor Pilot and Master")));
    EXPECT_THAT(edited.body, HasSubstr("Published, with changes that need approval"));
    EXPECT_THAT(edited.body, HasSubstr(draft + "/approve\""));
}

TEST_F(DraftPagesTest, rows_of_a_group_are_added_kept_and_removed) {
    const auto draft = write_credential(certificate("Harbor Pilot"));
    const auto section = draft + "/requirements";
    expect_page(browser.get(section), 200);
    browser.send(section, {{"ConditionProfile.0.Type", "Requires"},
                           {"ConditionProfile.0.Description", "A year at sea."}});
    const auto one = browser.get(section);
    EXPECT_THAT(one.body, HasSubstr(">A year at sea.</textarea>"));
    EXPECT_THAT(one.body, HasSubstr("id=\"ConditionProfile.1.Description\""));
    browser.send(section, {{"ConditionProfile.0.Type", "Requires"},
                           {"ConditionProfile.0.Description", "A year at sea."},
                           {"ConditionProfile.0.remove", "yes"},
                           {"ConditionProfile.1.Type", "Recommends"},
                           {"ConditionProfile.1.Description", "Two years at sea."}});
    const auto other = browser.get(section);
    EXPECT_THAT(other.body, Not(HasSubstr("A year at sea.")));
    EXPECT_THAT(other.body, HasSubstr("Two years at sea."));
    EXPECT_THAT(browser.get(draft).body, HasSubstr("Harbor Pilot")) << "the rest stays";
}

TEST_F(DraftPagesTest, several_values_are_kept_in_their_order) {
    const auto draft = write_credential(certificate("Harbor Pilot"));
    const auto section = draft + "/identification";
    browser.get(section);
    browser.send(section, {{"Keyword", "boats\r\n\r\n  ropes \r\nעוגן"},
                           {"AudienceLevelType", "audLevel:BeginnerLevel"},
                           {"AudienceLevelType", "audLevel:AdvancedLevel"}});
    const auto page = browser.get(section);
    EXPECT_THAT(page.body, HasSubstr("boats\nropes\nעוגן</textarea>"));
    EXPECT_EQ(count(" checked", page.body), 2U);
}

TEST_F(DraftPagesTest, two_who_write_at_once_do_not_lose_each_other_s_words) {
    const auto draft = write_credential(certificate("Harbor Pilot"));
    TestBrowser other(router);
    log_in(other, "ada@quay.example");
    browser.get(draft);
    other.get(draft);
    other.send(draft + "/minimum", certificate("Harbor Master"));
    const auto late = browser.send(draft + "/minimum", certificate("Harbor Captain"));
    EXPECT_EQ(late.status, 409);
    EXPECT_THAT(late.body, HasSubstr("Somebody else saved this in the meantime."));
    EXPECT_THAT(late.body, HasSubstr("value=\"Harbor Captain\""));
    EXPECT_EQ(complaint_about_html(late.body), "");
    EXPECT_THAT(other.get(draft).body, HasSubstr("value=\"Harbor Master\""));
    const auto over = browser.send(draft + "/minimum", certificate("Harbor Captain"));
    EXPECT_EQ(over.status, 303) << "knowing what was there";
    EXPECT_THAT(other.get(draft).body, HasSubstr("value=\"Harbor Captain\""));
}

TEST_F(DraftPagesTest, the_preview_shows_what_would_be_public) {
    const auto begun = write_credential({{"Name", "Harbor Pilot"}});
    const auto nothing = browser.get(begun + "/preview");
    expect_page(nothing, 200);
    EXPECT_THAT(nothing.body, HasSubstr("There is no preview yet"));
    const auto draft = write_credential(certificate("Harbor Master"));
    const auto preview = browser.get(draft + "/preview");
    expect_page(preview, 200);
    EXPECT_THAT(preview.body, HasSubstr("Teaches what is done beside the water."));
    EXPECT_THAT(preview.body, HasSubstr("ceterms:Certificate"));
}

TEST_F(DraftPagesTest, a_copy_goes_on_from_there_and_a_draft_can_be_discarded) {
    const auto draft = write_credential(certificate("Harbor Pilot"));
    browser.get(draft);
    const auto copy = TestBrowser::where(browser.send(draft + "/copy"));
    EXPECT_NE(copy, draft);
    EXPECT_THAT(browser.get(copy).body, HasSubstr("Harbor Pilot"));
    EXPECT_THAT(browser.get(copy + "/discard").body, HasSubstr("Discard Harbor Pilot?"));
    EXPECT_EQ(TestBrowser::where(browser.send(copy + "/discard")), path() + "/credentials");
    EXPECT_EQ(browser.get(copy).status, 404);
    EXPECT_EQ(browser.get(draft).status, 200);
}

TEST_F(DraftPagesTest, several_are_approved_at_once_and_the_rest_is_named) {
    const auto whole = write_credential(certificate("Harbor Pilot"));
    const auto begun = write_credential({{"Name", "Harbor Master"}});
    const auto id = [](const std::string& draft) { return draft.substr(draft.rfind('/') + 1); };
    expect_page(browser.get(path() + "/credentials"), 200);
    const auto done = browser.send(path() + "/credentials/approve",
                                   {{"draft", id(whole)}, {"draft", id(begun)}, {"draft", "x"}});
    expect_page(done, 200);
    EXPECT_THAT(done.body, HasSubstr("Approved: 1."));
    EXPECT_THAT(done.body, HasSubstr("Not approved: 1."));
    EXPECT_THAT(done.body, HasSubstr("Harbor Master"));
}

TEST_F(DraftPagesTest, the_list_is_narrowed_and_parted_into_pages) {
    for (int number = 0; number < 51; ++number) {
        write_credential({{"Name", "Pilot " + std::to_string(number)}});
    }
    write_credential(certificate("Lighthouse"));
    const auto first = browser.get(path() + "/credentials");
    EXPECT_THAT(first.body, HasSubstr("1–50 of 52"));
    EXPECT_THAT(first.body, HasSubstr("Next page"));
    EXPECT_THAT(browser.get(path() + "/credentials?page=2").body, HasSubstr("51–52 of 52"));
    const auto found = browser.get(path() + "/credentials?find=light");
    EXPECT_THAT(found.body, HasSubstr("1–1 of 1"));
    EXPECT_THAT(browser.get(path() + "/credentials?problems=yes").body, HasSubstr("of 51"));
    for (const auto& query : {"?page=-1", "?page=99999999999999999999", "?page=x", "?standing=x",
                              "?find=%00%FF", "?find='\"--;%25"}) {
        EXPECT_EQ(browser.get(path() + "/credentials" + query).status, 200) << query;
    }
}

TEST_F(DraftPagesTest, what_people_write_is_text_wherever_it_is_shown) {
    const auto draft =
        write_credential(certificate(harmful_text, {{"ExternalIdentifier", harmful_text}}));
    browser.get(draft + "/requirements");
    browser.send(draft + "/requirements", {{"ConditionProfile.0.Name", harmful_text},
                                           {"ConditionProfile.0.Type", harmful_text},
                                           {"ConditionProfile.0.Description", harmful_text}});
    browser.get(draft + "/identification");
    browser.send(draft + "/identification",
                 {{"Keyword", harmful_text}, {"AudienceLevelType", harmful_text}});
    for (const auto& page : {draft, draft + "/requirements", draft + "/identification",
                             draft + "/preview", draft + "/discard", path() + "/credentials"}) {
        const auto shown = browser.get(page);
        EXPECT_EQ(shown.status, 200) << page;
        EXPECT_THAT(shown.body, Not(HasSubstr("<script"))) << page;
        EXPECT_EQ(complaint_about_html(shown.body), "") << page;
    }
}

TEST_F(DraftPagesTest, limits_are_told_beside_the_field) {
    const std::string long_text(ctdl::templates::value_bytes_max + 1, 'x');
    browser.get(path() + "/credentials/new");
    const auto refused = browser.send(path() + "/credentials/new",
                                      certificate("Harbor Pilot", {{"Description", long_text}}));
    EXPECT_EQ(refused.status, 422);
    EXPECT_THAT(refused.body, HasSubstr("id=\"Description-problem\""));
    browser.get(path() + "/credentials/new");
    const auto unnamed = browser.send(path() + "/credentials/new", {{"Name", " "}});
    EXPECT_EQ(unnamed.status, 422);
    EXPECT_THAT(unnamed.body, HasSubstr("id=\"Name-problem\""));
}

TEST_F(DraftPagesTest, viewers_look_and_strangers_do_not) {
    const auto draft = write_credential(certificate("Harbor Pilot"));
    const auto kept = draft.substr(draft.rfind('/'));
    for (const auto& page : {path(), path() + "/credentials", draft, draft + "/requirements",
                             draft + "/preview", path() + "/credentials/bulk"}) {
        const auto seen = visitor.get(page);
        EXPECT_EQ(seen.status, 200) << page;
        EXPECT_EQ(complaint_about_html(seen.body), "") << page;
        EXPECT_EQ(count("<form method=\"post\"", seen.body), 1U) << page << ": to log out";
        EXPECT_EQ(stranger.get(page).status, 404) << page;
        EXPECT_EQ(TestBrowser(router).get(page).status, 303) << page;
    }
    EXPECT_EQ(visitor.get(path() + "/credentials/new").status, 403);
    const auto key = [&](TestBrowser& of) {
        return digest("form of " + of.cookies[session_cookie]);
    };
    for (const auto& action :
         {std::string("/credentials/new"), "/credentials" + kept + "/minimum",
          "/credentials" + kept + "/approve", "/credentials" + kept + "/copy",
          "/credentials" + kept + "/unpublish", "/credentials" + kept + "/discard",
          std::string("/credentials/approve"), std::string("/credentials/approve-all"),
          std::string("/own"), std::string("/credentials/bulk")}) {
        const auto visited = visitor.post(path() + action, {{"form_key", key(visitor)}});
        EXPECT_EQ(visited.status, 403) << action;
        const auto strange = stranger.post(path() + action, {{"form_key", key(stranger)}});
        EXPECT_EQ(strange.status, 404) << action;
        EXPECT_EQ(browser.post(path() + action, {}).status, 403) << action << " without a key";
    }
    EXPECT_EQ(browser.get(draft).status, 200);
}

TEST_F(DraftPagesTest, nonsense_in_addresses_is_not_found) {
    for (const auto& page :
         {"/credential", "/credentials/ce-1", "/credentials/x/requirements",
          "/credentials/ce-7a3b1f60-2d4c-4e5f-8a9b-000000000001",
          "/credentials/ce-7a3b1f60-2d4c-4e5f-8a9b-000000000001/preview", "/credentials/bulk/1"}) {
        EXPECT_EQ(browser.get(path() + page).status, 404) << page;
    }
}

TEST_F(DraftPagesTest, the_organization_describes_itself_beginning_with_its_record) {
    browser.get(path());
    const auto begun = browser.send(path() + "/own");
    const auto own = path() + "/organizations/" + college.id.ctid();
    EXPECT_EQ(TestBrowser::where(begun), own) << begun.body;
    const auto page = browser.get(own);
    expect_page(page, 200);
    EXPECT_THAT(page.body, HasSubstr("value=\"Harbor College\""));
    browser.get(path());
    EXPECT_EQ(TestBrowser::where(browser.send(path() + "/own")), own) << "there is one";
}

TEST_F(DraftPagesTest, every_section_of_every_kind_has_words_for_its_fields) {
    for (const auto& kind :
         {"credentials", "assessments", "learning-opportunities", "organizations", "locations"}) {
        browser.get(path() + "/" + kind + "/new");
        const auto saved =
            browser.send(path() + "/" + std::string(kind) + "/new", {{"Name", "Quay"}});
        ASSERT_EQ(saved.status, 303) << kind << saved.body;
        const auto draft = TestBrowser::where(saved);
        for (const auto& section :
             {"minimum", "identification", "availability", "requirements", "costs", "duration",
              "occupations", "quality", "relationships", "contact"}) {
            const auto page = browser.get(draft + "/" + section);
            if (page.status == 404) continue;
            expect_page(page, 200);
            EXPECT_EQ(complaint_about_html(page.body), "") << kind << " " << section;
            EXPECT_LT(page.body.size(), 100'000U) << kind << " " << section;
        }
    }
    for (const auto kind :
         {ctdl::templates::Kind::credentials, ctdl::templates::Kind::assessments,
          ctdl::templates::Kind::learning_opportunities, ctdl::templates::Kind::organizations,
          ctdl::templates::Kind::locations}) {
        for (const auto& field : ctdl::templates::template_of(kind).fields) {
            const auto name = ctdl::templates::name_in_group(field);
            const bool is_known = std::ranges::any_of(
                texts_in(Language::english).field_texts, [&](const FieldText& text) {
                    return text.name == name || text.name == field.name;
                });
            EXPECT_TRUE(is_known) << field.name;
        }
    }
}

}  // namespace

}  // namespace cartulary::web
