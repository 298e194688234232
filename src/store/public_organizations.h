#pragma once

#include <cstdint>
#include <vector>

#include "store/store.h"

// Which organizations the registry describes by documents.
namespace cartulary::organizations {

// Whether it is a company or a tenant: a customer of the registry, which keeps organizations of its
// own and need not be known to everybody.
bool keeps_others(Transaction& transaction, std::int32_t number);

// Approved ones without a document that belong to nobody and keep no others: their numbers, in
// their order, above `after`; at most `count`.
std::vector<std::int32_t> without_document(Transaction& transaction, std::int32_t after, int count);

}  // namespace cartulary::organizations
