#include "domain/bulk_upload.h"

#include <gtest/gtest.h>

namespace cartulary {

namespace {

TEST(BulkUpload, states_and_outcomes_are_read_back_from_their_names) {
    for (const auto state : {BulkState::reading, BulkState::preview, BulkState::saved,
                             BulkState::refused, BulkState::given_up}) {
        EXPECT_EQ(parse_bulk_state(name_of(state)), state);
    }
    for (const auto outcome :
         {BulkOutcome::added, BulkOutcome::updated, BulkOutcome::unchanged, BulkOutcome::failed}) {
        EXPECT_EQ(parse_bulk_outcome(name_of(outcome)), outcome);
    }
    EXPECT_EQ(parse_bulk_state("Reading"), std::nullopt);
    EXPECT_EQ(parse_bulk_outcome(""), std::nullopt);
}

TEST(BulkUpload, counts_each_outcome_by_itself) {
    BulkUpload upload;
    ++count_of(upload, BulkOutcome::added);
    count_of(upload, BulkOutcome::updated) = 2;
    count_of(upload, BulkOutcome::unchanged) = 3;
    count_of(upload, BulkOutcome::failed) = 4;
    EXPECT_EQ(upload.added, 1);
    EXPECT_EQ(upload.updated, 2);
    EXPECT_EQ(upload.unchanged, 3);
    EXPECT_EQ(upload.failed, 4);
}

}  // namespace

}  // namespace cartulary
