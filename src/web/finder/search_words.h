#pragma once

#include <string>
#include <string_view>

#include "web/finder/sought.h"

// What the search calls things, in the language of a page.
namespace cartulary::web {

std::string_view facet_label(const Texts& texts, search::Facet facet);

// Of a term its label; anything else is its own. The answer lives as long as both.
std::string_view value_label(const Texts& texts, const ChosenValue& value);

// Sets a text off from the words around it, whichever way it is written, where no markup can.
std::string isolated(std::string_view text);

}  // namespace cartulary::web
