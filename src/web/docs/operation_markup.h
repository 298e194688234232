#pragma once

#include "web/docs/api_document.h"
#include "web/html.h"
#include "web/texts/texts.h"

namespace cartulary::web {

// One operation, as a part of an interface's page.
Markup operation_markup(const Texts& texts, const Operation& operation);

// Data that answers refer to.
Markup data_markup(const Texts& texts, const Data& data);

// The place of each in its page, as the id of an element.
std::string anchor_of(const Operation& operation);
std::string data_anchor(std::string_view name);

// Where a parameter stands, in words.
std::string_view place_text(const Texts& texts, std::string_view place);

// "GET", in its color.
Markup method_mark(const std::string& method);

}  // namespace cartulary::web
