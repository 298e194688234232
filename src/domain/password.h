#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>

// What makes a password good: its length, and that nobody would guess it. Never of which kinds of
// characters it is made: such rules make passwords worse (NIST SP 800-63B, 3.1.1.2).
namespace cartulary {

inline constexpr std::size_t password_length_min = 12;  // characters
inline constexpr std::size_t password_bytes_max = 1024;

// What is wrong with the length of a password, as text that goes on after "the password"; nothing
// when it is good.
std::optional<std::string> problem_in_password(std::string_view password);

// The same, and whether it is easy to guess: a common one, or made of little but common words, rows
// of keys, repetitions, years and words of its owner's own. `own` are texts that its owner is known
// by: name, e-mail address, the registry's name.
std::optional<std::string> problem_in_password(std::string_view password,
                                               std::span<const std::string_view> own);

// How many characters' worth of guessing a password is: a character counts 1, and what anybody
// would try first counts 2 whatever its length.
std::size_t guessing_worth_of(std::string_view password, std::span<const std::string_view> own);
inline constexpr std::size_t password_worth_min = 8;

}  // namespace cartulary
