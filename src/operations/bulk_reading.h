#pragma once

#include <chrono>
#include <functional>
#include <stop_token>
#include <string>
#include <vector>

#include "domain/bulk_upload.h"
#include "operations/bulk_file.h"
#include "operations/bulk_identities.h"
#include "operations/registry.h"

namespace cartulary {

class BulkJudging;

// Whoever reads a file says so at least this often; after that, another may go on.
inline constexpr std::chrono::minutes bulk_lease{2};

// Reads one uploaded table from its file to the preview: first which thing each row is about, then
// thing by thing what becomes of it, since its rows need not stand together and may refer to things
// below them. Every portion is a short transaction of its own.
class BulkReading {
public:
    // `attempt`: of whoever took it (store/bulk_uploads.h).
    BulkReading(const Registry& registry, const BulkUpload& upload, std::int64_t attempt);

    // Until it is a preview or refused; or asked to stop, or another reads it by now: then it is
    // read anew another time.
    void run(const std::stop_token& stop);

    // The whole file, for this reason.
    void refuse(std::string problem);

private:
    void read();
    void forget_leftovers();
    Result<ctdl::templates::Heading> read_heading(BulkFile& file);
    Result<void> take_rows(BulkFile& file, BulkIdentities& identities,
                           const ctdl::templates::Heading& heading);
    Result<void> take(BulkFile::Row& row, const ctdl::templates::Heading& heading,
                      std::vector<BulkRowTaken>& rows);
    void stage(BulkIdentities& identities, std::vector<BulkRowTaken>& rows);
    void judge(const BulkIdentities& identities, BulkJudging& judging);
    void write(const std::function<void(Transaction&)>& work);
    void show_progress(double part);
    void end(BulkState state);

    bool goes_on() const { return !is_lost_ && !stop_.stop_requested(); }

    const Registry& registry_;
    BulkUpload upload_;
    std::int64_t attempt_;
    Timestamp begun_at_;
    std::stop_token stop_;
    bool has_problems_column_ = false;  // it is a file of problems that was mended
    bool is_lost_ = false;              // another reads it by now, or it was given up
};

}  // namespace cartulary
