#include "ctdl/templates/entry.h"

#include <gtest/gtest.h>

#include "ctdl/templates/templates_for_test.h"

namespace cartulary::ctdl::templates {

namespace {

const Template& credentials() {
    return template_of(Kind::credentials);
}

std::string problems_of(const Entry& entry) {
    return told(problems_in(credentials(), entry));
}

std::vector<std::string> many_values(std::size_t count) {
    return std::vector<std::string>(count, "boats");
}

}  // namespace

TEST(Entry, is_the_same_after_it_was_stored) {
    auto entry = least_credential();
    entry.fields["Keyword"] = {"\"quoted\"", "b\\ö\n"};
    entry.groups["Cost"] = {{{"Cost.Name", {"All"}}}, {{"Cost.TypesList", {"Tuition~1", "x|y"}}}};
    EXPECT_EQ(entry_of_text(text_of(entry)), entry);
    EXPECT_EQ(entry_of_text(text_of(Entry{})), Entry{});
    for (const auto* text : {"", "{}", "[]", R"({"fields": {"Name": "x"}, "groups": {}})",
                             R"({"fields": {"Name": [1]}, "groups": {}})"}) {
        EXPECT_THROW(entry_of_text(text), std::runtime_error) << text;
    }
}

TEST(Entry, tells_the_first_value_of_a_field) {
    const Entry entry{{{"Keyword", {"boats", "ropes"}}, {"Name", {}}}, {}};
    EXPECT_EQ(value_of(entry, "Keyword"), "boats");
    EXPECT_EQ(value_of(entry, "Name"), "");
    EXPECT_EQ(value_of(entry, "Subject"), "");
}

TEST(Entry, is_tidied) {
    const Entry untidy{{{"Name", {" Pilot\r\nof\tships "}},
                        {"Description", {" One.\r\nTwo.\rThree. "}},
                        {"Keyword", {" ", "boats ", ""}},
                        {"Subject", {"  "}}},
                       {{"Cost",
                         {{{"Cost.Name", {" All"}}},
                          {{"Cost.Name", {""}}},
                          {{"Cost.Name", {"All "}}, {"Cost.Currency", {""}}}}},
                        {"ConditionProfile", {{}}}}};
    const Entry tidy{{{"Name", {"Pilot of ships"}},
                      {"Description", {"One.\nTwo.\nThree."}},
                      {"Keyword", {"boats"}}},
                     {{"Cost", {{{"Cost.Name", {"All"}}}}}}};
    EXPECT_EQ(tidied(credentials(), untidy), tidy);
    EXPECT_EQ(tidied(credentials(), tidy), tidy);
}

TEST(Entry, with_names_that_are_no_fields_is_refused) {
    auto entry = least_credential();
    entry.fields["FEIN"] = {"1"};
    entry.fields["Cost.Name"] = {"outside of its group"};
    entry.fields[std::string(5'000, 'x')] = {"1"};
    entry.groups["Contact"] = {{{"Contact.Email", {"a@b.example"}}}};
    entry.groups["Cost"] = {{{"Name", {"not of the group"}}}};
    EXPECT_EQ(problems_of(entry),
              "error Cost.Name is nothing that can be said of it\n"
              "error FEIN is nothing that can be said of it\n"
              "error " +
                  std::string(100, 'x') +
                  " is nothing that can be said of it\n"
                  "error Contact is nothing that can be said of it\n"
                  "error Cost[0].Name is nothing that can be said of it");
}

TEST(Entry, with_more_than_the_limits_is_refused) {
    auto entry = least_credential();
    EXPECT_EQ(problems_of(entry), "");
    entry.fields["Keyword"] = many_values(values_max);
    entry.fields["Description"] = {std::string(value_bytes_max, 'x')};
    entry.groups["Cost"] = {};
    for (std::size_t i = 0; i < group_rows_max; ++i) {
        entry.groups["Cost"].push_back({{"Cost.Name", {std::to_string(i)}}});
    }
    EXPECT_EQ(problems_of(entry), "");

    entry.fields["Keyword"] = many_values(values_max + 1);
    entry.fields["Description"] = {std::string(value_bytes_max + 1, 'x')};
    entry.fields["Name"] = {"one", "two"};
    entry.groups["Cost"].push_back({{"Cost.Name", {"one more"}}});
    EXPECT_EQ(problems_of(entry),
              "error Description must be at most 20000 bytes\n"
              "error Keyword takes at most 100 values\n"
              "error Name takes one value\n"
              "error Cost may be there at most 50 times");
}

TEST(Entry, with_too_much_altogether_is_refused) {
    auto entry = least_credential();
    entry.fields["Subject"] = std::vector<std::string>(9, std::string(value_bytes_max, 'x'));
    EXPECT_EQ(problems_of(entry), "");
    entry.fields["Keyword"] = {std::string(value_bytes_max, 'x')};
    EXPECT_EQ(problems_of(entry), "error must be at most 200000 bytes");
}

TEST(Entry, with_what_is_no_text_is_refused) {
    const Entry entry{{{"Name", {"a\x01"}},
                       {"Description", {"lines\nare good"}},
                       {"Keyword", {"good", "\xFF", "#delete"}}},
                      {}};
    EXPECT_EQ(problems_of(entry),
              "error Keyword[1] must be UTF-8\n"
              "error Keyword[2] cannot be #DELETE, which empties a field where it stands in a "
              "table\n"
              "error Name must not hold control characters");
}

TEST(Entry, has_an_external_identifier_once_in_a_group) {
    const Entry entry{{},
                      {{"Cost",
                        {{{"Cost.ExternalIdentifier", {"a"}}, {"Cost.Name", {"1"}}},
                         {{"Cost.ExternalIdentifier", {"b"}}},
                         {{"Cost.ExternalIdentifier", {"a"}}}}}}};
    EXPECT_EQ(problems_of(entry), "error Cost[2].ExternalIdentifier stands twice");
}

TEST(Entry, tells_of_as_many_problems_as_of_a_document) {
    Entry entry;
    for (std::size_t i = 0; i < problems_max + 10; ++i) entry.fields["x" + std::to_string(i)] = {};
    EXPECT_EQ(problems_in(credentials(), entry).size(), problems_max);
}

TEST(Entry, knows_where_the_path_of_a_problem_leads) {
    const auto& of = credentials();
    const auto keyword = spot_of(of, "Keyword[2]");
    EXPECT_EQ(keyword.field, find_field(of, "Keyword"));
    EXPECT_EQ(keyword.value, 2U);
    const auto condition = spot_of(of, "ConditionProfile[1].TargetCredential[3]");
    EXPECT_EQ(condition.field, find_field(of, "ConditionProfile.TargetCredential"));
    EXPECT_EQ(condition.group, "ConditionProfile");
    EXPECT_EQ(condition.row, 1U);
    EXPECT_EQ(condition.value, 3U);
    const auto row = spot_of(of, "Cost[0]");
    EXPECT_EQ(row.field, nullptr);
    EXPECT_EQ(row.group, "Cost");
    EXPECT_EQ(row.row, 0U);
    for (const auto* path : {"", "Nothing", "Nothing[1].Name", "Keyword[x]", "[", "]", "Cost."}) {
        EXPECT_EQ(spot_of(of, path).field, nullptr) << path;
    }
}

}  // namespace cartulary::ctdl::templates
