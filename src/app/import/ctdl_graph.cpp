#include "app/import/ctdl_graph.h"

#include <algorithm>
#include <functional>
#include <optional>
#include <string>
#include <unordered_map>
#include <unordered_set>

#include "ctdl/document.h"
#include "ctdl/node_reader.h"
#include "ctdl/vocabulary.h"

namespace cartulary::import {

namespace {

std::string_view text_of(const json::Value& node, std::string_view name) {
    const auto* value = node.find(name);
    const auto* text = value ? value->string() : nullptr;
    return text ? std::string_view(*text) : std::string_view();
}

bool is_blank(std::string_view id) {
    return id.starts_with("_:");
}

std::optional<Ctid> ctid_of(const json::Value& node) {
    const auto stated = Ctid::parse(text_of(node, "ceterms:ctid"));
    return stated ? stated : ctdl::ctid_in(text_of(node, "@id"));
}

// What has a CTID, and is published by itself.
bool is_whole(const json::Value& node) {
    const auto* known = ctdl::find_class(text_of(node, "@type"));
    return known && !ctdl::is_part_class(known->name) && ctid_of(node);
}

// Every text in a value, at any depth that JSON may have here.
void for_each_text(const json::Value& value, const std::function<void(const std::string&)>& visit) {
    if (const auto* text = value.string()) visit(*text);
    if (const auto* list = value.array()) {
        for (const auto& inner : *list) for_each_text(inner, visit);
    }
    if (const auto* object = value.object()) {
        for (const auto& [name, inner] : *object) for_each_text(inner, visit);
    }
}

// Deals the nodes of a graph out to the documents that are in it.
class Dealing {
public:
    explicit Dealing(const json::Array& nodes) : nodes_(nodes) {
        for (std::size_t i = 0; i < nodes.size(); ++i) {
            const auto id = text_of(nodes[i], "@id");
            if (!id.empty()) by_id_.emplace(id, i);
            if (is_whole(nodes[i])) wholes_.push_back(i);
        }
        for (const auto whole : wholes_) parts_[whole].push_back(whole);
        deal_parts();
    }

    std::size_t count() const { return wholes_.size(); }

    Checked<std::vector<json::Value>> documents(const json::Value* context) {
        std::vector<json::Value> documents;
        std::size_t copied = 0;
        for (const auto whole : wholes_) {
            auto graph = graph_of(whole);
            copied += graph.size();
            if (copied > nodes_.size() + ctdl::nodes_max) {
                return problem("holds several documents whose nodes hang together too much");
            }
            json::Object document;
            if (context) document.push_back({"@context", *context});
            document.push_back({"@graph", json::Value(std::move(graph))});
            documents.emplace_back(std::move(document));
        }
        return documents;
    }

private:
    // A part goes to the whole that it names; else to the one before it, as they are written.
    void deal_parts() {
        auto before = wholes_.empty() ? 0 : wholes_.front();
        for (std::size_t i = 0; i < nodes_.size(); ++i) {
            if (parts_.contains(i)) before = i;
            if (parts_.contains(i) || is_blank(text_of(nodes_[i], "@id"))) continue;
            std::optional<std::size_t> named;
            for_each_text(nodes_[i], [&](const std::string& text) {
                const auto found = by_id_.find(text);
                if (!named && found != by_id_.end() && is_framework(found->second)) {
                    named = found->second;
                }
            });
            parts_[named.value_or(before)].push_back(i);
        }
    }

    // What parts are parts of; that they name an organization says nothing.
    bool is_framework(std::size_t node) const {
        const auto* known = ctdl::find_class(text_of(nodes_[node], "@type"));
        return parts_.contains(node) && known && !ctdl::is_organization(known->name);
    }

    // The whole, its parts, and the blank nodes that are reached from them.
    json::Array graph_of(std::size_t whole) {
        json::Array graph;
        std::unordered_set<std::size_t> taken;
        std::vector<std::size_t> open(parts_[whole].rbegin(), parts_[whole].rend());
        while (!open.empty()) {
            const auto node = open.back();
            open.pop_back();
            if (!taken.insert(node).second) continue;
            graph.push_back(nodes_[node]);
            for_each_text(nodes_[node], [&](const std::string& text) {
                if (!is_blank(text)) return;
                const auto found = by_id_.find(text);
                if (found != by_id_.end()) open.push_back(found->second);
            });
        }
        return graph;
    }

    const json::Array& nodes_;
    std::unordered_map<std::string_view, std::size_t> by_id_;
    std::vector<std::size_t> wholes_;
    std::unordered_map<std::size_t, std::vector<std::size_t>> parts_;  // by their whole; itself too
};

}  // namespace

Checked<std::vector<json::Value>> documents_in(json::Value payload) {
    const auto* graph = payload.find("@graph");
    if (graph && graph->array() && !payload.find("@id")) {
        Dealing dealing(*graph->array());
        if (dealing.count() > 1) return dealing.documents(payload.find("@context"));
    }
    std::vector<json::Value> one;
    one.push_back(std::move(payload));
    return one;
}

const json::Value* main_node_in(const json::Value& payload) {
    const auto* graph = payload.find("@graph");
    if (!graph || !graph->array()) return &payload;
    const auto named = ctdl::ctid_in(text_of(payload, "@id"));
    for (const auto& node : *graph->array()) {
        const auto ctid = ctid_of(node);
        if (ctid && (!named || named == ctid)) return &node;
    }
    return nullptr;
}

std::string_view type_written_in(const json::Value& payload) {
    const auto* node = main_node_in(payload);
    return node ? text_of(*node, "@type") : std::string_view();
}

std::optional<Ctid> ctid_written_in(const json::Value& payload) {
    const auto* node = main_node_in(payload);
    return node ? ctid_of(*node) : std::nullopt;
}

}  // namespace cartulary::import
