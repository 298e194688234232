#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "domain/ctid.h"
#include "domain/organization.h"
#include "operations/finding.h"

namespace cartulary {

// An organization of the registry that a new one may be, for who registers it: registering it
// again would split what is published of it.
struct LikelyDuplicate {
    Ctid ctid;
    std::string name;
    std::vector<std::string> reasons;  // "the name is the same", "the same fein"
};

inline constexpr std::size_t likely_duplicates_max = 3;

// The likeliest first; none where the draft says too little. Looks into memory alone. `own` is left
// out.
std::vector<LikelyDuplicate> likely_duplicates(Finding& finding, const OrganizationDraft& draft,
                                               const OrganizationId& own);

// For people: "it may be registered already as "Harbor College" (ce-…): the name is the same, the
// same city".
std::string text_of(const LikelyDuplicate& duplicate);

}  // namespace cartulary
