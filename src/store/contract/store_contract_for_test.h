#pragma once

#include <gtest/gtest.h>

#include "domain/organization.h"
#include "testkit/stores.h"

namespace cartulary {

// Every TEST_P(StoreContract, …) runs on every database.
class StoreContract : public testing::TestWithParam<testkit::StoreKind> {
protected:
    Store& store() { return under_test_->store(); }
    void reopen() { under_test_->reopen(); }

    // Runs a write that cannot be refused.
    template <class Work>
    void write(Work&& work) {
        const auto written = store().write([&](Transaction& transaction) -> Result<void> {
            work(transaction);
            return {};
        });
        ASSERT_TRUE(written);
    }

private:
    std::unique_ptr<testkit::StoreUnderTest> under_test_ = GetParam().open_empty();
};

// A complete organization, number `index` of a row of different ones; not stored yet.
Organization college(int index);

// Stores it and gives it with its number and serial.
Organization stored(Store& store, Organization organization);

}  // namespace cartulary
