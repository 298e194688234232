#pragma once

#include <string_view>
#include <vector>

#include "ctdl/document.h"
#include "domain/resource.h"

namespace cartulary::ctdl {

// By what a document is found: its own entry first, then one for each part with a CTID. Numbers and
// owner are left to the caller. `text` holds the texts as written, one after the other with a line
// break between (the caller folds them); of a part only its own. Personal data (contact points'
// names, e-mail addresses, phones) is in none of it.
std::vector<ResourceEntry> entries_of(const Document& document);

// The CTIDs of those that the first node says own or offer it.
std::vector<Ctid> owners_of(const Document& document);

}  // namespace cartulary::ctdl
