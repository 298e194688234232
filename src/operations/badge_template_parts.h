#pragma once

#include "base/random.h"
#include "base/result.h"
#include "domain/badge_template.h"
#include "store/store.h"

// What a template is made of, where that refers to something.
namespace cartulary {

// invalid: every problem of a draft at once; also that it requires a template which is not the
// organization's, unless it did so before.
Result<void> require_valid(Transaction& transaction, std::int32_t organization,
                           const BadgeTemplateDraft& draft, const BadgeTemplateDraft& before);

// Gives a new id to every part that has none.
void give_ids(BadgeTemplateDraft& draft, const Randomness& randomness);

}  // namespace cartulary
