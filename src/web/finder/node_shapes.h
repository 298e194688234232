#pragma once

#include "web/finder/node_view.h"

// Things that are shown in a line of their own kind: a place, an amount, a code of a framework.
namespace cartulary::web {

// Nothing where the thing is none of these.
std::optional<Markup> shaped(NodeView& view, const json::Value& node);

// Whether it would be one, by its class and what it says.
bool has_shape(const GraphReader& graph, const json::Value& node);

// "6 to 8 weeks" of a DurationProfile.
Markup duration_markup(NodeView& view, const json::Value& profile);

}  // namespace cartulary::web
