#include <gmock/gmock.h>

#include <atomic>
#include <thread>

#include "dialects/litmos/litmos_for_test.h"
#include "store/organizations.h"

namespace cartulary::litmos {

namespace {

using http::Method;
using testing::HasSubstr;

class SignInTest : public LitmosTest {
protected:
    int status_of(const Account& account) {
        return call_as(account, Method::get, "/api/organizations").status;
    }
    http::Response with_headers(std::vector<http::Header> headers) {
        return router.dispatch({.path = "/api/organizations", .headers = std::move(headers)});
    }
};

TEST_F(SignInTest, asks_for_all_four_headers_in_the_same_words) {
    const auto wrong = call_as({"nobody"}, Method::get, "/api/organizations");
    EXPECT_EQ(wrong.status, 401);
    for (const auto* missing : {"companyloginid", "productid", "username", "password"}) {
        auto headers = harbor.headers();
        std::erase_if(headers, [&](const auto& header) { return header.name == missing; });
        const auto response = with_headers(headers);
        EXPECT_EQ(response.status, 401) << missing;
        EXPECT_EQ(response.body, wrong.body) << missing;
    }
    for (const auto& account :
         {Account{"harbor-group", "robot", "wrong horse battery"},
          Account{"harbor-group", "robot", ""}, Account{"harbor-group", "nobody"},
          Account{"harbor-group", "robot", std::string(5'000, 'p')},
          Account{"harbor-group", "\xff"}, Account{std::string(5'000, 'c')}}) {
        const auto response = call_as(account, Method::get, "/api/organizations");
        EXPECT_EQ(response.status, 401);
        EXPECT_EQ(response.body, wrong.body);
    }
}

TEST_F(SignInTest, knows_two_products_that_answer_alike) {
    for (const auto& [product, status] :
         {std::pair{"1", 200}, std::pair{"2", 200}, std::pair{"3", 400}, std::pair{"0", 400},
          std::pair{"1, 1", 400}, std::pair{"one", 400}}) {
        auto headers = harbor.headers();
        headers[1].value = product;
        EXPECT_EQ(with_headers(headers).status, status) << product;
    }
}

TEST_F(SignInTest, company_and_user_name_have_no_case_and_the_password_has) {
    EXPECT_EQ(status_of({"HARBOR-Group", "Robot"}), 200);
    EXPECT_EQ(status_of({"harbor-group", "robot", "Correct horse battery"}), 401);
}

TEST_F(SignInTest, every_route_asks_who_is_there) {
    for (const auto& route : router.areas()[0].routes) {
        auto path = route.path;
        for (auto at = path.find('{'); at != std::string::npos; at = path.find('{')) {
            path.replace(at, path.find('}') - at + 1, "1");
        }
        EXPECT_EQ(call_as({"nobody"}, route.method, path, "{}").status, 401) << path;
    }
}

TEST_F(SignInTest, a_right_password_is_hashed_once_a_minute) {
    status_of(harbor);
    const auto once = hashed;
    for (int i = 0; i < 10; ++i) status_of(harbor);
    EXPECT_EQ(hashed, once);
    under_test.pass(std::chrono::seconds(60));
    status_of(harbor);
    EXPECT_EQ(hashed, once + 1);
}

TEST_F(SignInTest, a_right_password_stays_known_when_something_else_is_written) {
    status_of(harbor);
    const auto once = hashed;
    made(organization("a"));
    status_of(harbor);
    EXPECT_EQ(hashed, once);
}

TEST_F(SignInTest, an_unknown_user_costs_as_many_hashes_as_a_wrong_password) {
    status_of(harbor);
    for (const auto& account : {Account{"harbor-group", "robot", "wrong"},
                                Account{"harbor-group", "nobody"}, Account{"no-company"}}) {
        const auto before = hashed;
        status_of(account);
        status_of(account);
        EXPECT_EQ(hashed, before + 2) << "a wrong password is not remembered";
    }
}

TEST_F(SignInTest, a_changed_password_counts_at_once) {
    EXPECT_EQ(status_of(harbor), 200);
    const auto changed =
        put_company_user(under_test.registry(), "HARBOR-group", "ROBOT", "another long secret");
    ASSERT_TRUE(changed);
    EXPECT_FALSE(*changed) << "it is the same user";
    EXPECT_EQ(status_of(harbor), 401);
    EXPECT_EQ(status_of({"harbor-group", "robot", "another long secret"}), 200);
    ASSERT_TRUE(put_company_user(under_test.registry(), "harbor-group", "robot", harbor.password));
    EXPECT_EQ(status_of(harbor), 200);
}

TEST_F(SignInTest, a_removed_user_is_refused_at_once) {
    const Account second{"harbor-group", "second"};
    ASSERT_TRUE(
        put_company_user(under_test.registry(), "harbor-group", second.username, second.password));
    EXPECT_EQ(status_of(second), 200);
    ASSERT_TRUE(remove_company_user(under_test.registry(), "harbor-group", "Second"));
    EXPECT_EQ(status_of(second), 401);
    EXPECT_EQ(status_of(harbor), 200);
    EXPECT_EQ(remove_company_user(under_test.registry(), "harbor-group", "Second").error().kind,
              ErrorKind::not_found);
}

TEST_F(SignInTest, a_company_that_is_not_active_is_told_so) {
    ASSERT_TRUE(under_test.store().write([&](Transaction& transaction) {
        auto company = organizations::find(transaction, number_of(harbor.login_id)).value();
        company.status = OrganizationStatus::blocked;
        company.version += 1;
        return organizations::replace(transaction, company);
    }));
    EXPECT_EQ(status_of(harbor), 403);
    EXPECT_EQ(status_of({"harbor-group", "robot", "wrong"}), 401);
    EXPECT_EQ(status_of(rival), 200);
}

TEST_F(SignInTest, what_a_user_changes_bears_its_name) {
    const Account second{"harbor-group", "second"};
    ASSERT_TRUE(
        put_company_user(under_test.registry(), "harbor-group", second.username, second.password));
    const auto id = made(organization("a"));
    under_test.pass(std::chrono::hours(1));
    const auto changed =
        call_as(second, Method::put, path_of(id), R"({"Key":"b","Name":"Harbor"})");
    const auto modified = json::text_of(*only(changed).find("Modified"));
    EXPECT_EQ(modified, R"({"CreatedBy":"robot","CreatedDate":"2026-09-21T14:13:20Z",)"
                        R"("UpdatedBy":"second","UpdatedDate":"2026-09-21T15:13:20Z"})");
}

TEST_F(SignInTest, a_company_is_made_once_and_needs_good_names_and_a_good_password) {
    const auto add = [&](NewCompany company) {
        return add_company(under_test.registry(), command_line(), company);
    };
    const NewCompany good{"Third Group", "third", "robot", "long enough secret"};
    ASSERT_TRUE(add(good));
    EXPECT_EQ(add(good).error().fields.at(0).field, "login_id");
    const auto problem_of = [&](auto change) {
        auto company = good;
        company.login_id = "fourth";
        change(company);
        const auto refused = add(company);
        return refused ? "none" : refused.error().fields.at(0).field;
    };
    EXPECT_EQ(problem_of([](auto& company) { company.name = ""; }), "name");
    EXPECT_EQ(problem_of([](auto& company) { company.email = "nobody"; }), "email");
    EXPECT_EQ(problem_of([](auto& company) { company.login_id = std::string(101, 'l'); }),
              "login_id");
    EXPECT_EQ(problem_of([](auto& company) { company.login_id = " spaced"; }), "login_id");
    EXPECT_EQ(problem_of([](auto& company) { company.username = std::string(51, 'u'); }),
              "username");
    EXPECT_EQ(problem_of([](auto& company) { company.username = "\xff"; }), "username");
    EXPECT_EQ(problem_of([](auto& company) { company.password = "short"; }), "password");
    EXPECT_EQ(problem_of([](auto& company) { company.password = "ends with a space "; }),
              "password");
    EXPECT_EQ(problem_of([](auto& company) { company.password = "has\na line break"; }),
              "password");
    EXPECT_EQ(problem_of([](auto& company) { company.login_id = std::string(100, 'l'); }), "none");
}

}  // namespace

}  // namespace cartulary::litmos
