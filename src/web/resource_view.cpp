#include "web/resource_view.h"

#include <unordered_map>

#include "base/json.h"
#include "ctdl/vocabulary.h"
#include "web/fragments.h"

namespace cartulary::web {

namespace {

using json::Object;
using json::Value;

constexpr int nesting_shown_max = 6;
constexpr std::size_t values_shown_max = 200;  // of one property

// Shows the nodes of one document.
class View {
public:
    View(const Texts& texts, const json::Array& graph) : texts_(texts) {
        for (const auto& node : graph) {
            if (const auto* id = node.find("@id"); id && id->string()) {
                nodes_.emplace(*id->string(), &node);
            }
        }
    }

    Markup details(const Value& node, int depth) const {
        Details details;
        for (const auto& [name, value] : *node.object()) {
            if (is_shown(name)) details.add(label_of(name), values(value, depth));
        }
        return details.markup();
    }

private:
    // What stands above it, or is of no interest to people.
    static bool is_shown(std::string_view name) {
        return name.front() != '@' && name != "ceterms:ctid" && name != "ceterms:name" &&
               name != "ceasn:name";
    }

    static std::string label_of(const std::string& name) {
        const auto* property = ctdl::find_property(name);
        return property ? std::string(property->label) : name;
    }

    Markup values(const Value& value, int depth) const {
        const auto* several = value.array();
        if (!several) return one(value, depth);
        if (several->size() == 1) return one(several->front(), depth);
        Markup entries;
        std::size_t count = 0;
        for (const auto& each : *several) {
            if (++count > values_shown_max) break;
            entries.add(element("li", {}, one(each, depth)));
        }
        return element("ul", {{"class", "values"}}, entries);
    }

    Markup one(const Value& value, int depth) const {
        if (const auto* text = value.string()) return reference_or_text(*text, depth);
        if (const auto* yes = value.boolean()) {
            return Markup(*yes ? texts_.choice_yes : texts_.choice_no);
        }
        if (value.integer() || value.real()) return Markup(json::text_of(value));
        if (value.object()) return object(value, depth);
        return {};
    }

    Markup reference_or_text(const std::string& text, int depth) const {
        if (const auto found = nodes_.find(text); found != nodes_.end()) {
            return text.starts_with("_:") && depth < nesting_shown_max
                       ? object(*found->second, depth)
                       : outside_link(text);
        }
        return outside_link(text);
    }

    // A text in languages, a concept, a date with its type, or a thing that stands within.
    Markup object(const Value& value, int depth) const {
        if (const auto* plain = value.find("@value")) return one(*plain, depth);
        if (is_language_map(*value.object())) return in_languages(*value.object());
        if (const auto* name = value.find("ceterms:targetNodeName")) return values(*name, depth);
        if (depth >= nesting_shown_max) return {};
        Markup title;
        for (const auto* property : {"ceterms:name", "ceasn:name"}) {
            if (const auto* name = value.find(property)) title = values(*name, depth);
        }
        if (!title.empty()) title = element("p", {}, element("strong", {}, title));
        return together(title, details(value, depth + 1));
    }

    static bool is_language_map(const Object& object) {
        for (const auto& [name, value] : object) {
            if (name.empty() || name.front() == '@' || name.find(':') != std::string::npos) {
                return false;
            }
            if (!value.string() && !value.array()) return false;
        }
        return !object.empty();
    }

    Markup in_languages(const Object& texts) const {
        Markup all;
        for (const auto& [language, value] : texts) {
            const auto add = [&, &code = language](const Value& each) {
                if (!each.string()) return;
                if (!all.empty()) all.add(element("br", {}));
                all.add(element("bdi", {{"lang", code}}, *each.string()));
            };
            if (const auto* several = value.array()) {
                for (const auto& each : *several) add(each);
            } else {
                add(value);
            }
        }
        return all;
    }

    const Texts& texts_;
    std::unordered_map<std::string_view, const Value*> nodes_;
};

}  // namespace

Markup resource_view(const Texts& texts, std::string_view graph) {
    const auto parsed = json::parse(graph);
    if (!parsed) return {};
    const auto* nodes = parsed->find("@graph");
    if (!nodes || !nodes->array() || nodes->array()->empty()) return {};
    const auto& first = nodes->array()->front();
    if (!first.object()) return {};
    return View(texts, *nodes->array()).details(first, 0);
}

}  // namespace cartulary::web
