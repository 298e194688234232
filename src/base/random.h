#pragma once

#include <cstdint>
#include <functional>
#include <span>

namespace cartulary {

// Fills bytes that nobody can guess; a test hands in its own.
using Randomness = std::function<void(std::span<std::uint8_t>)>;

// From the kernel, through libsodium.
void system_randomness(std::span<std::uint8_t> bytes);

}  // namespace cartulary
