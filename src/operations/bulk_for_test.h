#pragma once

#include "operations/bulk_uploads.h"
#include "operations/drafts_for_test.h"
#include "store/bulk_rows.h"
#include "store/bulk_uploads.h"

namespace cartulary {

// Tables of the college, on every database.
class BulkTest : public DraftsTest {
protected:
    static constexpr auto heading =
        "External Identifier,CTID,Owned By,Credential Name,Credential Type,Description,"
        "Subject Webpage,Credential Status,Language\n";

    // A row with all that a credential must say.
    static std::string row(const std::string& identifier, const std::string& name = "Welding I",
                           const std::string& ctid = "") {
        return identifier + ',' + ctid + ",same as owner," + name +
               ",Certificate,Teaches how steel is joined.,https://harbor.example/welding,Active,"
               "en-US\n";
    }

    Result<BulkUpload> read(const std::string& table, Kind kind = Kind::credentials) {
        return uploads.read_now(ada, own.id, {kind, "table.csv", table});
    }
    Result<BulkUpload> save(const BulkUpload& upload, bool good_ones_only = false) {
        return uploads.save(ada, own.id, upload.id, good_ones_only);
    }
    // All that is in it, and it works.
    BulkUpload saved_table(const std::string& table, Kind kind = Kind::credentials) {
        const auto upload = read(table, kind);
        EXPECT_TRUE(upload) << refusal_of(upload);
        EXPECT_EQ(problems_of(*upload), std::vector<std::string>{});
        const auto saved = save(*upload);
        EXPECT_TRUE(saved) << refusal_of(saved);
        return saved.value_or(BulkUpload());
    }

    // "3 rows, 2 things: 1 added, 0 updated, 0 unchanged, 1 failed"
    static std::string counts(const BulkUpload& upload) {
        const auto text = [](std::int64_t number) { return std::to_string(number); };
        return text(upload.rows_read) + " rows, " + text(upload.things) +
               " things: " + text(upload.added) + " added, " + text(upload.updated) + " updated, " +
               text(upload.unchanged) + " unchanged, " + text(upload.failed) + " failed";
    }
    // "2: Description is required"
    std::vector<std::string> problems_of(const BulkUpload& upload) {
        std::vector<std::string> problems;
        const auto rows = uploads.rows(ada, own.id, upload.id, true, {.count = 1'000});
        for (const auto& row : rows->items) {
            for (const auto& problem : row.problems) {
                problems.push_back(std::to_string(row.row) + ": " + problem.text);
            }
        }
        return problems;
    }
    // Of a table that is refused as a whole; "" where it is not.
    std::string refusal(const std::string& table, Kind kind = Kind::credentials) {
        const auto upload = read(table, kind);
        if (!upload) return refusal_of(upload) + ": " + upload.error().message;
        return upload->state == BulkState::refused ? upload->problem : "";
    }

    static std::string whole(std::unique_ptr<BulkUploads::Download> download) {
        std::string text;
        while (const auto piece = download->next()) text += *piece;
        return text;
    }
    std::string downloaded(Kind kind = Kind::credentials) {
        return whole(uploads.download(ada, own.id, kind).value());
    }

    Draft draft(const std::string& identifier, Kind kind = Kind::credentials) {
        return under_test.store().read([&](Transaction& transaction) {
            return drafts::find_by_identifier(transaction, own.organization, name_of(kind),
                                              identifier)
                .value();
        });
    }

    BulkUploads uploads{registry()};
};

}  // namespace cartulary
