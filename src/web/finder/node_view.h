#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "domain/resource.h"
#include "operations/registry.h"
#include "web/finder/graph_reader.h"
#include "web/html.h"
#include "web/texts/texts.h"

namespace cartulary::web {

// Shows what a document says of its things, for people: property by property, with what stands
// within. However much a document says, all that one view shows of it has room on one page; what
// has none is counted or left out.
class NodeView {
public:
    using Names = std::map<Ctid, ResourceName>;  // of what it refers to, as far as it is here
    using Languages = GraphReader::Languages;

    // What is passed outlives it, but for `names`; where there are none all that is referred to is
    // linked to. In `all` languages a text is shown to those who write it, or look at what changed.
    // `room`: how many bytes of markup it makes at most.
    static constexpr std::size_t page_room = 55'000;
    NodeView(const Texts& texts, const GraphReader& graph, std::optional<Names> names,
             Languages which = Languages::best, std::size_t room = page_room);

    // The values of one property, a list where there are several; nothing where there are none.
    Markup values(const json::Value& node, std::string_view property);

    // One value of a property, as it is shown among others.
    Markup value(const json::Value& value, std::string_view property);

    // Whether one of the values says so much that it wants room of its own: a condition, a process.
    bool is_large(const json::Value& node, std::string_view property) const;

    // The labels and values of these properties.
    Markup details(const json::Value& node, const std::vector<std::string_view>& properties);

    // All properties that a node has and that are for people, in its order, without these.
    std::vector<std::string_view> properties_of(
        const json::Value& node, const std::set<std::string_view>& without = {}) const;

    // What it is called, with a link to where it is: here or elsewhere.
    Markup reference(const GraphReader::Reference& reference);

    // Values that a list shows; those after them are counted.
    static constexpr std::size_t values_shown_max = 50;

    // What is put on the page, which has less room after it; nothing where it has too little.
    Markup leaf(Markup markup);
    bool is_full() const { return room_ == 0; }

    // As the graph says it, but the beginning alone of what is too long for a page.
    GraphReader::Said said(const json::Value& node, std::string_view property) const;

    const Texts& texts() const { return texts_; }
    const GraphReader& graph() const { return graph_; }

private:
    Markup any(const json::Value& value, std::string_view property, int depth);
    Markup listed(const json::Value& node, std::string_view property, int depth);
    Markup text(const std::string& text, std::string_view property);
    Markup words(const GraphReader::Said& said, std::string_view property);
    Markup searched(const json::Value& value, std::string_view property);
    Markup thing(const json::Value& node, int depth);
    Markup nested(const json::Value& node, int depth);
    Markup more(std::size_t count) const;

    const Texts& texts_;
    const GraphReader& graph_;
    const std::optional<Names> names_;
    const Languages languages_;
    std::size_t room_;  // bytes
};

// The names of what a node and what stands within it refer to.
NodeView::Names names_in(const Registry& registry, const GraphReader& graph,
                         const json::Value& node);

}  // namespace cartulary::web
