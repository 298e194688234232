#include "base/random.h"

#include <sodium.h>

namespace cartulary {

void system_randomness(std::span<std::uint8_t> bytes) {
    randombytes_buf(bytes.data(), bytes.size());
}

}  // namespace cartulary
