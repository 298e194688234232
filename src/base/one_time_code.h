#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "base/time.h"

// One-time codes as every authenticator program makes them: TOTP (RFC 6238) with SHA-1, six digits
// and a new code every 30 seconds since 1970.
namespace cartulary {

inline constexpr std::size_t one_time_secret_bytes = 20;
inline constexpr std::chrono::seconds one_time_step{30};
inline constexpr std::size_t one_time_code_length = 6;

// The number of the step that a moment is in.
std::int64_t one_time_step_at(Timestamp time);

std::string one_time_code(std::string_view secret, std::int64_t step);

// The step, of those around `now`, that this is the code of: one step early or late, as clocks
// differ and people type slowly. Nothing when it is none of them.
std::optional<std::int64_t> step_of_one_time_code(std::string_view secret, std::string_view code,
                                                  Timestamp now);

// What an authenticator program reads to begin: an otpauth: URI. `account` and `issuer` are shown
// to people there.
std::string one_time_uri(std::string_view secret, std::string_view account,
                         std::string_view issuer);

}  // namespace cartulary
