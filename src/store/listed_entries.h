#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "domain/resource.h"
#include "store/store.h"

// Entries as lists show them, with whose they are.
namespace cartulary::resources {

struct ListedEntry {
    ResourceEntry entry;  // without `text` and `references`
    OrganizationId owner;
    std::string owner_name;
};

// In the order of `numbers`; those that are deleted, or never were, are left out.
std::vector<ListedEntry> listed_entries(Transaction& transaction,
                                        std::span<const std::int64_t> numbers);

struct NumberedOwner {
    std::int64_t number;
    OrganizationId id;
    std::string name;
};

// Of these numbers of organizations, in no order.
std::vector<NumberedOwner> owners_with(Transaction& transaction,
                                       std::span<const std::int64_t> numbers);

}  // namespace cartulary::resources
