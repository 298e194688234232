#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "base/page.h"
#include "domain/bulk_upload.h"
#include "store/store.h"

// What the rows of an uploaded table say, and what becomes of the things that they are about.
namespace cartulary::bulk_rows {

void insert(Transaction& transaction, const Uuid& upload, std::span<const BulkRow> rows);
void insert(Transaction& transaction, const Uuid& upload, std::span<const BulkThing> things);

// In the place of what was wrong with it before.
void set_problems(Transaction& transaction, const Uuid& upload, const BulkRow& row);

// Those of the things from `first` to `last`, one thing after the other, each in the file's order.
std::vector<BulkRow> of_things(Transaction& transaction, const Uuid& upload, std::int64_t first,
                               std::int64_t last);

// In the order of the file, with what becomes of their things. The total is counted.
struct Judged {
    BulkRow row;
    std::optional<BulkOutcome> outcome;
};
Page<Judged> list(Transaction& transaction, const Uuid& upload, bool with_problems,
                  const Slice& slice);
// With problems, after this row, at most `count`.
std::vector<BulkRow> with_problems_after(Transaction& transaction, const Uuid& upload,
                                         std::int64_t row, int count);

void forget_file(Transaction& transaction, const Uuid& upload);

// What stays when the rest of an upload is forgotten.
enum class Kept {
    nothing,
    file,
    problems,  // rows that have some, and things that failed
};
// Forgets some of the rest, and tells whether there may be more.
bool forget_some(Transaction& transaction, const Uuid& upload, Kept kept);

}  // namespace cartulary::bulk_rows
