#pragma once

#include <gmock/gmock.h>

#include <optional>
#include <string>
#include <vector>

#include "store/contract/resource_samples_for_test.h"
#include "store/contract/store_contract_for_test.h"
#include "store/invariants.h"

namespace cartulary {

// Stores resources, and finds nothing damaged at the end.
class ResourcesContract : public StoreContract {
protected:
    template <class Work>
    auto read(Work&& work) {
        return store().read(work);
    }

    void TearDown() override {
        // An organization that was stored for itself has no event and nobody to look after it.
        for (const auto& sentence : read(invariants::broken)) {
            EXPECT_TRUE(sentence.find("organizations ") != std::string::npos) << sentence;
        }
        EXPECT_THAT(store().engine_problems(), testing::IsEmpty());
    }

    Result<std::int64_t> put(const SampleResource& sample) {
        return store().write([&](Transaction& transaction) { return sample.put(transaction); });
    }
    std::int64_t added(const SampleResource& sample) {
        const auto number = put(sample);
        if (!number) throw std::runtime_error(number.error().message);
        return *number;
    }

    std::vector<std::int64_t> with_words(const std::vector<resources::Word>& words,
                                         int count = 100) {
        return read([&](Transaction& transaction) {
            return resources::with_words(transaction, words, count);
        });
    }
    std::vector<std::int64_t> referring(const std::string& property, const std::string& target,
                                        int count = 100) {
        return read([&](Transaction& transaction) {
            return resources::referring(transaction, property, target, count);
        });
    }
    std::vector<ResourceEntry> entries_of(std::int64_t number) {
        return read(
            [&](Transaction& transaction) { return resources::entries_of(transaction, number); });
    }
    std::optional<Resource> found(const std::string& name) {
        return read([&](Transaction& transaction) {
            return resources::find(transaction, sample_ctid(name));
        });
    }

    // Fields of a refusal, each with what it says.
    static std::vector<std::string> fields(const Result<std::int64_t>& refused) {
        std::vector<std::string> fields;
        if (refused) return fields;
        EXPECT_EQ(refused.error().kind, ErrorKind::conflict);
        for (const auto& [field, problem] : refused.error().fields) fields.push_back(field);
        return fields;
    }

    const std::int32_t owner = stored(store(), college(1)).number;
    const std::int32_t other_owner = stored(store(), college(2)).number;
};

}  // namespace cartulary
