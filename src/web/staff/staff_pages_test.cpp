#include "store/webhooks.h"
#include "web/staff/staff_fixture_test.h"

namespace cartulary::web {

namespace {

using testing::HasSubstr;
using testing::Not;

class StaffPages : public StaffPagesTest {};

TEST_F(StaffPages, the_overview_tells_what_waits_and_draws_the_last_days) {
    submit("Beacon Academy");
    const auto overview = page("/staff");
    EXPECT_EQ(count("class=\"bars\"", overview), 3U);
    EXPECT_THAT(overview, HasSubstr("Registrations: 2 in 30 days, 2 today"));
    EXPECT_THAT(overview, HasSubstr("Organizations that wait to be approved</a></th><td>1</td>"));
    EXPECT_THAT(overview, HasSubstr("1.2.3"));
    EXPECT_EQ(count("<tr>", overview), 1U + 6U + 1U + 30U) << "the numbers stand as text too";
}

TEST_F(StaffPages, approves_several_organizations_at_once) {
    const auto first = submit("Beacon Academy");
    const auto second = submit("Cliff Institute");
    const auto queue = page("/staff/organizations/waiting");
    EXPECT_THAT(queue, HasSubstr("aria-label=\"Choose Beacon Academy\""));
    const auto answer =
        clerk.send("/staff/organizations/waiting/approve",
                   {{"organization", first.ctid()}, {"organization", second.ctid()}});
    EXPECT_EQ(TestBrowser::where(answer), "/staff/organizations/waiting");
    const auto after = clerk.follow(answer).body;
    EXPECT_THAT(after, HasSubstr("They are approved"));
    EXPECT_THAT(after, HasSubstr("Nothing waits"));
    page("/staff/organizations/waiting");
}

TEST_F(StaffPages, names_those_that_could_not_be_approved) {
    const auto first = submit("Beacon Academy");
    page("/staff/organizations/waiting");
    const auto answer =
        clerk.send("/staff/organizations/waiting/approve",
                   {{"organization", first.ctid()}, {"organization", college.id.ctid()}});
    EXPECT_EQ(answer.status, 409);
    EXPECT_EQ(complaint_about_html(answer.body), "") << answer.body;
    EXPECT_THAT(answer.body, HasSubstr(college.id.ctid()));
    EXPECT_THAT(answer.body, HasSubstr("Nothing waits")) << "the other one is approved";
}

TEST_F(StaffPages, approves_nothing_where_nothing_was_chosen) {
    submit("Beacon Academy");
    page("/staff/organizations/waiting");
    EXPECT_EQ(clerk.send("/staff/organizations/waiting/approve").status, 422);
}

TEST_F(StaffPages, declines_with_a_reason) {
    const auto id = submit("Beacon <script>Academy");
    const auto queue = page("/staff/organizations/waiting");
    EXPECT_THAT(queue, HasSubstr("Beacon &lt;script&gt;Academy"));
    const auto refused = clerk.send("/staff/organizations/waiting/decline",
                                    {{"organization", id.ctid()}, {"reason", " "}});
    EXPECT_EQ(refused.status, 422);
    EXPECT_EQ(complaint_about_html(refused.body), "") << refused.body;
    const auto done = clerk.send("/staff/organizations/waiting/decline",
                                 {{"organization", id.ctid()}, {"reason", "Who <i>are</i> you?"}});
    EXPECT_EQ(TestBrowser::where(done), "/staff/organizations/waiting");
    EXPECT_EQ(mails_of(MailKind::organization_declined), 1U);
    EXPECT_THAT(page("/staff/organizations/" + id.ctid()),
                HasSubstr("Who &lt;i&gt;are&lt;/i&gt; you?"));
}

TEST_F(StaffPages, lists_and_finds_organizations) {
    submit("Beacon Academy");
    EXPECT_THAT(page("/staff/organizations"), HasSubstr("Harbor College"));
    const auto found = page("/staff/organizations?text=BEACON&status=submitted");
    EXPECT_THAT(found, HasSubstr("Beacon Academy"));
    EXPECT_THAT(found, Not(HasSubstr("Harbor College")));
    EXPECT_THAT(found, HasSubstr("value=\"BEACON\""));
    EXPECT_EQ(clerk.get("/staff/organizations?text=" + std::string(201, 'x')).status, 422);
    page("/staff/organizations?text=%FF&status=king&after=nobody");
}

TEST_F(StaffPages, blocks_an_organization_and_undoes_it) {
    const auto path = organization_path();
    page(path);
    EXPECT_EQ(clerk.send(path + "/block", {{"reason", ""}}).status, 422);
    const auto blocked = clerk.send(path + "/block", {{"reason", "<script>alert(1)</script>"}});
    EXPECT_EQ(TestBrowser::where(blocked), path);
    const auto shown = page(path);
    EXPECT_THAT(shown, HasSubstr("&lt;script&gt;alert(1)&lt;/script&gt;"));
    EXPECT_THAT(shown, HasSubstr("Blocked"));
    EXPECT_EQ(TestBrowser::where(clerk.send(path + "/unblock")), path);
    EXPECT_THAT(page(path), HasSubstr("The organization is approved again."));
}

TEST_F(StaffPages, makes_and_unmakes_a_trusted_partner) {
    const auto path = organization_path();
    page(path);
    EXPECT_EQ(TestBrowser::where(clerk.send(path + "/distrust")), path);
    page(path);
    EXPECT_EQ(TestBrowser::where(clerk.send(path + "/trust")), path);
    EXPECT_THAT(page(path), HasSubstr("The organization is now a trusted partner."));
}

TEST_F(StaffPages, looks_at_what_waits_to_be_published_and_publishes_it) {
    const auto ctid = approve_draft("Welding <b>I</b>");
    EXPECT_THAT(page("/staff/publications"), HasSubstr("Welding &lt;b&gt;I&lt;/b&gt;"));
    const auto preview = page("/staff/publications/" + ctid.text());
    EXPECT_THAT(preview, HasSubstr("Teaches how steel is joined."));
    EXPECT_THAT(preview, HasSubstr("https://harbor.example/welding"));
    const auto done = clerk.send("/staff/publications/publish");
    EXPECT_EQ(TestBrowser::where(done), "/staff/publications");
    EXPECT_THAT(clerk.follow(done).body, HasSubstr("Nothing waits"));
    EXPECT_EQ(clerk.get("/staff/publications/" + ctid.text()).status, 404);
}

TEST_F(StaffPages, names_what_could_not_be_published) {
    const auto ctid = approve_draft("Welding I", false);
    page("/staff/publications");
    const auto answer = clerk.send("/staff/publications/publish", {{"draft", ctid.text()}});
    EXPECT_EQ(answer.status, 409);
    EXPECT_EQ(complaint_about_html(answer.body), "") << answer.body;
    EXPECT_THAT(answer.body, HasSubstr("Not published: 1"));
    EXPECT_EQ(clerk.send("/staff/publications/publish").status, 422) << "nothing was chosen";
}

TEST_F(StaffPages, sends_a_draft_back_with_a_reason) {
    const auto ctid = approve_draft("Welding I");
    const auto path = "/staff/publications/" + ctid.text();
    page(path);
    EXPECT_EQ(clerk.send(path + "/send-back", {{"reason", ""}}).status, 422);
    const auto done = clerk.send(path + "/send-back", {{"reason", "Name the awarding body."}});
    EXPECT_EQ(TestBrowser::where(done), "/staff/publications");
    EXPECT_EQ(clerk.get(path).status, 404);
}

TEST_F(StaffPages, sends_given_up_mails_again_and_shows_no_secret) {
    make_person("ada@quay.example", Role::viewer);
    const auto useful = give_up(MailKind::made_administrator);
    give_up(MailKind::confirm_account);
    const auto given_up = page("/staff/mail?state=given_up");
    EXPECT_THAT(given_up, HasSubstr("550 &lt;b&gt;no&lt;/b&gt; mailbox"));
    EXPECT_THAT(given_up, HasSubstr("Its link is erased"));
    EXPECT_EQ(count("/requeue\"", given_up), 2U) << "one, and all";
    const auto done = clerk.send("/staff/mail/" + useful.text() + "/requeue");
    EXPECT_EQ(TestBrowser::where(done), "/staff/mail?state=given_up");
    give_up(MailKind::made_administrator);
    page("/staff/mail?state=given_up");
    EXPECT_EQ(clerk.send("/staff/mail/requeue").status, 303);
    for (const auto* state : {"waiting", "given_up", "sent", "nonsense"}) {
        EXPECT_THAT(page(std::string("/staff/mail?state=") + state), Not(HasSubstr("token=")));
    }
}

TEST_F(StaffPages, are_never_large_however_much_there_is) {
    const std::string name(100, '&');
    for (int i = 0; i < 60; ++i) {
        under_test.add_partner(name, std::string(60, 'a') + std::to_string(i) + "@quay.example");
    }
    const auto dead = dead_delivery();
    for (int i = 0; i < 60; ++i) {
        const Caller caller{.id = college.id, .organization = 1, .name = "Harbor College"};
        ASSERT_TRUE(
            organizations.change(caller, college.id, [&](OrganizationDraft& draft) -> Result<void> {
                draft.name = name + std::to_string(i);
                return {};
            }));
    }
    ASSERT_TRUE(under_test.store().write([&](Transaction& transaction) -> Result<void> {
        cartulary::webhooks::give_up(transaction, 1, under_test.now() + std::chrono::hours(1),
                                     under_test.now(), std::string(5'000, '&'));
        return {};
    }));
    for (const auto* path : {"/staff", "/staff/organizations", "/staff/people", "/staff/activity",
                             "/staff/mail", "/staff/webhooks?state=dead"}) {
        page(path);
    }
    page("/staff/webhooks?state=dead&after=" + dead.text());
    page(organization_path());
}

TEST_F(StaffPages, tries_dead_deliveries_again) {
    const auto id = dead_delivery();
    const auto dead = page("/staff/webhooks?state=dead");
    EXPECT_THAT(dead, HasSubstr("HTTP 500 &lt;script&gt;"));
    EXPECT_EQ(clerk.send("/staff/webhooks/" + id.text() + "/requeue").status, 303);
    EXPECT_THAT(page("/staff/webhooks"), HasSubstr("Record changed"));
    EXPECT_THAT(page("/staff/webhooks?state=dead&after=" + id.text()), HasSubstr("Nothing is"));
    page("/staff/webhooks?state=delivered");
}

}  // namespace

}  // namespace cartulary::web
