#include "operations/badge_template_parts.h"

#include <algorithm>

#include "store/badge_templates.h"

namespace cartulary {

namespace {

// The templates that a draft refers to, at most so many that the draft may be valid.
struct Reference {
    std::string field;
    Uuid id;
};
std::vector<Reference> references_in(const BadgeTemplateDraft& draft) {
    std::vector<Reference> references;
    const auto& required = draft.required_templates;
    for (std::size_t i = 0; i < std::min(required.size(), badge_parts_max); ++i) {
        references.push_back({"required_templates[" + std::to_string(i) + "]", required[i]});
    }
    const auto& activities = draft.activities;
    for (std::size_t i = 0; i < std::min(activities.size(), badge_parts_max); ++i) {
        if (!activities[i].required_template) continue;
        references.push_back({"activities[" + std::to_string(i) + "].required_template",
                              *activities[i].required_template});
    }
    return references;
}

template <class Part>
void give_ids(std::vector<Part>& parts, const Randomness& randomness) {
    for (auto& part : parts) {
        if (part.id == Uuid()) part.id = Uuid::random(randomness);
    }
}

}  // namespace

Result<void> require_valid(Transaction& transaction, std::int32_t organization,
                           const BadgeTemplateDraft& draft, const BadgeTemplateDraft& before) {
    auto problems = problems_in(draft);
    const auto known = references_in(before);
    for (auto& [field, id] : references_in(draft)) {
        if (std::ranges::find(known, id, &Reference::id) != known.end()) continue;
        const auto required = badge_templates::find(transaction, id);
        if (!required || required->organization != organization) {
            problems.push_back({std::move(field), "is no badge template of the organization"});
        }
    }
    if (!problems.empty()) return fail(std::move(problems));
    return {};
}

void give_ids(BadgeTemplateDraft& draft, const Randomness& randomness) {
    give_ids(draft.alignments, randomness);
    give_ids(draft.recommendations, randomness);
    give_ids(draft.activities, randomness);
}

}  // namespace cartulary
