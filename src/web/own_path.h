#pragma once

#include <string>
#include <string_view>

namespace cartulary::web {

// A path of this registry that somebody is led to after logging in, or `otherwise` where the text
// is anything else: nobody is led to another site by a link to ours.
std::string own_path(std::string_view path, std::string_view otherwise);

}  // namespace cartulary::web
