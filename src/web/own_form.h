#pragma once

#include <string>
#include <string_view>

#include "http/message.h"

namespace cartulary::web {

// Whether a form came from a page of ours, as far as its browser tells. A page that is to tell
// nobody its address also sends no origin with its forms, so none says nothing.
bool is_own_form(const http::Request& request, std::string_view public_url);

// The field of a form, the last of several with this name; empty when there is none.
std::string form_field(const http::Request& request, std::string_view name);

}  // namespace cartulary::web
