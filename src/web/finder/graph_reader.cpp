#include "web/finder/graph_reader.h"

#include <array>
#include <charconv>
#include <stdexcept>

#include "ctdl/vocabulary.h"

namespace cartulary::web {

namespace {

using json::Value;

constexpr auto name_properties = std::to_array<std::string_view>(
    {"ceterms:name", "ceasn:name", "ceasn:competencyText", "skos:prefLabel"});

// "es" also of "es-MX".
bool is_in(std::string_view tag, std::string_view language) {
    return tag.starts_with(language) &&
           (tag.size() == language.size() || tag[language.size()] == '-');
}

const json::Member* best_of(const json::Object& languages, std::string_view wanted) {
    for (const auto language : {wanted, std::string_view("en")}) {
        for (const auto& said : languages) {
            if (is_in(said.name, language)) return &said;
        }
    }
    return languages.empty() ? nullptr : &languages.front();
}

// Neither a node nor a value with a type.
bool is_language_map(const json::Object& object) {
    for (const auto& member : object) {
        if (member.name.starts_with('@') || member.name.find(':') != std::string::npos)
            return false;
    }
    return !object.empty();
}

const std::string* text_of(const Value& node, std::string_view property) {
    const auto* value = node.find(property);
    return value ? value->string() : nullptr;
}

// Where the registry is that serves the graph of this node: what stands before its path.
std::string host_of(const Value& node) {
    const auto* address = text_of(node, "@id");
    if (!address) return {};
    const auto path = address->rfind("/resources/");
    return path == std::string::npos ? std::string() : address->substr(0, path);
}

}  // namespace

GraphReader::GraphReader(std::string_view graph, std::string_view language)
    : graph_(json::parse(graph).value_or(Value())),
      language_(language.substr(0, language.find('-'))) {
    const auto* nodes = graph_.find("@graph");
    if (!nodes || !nodes->array() || nodes->array()->empty()) {
        throw std::runtime_error("a stored document is damaged");
    }
    nodes_in_order_ = nodes->array();
    first_ = &nodes_in_order_->front();
    registry_.public_url = host_of(*first_);
    for (const auto& each : *nodes->array()) {
        if (const auto* id = text_of(each, "@id")) nodes_.emplace(*id, &each);
    }
}

const Value* GraphReader::node(std::string_view id) const {
    const auto found = nodes_.find(id);
    return found == nodes_.end() ? nullptr : found->second;
}

std::optional<Ctid> GraphReader::ctid_of(std::string_view address) const {
    return ctdl::ctid_in(ctdl::own_path(address, registry_));
}

std::vector<const Value*> GraphReader::values(const Value& node, std::string_view property) const {
    const auto* value = node.find(property);
    if (!value) return {};
    std::vector<const Value*> all;
    const auto add = [&](const Value& each) {
        const auto* id = each.string();
        const auto* blank = id && id->starts_with("_:") ? this->node(*id) : nullptr;
        all.push_back(blank ? blank : &each);
    };
    if (const auto* several = value->array()) {
        for (const auto& each : *several) add(each);
    } else {
        add(*value);
    }
    return all;
}

std::vector<const Value*> GraphReader::things(const Value& node, std::string_view property) const {
    auto all = values(node, property);
    std::erase_if(all, [](const Value* value) { return value->object() == nullptr; });
    return all;
}

GraphReader::Said GraphReader::said_of(const Value& value) const {
    if (const auto* text = value.string()) return {.text = *text};
    if (const auto* several = value.array()) {
        return several->empty() ? Said() : said_of(several->front());
    }
    const auto* object = value.object();
    if (!object) return {};
    if (const auto* typed = value.find("@value")) return said_of(*typed);
    if (!is_language_map(*object)) return {};
    const auto* best = best_of(*object, language_);
    auto said = said_of(best->value);
    said.language = best->name;
    return said;
}

GraphReader::Said GraphReader::said(const Value& node, std::string_view property) const {
    const auto all = all_said(node, property);
    return all.empty() ? Said() : all.front();
}

std::vector<GraphReader::Said> GraphReader::all_said(const Value& node,
                                                     std::string_view property) const {
    std::vector<Said> all;
    for (const auto* value : values(node, property)) {
        for (auto& said : said_in(*value)) all.push_back(std::move(said));
    }
    return all;
}

std::vector<GraphReader::Said> GraphReader::said_in(const Value& value, Languages which) const {
    std::vector<Said> all;
    const auto add = [&](const Value& text, const std::string& language) {
        if (auto said = said_of(text); !said.empty()) {
            if (!language.empty()) said.language = language;
            all.push_back(std::move(said));
        }
    };
    const auto add_all = [&](const json::Member& in_language) {
        if (const auto* several = in_language.value.array()) {
            for (const auto& each : *several) add(each, in_language.name);
        } else {
            add(in_language.value, in_language.name);
        }
    };
    if (!is_words(value)) {
        add(value, "");
    } else if (which == Languages::all) {
        for (const auto& in_language : *value.object()) add_all(in_language);
    } else {
        add_all(*best_of(*value.object(), language_));
    }
    return all;
}

bool GraphReader::is_words(const Value& value) {
    return value.object() && is_language_map(*value.object());
}

std::optional<GraphReader::Reference> GraphReader::reference_in(const Value& value) const {
    Reference reference;
    if (const auto* address = value.string()) {
        reference.target = *address;
        if (const auto* known = node(*address)) {
            for (const auto property : name_properties) {
                if (reference.name.empty()) reference.name = said(*known, property);
            }
        }
    } else if (value.object()) {
        for (const auto property : {"ceterms:targetNodeName", "ceterms:frameworkName"}) {
            if (reference.name.empty()) reference.name = said(value, property);
        }
        for (const auto property : name_properties) {
            if (reference.name.empty()) reference.name = said(value, property);
        }
        for (const auto property : {"ceterms:targetNode", "ceterms:subjectWebpage", "@id"}) {
            const auto* text = text_of(value, property);
            if (reference.target.empty() && text && !text->starts_with("_:")) {
                reference.target = *text;
            }
        }
    }
    if (reference.target.empty() && reference.name.empty()) return std::nullopt;
    reference.ctid = ctid_of(reference.target);
    if (reference.name.empty()) {
        if (const auto* known = ctdl::find_concept("", reference.target)) {
            reference.name = {std::string(known->label), "en"};
        }
    }
    return reference;
}

std::vector<GraphReader::Reference> GraphReader::references(const Value& node,
                                                            std::string_view property) const {
    std::vector<Reference> all;
    for (const auto* value : values(node, property)) {
        if (auto reference = reference_in(*value)) all.push_back(std::move(*reference));
    }
    return all;
}

std::optional<std::string> GraphReader::plain(const Value& node, std::string_view property) const {
    for (const auto* value : values(node, property)) {
        const auto* typed = value->find("@value");
        const auto& content = typed ? *typed : *value;
        if (const auto* text = content.string()) return *text;
        if (content.integer() || content.real()) return json::text_of(content);
    }
    return std::nullopt;
}

std::optional<double> GraphReader::number(const Value& node, std::string_view property) const {
    const auto text = plain(node, property);
    if (!text) return std::nullopt;
    double number = 0;
    const auto [end, error] = std::from_chars(text->data(), text->data() + text->size(), number);
    if (error != std::errc() || end != text->data() + text->size()) return std::nullopt;
    return number;
}

std::string_view GraphReader::type(const Value& node) const {
    const auto types = values(node, "@type");
    const auto* text = types.empty() ? nullptr : types.front()->string();
    return text ? std::string_view(*text) : std::string_view();
}

}  // namespace cartulary::web
