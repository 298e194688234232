#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/json.h"
#include "ctdl/document.h"
#include "domain/ctid.h"

namespace cartulary::web {

// Reads a served graph (ctdl::graph_text) for people: in the language of a page, blank nodes put in
// their places. Nothing here refuses: what is not as expected is not there.
class GraphReader {
public:
    // `language` is that of the page ("es"): of a text in several it is taken first, then English,
    // then whatever comes first. Throws std::runtime_error where the text is no graph.
    GraphReader(std::string_view graph, std::string_view language);

    GraphReader(const GraphReader&) = delete;
    GraphReader& operator=(const GraphReader&) = delete;

    const json::Value& first() const { return *first_; }
    const json::Array& nodes() const { return *nodes_in_order_; }  // the first one, then all others
    // Of an id of the graph ("_:b1", "https://…"); null for what is elsewhere.
    const json::Value* node(std::string_view id) const;

    // The CTID in an address of this registry; nothing in another text.
    std::optional<Ctid> ctid_of(std::string_view address) const;

    // A text with the language that it is in; empty: not said.
    struct Said {
        std::string text = {};
        std::string language = {};
        bool empty() const { return text.empty(); }
    };
    Said said(const json::Value& node, std::string_view property) const;
    std::vector<Said> all_said(const json::Value& node, std::string_view property) const;

    // The same of one value of a property; a text in languages is in the best one, or in all.
    enum class Languages { best, all };
    std::vector<Said> said_in(const json::Value& value, Languages which = Languages::best) const;
    static bool is_words(const json::Value& value);  // a text in languages: {"en-US": "…"}

    // All values of a property, blank nodes in place of their ids; `node` itself is left as it is.
    std::vector<const json::Value*> values(const json::Value& node,
                                           std::string_view property) const;
    // Those that are objects: condition profiles, places, costs.
    std::vector<const json::Value*> things(const json::Value& node,
                                           std::string_view property) const;

    // What stands for something elsewhere, or for a concept: its name where it is said (of a
    // concept its label), and its address ("https://…", "orgType:FourYear"; or empty).
    struct Reference {
        Said name = {};
        std::string target = {};
        std::optional<Ctid> ctid = {};  // where it is one of this registry
    };
    std::vector<Reference> references(const json::Value& node, std::string_view property) const;
    std::optional<Reference> reference_in(const json::Value& value) const;  // of one value

    // "2", "19.5", "2026-01-31" as written; with a type ({"@type", "@value"}) or without.
    std::optional<std::string> plain(const json::Value& node, std::string_view property) const;
    std::optional<double> number(const json::Value& node, std::string_view property) const;

    std::string_view type(const json::Value& node) const;  // "ceterms:Certificate"; or empty

private:
    Said said_of(const json::Value& value) const;

    json::Value graph_;
    const json::Value* first_ = nullptr;
    const json::Array* nodes_in_order_ = nullptr;
    ctdl::Addresses registry_;  // that serves it
    std::unordered_map<std::string_view, const json::Value*> nodes_;
    std::string language_;
};

}  // namespace cartulary::web
