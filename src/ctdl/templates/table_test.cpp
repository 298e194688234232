#include "ctdl/templates/table.h"

#include <gtest/gtest.h>

#include "base/csv.h"
#include "ctdl/templates/templates_for_test.h"
#include "domain/draft.h"

namespace cartulary::ctdl::templates {

namespace {

using Cells = std::vector<std::string>;

const Template& credentials() {
    return template_of(Kind::credentials);
}

// The problems of a heading, a line each.
std::string heading_problems(const Cells& cells, const Template& of = credentials()) {
    const auto heading = Heading::read(of, cells);
    if (heading) return "";
    std::string lines;
    for (const auto& [field, problem] : heading.error().fields) {
        lines += (lines.empty() ? "" : "\n") + field + ' ' + problem;
    }
    return lines;
}

// A table of credentials with these columns, beside those that are needed.
class Table {
public:
    explicit Table(Cells columns) {
        columns.insert(columns.begin(), {"External Identifier", "Owned By", "Credential Name"});
        heading_ = *Heading::read(credentials(), columns);
    }

    RowSaid read(Cells cells) {
        cells.insert(cells.begin(), {"H-1", "same as owner", "Harbor Pilot"});
        problems_.clear();
        return read_row(heading_, cells, problems_);
    }

    // What the row makes of an entry.
    Entry written_over(Entry before, const Cells& cells) {
        return with_row(std::move(before), read(cells));
    }

