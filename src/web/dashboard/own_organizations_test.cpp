#include "operations/people.h"
#include "web/browser_fixture_test.h"

namespace cartulary::web {

namespace {

using testing::HasSubstr;
using testing::Not;

constexpr auto new_path = "/dashboard/organizations/new";

// People enter their organizations, and look after them.
class OwnOrganizationsTest : public PeoplePagesTest {
protected:
    OwnOrganizationsTest() { make_person("ada@quay.example"); }

    static Fields stated(Fields more = {}) {
        Fields fields = {{"name", "Beacon Academy"},
                         {"description", "Teaches lighthouse keepers."},
                         {"types", "Technical"},
                         {"types", "Postsecondary"},
                         {"sector", "Public"},
                         {"website", "beacon.example"},
                         {"email", "office@beacon.example"},
                         {"country", ""}};
        fields.insert(fields.end(), more.begin(), more.end());
        return fields;
    }

    // Enters it; gives the path of its page.
    std::string entered(const Fields& more = {}) {
        log_in_as("ada@quay.example");
        browser.get(new_path);
        const auto answer = browser.send(new_path, stated(more));
        EXPECT_EQ(answer.status, 303) << answer.body;
        return TestBrowser::where(answer);
    }
    std::string own_key() { return digest("form of " + browser.cookies["__Host-session"]); }
    Organization record(const std::string& path) {
        const auto id = OrganizationId::from_ctid(path.substr(path.rfind('/') + 1)).value();
        const auto actor = people.sessions.find(browser.cookies["__Host-session"]).value();
        return applications.show(actor, id)->organization;
    }
    void let_in(const std::string& path, const std::string& email, Role role) {
        ASSERT_TRUE(
            add_member(under_test.registry(), command_line(), {email, record(path).id, role, {}}));
    }
    void expect_sound(const http::Response& page) {
        EXPECT_EQ(page.status, 200);
        EXPECT_EQ(complaint_about_html(page.body), "") << page.body;
        EXPECT_LT(page.body.size(), 100'000U);
    }
};

TEST_F(OwnOrganizationsTest, one_is_entered_bit_by_bit) {
    log_in_as("ada@quay.example");
    EXPECT_THAT(browser.get("/dashboard").body, HasSubstr(new_path));
    expect_sound(browser.get(new_path));
    const auto empty = browser.send(new_path, {{"name", ""}});
    EXPECT_EQ(empty.status, 422);
    EXPECT_THAT(empty.body, HasSubstr("id=\"name-problem\""));
    EXPECT_EQ(complaint_about_html(empty.body), "");
    const auto begun = browser.send(new_path, {{"name", "Beacon Academy"}, {"then", "save"}});
    ASSERT_EQ(begun.status, 303);
    const auto page = browser.follow(begun);
    expect_sound(page);
    EXPECT_THAT(page.body, HasSubstr("<h1>Beacon Academy</h1>"));
    EXPECT_THAT(page.body, HasSubstr("The organization is saved."));
    EXPECT_THAT(page.body, HasSubstr("Description must be at least 15 characters."));
    EXPECT_THAT(page.body, HasSubstr("/discard"));
    EXPECT_THAT(browser.get("/dashboard").body, HasSubstr("<td>Draft</td>"));
}

TEST_F(OwnOrganizationsTest, all_fields_of_the_form_are_kept) {
    const auto path = entered({{"phone", "+1 218 555 0100"},
                               {"phone_extension", "12"},
                               {"street", "1 Quay Street"},
                               {"city", "Duluth"},
                               {"region", "MN"},
                               {"postal_code", "55802"},
                               {"country", "US"},
                               {"fein", "123456789"},
                               {"duns", "012-345-678"},
                               {"roles", "ThirdParty"},
                               {"methods", "BulkUpload"},
                               {"methods", "ManualEntry"},
                               {"consuming_methods", "SearchApi"},
                               {"estimate_0", "12"}});
    const auto stated = record(path).stated;
    EXPECT_EQ(stated.website, "https://beacon.example");
    EXPECT_EQ(stated.types,
              (std::vector{OrganizationType::technical, OrganizationType::postsecondary}));
    EXPECT_EQ(stated.phones, (std::vector{Phone{"+1 218 555 0100", "12"}}));
    EXPECT_EQ(stated.address.city, "Duluth");
    EXPECT_EQ(identifier_of(stated, "fein"), "12-3456789");
    EXPECT_EQ(identifier_of(stated, "duns"), "012345678");
    EXPECT_EQ(stated.publishing.methods.size(), 2U);
    EXPECT_EQ(stated.publishing.estimates,
              (std::vector{PublishingEstimate{"ceterms:Credential", 12, ""}}));
    const auto page = browser.get(path + "/edit");
    expect_sound(page);
    EXPECT_THAT(page.body, HasSubstr("value=\"12-3456789\""));
    EXPECT_THAT(page.body, HasSubstr("<option value=\"US\" selected>"));
    EXPECT_THAT(page.body, HasSubstr("value=\"BulkUpload\" checked"));
}

TEST_F(OwnOrganizationsTest, what_is_wrong_is_said_beside_the_field_and_nothing_is_lost) {
    log_in_as("ada@quay.example");
    browser.get(new_path);
    const auto page = browser.send(
        new_path,
        stated({{"email", "nobody"}, {"fein", "12"}, {"country", "XX"}, {"estimate_1", "some"}}));
    EXPECT_EQ(page.status, 422);
    EXPECT_THAT(page.body, HasSubstr("Give a number for Assessments, or nothing."));
    EXPECT_THAT(page.body, HasSubstr("value=\"some\""));
    EXPECT_EQ(complaint_about_html(page.body), "");
    const auto next =
        browser.send(new_path, stated({{"email", "nobody"}, {"fein", "12"}, {"country", "XX"}}));
    EXPECT_EQ(next.status, 422);
    for (const auto* field : {"email", "fein", "country"}) {
        EXPECT_THAT(next.body, HasSubstr("id=\"" + std::string(field) + "-problem\""));
    }
    EXPECT_THAT(next.body, HasSubstr("Teaches lighthouse keepers."));
    EXPECT_THAT(next.body, HasSubstr("value=\"nobody\""));
}

TEST_F(OwnOrganizationsTest, a_likely_duplicate_is_shown_before_it_is_made) {
    log_in_as("ada@quay.example");
    browser.get(new_path);
    const Fields harbor = {{"name", "Harbor College"}, {"then", "save"}};
    const auto page = browser.send(new_path, harbor);
    EXPECT_EQ(page.status, 200);
    EXPECT_EQ(complaint_about_html(page.body), "");
    EXPECT_THAT(page.body, HasSubstr("<h1>Is it one of these?</h1>"));
    EXPECT_THAT(page.body, HasSubstr("/dashboard/join?organization=" + college.id.ctid()));
    EXPECT_THAT(page.body, HasSubstr("It is another one: save it"));
    EXPECT_THAT(browser.get("/dashboard").body, Not(HasSubstr("<td>Draft</td>")));
    browser.get(new_path);
    browser.send(new_path, harbor);
    EXPECT_EQ(browser.send(new_path, harbor).status, 303) << "it says that it is another one";
    const auto own = browser.get("/dashboard").body;
    EXPECT_THAT(own, HasSubstr("<td>Draft</td>"));
}

TEST_F(OwnOrganizationsTest, it_is_submitted_and_approved_or_declined) {
    const auto path = entered({{"then", "submit"}});
    EXPECT_EQ(record(path).status, OrganizationStatus::submitted);
    const auto waiting = browser.get(path);
    expect_sound(waiting);
    EXPECT_THAT(waiting.body, HasSubstr("waits for the staff of"));
    EXPECT_EQ(browser.get(path + "/discard").status, 200);
    EXPECT_EQ(browser.send(path + "/discard").status, 409);

    const auto clerk = staff_actor();
    ASSERT_TRUE(applications.decline(clerk, record(path).id, "Who are <b>you</b>?"));
    const auto declined = browser.get(path);
    expect_sound(declined);
    EXPECT_THAT(declined.body, HasSubstr("Who are &lt;b&gt;you&lt;/b&gt;?"));
    EXPECT_THAT(browser.get("/dashboard").body, HasSubstr("Mend what was declined"));

    browser.get(path);
    EXPECT_EQ(TestBrowser::where(browser.send(path + "/submit")), path);
    ASSERT_EQ(applications.approve(clerk, std::vector{record(path).id})->count, 1);
    const auto approved = browser.get(path);
    expect_sound(approved);
    EXPECT_THAT(approved.body, HasSubstr("This organization is approved"));
    EXPECT_THAT(approved.body, HasSubstr("/org/profile_"));
    EXPECT_THAT(browser.get("/dashboard").body, HasSubstr("Publish what it offers"));
}

TEST_F(OwnOrganizationsTest, what_is_not_complete_is_saved_and_says_what_is_missing) {
    log_in_as("ada@quay.example");
    browser.get(new_path);
    const auto page = browser.send(new_path, {{"name", "Beacon Academy"}, {"then", "submit"}});
    EXPECT_EQ(page.status, 422);
    EXPECT_EQ(complaint_about_html(page.body), "");
    EXPECT_THAT(page.body, HasSubstr("<h1>Record of Beacon Academy</h1>"));
    EXPECT_THAT(page.body, HasSubstr("href=\"#sector\""));
    EXPECT_THAT(browser.get("/dashboard").body, HasSubstr("<td>Draft</td>"));
}

TEST_F(OwnOrganizationsTest, a_submitted_one_is_taken_back) {
    const auto path = entered({{"then", "submit"}});
    browser.get(path);
    const auto back = browser.send(path + "/withdraw");
    EXPECT_THAT(browser.follow(back).body, HasSubstr("is a draft again"));
    EXPECT_EQ(browser.post(path + "/withdraw", {{"form_key", own_key()}}).status, 409);
}

TEST_F(OwnOrganizationsTest, a_draft_is_discarded_after_a_question) {
    const auto path = entered();
    const auto question = browser.get(path + "/discard");
    expect_sound(question);
    EXPECT_THAT(question.body, HasSubstr("<h1>Discard Beacon Academy?</h1>"));
    const auto gone = browser.send(path + "/discard");
    EXPECT_EQ(TestBrowser::where(gone), "/dashboard");
    EXPECT_THAT(browser.follow(gone).body, HasSubstr("The organization is discarded."));
    EXPECT_EQ(browser.get(path).status, 404);
}

TEST_F(OwnOrganizationsTest, who_was_slower_sees_what_the_other_saved) {
    const auto path = entered();
    browser.get(path + "/edit");
    const auto id = record(path).id;
    const auto actor = people.sessions.find(browser.cookies["__Host-session"]).value();
    ASSERT_TRUE(applications.save(actor, id, 1, [](OrganizationDraft& draft) {
        draft.description = "Teaches keepers of all lights.";
    }));
    const auto page = browser.send(path + "/edit", stated({{"name", "Mine"}}));
    EXPECT_EQ(page.status, 422);
    EXPECT_THAT(page.body, HasSubstr("Somebody else changed this organization meanwhile"));
    EXPECT_THAT(page.body, HasSubstr("Teaches keepers of all lights."));
    EXPECT_EQ(record(path).stated.name, "Beacon Academy");
    EXPECT_EQ(browser.send(path + "/edit", stated({{"name", "Mine"}})).status, 303);
    EXPECT_EQ(record(path).stated.name, "Mine");
}

TEST_F(OwnOrganizationsTest, a_form_changes_what_it_asks_for_and_nothing_else) {
    const auto path = entered();
    const auto id = record(path).id;
    const auto actor = people.sessions.find(browser.cookies["__Host-session"]).value();
    ASSERT_TRUE(applications.save(actor, id, 1, [](OrganizationDraft& draft) {
        draft.identifiers.push_back({"lei", "529900T8BM49AURSDO55"});
        draft.phones = {{"+1 218 555 0100", ""}, {"+1 218 555 0101", ""}};
        draft.publishing.estimates = {{"ceterms:Course", 3, "more or less"}};
        draft.particulars["other"] = "kept";
    }));
    const auto before = record(path).stated;
    browser.get(path + "/edit");
    ASSERT_EQ(browser.send(path + "/edit", stated({{"phone", "+1 218 555 0100"}})).status, 303);
    EXPECT_EQ(record(path).stated, before);
}

TEST_F(OwnOrganizationsTest, members_look_and_only_administrators_change) {
    const auto path = entered();
    make_person("vic@quay.example");
    let_in(path, "vic@quay.example", Role::viewer);
    browser.cookies.clear();
    log_in_as("vic@quay.example");
    for (const auto* part : {"", "/edit", "/history", "/activity", "/third-parties", "/webhooks"}) {
        expect_sound(browser.get(path + part));
        EXPECT_EQ(count("<form method=\"post\"", browser.get(path + part).body), 1U)
            << "to log out: " << part;
    }
    EXPECT_EQ(browser.get(path + "/keys").status, 403);
    EXPECT_EQ(browser.get(path + "/discard").status, 403);
    for (const auto* part : {"/edit", "/submit", "/withdraw", "/discard", "/keys", "/webhooks",
                             "/webhooks/secret", "/webhooks/rotate", "/webhooks/requeue"}) {
        EXPECT_EQ(browser.post(path + part, stated({{"form_key", own_key()}})).status, 403) << part;
    }
}

TEST_F(OwnOrganizationsTest, strangers_find_nothing_and_staff_only_look) {
    const auto path = entered();
    make_person("out@quay.example");
    const auto parts = {"",         "/edit",     "/discard",       "/keys",
                        "/history", "/activity", "/third-parties", "/webhooks"};
    browser.cookies.clear();
    log_in_as("out@quay.example");
    for (const auto* part : parts) {
        EXPECT_EQ(browser.get(path + part).status, 404) << part;
    }
    const auto forms = {"/edit", "/submit", "/withdraw", "/discard", "/keys", "/webhooks"};
    for (const auto* part : forms) {
        EXPECT_EQ(browser.post(path + part, stated({{"form_key", own_key()}})).status, 404) << part;
    }
    browser.cookies.clear();
    log_in_staff(browser);
    for (const auto* part : parts) {
        const auto page = browser.get(path + part);
        if (part == std::string("/discard")) {
            EXPECT_EQ(page.status, 404);
            continue;
        }
        expect_sound(page);
        EXPECT_EQ(count("<form method=\"post\"", page.body), 1U) << "to log out: " << part;
    }
    for (const auto* part : forms) {
        EXPECT_EQ(browser.post(path + part, stated({{"form_key", own_key()}})).status, 404) << part;
    }
    EXPECT_EQ(browser.get("/dashboard/organizations/nonsense").status, 404);
}

TEST_F(OwnOrganizationsTest, a_form_of_somebody_else_does_nothing) {
    const auto path = entered();
    for (const auto* part : {"/edit", "/submit", "/discard", "/keys", "/webhooks"}) {
        EXPECT_EQ(browser.post(path + part, stated()).status, 403) << part;
    }
    EXPECT_EQ(browser.post(new_path, stated()).status, 403);
    EXPECT_EQ(record(path).version, 1);
    TestBrowser guest(router);
    EXPECT_THAT(TestBrowser::where(guest.get(path)), HasSubstr("/log-in?next="));
}

TEST_F(OwnOrganizationsTest, what_people_write_stays_text) {
    const std::string script = "<script>alert(1)</script>";
    const auto path = entered({{"name", script},
                               {"description", script + " is what it teaches."},
                               {"street", script},
                               {"city", script},
                               {"region", "\"><img src=x onerror=alert(1)>"}});
    for (const auto* part : {"", "/edit", "/history", "/history/1", "/activity", "/keys",
                             "/third-parties", "/webhooks", "/discard", "/members"}) {
        const auto page = browser.get(path + part);
        expect_sound(page);
        EXPECT_THAT(page.body, Not(HasSubstr("<script"))) << part;
        EXPECT_THAT(page.body, Not(HasSubstr("<img src=x"))) << part;
    }
    EXPECT_THAT(browser.get("/dashboard").body, Not(HasSubstr("<script")));
}

}  // namespace

}  // namespace cartulary::web
