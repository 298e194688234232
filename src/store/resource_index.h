#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "domain/resource.h"
#include "store/store.h"

// The references and words of entries, by which they are found.
namespace cartulary::resources {

struct IndexedEntry {
    std::int64_t number;
    const ResourceEntry* entry;
    bool is_new;  // nothing of it is stored yet
};

// Stores them, in the place of what was stored.
void index(Transaction& transaction, std::span<const IndexedEntry> entries);

void forget_index(Transaction& transaction, std::span<const std::int64_t> numbers);

// A list of numbers for one parameter: `= any(cast($1 as bigint[]))` on PostgreSQL, `in (select
// value from json_each($1))` on SQLite.
std::string list_of(Engine engine, std::span<const std::int64_t> numbers);

}  // namespace cartulary::resources
