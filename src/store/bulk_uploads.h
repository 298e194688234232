#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "domain/bulk_upload.h"
#include "store/store.h"

// Uploaded tables: how far they are, and the files while they are read. What their rows say is in
// store/bulk_rows.h.
namespace cartulary::bulk_uploads {

void insert(Transaction& transaction, const BulkUpload& upload);
std::optional<BulkUpload> find(Transaction& transaction, const Uuid& id);

// Newest first, of those that were begun at `since` or later.
std::vector<BulkUpload> list(Transaction& transaction, std::int32_t organization, Timestamp since);

// How many are being read: of all organizations, and of this one.
struct Reading {
    std::int64_t all;
    std::int64_t own;
};
Reading count_reading(Transaction& transaction, std::int32_t organization);

// Everything but id, organization, kind, file name, bytes and who began it when.
void replace(Transaction& transaction, const BulkUpload& upload);

// --- the file -----------------------------------------------------------------------------------

// Pieces follow each other from 0.
void add_piece(Transaction& transaction, const Uuid& id, std::int64_t piece,
               std::string_view bytes);
std::optional<std::string> piece(Transaction& transaction, const Uuid& id, std::int64_t piece);

// --- who reads it -------------------------------------------------------------------------------

// Takes it to read it, and tells which attempt this is: nothing where it is not being read, or
// somebody does so until later than `now`, unless `whoever`.
std::optional<std::int64_t> take(Transaction& transaction, const Uuid& id, Timestamp now,
                                 Timestamp until, bool whoever);

// Tells how far it is. False where it is another's by now, or is no longer read.
bool go_on(Transaction& transaction, const BulkUpload& upload, std::int64_t attempt,
           Timestamp until);

// Lets another go on at once, as if this attempt had not been.
void let_go(Transaction& transaction, const Uuid& id, std::int64_t attempt);

struct Begun {
    Uuid id;
    Timestamp created_at;
};
std::vector<Begun> being_read(Transaction& transaction);

// --- forgetting ---------------------------------------------------------------------------------

// Begun before then.
std::vector<Uuid> begun_before(Transaction& transaction, Timestamp moment);
// Of an organization, looked at and not saved, but for the newest `kept`.
std::vector<Uuid> previews_but(Transaction& transaction, std::int32_t organization,
                               std::int64_t kept);
// With all that is left of it.
void remove(Transaction& transaction, const Uuid& id);

}  // namespace cartulary::bulk_uploads
