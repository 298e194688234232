#pragma once

#include <string_view>

namespace cartulary::http {

// Whether the entity tag is in the list of an If-None-Match or If-Match header (RFC 9110, 13.1),
// which may be "*". `weakly`: W/"a" is as good as "a", as If-None-Match has it.
bool lists_tag(std::string_view list, std::string_view tag, bool weakly);

}  // namespace cartulary::http
