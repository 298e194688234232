#include "web/browser_fixture_test.h"

namespace cartulary::web {

namespace {

using testing::HasSubstr;
using testing::Not;

class MembersPageTest : public PeoplePagesTest {
protected:
    Person ada = make_person("ada@quay.example", Role::administrator);
    Person vic = make_person("vic@quay.example", Role::viewer);

    http::Response send(const std::string& part, const Fields& fields = {}) {
        browser.get(members_path());
        return browser.send(members_path() + part, fields);
    }
    std::string join_path() const { return "/dashboard/join?organization=" + college.id.ctid(); }
};

TEST_F(MembersPageTest, the_dashboard_leads_to_it) {
    log_in_as("ada@quay.example");
    const auto page = browser.get("/dashboard");
    EXPECT_THAT(page.body, HasSubstr("Harbor College"));
    EXPECT_THAT(page.body, HasSubstr("<td>Administrator</td>"));
    EXPECT_THAT(page.body, HasSubstr("<a href=\"" + members_path() + "\">"));
    const auto members = browser.get(members_path());
    EXPECT_EQ(complaint_about_html(members.body), "") << members.body;
    EXPECT_THAT(members.body, HasSubstr("vic@quay.example"));
    EXPECT_THAT(members.body, HasSubstr("Role of vic@quay.example"));
}

TEST_F(MembersPageTest, who_may_change_nothing_sees_no_form_for_it) {
    log_in_as("vic@quay.example");
    const auto page = browser.get(members_path());
    EXPECT_EQ(page.status, 200);
    EXPECT_EQ(count("<form method=\"post\"", page.body), 2U) << "to log out, and to leave";
    const auto key = digest("form of " + browser.cookies["__Host-session"]);
    for (const auto& part : {"/invite", "/leave", "/role", "/remove"}) {
        const auto about_ada = part == std::string("/role") || part == std::string("/remove");
        if (part == std::string("/leave")) continue;
        const auto path = members_path() + (about_ada ? "/" + ada.id.text() : "") + part;
        const Fields fields = {
            {"form_key", key}, {"role", "viewer"}, {"email", "new@quay.example"}};
        EXPECT_EQ(browser.post(path, fields).status, 403) << path;
    }
}

TEST_F(MembersPageTest, is_not_there_for_who_has_no_part_in_it) {
    make_person("out@quay.example");
    log_in_as("out@quay.example");
    EXPECT_EQ(browser.get(members_path()).status, 404);
    EXPECT_EQ(browser.get("/dashboard/organizations/nonsense/members").status, 404);
    const auto key = digest("form of " + browser.cookies["__Host-session"]);
    const Fields fields = {{"form_key", key}, {"role", "viewer"}, {"email", "x@quay.example"}};
    for (const auto& path : {"/invite", "/leave"}) {
        EXPECT_EQ(browser.post(members_path() + path, fields).status, 404) << path;
    }
}

TEST_F(MembersPageTest, changes_roles_and_removes) {
    log_in_as("ada@quay.example");
    const auto changed = send("/" + vic.id.text() + "/role", {{"role", "publisher"}});
    EXPECT_EQ(TestBrowser::where(changed), members_path());
    EXPECT_THAT(browser.follow(changed).body, HasSubstr("<td>Publisher</td>"));
    EXPECT_EQ(send("/" + vic.id.text() + "/role", {{"role", "king"}}).status, 422);
    EXPECT_EQ(TestBrowser::where(send("/" + vic.id.text() + "/remove")), members_path());
    EXPECT_THAT(browser.get(members_path()).body, Not(HasSubstr("vic@quay.example")));
}

TEST_F(MembersPageTest, tells_the_last_administrator_to_stay) {
    log_in_as("ada@quay.example");
    const auto registered = browser.get(members_path()).body;
    ASSERT_THAT(registered, HasSubstr("office@harbor.example"));
    const auto office = [&] {
        const auto listed = people.members.list(
            people.sessions.find(browser.cookies["__Host-session"]).value(), college.id);
        return std::ranges::find(listed->members, "office@harbor.example",
                                 [](const auto& member) { return member.person.email; })
            ->person.id;
    }();
    EXPECT_EQ(send("/" + office.text() + "/remove").status, 303);
    const auto refused = send("/leave");
    EXPECT_EQ(refused.status, 409);
    EXPECT_THAT(refused.body, HasSubstr("An organization needs an administrator"));
    EXPECT_EQ(complaint_about_html(refused.body), "");
}

TEST_F(MembersPageTest, invites_somebody_who_makes_an_account) {
    log_in_as("ada@quay.example");
    const auto wrong = send("/invite", {{"email", "nobody"}, {"role", "viewer"}});
    EXPECT_EQ(wrong.status, 422);
    EXPECT_THAT(wrong.body, HasSubstr("id=\"email-problem\""));
    EXPECT_EQ(complaint_about_html(wrong.body), "");
    EXPECT_EQ(send("/invite", {{"email", "vic@quay.example"}, {"role", "viewer"}}).status, 422);
    const auto sent = send("/invite", {{"email", "new@quay.example"}, {"role", "publisher"}});
    EXPECT_THAT(browser.follow(sent).body, HasSubstr("new@quay.example</bdi>, as Publisher"));

    TestBrowser guest(router);
    const auto link = link_of(MailKind::invitation);
    const auto page = guest.get(link);
    EXPECT_THAT(page.body, HasSubstr("<h1>You are invited to Harbor College</h1>"));
    EXPECT_EQ(complaint_about_html(page.body), "");
    const auto done =
        guest.send("/invitation/account",
                   {{"first_name", "Nell"}, {"last_name", "Quay"}, {"password", good_password}});
    EXPECT_EQ(TestBrowser::where(done), "/dashboard");
    EXPECT_THAT(guest.follow(done).body, HasSubstr("<td>Publisher</td>"));
    EXPECT_EQ(guest.get(link).status, 410);
}

TEST_F(MembersPageTest, invites_somebody_who_has_an_account_and_no_other) {
    make_person("out@quay.example");
    log_in_as("ada@quay.example");
    send("/invite", {{"email", "out@quay.example"}, {"role", "viewer"}});
    const auto link = link_of(MailKind::invitation);
    EXPECT_THAT(browser.get(link).body, HasSubstr("the invitation is for another address"));

    TestBrowser guest(router);
    const auto page = guest.get(link);
    EXPECT_THAT(page.body, HasSubstr("Log in with it"));
    const auto at = page.body.find("/log-in?next=");
    guest.get(page.body.substr(at, page.body.find('"', at) - at));
    const auto logged_in =
        guest.send("/log-in", {{"email", "out@quay.example"}, {"password", good_password}});
    EXPECT_EQ(TestBrowser::where(logged_in), link);
    guest.follow(logged_in);
    EXPECT_EQ(TestBrowser::where(guest.send("/invitation")), "/dashboard");
    EXPECT_EQ(guest.get(members_path()).status, 200);
}

TEST_F(MembersPageTest, somebody_asks_to_join_and_is_let_in) {
    const auto out = make_person("out@quay.example");
    TestBrowser guest(router);
    log_in(guest, "out@quay.example");
    const auto page = guest.get(join_path());
    EXPECT_THAT(page.body, HasSubstr("<h1>Ask to join Harbor College</h1>"));
    EXPECT_EQ(complaint_about_html(page.body), "");
    EXPECT_EQ(guest.send("/dashboard/join", {{"note", std::string(1'001, 'a')}}).status, 422);
    guest.get(join_path());
    const auto asked = guest.send("/dashboard/join", {{"note", "<i>I teach</i>"}});
    EXPECT_THAT(guest.follow(asked).body, HasSubstr("You asked to join"));

    log_in_as("ada@quay.example");
    const auto members = browser.get(members_path());
    EXPECT_THAT(members.body, HasSubstr("&lt;i&gt;I teach&lt;/i&gt;"));
    EXPECT_EQ(complaint_about_html(members.body), "");
    const auto done = send("/requests/" + out.id.text() + "/let-in", {{"role", "viewer"}});
    EXPECT_EQ(TestBrowser::where(done), members_path());
    EXPECT_EQ(guest.get(members_path()).status, 200);
}

TEST_F(MembersPageTest, nobody_asks_to_join_what_is_not_there) {
    log_in_as("vic@quay.example");
    EXPECT_EQ(browser.get("/dashboard/join").status, 404);
    EXPECT_EQ(
        browser.get("/dashboard/join?organization=ce-00000000-0000-4000-8000-000000000000").status,
        404);
    browser.get(join_path());
    EXPECT_EQ(browser.send("/dashboard/join", {{"note", ""}}).status, 409);
}

TEST_F(MembersPageTest, an_invitation_that_was_not_mailed_is_none) {
    for (const auto* query : {"", "?token=", "?token=%3Cscript%3E"}) {
        const auto answer = browser.get(std::string("/invitation") + query);
        EXPECT_EQ(answer.status, 410);
        EXPECT_EQ(complaint_about_html(answer.body), "");
    }
}

}  // namespace

}  // namespace cartulary::web
