#include "ctdl/document.h"

#include <algorithm>
#include <array>
#include <map>
#include <stdexcept>
#include <unordered_map>
#include <utility>

#include "base/secrets.h"
#include "ctdl/address_places.h"
#include "ctdl/canonical_json.h"
#include "ctdl/context_names.h"
#include "ctdl/node_text.h"
#include "ctdl/structure.h"
#include "ctdl/vocabulary.h"

namespace cartulary::ctdl {

namespace {

// What stands first in a node; all else follows as it was given.
constexpr std::array<std::string_view, 3> first_members{"@id", "@type", "ceterms:ctid"};

void put_in_order(json::Object& node) {
    const auto rank = [](const json::Member& member) {
        return std::find(first_members.begin(), first_members.end(), member.name) -
               first_members.begin();
    };
    std::stable_sort(node.begin(), node.end(),
                     [&](const auto& left, const auto& right) { return rank(left) < rank(right); });
}

void require(bool is_so, const char* what) {
    if (!is_so) throw std::logic_error(std::string("a document of linked data ") + what);
}

// Names its CTID and itself by it, in lower case, or is no thing of a CTID.
void require_own_name(const json::Object& node) {
    const auto text = text_of(node, "ceterms:ctid");
    if (text.empty()) return;
    const auto ctid = Ctid::parse(text);
    require(ctid && ctid->text() == text, "has a CTID that is none");
    require(id_of(node) == own_address(*ctid), "has a node whose \"@id\" is not that of its CTID");
}

// A node of the graph is found in the text by how it begins.
void require_no_such_beginning(const json::Value& value) {
    if (const auto* array = value.array()) {
        for (const auto& element : *array) require_no_such_beginning(element);
    } else if (const auto* object = value.object()) {
        require(object->size() < 2 || object->front().name != "@id",
                "has an object within a node that begins with \"@id\"");
        for (const auto& member : *object) require_no_such_beginning(member.value);
    }
}

// New names for the blank nodes, by the first place that each is reached from.
class BlankNames {
public:
    explicit BlankNames(std::span<const json::Object> nodes) : blanks_(blank_nodes_of(nodes)) {
        std::vector<const json::Object*> named;
        for (const auto& node : nodes) {
            if (!is_blank(id_of(node))) named.push_back(&node);
        }
        std::sort(named.begin() + 1, named.end(),
                  [](const auto* left, const auto* right) { return id_of(*left) < id_of(*right); });
        for (const auto* node : named) follow(*node);
    }

    std::string operator()(const std::string& address) const {
        const auto found = names_.find(address);
        return found == names_.end() ? address : found->second;
    }

private:
    // As deep as blank nodes nest, which structure.h bounds.
    void follow(const json::Object& node) {
        std::vector<const json::Member*> members;
        for (const auto& member : node) members.push_back(&member);
        std::sort(members.begin(), members.end(), [](const auto* left, const auto* right) {
            return comes_before(left->name, right->name);
        });
        for (const auto* member : members) {
            if (member->name != "@id") follow(member->name, member->value);
        }
    }

    void follow(std::string_view name, const json::Value& value) {
        if (const auto* text = value.string()) {
            if (holds_addresses(name) && is_blank(*text)) follow_blank(*text);
        } else if (const auto* array = value.array()) {
            for (const auto& element : *array) follow(name, element);
        } else if (const auto* object = value.object()) {
            std::map<std::string_view, const json::Value*> sorted;
            for (const auto& [inner, content] : *object) sorted[inner] = &content;
            for (const auto& [inner, content] : sorted) follow(inner, *content);
        }
    }

    void follow_blank(const std::string& address) {
        const auto found = blanks_.find(address);
        if (found == blanks_.end()) return;
        const auto name = "_:b" + std::to_string(names_.size());
        if (names_.emplace(address, name).second) follow(*found->second);
    }

    BlankNodes blanks_;
    std::unordered_map<std::string, std::string> names_;
};

}  // namespace

Document::Document(std::vector<json::Object> nodes) : nodes_(std::move(nodes)) {
    require(!nodes_.empty(), "has no node");
    for (auto& node : nodes_) {
        put_in_order(node);
        require(!id_of(node).empty(), "has a node without \"@id\"");
        require_own_name(node);
        for (const auto& member : node) require_no_such_beginning(member.value);
    }
    const auto ctid = Ctid::parse(text_of(nodes_.front(), "ceterms:ctid"));
    require(ctid.has_value(), "begins with a node without CTID");
    require(!type_of(nodes_.front()).empty(), "begins with a node without \"@type\"");
    const auto problems = structure_problems(nodes_);
    if (!problems.empty()) require(false, problems.front().text.c_str());
    ctid_ = *ctid;
    type_ = type_of(nodes_.front());
    // As they are after they were written and read, so that one thing has one name.
    for (auto& node : nodes_) node = taken_in(node, context_of(type_));
}

Document Document::of_text(std::string_view text) {
    const auto written = written_graph(text);
    Document document;
    document.nodes_.reserve(written.nodes.size());
    for (const auto& node : written.nodes) {
        document.nodes_.push_back(taken_in(node, written.context));
    }
    const auto ctid = Ctid::parse(text_of(document.nodes_.front(), "ceterms:ctid"));
    require(ctid && !is_blank(id_of(document.nodes_.front())), "begins with a node without CTID");
    document.ctid_ = *ctid;
    document.type_ = type_of(document.nodes_.front());
    return document;
}

std::string Document::text() const {
    json::Writer writer;
    const auto context = context_of(type_);
    writer.begin_object().member("@context", context).key("@id");
    write_address("/graph/" + ctid_.text(), writer);
    writer.key("@graph").begin_array();
    for (const auto& node : nodes_) write_node(written_out(node, context), writer);
    return writer.end_array().end_object().take();
}

std::string Document::digest() const {
    const BlankNames names(nodes_);
    std::vector<std::pair<std::string, std::string>> written;  // new name, canonical text
    written.reserve(nodes_.size());
    for (const auto& node : nodes_) {
        json::Object renamed;
        renamed.reserve(node.size());
        for (const auto& [name, value] : node) {
            renamed.push_back({name, with_addresses(name, value, names)});
        }
        std::string id(id_of(renamed));
        written.emplace_back(std::move(id), canonical_json(json::Value(std::move(renamed))));
    }
    std::sort(written.begin() + 1, written.end());
    std::string whole = "[";
    for (const auto& [id, text] : written) {
        if (whole.size() > 1) whole += ',';
        whole += text;
    }
    return sha256_hex(whole + "]");
}

}  // namespace cartulary::ctdl
