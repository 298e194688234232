#pragma once

#include <string>
#include <string_view>

// What is left of letters when everything goes by which people write the same word differently.
namespace cartulary::search {

// In lower case, in compatibility forms, without the marks that people leave out, with ASCII
// digits. Of ASCII everything is kept, punctuation too; beyond it only letters, digits and the
// marks that are parts of letters: all else becomes a space, or goes where it stands within words
// (control characters, soft hyphens, what is not UTF-8). Kinds of apostrophes become "'".
std::string folded(std::string_view text);

}  // namespace cartulary::search
