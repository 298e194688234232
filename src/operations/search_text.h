#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "search/names.h"
#include "store/resources.h"

// What somebody asks for, as the two halves of the search take it.
namespace cartulary {

// invalid, with the field "text": it is too long or has too many words.
Result<void> require_searchable(std::string_view text);

// The same conditions with the numbers of owners and publishers in the place of their CTIDs. One
// that is unknown owns nothing and published nothing.
std::vector<search::Names::Condition> with_organization_numbers(
    Transaction& transaction, std::vector<search::Names::Condition> conditions);

// Its words for the store; the last may be the beginning of one, where it is long enough to tell
// anything and is in no text itself: all that begin like a frequent one take long to find.
std::vector<resources::Word> words_for_store(Transaction& transaction, std::string_view text);

}  // namespace cartulary
