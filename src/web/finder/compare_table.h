#pragma once

#include <memory>
#include <vector>

#include "web/finder/finder.h"
#include "web/finder/node_view.h"

namespace cartulary::web {

// A thing that is compared, with what its column is made of.
struct ComparedThing {
    ComparedThing(const Texts& texts, const Registry& registry, ResourceKnown whose, Ctid of,
                  const std::string& graph_text, std::size_t room);

    // Null: its document no longer has this part.
    const json::Value* node = nullptr;
    ResourceKnown known;
    Ctid ctid;
    GraphReader graph;
    std::unique_ptr<NodeView> view;
    std::string name;
};

// Row by row what they say, those rows marked in which they differ. `path_without` one of them is
// where the others stand alone.
Markup compare_table(const Texts& texts, const std::vector<std::unique_ptr<ComparedThing>>& things,
                     const std::function<std::string(const Ctid& without)>& path_without);

}  // namespace cartulary::web
