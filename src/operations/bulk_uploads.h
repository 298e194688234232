#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/page.h"
#include "ctdl/templates/table.h"
#include "domain/bulk_upload.h"
#include "operations/caller.h"
#include "operations/registry.h"

namespace cartulary {

class BulkReaders;

// Tables of many things at once: read in the background, looked at, then saved as drafts together.
// Callers and refusals are those of Drafts: whoever only looks needs the right to read, all else
// the right to write.
class BulkUploads {
public:
    explicit BulkUploads(const Registry& registry);
    ~BulkUploads();  // ends what is being read; it is read anew after the next start

    struct File {
        ctdl::templates::Kind kind;
        std::string name;
        std::string_view bytes;  // UTF-8 with or without byte order mark, or Windows-1252
    };
    // Returns at once with an upload that is being read; progress() tells how far. invalid: there
    // is nothing in the file, or it is no text; too_large; limited: bulk_reading_max are being
    // read, or the organization has one already.
    Result<BulkUpload> begin(const Caller& caller, const OrganizationId& organization,
                             const File& file);

    // The same, read before it returns: for programs and tests. It is still being read where this
    // ends before.
    Result<BulkUpload> read_now(const Caller& caller, const OrganizationId& organization,
                                const File& file);

    // Until it is no longer read here: at its end, or where this ends.
    void wait_for(const Uuid& id);

    Result<BulkUpload> get(const Caller& caller, const OrganizationId& organization,
                           const Uuid& id);
    // Newest first, of the last bulk_uploads_kept.
    Result<std::vector<BulkUpload>> list(const Caller& caller, const OrganizationId& organization);

    struct RowShown {
        std::int64_t row = 0;  // in the file, the heading being 1
        std::vector<std::string> cells;
        std::vector<ctdl::templates::CellProblem> problems;  // sentences that name the column
        std::optional<BulkOutcome> outcome;                  // of its thing, until it is saved
    };
    // Once it is saved, only those with problems are left.
    Result<Page<RowShown>> rows(const Caller& caller, const OrganizationId& organization,
                                const Uuid& id, bool with_problems, const Slice& slice);

    // All rows become drafts in one transaction, or none: conflict where some failed and
    // `good_ones_only` is not set, or where a draft was changed since the table was read ("row").
    // What is unchanged stays as it was. conflict also: the organization would have too many
    // drafts.
    Result<BulkUpload> save(const Caller& caller, const OrganizationId& organization,
                            const Uuid& id, bool good_ones_only);

    // conflict: it is saved.
    Result<void> give_up(const Caller& caller, const OrganizationId& organization, const Uuid& id);

    // A file in pieces, each a read of its own.
    class Download {
    public:
        virtual ~Download() = default;
        virtual std::optional<std::string> next() = 0;  // nothing at the end
    };
    // The rows with problems as they were, with a column "Problems" before them: CSV. Cells that a
    // spreadsheet program would take for formulas are made harmless, which is undone where the file
    // is uploaded again.
    Result<std::unique_ptr<Download>> problems(const Caller& caller,
                                               const OrganizationId& organization, const Uuid& id);
    // All drafts of a kind, as a table that says the same when it is uploaded again.
    Result<std::unique_ptr<Download>> download(const Caller& caller,
                                               const OrganizationId& organization,
                                               ctdl::templates::Kind kind);

    // Ends what is being read, and so whoever waits for it; nothing more is read by this.
    void stop();

    // Goes on with what was being read when a program ended, this one or another node.
    void resume();
    // What was begun more than bulk_uploads_kept ago.
    void forget_old();

private:
    Result<std::vector<Uuid>> insert(const Caller& caller, const OrganizationId& organization,
                                     BulkUpload& upload);
    void forget(const Uuid& id);

    const Registry& registry_;
    Timestamp started_at_;
    std::unique_ptr<BulkReaders> readers_;
};

}  // namespace cartulary
