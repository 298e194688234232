#include "web/finder/node_view.h"

#include <algorithm>

#include "base/locale_words.h"
#include "ctdl/vocabulary.h"
#include "operations/resource_names.h"
#include "web/finder/finder.h"
#include "web/finder/node_shapes.h"
#include "web/finder/said_markup.h"
#include "web/finder/sought.h"
#include "web/fragments.h"
#include "web/texts/credential_texts.h"
#include "web/texts/plural.h"
#include "web/texts/term_labels.h"

namespace cartulary::web {

namespace {

using json::Value;

constexpr std::size_t row_bytes = 60;  // what stands around a value
constexpr int nesting_shown_max = 6;

bool is_for_people(std::string_view property) {
    return !property.starts_with('@') && property != "ceterms:ctid";
}

// Told above all else that a thing within another says.
bool is_title(std::string_view property) {
    return property == "ceterms:name" || property == "ceasn:name" || property == "skos:prefLabel" ||
           property == "ceterms:description" || property == "ceasn:description" ||
           property == "ceterms:subjectWebpage";
}

// Words by which others may be found that have them too.
bool is_searched(std::string_view property) {
    return property == "ceterms:keyword" || property == "ceterms:subject" ||
           property == "ceasn:conceptKeyword";
}

std::string search_path(std::string_view words) {
    return Sought{.text = std::string(words)}.path();
}

}  // namespace

NodeView::NodeView(const Texts& texts, const GraphReader& graph, std::optional<Names> names,
                   Languages which, std::size_t room)
    : texts_(texts), graph_(graph), names_(std::move(names)), languages_(which), room_(room) {}

Markup NodeView::values(const Value& node, std::string_view property) {
    return listed(node, property, 0);
}

Markup NodeView::value(const Value& value, std::string_view property) {
    return any(value, property, 0);
}

bool NodeView::is_large(const Value& node, std::string_view property) const {
    return std::ranges::any_of(graph_.things(node, property), [&](const Value* value) {
        return !value->find("@value") && !GraphReader::is_words(*value) &&
               !has_shape(graph_, *value);
    });
}

Markup NodeView::details(const Value& node, const std::vector<std::string_view>& properties) {
    Details details;
    for (const auto property : properties) {
        details.add(term_label(texts_, property), values(node, property));
    }
    return details.markup();
}

std::vector<std::string_view> NodeView::properties_of(
    const Value& node, const std::set<std::string_view>& without) const {
    std::vector<std::string_view> properties;
    if (!node.object()) return properties;
    std::set<std::string_view> seen;
    for (const auto& [name, value] : *node.object()) {
        if (is_for_people(name) && !without.contains(name) && seen.insert(name).second) {
            properties.push_back(name);
        }
    }
    return properties;
}

Markup NodeView::reference(const GraphReader::Reference& reference) {
    const auto& [name, target, ctid] = reference;
    if (!ctid) {
        const auto* known = ctdl::find_concept("", target);
        if (known) return leaf(name_markup(term_label(texts_, known->name)));
        if (!is_web_address(target)) {
            return leaf(name.empty() ? name_markup(shortened(target))
                                     : said_markup(texts_, shortened(name)));
        }
        if (name.empty()) return leaf(outside_link(target, shortened(target)));
        const auto named = outside_link(target, shortened(name.text));
        return leaf(element("span", {{"class", "named"}}, named));
    }
    const auto known = names_ ? names_->find(*ctid) : Names::const_iterator();
    const bool has_name = names_ && known != names_->end();
    const auto shown = name.empty() && has_name
                           ? GraphReader::Said{known->second.text, known->second.language}
                           : name;
    const auto label =
        shown.empty() ? element("code", {}, ctid->text()) : said_markup(texts_, shortened(shown));
    // To what is not here a link would lead nowhere.
    const bool is_here = !names_ || has_name || graph_.node(target) != nullptr;
    return leaf(is_here ? element("a", {{"href", resource_path(*ctid)}}, label) : label);
}

Markup NodeView::leaf(Markup markup) {
    if (markup.empty()) return {};
    const auto bytes = markup.text().size() + row_bytes;
    if (bytes > room_) {
        room_ = 0;
        return {};
    }
    room_ -= bytes;
    return markup;
}

GraphReader::Said NodeView::said(const Value& node, std::string_view property) const {
    return shortened(graph_.said(node, property));
}

Markup NodeView::listed(const Value& node, std::string_view property, int depth) {
    std::vector<Markup> shown;
    std::size_t left_out = 0;
    const auto add = [&](Markup markup) {
        if (!markup.empty()) shown.push_back(std::move(markup));
    };
    for (const auto* value : graph_.values(node, property)) {
        if (shown.size() >= values_shown_max || is_full()) {
            ++left_out;
        } else if (GraphReader::is_words(*value)) {
            for (const auto& said : graph_.said_in(*value, languages_)) {
                if (shown.size() < values_shown_max)
                    add(words(said, property));
                else
                    ++left_out;
            }
        } else {
            add(is_searched(property) ? searched(*value, property) : any(*value, property, depth));
        }
    }
    if (left_out > 0 && !shown.empty()) shown.push_back(more(left_out));
    if (shown.size() == 1) return shown.front();
    if (shown.empty()) return {};
    Markup entries;
    for (const auto& each : shown) entries.add(element("li", {}, each));
    return element("ul", {{"class", is_searched(property) ? "skills" : "values"}}, entries);
}

Markup NodeView::any(const Value& value, std::string_view property, int depth) {
    if (const auto* yes = value.boolean()) {
        return leaf(Markup(*yes ? texts_.choice_yes : texts_.choice_no));
    }
    if (value.integer() || value.real()) return leaf(Markup(json::text_of(value)));
    if (const auto* written = value.string()) return text(*written, property);
    if (!value.object()) return {};
    if (const auto* typed = value.find("@value")) {
        return depth < nesting_shown_max ? any(*typed, property, depth + 1) : Markup();
    }
    if (GraphReader::is_words(value)) {
        Markup all;
        for (const auto& said : graph_.said_in(value, languages_)) {
            if (!all.empty()) all.add(element("br", {}));
            all.add(words(said, property));
        }
        return all;
    }
    return thing(value, depth);
}

Markup NodeView::text(const std::string& text, std::string_view property) {
    const auto* known = ctdl::find_property(property);
    using ctdl::Datatype;
    switch (known ? known->datatype : Datatype::untyped) {
        case Datatype::date:
        case Datatype::date_time:
            if (const auto moment = parse_iso_8601(text)) return leaf(day(texts_, *moment));
            break;
        case Datatype::duration:
            if (const auto words = duration_words(text, texts_.language)) {
                return leaf(Markup(*words));
            }
            break;
        case Datatype::language: return leaf(Markup(language_words(text, texts_.language)));
        case Datatype::language_map: return words({text, ""}, property);
        case Datatype::reference:
        case Datatype::text:
        case Datatype::boolean:
        case Datatype::integer:
        case Datatype::decimal:
        case Datatype::untyped: break;
    }
    if (const auto reference = graph_.reference_in(Value(text))) return this->reference(*reference);
    return {};
}

Markup NodeView::words(const GraphReader::Said& said, std::string_view property) {
    const auto shown = said_markup(texts_, shortened(said));
    if (!is_searched(property)) return leaf(shown);
    return leaf(element("a", {{"href", search_path(said.text)}, {"rel", "nofollow"}}, shown));
}

// A subject of no framework is words like any other.
Markup NodeView::searched(const Value& value, std::string_view property) {
    const auto reference = graph_.reference_in(value);
    if (!reference || !reference->target.empty()) return any(value, property, 0);
    return words(reference->name, property);
}

// What stands for something elsewhere is told by its name; what is described here by all it says.
Markup NodeView::thing(const Value& node, int depth) {
    if (auto line = shaped(*this, node)) return *std::move(line);
    return depth < nesting_shown_max ? nested(node, depth) : Markup();
}

Markup NodeView::nested(const Value& node, int depth) {
    Markup content;
    const auto title = graph_.reference_in(node);
    const bool has_name = title && !title->name.empty();
    if (has_name) {
        const auto name = reference(*title);
        if (!name.empty()) content.add(element("p", {}, element("strong", {}, name)));
    }
    for (const auto* property : {"ceterms:description", "ceasn:description"}) {
        content.add(leaf(words_markup(texts_, said(node, property))));
    }
    Details details;
    for (const auto property : properties_of(node)) {
        const bool is_linked = has_name || property != "ceterms:subjectWebpage";
        if (is_title(property) && is_linked) continue;
        details.add(term_label(texts_, property), listed(node, property, depth + 1));
    }
    content.add(details.markup());
    return content;
}

Markup NodeView::more(std::size_t count) const {
    const auto text =
        counted(texts_, credential_texts(texts_).values_more, static_cast<std::int64_t>(count));
    return element("span", {{"class", "hint"}}, text);
}

NodeView::Names names_in(const Registry& registry, const GraphReader& graph, const Value& node) {
    std::vector<Ctid> ctids;
    std::vector<const Value*> waiting = {&node};
    while (!waiting.empty() && ctids.size() < names_known_max) {
        const auto* next = waiting.back();
        waiting.pop_back();
        if (const auto* several = next->array()) {
            for (const auto& each : *several) waiting.push_back(&each);
        } else if (const auto* object = next->object()) {
            for (const auto& member : *object) waiting.push_back(&member.value);
        } else if (const auto* text = next->string()) {
            const auto* blank = text->starts_with("_:") ? graph.node(*text) : nullptr;
            if (blank) waiting.push_back(blank);
            if (const auto ctid = graph.ctid_of(*text)) ctids.push_back(*ctid);
        }
    }
    return names_of(registry, ctids);
}

}  // namespace cartulary::web
