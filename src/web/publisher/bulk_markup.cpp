#include "web/publisher/bulk_markup.h"

namespace cartulary::web {

std::string upload_path(const Desk& desk, const Uuid& upload) {
    return desk.bulk_path() + "/" + upload.text();
}

std::string_view state_text(const Texts& texts, BulkState state) {
    switch (state) {
        case BulkState::reading: return texts.bulk_state_reading;
        case BulkState::preview: return texts.bulk_state_preview;
        case BulkState::saved: return texts.bulk_state_saved;
        case BulkState::refused: return texts.bulk_state_refused;
        case BulkState::given_up: return texts.bulk_state_given_up;
    }
    __builtin_unreachable();
}

std::string_view outcome_text(const Texts& texts, BulkOutcome outcome) {
    switch (outcome) {
        case BulkOutcome::added: return texts.outcome_added;
        case BulkOutcome::updated: return texts.outcome_updated;
        case BulkOutcome::unchanged: return texts.outcome_unchanged;
        case BulkOutcome::failed: return texts.outcome_failed;
    }
    __builtin_unreachable();
}

}  // namespace cartulary::web
