#include "operations/callers.h"
#include "store/webhooks.h"
#include "web/browser_fixture_test.h"

namespace cartulary::web {

namespace {

using testing::HasSubstr;
using testing::Not;

// The pages of the college for its programs and partners.
class OwnKeysTest : public PeoplePagesTest {
protected:
    OwnKeysTest() {
        make_person("ada@quay.example", Role::administrator);
        log_in_as("ada@quay.example");
    }

    std::string path(const std::string& part) const {
        return "/dashboard/organizations/" + college.id.ctid() + "/" + part;
    }
    static std::string text_between(const std::string& text, const std::string& before,
                                    const std::string& after) {
        const auto begin = text.find(before);
        if (begin == std::string::npos) return {};
        const auto value = begin + before.size();
        return text.substr(value, text.find(after, value) - value);
    }
    void expect_sound(const http::Response& page, int status = 200) {
        EXPECT_EQ(page.status, status);
        EXPECT_EQ(complaint_about_html(page.body), "") << page.body;
    }
    std::string dead_delivery() {
        browser.get(path("webhooks"));
        EXPECT_EQ(browser.send(path("webhooks"), {{"url", "https://hooks.example/in"}}).status,
                  303);
        const auto page =
            webhooks.list(college.id, std::nullopt, {}).value().items.front().delivery.id;
        EXPECT_TRUE(under_test.store().write([&](Transaction& transaction) -> Result<void> {
            cartulary::webhooks::mark_dead(
                transaction, page,
                {1, under_test.now(), std::chrono::milliseconds(20), 500, "HTTP <500>"});
            return {};
        }));
        return page.text();
    }
};

TEST_F(OwnKeysTest, a_key_is_shown_once_and_revoked_after_a_question) {
    expect_sound(browser.get(path("keys")));
    const auto made = browser.send(path("keys"), {{"label", "Course <i>catalogue</i>"}});
    expect_sound(made);
    const auto key = text_between(made.body, "<code>", "</code>");
    Callers callers(under_test.registry());
    EXPECT_TRUE(callers.by_api_key(key));
    const auto listed = browser.get(path("keys"));
    expect_sound(listed);
    EXPECT_THAT(listed.body, Not(HasSubstr(key)));
    EXPECT_THAT(listed.body, HasSubstr("Course &lt;i&gt;catalogue&lt;/i&gt;"));
    const auto again = browser.send(path("keys"), {{"label", "Course <i>catalogue</i>"}});
    expect_sound(again, 422);
    EXPECT_THAT(again.body, HasSubstr("Name of the key is taken by another key."));

    const auto at = listed.body.rfind("/revoke\"");
    const auto from = listed.body.rfind("/dashboard", at);
    const auto revoke = listed.body.substr(from, at + 7 - from);
    const auto question = browser.get(revoke);
    expect_sound(question);
    const auto done = browser.send(revoke);
    EXPECT_THAT(browser.follow(done).body, HasSubstr("Revoked on"));
    EXPECT_FALSE(callers.by_api_key(key));
    EXPECT_EQ(browser.get(revoke).status, 404);
}

TEST_F(OwnKeysTest, another_organization_is_found_and_may_publish) {
    const auto agency = under_test.add_partner("State <b>Agency</b>");
    expect_sound(browser.get(path("third-parties")));
    const auto found = browser.get(path("third-parties") + "?find=" + agency.id.ctid());
    expect_sound(found);
    EXPECT_THAT(found.body, HasSubstr("State &lt;b&gt;Agency&lt;/b&gt;"));
    const auto action = path("third-parties/" + agency.id.ctid());
    const auto granted = browser.follow(browser.send(action + "/grant"));
    expect_sound(granted);
    EXPECT_THAT(granted.body, HasSubstr("May publish"));
    EXPECT_EQ(mails_of(MailKind::third_party_granted), 1U);
    expect_sound(browser.get(action + "/revoke"));
    const auto revoked = browser.follow(browser.send(action + "/revoke"));
    EXPECT_THAT(revoked.body, HasSubstr("The right is ended."));
    EXPECT_THAT(revoked.body, Not(HasSubstr("May publish")));
}

TEST_F(OwnKeysTest, asks_to_publish_for_another_and_asks_no_longer) {
    const auto agency = under_test.add_partner("State Agency");
    browser.get(path("third-parties") + "?find=State+Agency");
    const auto action = path("third-parties/" + agency.id.ctid());
    const auto asked = browser.follow(browser.send(action + "/ask"));
    expect_sound(asked);
    EXPECT_THAT(asked.body, HasSubstr("Asked, no answer yet"));
    EXPECT_EQ(mails_of(MailKind::third_party_asked), 1U);
    EXPECT_EQ(browser.send(action + "/give-up").status, 303);
    EXPECT_EQ(browser.get(path("third-parties") + "?find=" + std::string(5'000, 'a')).status, 200);
    EXPECT_EQ(browser.get(path("third-parties/nonsense/revoke")).status, 404);
}

TEST_F(OwnKeysTest, a_webhook_is_stated_and_its_secret_shown_and_changed) {
    expect_sound(browser.get(path("webhooks")));
    const auto wrong = browser.send(path("webhooks"), {{"url", "javascript:alert(1)"}});
    expect_sound(wrong, 422);
    EXPECT_THAT(wrong.body, HasSubstr("id=\"url-problem\""));
    const auto stated = browser.send(path("webhooks"), {{"url", "https://hooks.example/in"},
                                                        {"event_types", "organization.changed"},
                                                        {"event_types", "organization.approved"}});
    const auto page = browser.follow(stated);
    expect_sound(page);
    EXPECT_THAT(page.body, HasSubstr("value=\"organization.approved\" checked"));
    EXPECT_THAT(page.body, HasSubstr("Record changed"));
    EXPECT_THAT(page.body, Not(HasSubstr("whsec_")));
    const auto shown = browser.send(path("webhooks/secret"));
    expect_sound(shown);
    const auto secret = text_between(shown.body, "<code>whsec_", "</code>");
    EXPECT_EQ(secret.size(), 32U);
    expect_sound(browser.get(path("webhooks/rotate")));
    const auto rotated = browser.send(path("webhooks/rotate"));
    EXPECT_THAT(browser.follow(rotated).body, HasSubstr("There is a new secret."));
    const auto other = browser.send(path("webhooks/secret"));
    EXPECT_THAT(other.body, Not(HasSubstr(secret)));
    EXPECT_THAT(other.body, HasSubstr("The one before it signs too until"));
}

TEST_F(OwnKeysTest, a_message_that_was_given_up_is_tried_again) {
    const auto delivery = dead_delivery();
    const auto page = browser.get(path("webhooks"));
    expect_sound(page);
    EXPECT_THAT(page.body, HasSubstr("Given up"));
    const auto one = browser.get(path("webhooks/" + delivery));
    expect_sound(one);
    EXPECT_THAT(one.body, HasSubstr("HTTP &lt;500&gt;"));
    EXPECT_EQ(browser.send(path("webhooks/" + delivery + "/requeue")).status, 303);
    EXPECT_THAT(browser.get(path("webhooks/" + delivery)).body, HasSubstr("<dd><bdi>Waits"));
    EXPECT_EQ(browser.get(path("webhooks/" + college.id.text())).status, 404);
    EXPECT_EQ(browser.get(path("webhooks/nonsense")).status, 404);
}

TEST_F(OwnKeysTest, all_messages_that_were_given_up_are_tried_again) {
    dead_delivery();
    browser.get(path("webhooks"));
    EXPECT_EQ(browser.send(path("webhooks/requeue")).status, 303);
    EXPECT_THAT(browser.get(path("webhooks")).body, Not(HasSubstr("Given up")));
}

TEST_F(OwnKeysTest, the_history_tells_before_and_after) {
    const auto actor = people.sessions.find(browser.cookies["__Host-session"]).value();
    const auto version = applications.show(actor, college.id)->organization.version;
    ASSERT_TRUE(applications.save(actor, college.id, version, [](OrganizationDraft& draft) {
        draft.name = "Harbor <i>University</i>";
        draft.sector = Sector::private_non_profit;
        draft.types = {OrganizationType::four_year, OrganizationType::technical};
    }));
    const auto history = browser.get(path("history"));
    expect_sound(history);
    EXPECT_THAT(history.body, HasSubstr("Record changed"));
    EXPECT_THAT(history.body, HasSubstr("<bdi>ada@quay.example</bdi>"));
    const auto at = history.body.find(path("history/"));
    const auto newest = history.body.substr(at, history.body.find('"', at) - at);
    const auto page = browser.get(newest);
    expect_sound(page);
    EXPECT_THAT(page.body, HasSubstr("Harbor College"));
    EXPECT_THAT(page.body, HasSubstr("Harbor &lt;i&gt;University&lt;/i&gt;"));
    EXPECT_THAT(page.body, HasSubstr("Private, not for profit"));
    EXPECT_THAT(page.body, HasSubstr("Four-year college"));
    EXPECT_THAT(page.body, Not(HasSubstr(">Web page<"))) << "which did not change";
    EXPECT_EQ(browser.get(path("history/0")).status, 404);
    EXPECT_EQ(browser.get(path("history/99999999999999999999")).status, 404);
    const auto activity = browser.get(path("activity"));
    expect_sound(activity);
    EXPECT_THAT(activity.body, HasSubstr("Organization entered"));
    expect_sound(browser.get(path("activity") + "?page=9"));
}

}  // namespace

}  // namespace cartulary::web
