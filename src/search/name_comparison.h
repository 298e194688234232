#pragma once

#include <bitset>
#include <cstddef>
#include <functional>
#include <optional>
#include <span>
#include <string_view>

#include "search/affiliation_text.h"
#include "search/organization_words.h"

namespace cartulary::search {

// In what the words that somebody wrote differ from a name.
enum class Difference { spaced, reordered, shortened, inflected, misspelled, other_known_word };
using Differences = std::bitset<6>;

inline bool has(const Differences& differences, Difference difference) {
    return differences[static_cast<std::size_t>(difference)];
}

// Nothing where they are not this name. Each difference but abbreviation is forgiven once.
std::optional<Differences> compare_name(std::span<const AffiliationWord> said, const Words& name,
                                        const std::function<bool(std::string_view)>& is_known);

}  // namespace cartulary::search
