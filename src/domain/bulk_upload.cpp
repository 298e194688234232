#include "domain/bulk_upload.h"

#include <initializer_list>

namespace cartulary {

std::string_view name_of(BulkState state) {
    switch (state) {
        case BulkState::reading: return "reading";
        case BulkState::preview: return "preview";
        case BulkState::saved: return "saved";
        case BulkState::refused: return "refused";
        case BulkState::given_up: return "given_up";
    }
    __builtin_unreachable();
}

std::optional<BulkState> parse_bulk_state(std::string_view name) {
    for (const auto state : {BulkState::reading, BulkState::preview, BulkState::saved,
                             BulkState::refused, BulkState::given_up}) {
        if (name_of(state) == name) return state;
    }
    return std::nullopt;
}

std::string_view name_of(BulkOutcome outcome) {
    switch (outcome) {
        case BulkOutcome::added: return "added";
        case BulkOutcome::updated: return "updated";
        case BulkOutcome::unchanged: return "unchanged";
        case BulkOutcome::failed: return "failed";
    }
    __builtin_unreachable();
}

std::optional<BulkOutcome> parse_bulk_outcome(std::string_view name) {
    for (const auto outcome :
         {BulkOutcome::added, BulkOutcome::updated, BulkOutcome::unchanged, BulkOutcome::failed}) {
        if (name_of(outcome) == name) return outcome;
    }
    return std::nullopt;
}

std::int64_t& count_of(BulkUpload& upload, BulkOutcome outcome) {
    switch (outcome) {
        case BulkOutcome::added: return upload.added;
        case BulkOutcome::updated: return upload.updated;
        case BulkOutcome::unchanged: return upload.unchanged;
        case BulkOutcome::failed: return upload.failed;
    }
    __builtin_unreachable();
}

}  // namespace cartulary
