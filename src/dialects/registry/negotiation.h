#pragma once

#include <string_view>

namespace cartulary::registry {

// In which form a resource is told.
enum class Form { json_ld, json, page };

// What an Accept header likes best (RFC 9110, 12.5.1). Of forms that it likes as much, the one that
// it names, then linked data; the same where it likes none of them.
Form preferred_form(std::string_view accept);

}  // namespace cartulary::registry
