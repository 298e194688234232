#pragma once

#include <string>
#include <string_view>

#include "web/finder/finder.h"
#include "web/finder/graph_reader.h"

namespace cartulary::web {

// A resource, or a part of one, that somebody looks at, with what its page is made of.
struct ShownResource {
    Visit& visit;
    const FinderOperations& operations;
    const ResourceKnown& known;   // of a part: the resource in whose document it stands
    Ctid ctid;                    // whose page it is: of the resource, or of the part
    std::string_view graph_text;  // as it is served
    const GraphReader& graph;
    const json::Value& described;         // the node of `ctid`
    std::int64_t revision = 0;            // of the version that is shown
    Timestamp changed_at = {};            // by that version
    std::optional<Timestamp> as_of = {};  // what was true then; nothing: what is now

    const Texts& texts() const { return visit.texts(); }
    const json::Value& node() const { return described; }
    bool is_part() const { return ctid != known.resource.ctid; }
};

// What its page shows between what all have: kind, owner and status above, data and history below.
Markup thing_content(const ShownResource& shown);

// The name of a node, in the language of the page; its label or text where it has none; or empty.
GraphReader::Said name_of(const GraphReader& graph, const json::Value& node);

// The name of what is shown, of a very long one the beginning; its CTID where it has none.
GraphReader::Said title_of(const ShownResource& shown);

}  // namespace cartulary::web
