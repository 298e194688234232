#include "web/resource_view.h"

#include "web/finder/node_view.h"

namespace cartulary::web {

Markup resource_view(const Texts& texts, std::string_view graph) {
    if (graph.empty()) return {};
    const GraphReader reader(graph, texts.language);
    NodeView view(texts, reader, std::nullopt, NodeView::Languages::all);
    return view.details(reader.first(), view.properties_of(reader.first()));
}

}  // namespace cartulary::web
