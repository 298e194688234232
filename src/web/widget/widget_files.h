#pragma once

#include <string_view>
#include <vector>

#include "http/router.h"
#include "web/visit.h"
#include "web/widget/widget_choice.h"

namespace cartulary::web {

// What pages of others include, and what the page that they frame includes. Others keep the first
// address for years, so that neither has a digest in its name.
inline constexpr std::string_view widget_script_path = "/widget.js";
inline constexpr std::string_view widget_frame_script_path = "/widget/frame.js";

std::vector<http::Route> widget_file_routes();

// What stands around a page in the language that a site chose for its widget; the visitor's own
// where it chose none.
Shell widget_shell(const Visit& visit, const WidgetLanguage& language);

}  // namespace cartulary::web
