#pragma once

#include <cstdint>
#include <cstring>
#include <span>
#include <vector>

#include "base/uuid.h"

namespace cartulary::demo {

// What is chosen at random and shall be the same again for the same seed (SplitMix64). Never for
// what must not be guessed.
class Dice {
public:
    explicit Dice(std::uint64_t seed) : state_(seed) {}

    // From 0 to `count` - 1.
    std::size_t below(std::size_t count) { return static_cast<std::size_t>(next() % count); }
    bool one_in(std::size_t count) { return below(count) == 0; }

    template <class Thing>
    const Thing& one_of(const std::vector<Thing>& things) {
        return things[below(things.size())];
    }

    Uuid uuid() {
        return Uuid::random([this](std::span<std::uint8_t> bytes) {
            for (auto& byte : bytes) byte = static_cast<std::uint8_t>(next() >> 56U);
        });
    }

private:
    std::uint64_t next() {
        state_ += 0x9E3779B97F4A7C15U;
        auto mixed = state_;
        mixed = (mixed ^ (mixed >> 30U)) * 0xBF58476D1CE4E5B9U;
        mixed = (mixed ^ (mixed >> 27U)) * 0x94D049BB133111EBU;
        return mixed ^ (mixed >> 31U);
    }

    std::uint64_t state_;
};

}  // namespace cartulary::demo
