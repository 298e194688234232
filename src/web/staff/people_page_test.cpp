#include "web/staff/staff_fixture_test.h"

namespace cartulary::web {

namespace {

using testing::HasSubstr;
using testing::Not;

class StaffPeoplePages : public StaffPagesTest {
protected:
    Person ada = make_person("ada@quay.example", Role::administrator);
    std::string path = "/staff/people/" + ada.id.text();
};

TEST_F(StaffPeoplePages, lists_and_finds_people_with_their_organizations) {
    const auto all = page("/staff/people");
    EXPECT_THAT(all, HasSubstr("ada@quay.example"));
    EXPECT_THAT(all, HasSubstr(organization_path()));
    const auto staff_alone = page("/staff/people?staff=yes");
    EXPECT_THAT(staff_alone, HasSubstr("clerk@registry.example"));
    EXPECT_THAT(staff_alone, Not(HasSubstr("ada@quay.example")));
    EXPECT_THAT(page("/staff/people?text=QUAY"), HasSubstr("ada@quay.example"));
    EXPECT_EQ(clerk.get("/staff/people?text=" + std::string(201, 'x')).status, 422);
    EXPECT_EQ(clerk.get("/staff/people/" + Uuid().text()).status, 404);
}

TEST_F(StaffPeoplePages, makes_staff_only_where_one_is_sure) {
    page(path);
    EXPECT_EQ(clerk.send(path + "/staff/add").status, 422);
    page(path);
    EXPECT_EQ(TestBrowser::where(clerk.send(path + "/staff/add", {{"sure", "yes"}})), path);
    EXPECT_THAT(page(path), HasSubstr("This person is now one of the staff."));
    EXPECT_EQ(TestBrowser::where(clerk.send(path + "/staff/remove")), path);
    EXPECT_THAT(page(path), HasSubstr("no longer one of the staff"));
}

TEST_F(StaffPeoplePages, offers_nobody_to_change_their_own_rights) {
    const auto own = "/staff/people/" + id_of("clerk@registry.example").text();
    const auto shown = page(own);
    EXPECT_THAT(shown, Not(HasSubstr("/staff/remove")));
    EXPECT_THAT(shown, Not(HasSubstr("reset-second-factor")));
    const auto key = digest("form of " + clerk.cookies["__Host-session"]);
    EXPECT_EQ(clerk.post(own + "/staff/remove", {{"form_key", key}}).status, 409);
    EXPECT_EQ(clerk.post(own + "/reset-second-factor", {{"form_key", key}, {"sure", "yes"}}).status,
              409);
}

TEST_F(StaffPeoplePages, logs_somebody_out_everywhere) {
    log_in_as("ada@quay.example");
    EXPECT_THAT(page(path), HasSubstr("Firefox"));
    EXPECT_EQ(TestBrowser::where(clerk.send(path + "/end-sessions")), path);
    EXPECT_EQ(TestBrowser::where(browser.get("/dashboard")).substr(0, 7), "/log-in");
}

TEST_F(StaffPeoplePages, resets_a_second_factor_only_where_one_is_sure) {
    auto dean = browser_of_staff("dean@registry.example");
    const auto of_dean = "/staff/people/" + id_of("dean@registry.example").text();
    page(of_dean);
    EXPECT_EQ(clerk.send(of_dean + "/reset-second-factor").status, 422);
    EXPECT_EQ(dean.get("/staff").status, 200);
    page(of_dean);
    const auto done = clerk.send(of_dean + "/reset-second-factor", {{"sure", "yes"}});
    EXPECT_EQ(TestBrowser::where(done), of_dean);
    EXPECT_EQ(dean.get("/staff").status, 303);
    EXPECT_EQ(mails_of(MailKind::second_factor_off), 1U);
}

TEST_F(StaffPeoplePages, mails_another_link) {
    const auto office = "/staff/people/" + id_of("office@harbor.example").text();
    page(office);
    const auto before = mails_of(MailKind::confirm_account);
    EXPECT_EQ(TestBrowser::where(clerk.send(office + "/confirmation")), office);
    EXPECT_EQ(mails_of(MailKind::confirm_account), before + 1);
}

}  // namespace

}  // namespace cartulary::web
