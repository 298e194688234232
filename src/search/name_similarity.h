#pragma once

#include "search/organization_words.h"

namespace cartulary::search {

// How much two names have in common, 0 to 1 (the same words in whatever order). Words that many
// names have ("university") count less; a long word may have typing errors, or be abbreviated.
double name_similarity(const Words& left, const Words& right);

}  // namespace cartulary::search
