#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "store/store.h"

// The secrets of people's authenticator programs, and the codes that stand in for them.
namespace cartulary::second_factors {

struct SecondFactor {
    std::string sealed;          // the secret
    std::int64_t last_step = 0;  // its code, and those before, are used up
    Timestamp created_at;
    std::optional<Timestamp> confirmed_at = {};  // nothing: no code of it was shown yet

    bool operator==(const SecondFactor&) const = default;
};

std::optional<SecondFactor> find(Transaction& transaction, const Uuid& person);

// Puts it in the place of what the person had.
void put(Transaction& transaction, const Uuid& person, const SecondFactor& factor);

// Uses the code of a step up, and confirms the factor where it was not. False: that code, or a
// later one, was used already.
bool use_step(Transaction& transaction, const Uuid& person, std::int64_t step, Timestamp now);

// Its recovery codes too.
void remove(Transaction& transaction, const Uuid& person);

// Puts these in the place of all that the person had.
void put_recovery_codes(Transaction& transaction, const Uuid& person,
                        const std::vector<std::string>& digests);

// False: the person has no such code, or used it.
bool use_recovery_code(Transaction& transaction, const Uuid& person, std::string_view digest,
                       Timestamp now);

std::int64_t count_recovery_codes(Transaction& transaction, const Uuid& person);  // unused ones

}  // namespace cartulary::second_factors
