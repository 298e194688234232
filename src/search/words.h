#pragma once

#include <string>
#include <string_view>
#include <vector>

// Texts as words that can be compared, in every script.
namespace cartulary::search {

inline constexpr std::size_t query_length_max = 1'000;  // characters
inline constexpr std::size_t query_words_max = 64;
inline constexpr std::size_t word_length_max = 64;  // characters; longer ones are cut

// The words of a text, in their order: folded (Unicode case folding, compatibility forms,
// diacritical marks dropped where people leave them out), punctuation gone ("(PMI)" is "pmi",
// "A.T.T." is "att", "O'Neill" is "oneill"), "&" is "and", "C++" is "cplusplus", "C#" is "csharp".
// What is written without spaces is parted: Thai, Khmer, Lao, Burmese and kana by dictionary,
// Chinese characters into every two neighbours ("清华大学" is "清华", "华大", "大学"), since no
// dictionary parts a name and a piece of it alike. They hold letters, digits and the marks that are
// parts of letters alone, so that nothing in them is syntax of any engine. Control characters and
// what is no text is dropped.
std::vector<std::string> words_of(std::string_view text);

// The same, by single spaces.
std::string folded_words(std::string_view text);

}  // namespace cartulary::search
