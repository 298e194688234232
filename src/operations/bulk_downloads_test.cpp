#include "operations/bulk_for_test.h"

namespace cartulary {

namespace {

using testing::HasSubstr;
using testing::IsEmpty;
using testing::StartsWith;

class BulkDownloadsTest : public BulkTest {
protected:
    // All drafts of a kind, taken away and uploaded again.
    std::string uploaded_again(Kind kind) {
        const auto table = downloaded(kind);
        const auto upload = read(table, kind);
        if (!upload) return refusal_of(upload);
        if (upload->state != BulkState::preview) return upload->problem;
        EXPECT_THAT(problems_of(*upload), IsEmpty());
        EXPECT_TRUE(save(*upload));
        EXPECT_EQ(downloaded(kind), table);
        return counts(*upload);
    }

    // Something of a kind whose every field says what makes trouble, whatever it means.
    Entry hostile(Kind kind) const {
        const auto& of = ctdl::templates::template_of(kind);
        Entry entry;
        for (const auto& field : of.fields) {
            std::vector<std::string> values = {texts.begin(), texts.end()};
            if (!field.many) values.resize(1);
            if (field.name == "Name") values = {"=cmd|' /C calc'!A0"};
            const auto group = ctdl::templates::group_of(field);
            if (group.empty()) {
                entry.fields[std::string(field.name)] = values;
                continue;
            }
            auto& rows = entry.groups[std::string(group)];
            rows.resize(2);
            for (auto& row : rows) {
                row[std::string(field.name)] = {values.front() + std::to_string(&row - &rows[0])};
            }
        }
        return ctdl::templates::tidied(of, std::move(entry));
    }

    const std::vector<std::string> texts = {"\"quoted\", \"twice\"",
                                            "a|b||c~d~~e",
                                            "=1+1",
                                            "'=1+1",
                                            "-2",
                                            "@sum(1)",
                                            "שלום \xE2\x80\xAE مرحبا",
                                            "'"};
};
INSTANTIATE_TEST_SUITE_P(EveryDatabase, BulkDownloadsTest,
                         testing::ValuesIn(testkit::store_kinds()),
                         [](const auto& suite) { return suite.param.name; });

TEST_P(BulkDownloadsTest, all_drafts_uploaded_again_change_nothing) {
    for (const auto kind : {Kind::credentials, Kind::assessments, Kind::learning_opportunities,
                            Kind::organizations, Kind::locations}) {
        SCOPED_TRACE(std::string(name_of(kind)));
        for (const auto* identifier : {"'+1", "", "=2", "\"3\",", "~|4"}) {
            const auto kept = drafts.save(ada, own.id,
                                          {.kind = kind,
                                           .ctid = {},
                                           .external_identifier = identifier,
                                           .entry = hostile(kind)});
            ASSERT_TRUE(kept) << refusal_of(kept);
        }
        EXPECT_THAT(uploaded_again(kind),
                    HasSubstr(" 5 things: 0 added, 0 updated, 5 unchanged, 0 failed"));
        EXPECT_EQ(downloaded(kind).find("\n="), std::string::npos);
        EXPECT_EQ(downloaded(kind).find(",="), std::string::npos);
    }
}

TEST_P(BulkDownloadsTest, many_drafts_come_in_the_order_of_their_identifiers) {
    std::string table = heading;
    for (int i = 450; i > 0; --i) table += row("W-" + std::to_string(1'000 + i));
    EXPECT_EQ(saved_table(table).added, 450);
    const auto text = downloaded();
    EXPECT_THAT(text, StartsWith("\xEF\xBB\xBF"
                                 "CTID,External Identifier,"));
    std::size_t at = 0;
    for (int i = 1; i <= 450; ++i) {
        at = text.find("W-" + std::to_string(1'000 + i), at);
        ASSERT_NE(at, std::string::npos) << i;
    }
    EXPECT_EQ(uploaded_again(Kind::credentials),
              "450 rows, 450 things: 0 added, 0 updated, 450 unchanged, 0 failed");
}

TEST_P(BulkDownloadsTest, no_drafts_are_a_heading_alone) {
    EXPECT_EQ(uploaded_again(Kind::credentials), "the file has a heading and no rows");
}

}  // namespace

}  // namespace cartulary
