#pragma once

#include <map>
#include <string>
#include <vector>

#include "web/pages_fixture_test.h"

namespace cartulary::web {

using Fields = std::vector<std::pair<std::string, std::string>>;

std::string form_encoded(const Fields& fields);

// Somebody's browser: keeps cookies, and sends the forms of the page that it shows.
class TestBrowser {
public:
    explicit TestBrowser(const http::Router& router) : router_(router) {}

    http::Response get(const std::string& path_and_query);

    // Sends the form of the page shown last that leads to `action`: its hidden fields, and these.
    http::Response send(const std::string& action, const Fields& fields = {});

    // The form of the page shown last that takes a file, with one.
    http::Response send_file(const std::string& action, const std::string& name,
                             const std::string& file_name, const std::string& bytes);

    // The same without looking at a page.
    http::Response post(const std::string& path, const Fields& fields,
                        const std::vector<http::Header>& headers = {});

    // Follows where the last answer leads; gives the answer there.
    http::Response follow(const http::Response& answer) { return get(where(answer)); }
    static std::string where(const http::Response& answer) { return header_of(answer, "Location"); }

    std::map<std::string, std::string> cookies;
    std::string address = "203.0.113.77";

private:
    http::Response dispatch(http::Request request);

    const http::Router& router_;
    std::string shown_;
};

// Pages with people in them.
class PeoplePagesTest : public PagesTest {
protected:
    PeoplePagesTest();

    PartnerMade college = under_test.add_partner("Harbor College", "office@harbor.example");
    TestBrowser browser{router};

    // A person with a password and perhaps a part in the college.
    Person make_person(const std::string& email, std::optional<Role> role = {});
    http::Response log_in(TestBrowser& with, const std::string& email,
                          const std::string& password = good_password);
    void log_in_as(const std::string& email) { log_in(browser, email); }

    // Logs somebody of the registry's staff in, with the second factor that staff need.
    void log_in_staff(TestBrowser& with);
    Actor staff_actor();

    // The path and query of the link of the latest mail of a kind.
    std::string link_of(MailKind kind);
    std::size_t mails_of(MailKind kind);

    std::string members_path() const {
        return "/dashboard/organizations/" + college.id.ctid() + "/members";
    }

    std::string staff_session();  // gives its token

    static constexpr auto good_password = "kestrels over the meadow";
    static constexpr auto other_password = "herons under the bridge";
};

}  // namespace cartulary::web
