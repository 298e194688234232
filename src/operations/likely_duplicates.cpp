#include "operations/likely_duplicates.h"

#include <utility>

namespace cartulary {

namespace {

// A warning costs a look, a duplicate far more: so much less than what is chosen without one.
constexpr double likely_score_min = 0.6;

search::Described described_by(const OrganizationDraft& draft) {
    search::Described described{.name = draft.name,
                                .website = draft.website,
                                .city = draft.address.city,
                                .region = draft.address.region,
                                .country = draft.address.country};
    for (const auto& [scheme, value] : draft.identifiers) {
        described.identifiers.push_back(scheme + ':' + value);
    }
    return described;
}

}  // namespace

std::vector<LikelyDuplicate> likely_duplicates(Finding& finding, const OrganizationDraft& draft,
                                               const OrganizationId& own) {
    std::vector<LikelyDuplicate> found;
    auto matched = finding.match(described_by(draft), likely_duplicates_max + 1);
    if (!matched) return found;
    const Ctid own_ctid(own.uuid());
    for (auto& [candidate, entry] : *matched) {
        if (candidate.score < likely_score_min || entry.ctid == own_ctid) continue;
        if (found.size() == likely_duplicates_max) break;
        found.push_back({entry.ctid, std::move(candidate.name), std::move(candidate.reasons)});
    }
    return found;
}

std::string text_of(const LikelyDuplicate& duplicate) {
    std::string reasons;
    for (const auto& reason : duplicate.reasons) {
        reasons += (reasons.empty() ? ": " : ", ") + reason;
    }
    return "it may be registered already as \"" + duplicate.name + "\" (" + duplicate.ctid.text() +
           ')' + reasons;
}

}  // namespace cartulary
