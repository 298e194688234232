#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

// The words of organizations' names and of places, as they are compared: what people abbreviate, or
// say in another language, in one form.
namespace cartulary::search {

using Words = std::vector<std::string>;

// The words of a name without articles and the like, each in its standard form: "Univ. de Genève"
// and "University of Geneva" are both {"university", "geneva"}.
Words organization_words(std::string_view text);

// The standard form of a folded word; itself where there is no other.
std::string_view standard_word(std::string_view word);

// Whether names have this folded word only to join others ("of", "für"), or before a name ("the").
bool joins_words(std::string_view word);

// Whether a standard word says what kind of thing something is, and names nothing by itself:
// "university", "national".
bool says_kind(std::string_view word);

// The standard word of a kind that has this one typing error, or nothing: "unversity".
std::string_view kind_misspelled(std::string_view word);

// Without the legal form at its end ("Ltd"); a name of one word is left alone.
void drop_legal_form(Words& words);

// "de l'Université" as "de l Université", so that the noun is a word of its own.
std::string with_elisions_parted(std::string_view text);

// Whether `part` stands in `words`, one word after the other. Nothing stands nowhere.
bool contains_run(std::span<const std::string> words, std::span<const std::string> part);

}  // namespace cartulary::search
