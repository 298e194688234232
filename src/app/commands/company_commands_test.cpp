#include "app/commands/company_commands.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>
#include <sstream>

#include "operations/company_organizations.h"
#include "operations/verification.h"
#include "testkit/registry.h"

namespace cartulary::commands {

namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

class CompanyCommands : public testing::Test {
protected:
    Target target(bool json = true, std::string input = "long enough secret\n") {
        return {under_test.registry(), folder, std::move(input), json};
    }
    void SetUp() override {
        const auto added = add_company(target(), {"Harbor Group", "harbor", "robot", ""});
        ASSERT_EQ(added.status, 0) << added.err;
    }
    void TearDown() override { EXPECT_THAT(verify(under_test.registry()).problems, IsEmpty()); }

    // What import says of a table of these lines, as text.
    Outcome import_of(const std::string& table, bool keep_good = false, bool json = false) {
        const auto file = data.path() / "table.csv";
        std::ofstream(file) << table;
        return import_litmos(target(json), {file.string(), "Harbor", keep_good});
    }
    // "key name city", in the order of their numbers.
    std::vector<std::string> stored() {
        const auto user = command_line_for_company(under_test.registry(), "harbor", "test").value();
        std::vector<std::string> lines;
        for (const auto& [organization, modified] :
             CompanyOrganizations(under_test.registry()).page(user, 0)) {
            const auto& stated = organization.stated;
            lines.push_back(std::string(identifier_of(stated, "litmos.key")) + " " + stated.name +
                            " " + stated.address.city);
        }
        return lines;
    }

