#pragma once

#include "operations/people.h"
#include "web/browser_fixture_test.h"

namespace cartulary::web {

// The pages of the registry's staff, with a browser in which one of them is logged in.
class StaffPagesTest : public PeoplePagesTest {
protected:
    StaffPagesTest();

    // A browser in which one of the staff is logged in with all that is asked of them; the person
    // is made.
    TestBrowser browser_of_staff(const std::string& email);

    // A page, which must be one.
    std::string page(const std::string& path_and_query);

    // An organization that waits to be approved, entered by somebody who is no staff.
    OrganizationId submit(const std::string& name);

    // Something that waits to be published, of the college.
    Ctid approve_draft(const std::string& name, bool complete = true);

    // A mail that was given up.
    Uuid give_up(MailKind kind);
    // A delivery of the college that was given up.
    Uuid dead_delivery();

    Uuid id_of(const std::string& email);
    Actor actor_in(const TestBrowser& of) {
        return people.sessions.find(of.cookies.at("__Host-session")).value();
    }
    std::string organization_path() const { return "/staff/organizations/" + college.id.ctid(); }

    TestBrowser clerk = browser_of_staff("clerk@registry.example");
};

}  // namespace cartulary::web
