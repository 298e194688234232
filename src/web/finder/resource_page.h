#pragma once

#include <string>
#include <string_view>

#include "web/finder/finder.h"
#include "web/finder/graph_reader.h"

namespace cartulary::web {

// A resource that somebody looks at, with what its page is made of.
struct ShownResource {
    Visit& visit;
    const FinderOperations& operations;
    const ResourceKnown& known;
    std::string_view graph_text;  // as it is served
    const GraphReader& graph;
    std::optional<Timestamp> as_of;  // what was true then; nothing: what is now

    const Texts& texts() const { return visit.texts(); }
    const json::Value& node() const { return graph.first(); }
};

// What a page shows below its title, by the class of the resource.
Markup thing_content(const ShownResource& shown);

// Its name, in the language of the page; its CTID where it has none.
GraphReader::Said title_of(const ShownResource& shown);

}  // namespace cartulary::web