    std::string problems() const {
        std::string lines;
        for (const auto& [column, text] : problems_) {
            const auto place = column == CellProblem::whole_row ? "row" : std::to_string(column);
            lines += (lines.empty() ? "" : "\n") + place + ' ' + text;
        }
        return lines;
    }

private:
    Heading heading_;
    std::vector<CellProblem> problems_;
};

Entry named(Entry::Fields fields) {
    fields["Name"] = {"Harbor Pilot"};
    return {std::move(fields), {}};
}

}  // namespace

TEST(Heading, does_not_mind_how_columns_are_written) {
    const auto heading = Heading::read(
        credentials(), {" ctid ", "EXTERNAL  IDENTIFIER*", "owned by", "Credential Name *",
                        "conditionprofile.description", "Condition Profile: Condition Type",
                        "SubjectWebpage", "keyword", "", " "});
    ASSERT_TRUE(heading);
    ASSERT_EQ(heading->size(), 8U);
    EXPECT_EQ(heading->field(4).name, "ConditionProfile.Description");
    EXPECT_EQ(heading->field(5).name, "ConditionProfile.Type");
    EXPECT_EQ(heading->field(6).name, "SubjectWebpage");
    EXPECT_EQ(heading->field(7).name, "Keyword");
    EXPECT_EQ(heading->column_of(heading->field(7)), 7U);
}

TEST(Heading, knows_the_columns_that_people_have_in_their_files) {
    const std::string groups[] = {"ConditionProfile: ", "Cost: "};
    Cells columns{"CTID",
                  "External Identifier",
                  "Credential Name",
                  "Credential Type",
                  "Description",
                  "Subject Webpage",
                  "Credential Status",
                  "Language",
                  "Owned By",
                  "Offered By",
                  "Alternate Name",
                  "Coded Notation",
                  "Keywords",
                  "Subjects",
                  "Date Effective",
                  "Image URL",
                  "Audience Level Type",
                  "Estimated Duration",
                  "Occupation Type",
                  "Industry Type",
                  "Instructional Program Type",
                  "Available At",
                  "Available Online At",
                  "Accredited By",
                  "Approved By",
                  "Recognized By"};
    for (const auto* name : {"External Identifier", "Condition Type", "Name", "Description",
                             "Subject Webpage", "Submissions", "Experience", "Years of Experience",
                             "Credit Unit Type", "Credit Unit Value", "Target Credential",
                             "Target Assessment", "Target Learning Opportunity"}) {
        columns.push_back(groups[0] + name);
    }
    for (const auto* name : {"External Identifier", "Name", "Description", "Details Url",
                             "Currency Type", "Types List"}) {
        columns.push_back(groups[1] + name);
    }
    EXPECT_EQ(heading_problems(columns), "");
    EXPECT_EQ(heading_problems(
                  {"CTID", "External Identifier", "Learning Type", "Learning Opportunity Name",
                   "Description", "Subject Webpage", "Life Cycle Status Type", "Language",
                   "Credit Unit Type", "Credit Unit Value", "Offered By", "Owned By",
                   "Coded Notation", "Subjects", "Delivery Type", "Available Online At",
                   "Available At", "Availability Listing"},
                  template_of(Kind::learning_opportunities)),
              "");
    EXPECT_EQ(heading_problems({"External Identifier", "CTID", "Name", "Address1", "Address2",
                                "City", "Region", "Postal Code", "Country"},
                               template_of(Kind::locations)),
              "");
}

TEST(Heading, names_every_column_that_is_unknown_or_stands_twice) {
    EXPECT_EQ(heading_problems({"CTID", "Owned By", "Credential Name", "FEIN", "", "=evil", "Name",
                                "\xFF", std::string(5'000, 'x')}),
              "FEIN is no column of this template\n"
              "column 5 is no column of this template\n"
              "=evil is no column of this template\n"
              "Name stands twice\n"
              "column 8 is no column of this template\n" +
                  std::string(100, 'x') + " is no column of this template");
}

TEST(Heading, names_every_column_that_is_needed) {
    EXPECT_EQ(heading_problems({"Description"}),
              "External Identifier or CTID is needed as a column\n"
              "Owned By is needed as a column\n"
              "Credential Name is needed as a column");
    EXPECT_EQ(heading_problems({"CTID", "Owned By", "Credential Name"}), "");
    EXPECT_EQ(heading_problems({"External Identifier", "Name"}, template_of(Kind::locations)), "");
}

TEST(Row, is_passed_over_when_it_is_blank_or_an_example) {
    EXPECT_TRUE(is_passed_over({}));
    EXPECT_TRUE(is_passed_over({"", " ", "\t"}));
    EXPECT_TRUE(is_passed_over({"Instructions: fill in"}));
    EXPECT_TRUE(is_passed_over({" sample data", "x"}));
    EXPECT_FALSE(is_passed_over({"", "Instructions"}));
    EXPECT_FALSE(is_passed_over({"Sample", "x"}));
    EXPECT_FALSE(is_passed_over({"\xFF", "x"}));
}

TEST(Row, says_which_thing_it_is_and_what_of_it) {
    Table table({"CTID", "Keywords", "Description"});
    const auto said = table.read({"CE-0D1C2B3A-4958-4677-8695-A4B3C2D1E0F1",
                                  "boats | ropes||knots|", "One | two.\r\nThree."});
    EXPECT_EQ(table.problems(), "");
    EXPECT_EQ(said.external_identifier, "H-1");
    EXPECT_EQ(said.owner, "same as owner");
    EXPECT_EQ(said.ctid, "CE-0D1C2B3A-4958-4677-8695-A4B3C2D1E0F1");
    EXPECT_EQ(said.entry, named({{"Keyword", {"boats", "ropes|knots"}},
                                 {"Description", {"One | two.\nThree."}}}));
}

TEST(Row, takes_back_what_was_done_against_formulas) {
    Table table({"Alternate Name"});
    EXPECT_EQ(table.read({"'=1+1"}).entry, named({{"AlternateName", {"=1+1"}}}));
    EXPECT_EQ(table.read({"'tis"}).entry, named({{"AlternateName", {"'tis"}}}));
}

TEST(Row, tells_what_is_wrong_with_its_cells) {
    Table table({"CTID", "Keywords", "Alternate Name", "Description"});
    table.read({"ce-1",
                "a\x01"
                "b",
                "#DELETE|x", "\xFF", "one too many"});
    EXPECT_EQ(table.problems(),
              "3 " + std::string(ctid_problem) +
                  "\n6 must be UTF-8\n"
                  "row has more cells than the heading\n"
                  "5 cannot be #DELETE, which empties a field where it stands in a table\n"
                  "4 must not hold control characters");
    table.read({"#DELETE", "", "", ""});
    EXPECT_EQ(table.problems(), "3 says which thing it is, and cannot be emptied");
}

TEST(Row, has_limits) {
    Table table({"Keywords", "Description"});
    std::string values = "x";
    for (std::size_t i = 1; i < values_max; ++i) values += "|x";
    table.read({values, std::string(value_bytes_max, 'x')});
    EXPECT_EQ(table.problems(), "");
    table.read({values + "|x", std::string(value_bytes_max + 1, 'x')});
    EXPECT_EQ(table.problems(), "4 must be at most 20000 bytes\n3 takes at most 100 values");
    Table identified({"CTID"});
    std::vector<CellProblem> problems;
    const auto heading = *Heading::read(credentials(), {"External Identifier", "Owned By", "Name"});
    read_row(heading, {std::string(external_identifier_length_max, 'x'), "", "n"}, problems);
    EXPECT_TRUE(problems.empty());
    read_row(heading, {std::string(external_identifier_length_max + 1, 'x'), "", "n"}, problems);
    EXPECT_EQ(problems.size(), 1U);
}

TEST(Row, of_a_million_values_is_not_parted_to_the_end) {
    Table table({"Keywords"});
    std::string values;
    for (int i = 0; i < 500'000; ++i) values += "x|";
    EXPECT_EQ(table.read({values}).entry.fields.at("Keyword").size(), values_max + 1);
}

TEST(Row, written_over_an_entry_keeps_what_it_does_not_mention) {
    Table table({"Keywords", "Description"});
    const auto before = named({{"Keyword", {"old"}},
                               {"Description", {"Old."}},
                               {"SubjectWebpage", {"https://harbor.example"}}});
    EXPECT_EQ(
        table.written_over(before, {"new|newer", "#delete"}),
        named({{"Keyword", {"new", "newer"}}, {"SubjectWebpage", {"https://harbor.example"}}}));
    EXPECT_EQ(table.written_over(before, {"", ""}), before);
}

TEST(Row, adds_to_a_group_or_takes_the_place_of_a_row_with_its_identifier) {
    Table table({"Cost: External Identifier", "Cost: Name"});
    auto entry = table.written_over({}, {"a", "one"});
    entry = table.written_over(entry, {"", "two"});
    entry = table.written_over(entry, {"", "two"});
    entry = table.written_over(entry, {"a", "three"});
    const std::vector<Entry::Fields> expected{
        {{"Cost.ExternalIdentifier", {"a"}}, {"Cost.Name", {"three"}}}, {{"Cost.Name", {"two"}}}};
    EXPECT_EQ(entry.groups.at("Cost"), expected);
}

TEST(Row, takes_out_rows_of_a_group_and_the_group) {
    Table table({"Cost: External Identifier", "Cost: Name"});
    auto full = table.written_over({}, {"a", "one"});
    full = table.written_over(full, {"b", "two"});
    const auto without_a = table.written_over(full, {"a", "#DELETE"});
    ASSERT_EQ(without_a.groups.at("Cost").size(), 1U);
    EXPECT_EQ(without_a.groups.at("Cost")[0].at("Cost.Name").front(), "two");
    EXPECT_EQ(table.written_over(full, {"c", "#DELETE"}), full);
    EXPECT_TRUE(table.written_over(full, {"", "#DELETE"}).groups.empty());
    const auto begun_anew = table.written_over(full, {"#DELETE", "three"});
    ASSERT_EQ(begun_anew.groups.at("Cost").size(), 1U);
    EXPECT_EQ(begun_anew.groups.at("Cost")[0].at("Cost.Name").front(), "three");
}

TEST(Row, adds_no_more_rows_than_are_needed_to_tell_of_too_many) {
    Table table({"Cost: Name"});
    Entry entry;
    for (std::size_t i = 0; i < group_rows_max; ++i) {
        entry = table.written_over(std::move(entry), {std::to_string(i)});
    }
    EXPECT_TRUE(problems_in(credentials(), entry).empty());
    for (int i = 0; i < 100; ++i) {
        entry = table.written_over(std::move(entry), {"more " + std::to_string(i)});
    }
    EXPECT_EQ(entry.groups.at("Cost").size(), group_rows_max + 1);
    EXPECT_EQ(told(problems_in(credentials(), entry)), "error Cost may be there at most 50 times");
}

TEST(TemplateFile, has_a_heading_that_is_understood_and_rows_that_are_passed_over) {
    for (const auto kind : {Kind::credentials, Kind::assessments, Kind::learning_opportunities,
                            Kind::organizations, Kind::locations}) {
        const auto& of = template_of(kind);
        const auto file = template_file(of);
        EXPECT_TRUE(file.starts_with("\xEF\xBB\xBF"));
        csv::Reader reader(csv::source_of(file));
        csv::Row row;
        ASSERT_TRUE(*reader.read(row));
        const auto heading = Heading::read(of, row.cells);
        ASSERT_TRUE(heading) << heading_problems(row.cells, of);
        EXPECT_EQ(heading->size(), of.identifying.size() + of.fields.size());
        ASSERT_TRUE(*reader.read(row));
        EXPECT_TRUE(is_passed_over(row.cells));
        ASSERT_TRUE(*reader.read(row));
        EXPECT_TRUE(is_passed_over(row.cells));
        std::vector<CellProblem> problems;
        row.cells.front().clear();
        read_row(*heading, row.cells, problems);
        for (const auto& problem : problems) ADD_FAILURE() << problem.text;
        EXPECT_FALSE(*reader.read(row));
    }
}

}  // namespace cartulary::ctdl::templates
