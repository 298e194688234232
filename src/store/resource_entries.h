#pragma once

#include <map>
#include <span>
#include <string>
#include <vector>

#include "domain/resource.h"
#include "store/store.h"

// Writes by what a resource and its parts are found.
namespace cartulary::resources {

// An entry as its row keeps it.
struct WrittenEntry {
    const ResourceEntry* entry = nullptr;
    std::string summary = "{}";
    std::int64_t hash = 0;
};

std::vector<WrittenEntry> written(std::span<const ResourceEntry> entries);

// What is stored of a whole and its parts before a write.
struct StoredEntry {
    std::int64_t number;
    std::int64_t hash;  // 0: it is not found
    std::int32_t owner;
};
using StoredEntries = std::map<Uuid, StoredEntry>;

StoredEntries stored_entries(Transaction& transaction, std::int64_t whole);

// Makes what is stored say what the entries say, the first being the whole's own, whose row is
// written already. What is the same is left alone; a part that is no longer there is known still,
// and no longer found. `whole` is as the write leaves it.
//
// conflict, with the field "ctid of a part" for each: it is another resource's, or was.
Result<void> write_entries(Transaction& transaction, const Resource& whole,
                           const std::vector<WrittenEntry>& entries, const StoredEntries& stored);

}  // namespace cartulary::resources
