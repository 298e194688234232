#pragma once

#include <string_view>

#include "web/html.h"
#include "web/texts/texts.h"

// What descriptions of interfaces say, which is English: in pages of other languages it is marked
// as such, so that it is read out and hyphenated rightly.
namespace cartulary::web {

Markup described(const Texts& texts, std::string_view plain);          // as paragraphs
Markup described_in_line(const Texts& texts, std::string_view plain);  // within one

}  // namespace cartulary::web
