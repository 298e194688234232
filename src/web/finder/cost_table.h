#pragma once

#include "web/finder/node_view.h"

namespace cartulary::web {

// What a thing costs, a row for each amount, as it is said: nothing is added up, since some are
// alternatives. Nothing where nothing is said.
Markup cost_table(NodeView& view, const json::Value& node, std::string_view property);

// One of them in a line: "Examination: $150.00".
Markup cost_line(NodeView& view, const json::Value& profile);

}  // namespace cartulary::web
