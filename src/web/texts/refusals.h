#pragma once

#include <string>
#include <string_view>

#include "web/texts/texts.h"

namespace cartulary::web {

// What domain and operations say of a request or a field, which they say in English ("must be at
// least 15 characters"), in the language of the texts. What is not known there stays as it is.
std::string refusal_text(const Texts& texts, std::string_view english);

}  // namespace cartulary::web
