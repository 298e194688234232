#pragma once

#include <string_view>

#include "web/texts/texts.h"

namespace cartulary::web {

// What people call a term of the vocabulary, in the language of the texts: a class
// ("ceterms:Certificate"), a property, a concept ("orgType:FourYear") or a scheme, by its compact
// name. A name that is no term's is its own label; the answer lives as long as what it is made of.
std::string_view term_label(const Texts& texts, std::string_view term);

}  // namespace cartulary::web
