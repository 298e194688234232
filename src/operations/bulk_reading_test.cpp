#include "base/csv.h"
#include "operations/bulk_for_test.h"

namespace cartulary {

namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;
using testing::StartsWith;

using BulkReadingTest = BulkTest;
INSTANTIATE_TEST_SUITE_P(EveryDatabase, BulkReadingTest, testing::ValuesIn(testkit::store_kinds()),
                         [](const auto& suite) { return suite.param.name; });

TEST_P(BulkReadingTest, a_file_that_is_no_table_is_refused_with_the_reason) {
    EXPECT_EQ(refusal(""), "invalid: the file is empty");
    EXPECT_EQ(refusal("\n\n"), "the file is empty");
    EXPECT_EQ(refusal(std::string("PK\x03\x04rest", 8)),
              "invalid: the file is a workbook of a spreadsheet program; save it as CSV (UTF-8)");
    EXPECT_EQ(refusal(std::string("a\0b", 3)),
              "invalid: the file is no text; save the table as CSV (UTF-8)");
    EXPECT_EQ(refusal(heading), "the file has a heading and no rows");
    EXPECT_EQ(refusal(heading + std::string("\"never closed")),
              "line 2: a quote is opened and never closed");
}

TEST_P(BulkReadingTest, a_wrong_heading_is_refused_with_every_column_that_is_wrong) {
    EXPECT_EQ(
        refusal("External Identifier,Owned By,Credential Name,Colour,owned by,Smell\nW,,,,,\n"),
        "the heading is not that of the template: \"Colour\" is no column of this template; "
        "\"owned by\" stands twice; \"Smell\" is no column of this template");
    EXPECT_THAT(refusal("Colour\nred\n"), HasSubstr("\"Credential Name\" is needed as a column"));
    std::string many = "External Identifier,Owned By,Credential Name";
    for (int i = 0; i < 50; ++i) many += ",Wrong " + std::to_string(i);
    EXPECT_THAT(refusal(many + "\n"), testing::EndsWith("; and 30 more"));
}

TEST_P(BulkReadingTest, takes_files_as_spreadsheet_programs_write_them) {
    EXPECT_EQ(saved_table("\xEF\xBB\xBF" + std::string(heading) + row("W-1")).added, 1);
    auto crlf = heading + row("W-2");
    for (auto at = crlf.find('\n'); at != std::string::npos; at = crlf.find('\n', at + 2)) {
        crlf.replace(at, 1, "\r\n");
    }
    EXPECT_EQ(saved_table(crlf).added, 1);
    EXPECT_EQ(saved_table(heading + row("W-3", "Soudure \xE0 l'arc \x96 caf\xE9")).added, 1);
    EXPECT_EQ(draft("W-3").name, "Soudure à l'arc – café") << "it was Windows-1252";
    const std::string template_row =
        "Instructions: fill in,,,,,,,,\nSample Data,,,,,,,,\n,,,,,,,,\n";
    EXPECT_EQ(saved_table(heading + template_row + row("W-4")).rows_read, 1);
}

TEST_P(BulkReadingTest, counts_rows_as_a_spreadsheet_program_does) {
    const auto upload = read(heading +
                             std::string("\n\n\"W-1\",,same as owner,\"two\nlines\",,,,,\n"
                                         "\n") +
                             row("W-2", ""));
    ASSERT_TRUE(upload) << refusal_of(upload);
    const auto rows = uploads.rows(ada, own.id, upload->id, true, {});
    ASSERT_THAT(rows->items, SizeIs(2));
    EXPECT_EQ(rows->items[0].row, 4);
    EXPECT_EQ(rows->items[1].row, 6);
}

TEST_P(BulkReadingTest, too_large_files_are_refused) {
    std::string rows = "External Identifier,Owned By,Credential Name\n";
    for (std::size_t i = 0; i <= ctdl::templates::rows_max; ++i) rows += "a,,\n";
    EXPECT_EQ(refusal(rows), "the file has more than 50000 rows");
    EXPECT_EQ(refusal(std::string(bulk_file_bytes_max + 1, 'a')),
              "too_large: the file has more than 67108864 bytes");
    EXPECT_EQ(refusal(heading + row("W-1", std::string(csv::row_bytes_max, 'a'))),
              "line 2: the row has more than 1048576 bytes");
    const auto cell =
        read(heading + row("W-1", std::string(ctdl::templates::value_bytes_max + 1, 'a')));
    EXPECT_THAT(problems_of(*cell), ElementsAre(StartsWith("2: Credential Name")));
}

TEST_P(BulkReadingTest, what_is_said_of_one_thing_has_a_limit) {
    std::string table = heading + row("W-1");
    const std::string more = "W-1,,,,,\"" + std::string(15'000, 'a') + "\",,,\n";
    for (int i = 0; i < 100; ++i) table += more;
    const auto upload = read(table + row("W-2"));
    ASSERT_TRUE(upload) << refusal_of(upload);
    EXPECT_EQ(upload->added, 1);
    EXPECT_GT(upload->failed, 1);
    EXPECT_THAT(problems_of(*upload),
                testing::Each(HasSubstr("The rows before this one say all that is taken")));
    std::string many = heading + row("W-1");
    for (int i = 0; i < 1'000; ++i) many += "W-1,,,,,,,,\n";
    EXPECT_THAT(problems_of(*read(many)),
                ElementsAre(testing::StartsWith("1002: The rows before")));
}

TEST_P(BulkReadingTest, rows_of_one_thing_need_not_stand_together) {
    const std::string profiles =
        "External Identifier,CTID,Owned By,Credential Name,Credential Type,Description,"
        "Subject Webpage,Credential Status,Language,ConditionProfile: Condition Type,"
        "ConditionProfile: Description\n";
    const auto with = [](std::string row, const std::string& profile) {
        row.pop_back();
        return row + profile + "\n";
    };
    const std::string more = "W-1,,,,,,,,,Requires,Be ready.\n";
    const auto table =
        profiles + with(row("W-1"), ",Requires,A year at sea.") + with(row("W-2"), ",,") + more;
    const auto upload = read(table);
    EXPECT_THAT(problems_of(*upload), IsEmpty());
    EXPECT_EQ(counts(*upload), "3 rows, 2 things: 2 added, 0 updated, 0 unchanged, 0 failed");
    ASSERT_TRUE(save(*upload));
    const auto entry = ctdl::templates::entry_of_text(draft("W-1").entry);
    EXPECT_THAT(entry.groups.at("ConditionProfile"), SizeIs(2));
    EXPECT_EQ(counts(*read(table)), "3 rows, 2 things: 0 added, 0 updated, 2 unchanged, 0 failed");

    // The row that says what is wrong is told.
    const auto wrong = read(table + "W-1,,,,,,,,,Nonsense,What is this?\n");
    EXPECT_THAT(problems_of(*wrong),
                ElementsAre(StartsWith("5: ConditionProfile: Condition Type")));
    EXPECT_EQ(wrong->failed, 1);
}

TEST_P(BulkReadingTest, a_row_may_refer_to_a_thing_below_it) {
    const std::string parts =
        "External Identifier,CTID,Owned By,Credential Name,Credential Type,Description,"
        "Subject Webpage,Credential Status,Language,Has Part\n";
    auto first = row("W-1");
    first.insert(first.size() - 1, ",W-2");
    auto second = row("W-2");
    second.insert(second.size() - 1, ",");
    saved_table(parts + first + second);
    const auto preview = drafts.preview(ada, own.id, draft("W-1").ctid);
    ASSERT_TRUE(preview) << refusal_of(preview);
    EXPECT_THAT(preview->graph, HasSubstr(draft("W-2").ctid.text()));
}

TEST_P(BulkReadingTest, things_are_known_by_either_identifier) {
    saved_table(heading + row("W-1"));
    const auto ctid = draft("W-1").ctid.text();
    const auto by_ctid = saved_table(heading + row("", "Welding II", ctid));
    EXPECT_EQ(by_ctid.updated, 1);
    EXPECT_EQ(draft("W-1").name, "Welding II") << "its own identifier stays";
    const auto renamed = saved_table(heading + row("W-9", "Welding II", ctid));
    EXPECT_EQ(renamed.updated, 1);
    EXPECT_EQ(draft("W-9").ctid.text(), ctid);
    const auto unknown = saved_table(heading + row("", "Welding III", welding.text()));
    EXPECT_EQ(unknown.added, 1) << "a CTID that nobody has is a new thing's";
    EXPECT_EQ(counts(*read(heading + row("W-9", "Welding II", ctid) + row("W-9", "Welding II"))),
              "2 rows, 1 things: 0 added, 0 updated, 1 unchanged, 0 failed");
}

TEST_P(BulkReadingTest, rows_that_cannot_be_told_apart_are_refused) {
    saved_table(heading + row("W-1") + row("W-2"));
    ASSERT_TRUE(ResourcesTest::publish(own, certificate(ctid('5'), own)));
    ASSERT_TRUE(ResourcesTest::publish(stranger, certificate(ctid('6'), stranger)));
    const auto upload =
        read(heading + row("") + row("", "A", "ce-nonsense") +
             row("W-2", "A", draft("W-1").ctid.text()) + row("", "A", ctid('6').text()) +
             row("", "A", ctid_of(own).text()) + row("", "A", ctid('5').text()));
    EXPECT_THAT(
        problems_of(*upload),
        ElementsAre("2: A CTID or an External Identifier is required",
                    StartsWith("3: CTID must be \"ce-\""),
                    "4: External Identifier is that of " + draft("W-2").ctid.text(),
                    "5: CTID belongs to another organization", "6: CTID is an organization's"));
    EXPECT_EQ(counts(*upload), "6 rows, 1 things: 1 added, 0 updated, 0 unchanged, 5 failed");
}

TEST_P(BulkReadingTest, the_owner_is_the_organization_of_the_upload) {
    const auto owned_by = [](const std::string& owner) {
        auto one = row("W-1");
        return one.replace(one.find("same as owner"), 13, owner);
    };
    for (const auto& owner : {std::string("Same As Owner"), own.id.ctid(), own.name}) {
        EXPECT_THAT(problems_of(*read(heading + owned_by(owner))), IsEmpty()) << owner;
    }
    EXPECT_THAT(problems_of(*read(heading + owned_by(stranger.id.ctid()))),
                ElementsAre("2: Owned By must be the organization of this upload"));
    EXPECT_THAT(problems_of(*read(heading + owned_by(""))), ElementsAre("2: Owned By is required"));
}

TEST_P(BulkReadingTest, an_unfinished_draft_can_be_mended_bit_by_bit) {
    ASSERT_TRUE(DraftsTest::save(ada, unfinished(), {}, 0, "W-1"));
    const std::string some = "External Identifier,Owned By,Credential Name,Description\n";
    const auto upload = saved_table(some + "W-1,,Welding I,Teaches how steel is joined.\n");
    EXPECT_EQ(upload.updated, 1);
    EXPECT_GT(draft("W-1").problem_count, 0) << "it still lacks something";
    const auto wrong = read(some + "W-1,,#DELETE,\n");
    EXPECT_THAT(problems_of(*wrong), ElementsAre("2: Credential Name is required"));
    const auto emptied = read(some + "W-1,,,#DELETE\n");
    EXPECT_THAT(problems_of(*emptied), ElementsAre("2: Description is required"));
}

}  // namespace

}  // namespace cartulary
