#include "domain/draft.h"

namespace cartulary {

std::string_view name_of(DraftStanding standing) {
    switch (standing) {
        case DraftStanding::editing: return "editing";
        case DraftStanding::approved: return "approved";
        case DraftStanding::published: return "published";
        case DraftStanding::returned: return "returned";
        case DraftStanding::unpublished: return "unpublished";
    }
    __builtin_unreachable();
}

std::optional<DraftStanding> parse_draft_standing(std::string_view name) {
    for (const auto standing : draft_standings) {
        if (name == name_of(standing)) return standing;
    }
    return std::nullopt;
}

}  // namespace cartulary
