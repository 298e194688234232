#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "domain/bulk_upload.h"
#include "domain/draft.h"
#include "store/store.h"

// Drafts (store/drafts.h), many at a time, for tables of them.
namespace cartulary::bulk_drafts {

// What a row needs to know of the draft that it may be about.
struct Known {
    Uuid id;
    std::string kind;
    std::string external_identifier;
};
// Those of an organization and kind with one of these own identifiers, none of them empty.
std::vector<Known> with_identifiers(Transaction& transaction, std::int32_t organization,
                                    std::string_view kind,
                                    std::span<const std::string> identifiers);
// Those of an organization with one of these ids, of whatever kind.
std::vector<Known> known_with_ids(Transaction& transaction, std::int32_t organization,
                                  std::span<const Uuid> ids);

// What a table changes, and its version.
struct Content {
    Uuid id;
    std::int64_t version;
    std::string type;
    std::string external_identifier;
    std::string name;
    std::string entry;
};
std::vector<Content> with_ids(Transaction& transaction, std::int32_t organization,
                              std::span<const Uuid> ids);

// Of one kind, in the order of their own identifiers (none comes first), then of their ids; after
// the last one of the page before.
struct Place {
    std::string external_identifier = {};
    Uuid id = {};
};
std::vector<Content> after(Transaction& transaction, std::int32_t organization,
                           std::string_view kind, const Place& place, int count);

// The rows of an upload in which things are first spoken of whose drafts are others by now, or
// whose own identifier another draft has got; at most `count`.
std::vector<std::int64_t> rows_overtaken(Transaction& transaction, const BulkUpload& upload,
                                         int count);

// What was added or updated becomes drafts that are edited, by table; all else stays. Only where
// rows_overtaken gives none, in the same transaction.
void save(Transaction& transaction, const BulkUpload& upload, std::string_view actor,
          Timestamp now);

}  // namespace cartulary::bulk_drafts
