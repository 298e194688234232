#include "web/finder/part_tree.h"

#include <algorithm>
#include <array>
#include <unordered_set>

#include "http/form.h"
#include "web/finder/said_markup.h"
#include "web/fragments.h"
#include "web/paging.h"
#include "web/texts/credential_texts.h"

namespace cartulary::web {

namespace {

using json::Value;

// Those below stand on its level, so that what is nested without end stays readable.
constexpr int levels_max = 7;

constexpr auto tree_properties = std::to_array<std::string_view>(
    {"ceasn:hasTopChild", "ceasn:hasChild", "skos:hasTopConcept", "skos:narrower",
     "ceterms:hasDestinationComponent", "ceterms:hasChild", "ceterms:hasPart"});

struct Item {
    const Value* node;
    int level;
};

// Walks from a node to the parts of its document, each of them once.
class Walk {
public:
    explicit Walk(const GraphReader& graph) : graph_(graph) {}

    std::vector<Item> below(const Value& top) {
        seen_.insert(&top);
        push_children(top, 0);
        walk();
        return std::move(items_);
    }

    // Of a whole also those that nothing leads to.
    std::vector<Item> all() {
        const auto& top = graph_.first();
        seen_.insert(&top);
        push_children(top, 0);
        walk();
        for (const auto& node : graph_.nodes()) {
            if (is_part(node) && !seen_.contains(&node)) {
                waiting_.push_back({&node, 0});
                walk();
            }
        }
        return std::move(items_);
    }

private:
    static bool is_part(const Value& node) { return node.find("ceterms:ctid") != nullptr; }

    void walk() {
        while (!waiting_.empty()) {
            const auto item = waiting_.back();
            waiting_.pop_back();
            if (!seen_.insert(item.node).second) continue;
            items_.push_back(item);
            push_children(*item.node, std::min(item.level + 1, levels_max - 1));
        }
    }

    // The last one first, so that the first one is taken first.
    void push_children(const Value& node, int level) {
        const auto before = waiting_.size();
        for (const auto property : tree_properties) {
            for (const auto* value : graph_.values(node, property)) {
                const auto* address = value->string();
                const auto* child = address ? graph_.node(*address) : nullptr;
                if (child && is_part(*child)) waiting_.push_back({child, level});
            }
        }
        std::reverse(waiting_.begin() + static_cast<std::ptrdiff_t>(before), waiting_.end());
    }

    const GraphReader& graph_;
    std::vector<Item> items_;
    std::vector<Item> waiting_;
    std::unordered_set<const Value*> seen_;
};

Markup label_of(const ShownResource& shown, const Value& node) {
    const auto& texts = shown.texts();
    const auto& graph = shown.graph;
    auto name = name_of(graph, node);
    name.text = summary_of(name.text);
    const auto ctid = Ctid::parse(graph.plain(node, "ceterms:ctid").value_or(""));
    const auto shown_name =
        name.empty() ? Markup(credential_texts(texts).part_untitled) : said_markup(texts, name);
    const auto code = summary_of(graph.said(node, "ceasn:codedNotation").text);
    const auto label =
        ctid ? element("a", {{"href", resource_path(*ctid)}}, shown_name) : shown_name;
    if (code.empty()) return label;
    return together(element("span", {{"class", "hint"}}, name_markup(code)), " ", label);
}

// The slice with those above its first one, each list within the entry that it is of.
Markup nested_list(const ShownResource& shown, const std::vector<Item>& items, std::size_t from,
                   std::size_t to) {
    std::vector<Item> listed;
    int level = items[from].level;
    for (auto at = from; at-- > 0 && level > 0;) {
        if (items[at].level >= level) continue;
        level = items[at].level;
        listed.insert(listed.begin(), items[at]);
    }
    const auto slice = std::span(items).subspan(from, to - from);
    listed.insert(listed.end(), slice.begin(), slice.end());
    Markup list;
    int depth = -1;
    for (const auto& [node, own_level] : listed) {
        if (own_level > depth) {
            list.add(open_tag("ul", {{"class", "tree"}}));
            ++depth;
        } else {
            for (list.add(close_tag("li")); depth > own_level; --depth) {
                list.add(together(close_tag("ul"), close_tag("li")));
            }
        }
        list.add(together(open_tag("li", {}), label_of(shown, *node)));
    }
    for (; depth >= 0; --depth) list.add(together(close_tag("li"), close_tag("ul")));
    return list;
}

// This very page, but for the part of the list.
std::string path_of(const ShownResource& shown, std::int64_t page) {
    const auto as_of = shown.visit.parameter("as_of");
    return resource_path(shown.ctid) + "?page=" + std::to_string(page) +
           (shown.as_of ? "&as_of=" + http::percent_encode(as_of) : "");
}

}  // namespace

bool is_of_tree(std::string_view property) {
    return std::ranges::find(tree_properties, property) != tree_properties.end();
}

Markup part_tree(const ShownResource& shown) {
    Walk walk(shown.graph);
    const auto items = shown.is_part() ? walk.below(shown.node()) : walk.all();
    if (items.empty()) return {};
    const auto& words = credential_texts(shown.texts());
    const auto total = static_cast<std::int64_t>(items.size());
    auto slice = slice_of(shown.visit.parameter("page"));
    if (slice.offset >= total) slice = slice_of("1");
    const auto from = static_cast<std::size_t>(slice.offset);
    const auto to = std::min(items.size(), from + static_cast<std::size_t>(slice.count));
    const bool is_competency = shown.graph.type(*items.front().node) == "ceasn:Competency";
    return together(
        element("h2", {}, is_competency ? words.section_competencies : words.section_parts),
        element("p", {{"class", "hint"}}, range_text(words.parts_shown, slice, to - from, total)),
        nested_list(shown, items, from, to),
        pages_markup(shown.texts(), slice, total,
                     [&](std::int64_t page) { return path_of(shown, page); }));
}

}  // namespace cartulary::web
