#include "web/staff/staff_fixture_test.h"

namespace cartulary::web {

namespace {

using testing::HasSubstr;
using testing::Not;

class StaffPrivilege : public StaffPagesTest {
protected:
    // The addresses of all routes of the staff, with something that is there for each parameter.
    struct Address {
        http::Method method;
        std::string path;
    };
    std::vector<Address> addresses() {
        std::vector<Address> found;
        for (const auto& area : router.areas()) {
            for (const auto& route : area.routes) {
                if (route.path.starts_with("/staff")) {
                    found.push_back({route.method, filled_path(route.path)});
                }
            }
        }
        return found;
    }
    std::string filled_path(std::string path) {
        const std::pair<std::string, std::string> parameters[] = {
            {"{ctid}", college.id.ctid()},
            {"{person_id}", id_of("office@harbor.example").text()},
            {"{mail_id}", under_test.waiting_mail().at(0).id.text()},
            {"{delivery_id}", Uuid().text()}};
        for (const auto& [name, value] : parameters) {
            const auto at = path.find(name);
            if (at != std::string::npos) path.replace(at, name.size(), value);
        }
        return path;
    }

    http::Response ask(TestBrowser& with, const Address& address, const std::string& key) {
        if (address.method == http::Method::get) return with.get(address.path);
        return with.post(address.path, {{"form_key", key},
                                        {"organization", college.id.ctid()},
                                        {"draft", college.id.ctid()},
                                        {"reason", "x"},
                                        {"sure", "yes"}});
    }
    static std::string key_of(const TestBrowser& of) {
        return digest("form of " + of.cookies.at("__Host-session"));
    }
};

TEST_F(StaffPrivilege, there_are_many_such_pages) {
    EXPECT_GT(addresses().size(), 25U);
}

TEST_F(StaffPrivilege, who_is_not_logged_in_is_led_to_log_in) {
    TestBrowser nobody(router);
    nobody.get("/log-in");
    const auto key = digest("form of " + nobody.cookies.at("__Host-form"));
    for (const auto& address : addresses()) {
        const auto answer = ask(nobody, address, key);
        EXPECT_EQ(answer.status, 303) << address.path;
        EXPECT_THAT(TestBrowser::where(answer), testing::StartsWith("/log-in")) << address.path;
    }
}

TEST_F(StaffPrivilege, for_everybody_else_there_is_nothing_here) {
    make_person("vic@quay.example", Role::viewer);
    make_person("ada@quay.example", Role::administrator);
    make_person("out@quay.example");
    for (const auto* email : {"vic@quay.example", "ada@quay.example", "out@quay.example"}) {
        TestBrowser somebody(router);
        log_in(somebody, email);
        const auto elsewhere = somebody.get("/stuff");
        for (const auto& address : addresses()) {
            const auto answer = ask(somebody, address, key_of(somebody));
            EXPECT_EQ(answer.status, 404) << email << " " << address.path;
            EXPECT_THAT(answer.body, HasSubstr("There is nothing at /staff")) << address.path;
        }
        EXPECT_THAT(somebody.get("/dashboard").body, Not(HasSubstr("href=\"/staff\"")));
    }
}

TEST_F(StaffPrivilege, staff_who_need_a_second_factor_are_led_there) {
    ASSERT_TRUE(
        add_staff(under_test.registry(), "dean@registry.example", std::string(good_password)));
    log_in_as("dean@registry.example");
    for (const auto& address : addresses()) {
        const auto answer = ask(browser, address, key_of(browser));
        EXPECT_EQ(answer.status, 303) << address.path;
        EXPECT_EQ(TestBrowser::where(answer), "/account/second-factor") << address.path;
    }
}

TEST_F(StaffPrivilege, a_form_of_another_site_does_nothing) {
    for (const auto& address : addresses()) {
        if (address.method != http::Method::post) continue;
        EXPECT_EQ(ask(clerk, address, "").status, 403) << address.path;
        EXPECT_EQ(ask(clerk, address, digest("form of somebody else")).status, 403) << address.path;
        const auto foreign = clerk.post(address.path, {{"form_key", key_of(clerk)}},
                                        {{"origin", "https://evil.example"}});
        EXPECT_EQ(foreign.status, 403) << address.path;
    }
}

TEST_F(StaffPrivilege, what_is_no_id_is_not_found) {
    for (const auto* path : {"/staff/organizations/nonsense", "/staff/people/nonsense",
                             "/staff/publications/nonsense"}) {
        EXPECT_EQ(clerk.get(path).status, 404) << path;
    }
}

TEST_F(StaffPrivilege, staff_find_their_pages_from_every_page) {
    EXPECT_THAT(page("/staff"), HasSubstr("<a href=\"/staff\" aria-current=\"page\">Staff</a>"));
    EXPECT_THAT(clerk.get("/dashboard").body, HasSubstr("<a href=\"/staff\">Staff</a>"));
}

}  // namespace

}  // namespace cartulary::web
