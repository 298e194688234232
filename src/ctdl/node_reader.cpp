#include "ctdl/node_reader.h"

#include <algorithm>
#include <array>
#include <utility>

#include "base/text.h"
#include "ctdl/address_places.h"
#include "ctdl/language_maps.h"
#include "ctdl/node_text.h"
#include "ctdl/plain_values.h"
#include "ctdl/structure.h"

namespace cartulary::ctdl {

namespace {

constexpr std::string_view ctid_property = "ceterms:ctid";
constexpr std::array<std::string_view, 3> own_prefixes{"ceterms:", "ceasn:", "qdata:"};

bool is_keyword(std::string_view name) {
    return name.starts_with('@');
}

bool has_own_prefix(std::string_view name) {
    return std::any_of(own_prefixes.begin(), own_prefixes.end(),
                       [&](auto prefix) { return name.starts_with(prefix); });
}

// Says something of a thing, besides what it is called and of what class.
bool says_something(const json::Object& node) {
    return std::any_of(node.begin(), node.end(),
                       [](const json::Member& member) { return !is_keyword(member.name); });
}

const json::Value* find_ctid(const json::Object& node) {
    for (const auto& [name, value] : node) {
        if (is_keyword(name)) continue;
        if (name == ctid_property) return &value;
        const auto* property = find_property(name);
        if (property && property->name == ctid_property) return &value;
    }
    return nullptr;
}

// "ce-…" of "urn:ctid:…" and of a bare UUID, as old documents have them.
std::optional<Ctid> old_ctid(std::string_view text) {
    constexpr std::string_view scheme = "urn:ctid:";
    text = text::trimmed(text);
    if (text.starts_with(scheme)) text.remove_prefix(scheme.size());
    if (const auto ctid = Ctid::parse(text)) return ctid;
    const auto uuid = Uuid::parse(text);
    return uuid ? std::optional(Ctid(*uuid)) : std::nullopt;
}

json::Value text_value(std::string text) {
    return json::Value(std::move(text));
}

}  // namespace

bool is_part_class(std::string_view type) {
    if (!is_top_level(type) || is_organization(type)) return false;
    constexpr std::string_view owners[] = {
        "ceterms:ownedBy",    "ceterms:offeredBy",           "ceasn:publisher",
        "qdata:dataProvider", "ceterms:conditionManifestOf", "ceterms:costManifestOf"};
    return std::none_of(std::begin(owners), std::end(owners), [&](auto owner) {
        const auto* property = find_property(owner);
        return property && has_property(type, *property);
    });
}

std::optional<NodeName> NodeReader::name_of(const json::Object& node, const Way& way) {
    const auto* stated = find_ctid(node);
    const auto* id = member_of(node, "@id");
    const auto* id_text = id ? id->string() : nullptr;
    if (id && !id_text) problems_.error(way.member("@id"), "must be a text");
    std::optional<Ctid> ctid;
    if (stated) {
        const auto* text = stated->string();
        ctid = text ? Ctid::parse(*text) : std::nullopt;
        if (!ctid) {
            problems_.fault(way.member(ctid_property), std::string(ctid_problem));
            if (text) ctid = old_ctid(*text);
        }
    }
    if (!ctid && !id_text) return std::nullopt;
    if (!ctid) {
        const auto here = references_.ctid_of(*id_text);
        if (!here) {
            auto address = references_.read(*id_text, way.member("@id"));
            return address ? std::optional(NodeName{*std::move(address)}) : std::nullopt;
        }
        problems_.fault(way.member(ctid_property), "is required of what has a CTID");
        ctid = here;
    }
    if (id_text && !is_blank(*id_text)) {
        const auto meant = references_.ctid_of(*id_text);
        if (meant && *meant != *ctid) {
            problems_.error(way.member("@id"), "must be the address of the node's ceterms:ctid");
        }
    }
    if (id_text) references_.learn(*id_text, *ctid);
    return NodeName{own_address(*ctid), ctid};
}

void NodeReader::read(const json::Object& node, const NodeName& name, const Way& way) {
    json::Object out{{"@id", text_value(name.id)}};
    const auto type = read_type(node, way);
    if (type) out.push_back({"@type", text_value(*type)});
    if (name.ctid) {
        out.push_back({std::string(ctid_property), text_value(name.ctid->text())});
        if (!name.ctid->is_random()) {
            problems_.warning(way.member(ctid_property),
                              "has no random UUID (version 4) behind \"ce-\"");
        }
    }
    const auto place = nodes_.size();
    nodes_.push_back({{}, way.text()});
    if (place > nodes_max) return;  // which the caller says
    read_members(node, type ? std::string_view(*type) : std::string_view(), {}, way, out);
    nodes_[place].node = std::move(out);
}

std::optional<std::string> NodeReader::read_type(const json::Object& node, const Way& way) {
    const auto* value = member_of(node, "@type");
    const auto inner = way.member("@type");
    if (!value || value->is_null()) {
        problems_.fault(inner, "is required");
        return std::nullopt;
    }
    json::Array alone;
    if (value->string()) alone.push_back(*value);
    const auto& types = value->array() ? *value->array() : alone;
    if (types.empty()) problems_.fault(inner, "must be a class");
    std::optional<std::string> first;
    for (const auto& type : types) {
        const auto* text = type.string();
        const auto* known = text ? find_class(*text) : nullptr;
        auto name = known ? std::string(known->name) : text ? compact(*text) : std::string();
        if (!known && !has_own_prefix(name) && expand(name)) {
            problems_.warning(inner, "is of a class that CTDL does not know: " + name);
        } else if (!known) {
            problems_.fault(inner, "must be a class of CTDL");
            continue;
        }
        if (first) {
            problems_.warning(inner, "names a second class, which is left out: " + name);
        } else {
            first = std::move(name);
        }
    }
    return first;
}

void NodeReader::read_members(const json::Object& node, std::string_view type,
                              std::span<const std::string_view> schemes, const Way& way,
                              json::Object& out) {
    std::unordered_set<std::string> seen;
    for (const auto& [name, value] : node) {
        const auto inner = way.member(name);
        if (name == "@id" || name == "@type" || name == "@context") {
            if (!seen.insert(name).second) problems_.fault(inner, "stands twice");
            continue;
        }
        const auto* property = is_keyword(name) ? nullptr : find_property(name);
        Read read;
        std::string written;
        if (property) {
            written = property->name;
            if (!seen.insert(written).second) {
                problems_.fault(inner, "stands twice");
                continue;
            }
            if (written == ctid_property) continue;
            if (!type.empty() && !has_property(type, *property)) {
                problems_.fault(inner, "is no property of " + std::string(type));
            }
            read = read_property(*property, value, schemes, inner);
        } else {
            written = read_unknown(name, value, inner, read);
            if (read && !seen.insert(written).second) {
                problems_.fault(inner, "stands twice");
                continue;
            }
        }
        if (read) out.push_back({std::move(written), *std::move(read)});
    }
}

// The name that the term is kept under; `read` is nothing where it is left out.
std::string NodeReader::read_unknown(const std::string& name, const json::Value& value,
                                     const Way& way, Read& read) {
    if (is_keyword(name)) {
        problems_.fault(way, "is not understood here");
        return name;
    }
    auto term = compact(name);
    if (has_own_prefix(term) || !expand(term) || term.find('\0') != std::string::npos) {
        problems_.fault(way, "is no known property");
        return term;
    }
    problems_.warning(way, "is kept, though CTDL does not know it");
    read = read_foreign(value, way);
    return term;
}

NodeReader::Read NodeReader::read_property(const Property& property, const json::Value& value,
                                           std::span<const std::string_view> schemes,
                                           const Way& way) {
    const auto* array = value.array();
    if (property.datatype == Datatype::language_map) {
        return read_language_map(value, way, problems_);
    }
    if (property.takes_one && array && array->size() > 1) {
        problems_.warning(way, "has more than one value");
    }
    if (property.datatype != Datatype::reference)
        return read_plain(property, value, way, problems_);
    // What an alignment object points at is of the schemes of the property that it stands in.
    const bool is_target = property.name == "ceterms:targetNode";
    const auto within = is_target ? schemes : property.schemes;
    if (!array) return read_reference(property, value, within, way);
    json::Array read;
    for (std::size_t i = 0; i < array->size(); ++i) {
        auto one = read_reference(property, (*array)[i], within, way.element(i));
        if (one) read.push_back(*std::move(one));
    }
    if (read.empty()) return std::nullopt;
    return json::Value(std::move(read));
}

NodeReader::Read NodeReader::read_reference(const Property& property, const json::Value& value,
                                            std::span<const std::string_view> schemes,
                                            const Way& way) {
    if (value.is_null()) return std::nullopt;
    if (const auto* text = value.string()) {
        auto address = schemes.empty() ? references_.read(*text, way)
                                       : references_.read_concept(schemes, *text, way);
        if (!address) return std::nullopt;
        const auto expected = expected_.find(*address);
        if (expected != expected_.end()) require_class(property, expected->second, way);
        return text_value(*std::move(address));
    }
    const auto* object = value.object();
    if (!object) {
        problems_.fault(way, "must be an address or a node");
        return std::nullopt;
    }
    if (const auto* inner = value.find("@value")) {
        if (inner->string()) return read_reference(property, *inner, schemes, way);
    }
    return read_within(property, *object, way);
}

void NodeReader::require_class(const Property& property, std::string_view type, const Way& way) {
    if (!find_class(type) || takes_class(property, type)) return;
    problems_.fault(way, "must not be of the class " + std::string(type));
}

// A node within another: a reference where it says nothing but its name.
NodeReader::Read NodeReader::read_within(const Property& property, const json::Object& node,
                                         const Way& way) {
    if (!says_something(node)) {
        const auto* id = member_of(node, "@id");
        if (id && id->string()) return read_reference(property, *id, property.schemes, way);
        problems_.fault(way, "says nothing");
        return std::nullopt;
    }
    if (const auto name = name_of(node, way)) return read_named_within(property, node, *name, way);
    json::Object out;
    const auto type = read_type(node, way);
    if (type) {
        out.push_back({"@type", text_value(*type)});
        require_class(property, *type, way);
    }
    const auto before = out.size();
    read_members(node, type ? std::string_view(*type) : std::string_view(), property.schemes, way,
                 out);
    if (out.size() == before) return std::nullopt;
    return json::Value(std::move(out));
}

// It becomes a node of the graph, and a reference here; what stands for itself elsewhere stays a
// reference.
NodeReader::Read NodeReader::read_named_within(const Property& property, const json::Object& node,
                                               const NodeName& name, const Way& way) {
    const auto* type = member_of(node, "@type");
    const auto* known = type && type->string() ? find_class(*type->string()) : nullptr;
    if (known) require_class(property, known->name, way);
    if (name.ctid && !(known && is_part_class(known->name))) {
        problems_.fault(way, "describes another resource: refer to it by its CTID alone");
        return text_value(name.id);
    }
    const auto [found, is_new] = within_.emplace(name.id, &node);
    if (is_new) {
        read(node, name, way);
    } else if (*found->second != node) {
        problems_.error(way, "describes " + name.id + " again, and otherwise");
    }
    return text_value(name.id);
}

// Terms of vocabularies that are not ours are kept as they are, but for addresses of resources.
NodeReader::Read NodeReader::read_foreign(const json::Value& value, const Way& way) {
    if (const auto* text = value.string()) {
        auto read = read_text(*text, way, problems_);
        if (!read) return std::nullopt;
        return text_value(*std::move(read));
    }
    if (const auto* array = value.array()) {
        json::Array read;
        for (std::size_t i = 0; i < array->size(); ++i) {
            auto one = read_foreign((*array)[i], way.element(i));
            if (one) read.push_back(*std::move(one));
        }
        if (read.empty()) return std::nullopt;
        return json::Value(std::move(read));
    }
    if (value.object()) return read_foreign_node(*value.object(), way);
    return value.is_null() ? std::nullopt : Read(value);
}

NodeReader::Read NodeReader::read_foreign_node(const json::Object& node, const Way& way) {
    json::Object out;
    std::string id;  // empty: none
    for (const auto& [name, content] : node) {
        const auto inner = way.member(name);
        if (name == "@id") {
            if (content.string()) id = references_.read(*content.string(), inner).value_or("");
        } else if (name.find('\0') != std::string::npos || name == "@context") {
            problems_.fault(inner, "is not understood here");
        } else if (auto read = read_foreign(content, inner)) {
            out.push_back({name, *std::move(read)});
        }
    }
    if (is_blank(id) && !out.empty()) {
        problems_.fault(way, "must not describe a blank node here");
        id.clear();
    }
    // Last, as nodes of the graph begin with it.
    if (!id.empty()) out.push_back({"@id", text_value(std::move(id))});
    if (out.empty()) return std::nullopt;
    return json::Value(std::move(out));
}

}  // namespace cartulary::ctdl
