#pragma once

#include "base/json.h"
#include "base/result.h"
#include "operations/badges.h"

namespace cartulary::acclaim {

// A badge that is to be issued. invalid, with every problem by the attributes' names.
Result<NewBadge> read_badge(const json::Object& said);

// Writes into a badge what is said of the one that replaces it; absent is unchanged. invalid.
Result<void> apply_badge(const json::Object& said, NewBadge& badge);

Result<Revocation> read_revocation(const json::Object& said);

// A refusal with the attributes' names of badges; a second badge for one earner is told in the
// words that clients look for.
Error in_badge_words(Error error);

}  // namespace cartulary::acclaim
