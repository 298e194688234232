#pragma once

#include "web/docs/api_document.h"
#include "web/html.h"
#include "web/texts/texts.h"

namespace cartulary::web {

// A form that calls an operation, for `try.js`, which shows it: nobody can use it without.
Markup try_form(const Texts& texts, const Operation& operation);

// Where the script puts what came back, and what it says of it: once in a page, after its forms.
Markup try_answer(const Texts& texts);

}  // namespace cartulary::web