    testkit::RegistryUnderTest under_test;
    testkit::TemporaryFolder data;
    DataFolder folder{data.path()};
};

TEST_F(CompanyCommands, adds_a_company_whose_user_may_sign_in) {
    const auto added =
        add_company(target(), {"Quay Group", "quay", "robot", "office@quay.example"});
    EXPECT_EQ(added.status, 0);
    const auto said = json::parse(added.out);
    EXPECT_EQ(*said->find("company_login_id")->string(), "quay");
    EXPECT_TRUE(OrganizationId::from_ctid(*said->find("ctid")->string()));
    EXPECT_EQ(said->object()->size(), 2U);
    CompanyUsers users(under_test.registry());
    EXPECT_TRUE(users.sign_in({"quay", "robot", "long enough secret"}));
}

TEST_F(CompanyCommands, refuses_a_login_id_that_is_taken_and_a_password_that_is_short) {
    const auto again = add_company(target(), {"Other", "HARBOR", "robot", ""});
    EXPECT_EQ(again.status, 1);
    EXPECT_EQ(again.err, "login_id is already used by another company");
    EXPECT_EQ(add_company(target(true, "short"), {"Other", "other", "robot", ""}).err,
              "password must be at least 12 characters");
}

TEST_F(CompanyCommands, adds_changes_and_removes_users) {
    EXPECT_THAT(set_company_user(target(), {"harbor", "second"}).out, HasSubstr(R"("added":true)"));
    EXPECT_THAT(set_company_user(target(true, "another long secret\r\n"), {"harbor", "second"}).out,
                HasSubstr(R"("added":false)"));
    CompanyUsers users(under_test.registry());
    EXPECT_TRUE(users.sign_in({"harbor", "second", "another long secret"}));
    EXPECT_EQ(remove_company_user(target(), {"harbor", "second"}).status, 0);
    EXPECT_EQ(remove_company_user(target(), {"harbor", "second"}).err,
              "the company has no user second");
    EXPECT_EQ(set_company_user(target(), {"nobody", "second"}).err,
              "no company has the login id nobody");
}

TEST_F(CompanyCommands, imports_new_organizations_and_changes_of_known_ones) {
    auto outcome = import_of("Key,Name,City\na,Harbor,Portland\nb,Quay,\n");
    EXPECT_EQ(outcome.status, 0) << outcome.err;
    EXPECT_EQ(outcome.out, "line 2  a  inserted\nline 3  b  inserted\n2 rows, 2 inserted\n");
    EXPECT_THAT(stored(), ElementsAre("a Harbor Portland", "b Quay "));
    outcome = import_of("name,KEY\nHarbor,a\nNew Quay,b\nPier,c\n");
    EXPECT_EQ(outcome.out,
              "line 2  a  unchanged\nline 3  b  updated\nline 4  c  inserted\n"
              "3 rows, 1 inserted, 1 updated, 1 unchanged\n");
    EXPECT_THAT(stored(), ElementsAre("a Harbor Portland", "b New Quay ", "c Pier "))
        << "what has no column stays";
    import_of("Key,City\na,\n");
    EXPECT_THAT(stored(), testing::Contains("a Harbor ")) << "an empty cell takes it away";
}

TEST_F(CompanyCommands, imports_all_or_nothing_and_tells_every_problem) {
    const auto outcome = import_of(
        "Key,Name,ExternalId,Country\n"
        "a,Harbor,x,US\n"
        "b,,x,USA\n"
        "A,Quay,y,\n"
        "c,Pier,,XX\n");
    EXPECT_EQ(outcome.status, 1);
    EXPECT_EQ(outcome.err, "3 of 4 rows were refused; nothing was stored");
    EXPECT_THAT(outcome.out, HasSubstr("line 2  a  left out\n"));
    EXPECT_THAT(outcome.out,
                HasSubstr("line 3  b  refused: Name is required; Country must be at most "
                          "2 characters\n"));
    EXPECT_THAT(outcome.out, HasSubstr("line 4  A  refused: Key is that of an earlier row\n"));
    EXPECT_THAT(outcome.out, HasSubstr("line 5  c  refused: Country must be a country"));
    EXPECT_THAT(outcome.out, HasSubstr("4 rows, 3 refused, 1 left out"));
    EXPECT_THAT(stored(), IsEmpty());
}

TEST_F(CompanyCommands, keeps_the_good_rows_when_asked_to) {
    import_of("Key,Name,ExternalId\nold,Old,x\n");
    std::string table = "Key,Name,ExternalId\nbad,,\ntaken,Taken,X\n";
    for (int i = 0; i < 450; ++i) table += std::to_string(i) + ",Pier " + std::to_string(i) + ",\n";
    const auto outcome = import_of(table, true);
    EXPECT_EQ(outcome.status, 1);
    EXPECT_EQ(outcome.err, "2 of 452 rows were refused");
    EXPECT_THAT(outcome.out,
                HasSubstr("taken  refused: ExternalId is already used by another organization"));
    EXPECT_EQ(stored().size(), static_cast<std::size_t>(CompanyOrganizations::page_size));
    EXPECT_THAT(outcome.out, HasSubstr("452 rows, 450 inserted, 2 refused"));
}

TEST_F(CompanyCommands, an_external_id_may_move_within_a_table) {
    import_of("Key,Name,ExternalId\na,Harbor,x\nb,Quay,y\n");
    auto outcome = import_of("Key,ExternalId\na,z\nb,x\n");
    EXPECT_EQ(outcome.status, 0) << outcome.out;
    outcome = import_of("Key,Name,ExternalId\nc,Pier,X\n");
    EXPECT_THAT(outcome.out, HasSubstr("ExternalId is already used by another organization"));
    outcome = import_of("Key,Name,ExternalId\nc,Pier,w\nd,Dock,W\n");
    EXPECT_THAT(outcome.out, HasSubstr("line 3  d  refused: ExternalId is that of an earlier row"));
}

TEST_F(CompanyCommands, reports_the_rows_as_json) {
    const auto outcome = import_of("Key,Name\na,Harbor\nb,\n", true, true);
    EXPECT_EQ(
        outcome.out,
        R"({"read":2,"inserted":1,"updated":0,"unchanged":0,"refused":1,"left out":0,"rows":[)"
        R"({"line":2,"key":"a","outcome":"inserted","problems":[]},)"
        R"({"line":3,"key":"b","outcome":"refused","problems":["Name is required"]}]})"
        "\n");
}

TEST_F(CompanyCommands, reads_tables_of_spreadsheet_programs) {
    EXPECT_EQ(
        import_of("\xef\xbb\xbf\"Key\",\"Name\",Id\r\n\"a\",\"Universit\xc3\xa9\",7\r\n").status,
        0);
    EXPECT_EQ(import_of("Key,Name\nb,Universit\xe9\n").status, 0);
    EXPECT_THAT(stored(), ElementsAre("a Université ", "b Université "));
}

TEST_F(CompanyCommands, refuses_what_is_no_such_table) {
    const auto problem_of = [&](const std::string& table) {
        const auto outcome = import_of(table);
        EXPECT_EQ(outcome.status, 1);
        EXPECT_EQ(outcome.out, "");
        return outcome.err;
    };
    EXPECT_THAT(problem_of(""), HasSubstr("is empty"));
    EXPECT_THAT(problem_of("Name\nHarbor\n"), HasSubstr("has no column Key"));
    EXPECT_THAT(problem_of("Key,Colour\n"), HasSubstr("has the column \"Colour\""));
    EXPECT_THAT(problem_of("Key,key\n"), HasSubstr("has the column Key twice"));
    EXPECT_THAT(problem_of("Key,Name\na\n"), HasSubstr("line 2 has 1 cells"));
    EXPECT_THAT(problem_of("Key,Name\n\"a,b\n"), HasSubstr("is no CSV file"));
    EXPECT_THAT(import_litmos(target(), {"/nowhere/table.csv", "harbor", false}).err,
                HasSubstr("/nowhere/table.csv cannot be opened"));
    EXPECT_EQ(import_litmos(target(), {"/nowhere/table.csv", "nobody", false}).err,
              "no company has the login id nobody");
    EXPECT_THAT(stored(), IsEmpty());
}

TEST_F(CompanyCommands, takes_cells_that_no_database_takes_for_wrong_rows) {
    const auto outcome = import_of(std::string("Key,Name\na\0b,Harbor\n", 20), true);
    EXPECT_EQ(outcome.status, 1);
    EXPECT_THAT(outcome.out, HasSubstr("Key must not hold control characters"));
}

TEST_F(CompanyCommands, tells_nobody_by_mail) {
    add_company(target(), {"Quay Group", "quay", "robot", "office@quay.example"});
    const auto file = data.path() / "table.csv";
    std::ofstream(file) << "Key,Name,NotificationToSuperUser\na,Harbor,true\n";
    EXPECT_EQ(import_litmos(target(), {file.string(), "quay", false}).status, 0);
    EXPECT_THAT(under_test.waiting_mail(), IsEmpty());
}

TEST_F(CompanyCommands, shows_its_progress_where_there_is_a_terminal) {
    std::ostringstream terminal;
    auto where = target(false);
    where.terminal = &terminal;
    const auto file = data.path() / "table.csv";
    std::ofstream(file) << "Key,Name\na,Harbor\n";
    import_litmos(where, {file.string(), "harbor", false});
    EXPECT_THAT(terminal.str(), HasSubstr("of 2"));
}

}  // namespace

}  // namespace cartulary::commands
