#pragma once

#include <cstddef>
#include <string>
#include <string_view>

// How many slips of the finger lie between two texts: a character too many, one too few, another
// one, or two neighbours swapped (optimal string alignment).
namespace cartulary::search {

inline constexpr int distance_limit_max = 3;
// Of longer texts only so much is compared.
inline constexpr std::size_t compared_length_max = 250;

// The distance, or limit + 1 where it is more. `limit` is at most distance_limit_max.
int edit_distance(std::u32string_view left, std::u32string_view right, int limit);

// The least distance to any beginning of `whole`.
int edit_distance_to_beginning(std::u32string_view beginning, std::u32string_view whole, int limit);

// The characters of a UTF-8 text, which must be one.
std::u32string characters_of(std::string_view text);
void append_characters(std::string_view text, std::u32string& characters);

}  // namespace cartulary::search
