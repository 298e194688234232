#include "ctdl/organization_document.h"

#include <algorithm>
#include <unordered_set>
#include <utility>

#include "ctdl/address_places.h"
#include "ctdl/alignment.h"
#include "ctdl/identifier_properties.h"
#include "ctdl/node_text.h"
#include "ctdl/organization_said.h"
#include "ctdl/structure.h"
#include "ctdl/vocabulary.h"
#include "domain/country.h"

namespace cartulary::ctdl {

namespace {

// Of what records say, which do not tell it.
constexpr std::string_view record_language = "en-US";

json::Value text_value(std::string_view text) {
    return json::Value(std::string(text));
}

json::Value list_value(const std::vector<std::string>& texts) {
    json::Array list;
    for (const auto& text : texts) list.push_back(text_value(text));
    return json::Value(std::move(list));
}

// One value where the property has one, else a list.
json::Value values_of(std::string_view property, const std::vector<std::string>& texts) {
    const auto* known = find_property(property);
    return known && known->takes_one && texts.size() == 1 ? text_value(texts.front())
                                                          : list_value(texts);
}

// A node that is changed member by member, the others keeping their places.
class NodeChange {
public:
    explicit NodeChange(json::Object& node) : node_(node) {}

    void set(std::string_view name, json::Value value) {
        if (auto* member = find(name)) {
            member->value = std::move(value);
        } else {
            node_.push_back({std::string(name), std::move(value)});
        }
    }
    void remove(std::string_view name) {
        std::erase_if(node_, [&](const json::Member& member) { return member.name == name; });
    }
    // In the language that the value had before; the others stay.
    void set_text(std::string_view name, const std::string& text) {
        if (text.empty()) return remove(name);
        auto* member = find(name);
        const auto* map = member ? member->value.object() : nullptr;
        if (!map || map->empty()) {
            const json::Member said{std::string(record_language), text_value(text)};
            return set(name, json::Value(json::Object{said}));
        }
        auto changed = *map;
        changed.front().value = text_value(text);
        member->value = json::Value(std::move(changed));
    }

private:
    json::Member* find(std::string_view name) {
        const auto found = std::find_if(node_.begin(), node_.end(),
                                        [&](const json::Member& one) { return one.name == name; });
        return found == node_.end() ? nullptr : &*found;
    }

    json::Object& node_;
};

class OrganizationDocument {
public:
    OrganizationDocument(const Organization& organization, const Document* before)
        : organization_(organization), wanted_(said_by(organization.stated)) {
        if (!before) return;
        nodes_.assign(before->nodes().begin(), before->nodes().end());
        blanks_ = blank_nodes_of(before->nodes());
        had_ = said_by(*before);
    }

    Document whole() {
        if (nodes_.empty()) nodes_.emplace_back();
        node_ = nodes_.front();
        write_name_and_class();
        write_texts();
        write_concepts();
        write_identifiers();
        write_places();
        write_picture();
        nodes_.front() = std::move(node_);
        leave_out_unreached();
        return Document(std::move(nodes_));
    }

private:
    NodeChange node() { return NodeChange(node_); }

    void write_name_and_class() {
        const Ctid ctid(organization_.id.uuid());
        node().set("@id", text_value(own_address(ctid)));
        if (!is_organization(type_of(node_))) node().set("@type", text_value(class_of_types()));
        node().set("ceterms:ctid", text_value(ctid.text()));
    }

    std::string_view class_of_types() const {
        const auto& types = organization_.stated.types;
        const bool assures_quality = std::any_of(types.begin(), types.end(), [](auto type) {
            return type == OrganizationType::quality_assurance ||
                   type == OrganizationType::accreditation_body;
        });
        return assures_quality ? "ceterms:QACredentialOrganization"
                               : "ceterms:CredentialOrganization";
    }

    void write_texts() {
        if (wanted_.name != had_.name) node().set_text("ceterms:name", wanted_.name.value_or(""));
        if (wanted_.description != had_.description) {
            node().set_text("ceterms:description", wanted_.description.value_or(""));
        }
        if (wanted_.website != had_.website) {
            write_or_remove("ceterms:subjectWebpage", wanted_.website);
        }
        if (wanted_.email != had_.email) {
            if (wanted_.email) {
                node().set("ceterms:email", list_value({*wanted_.email}));
            } else {
                node().remove("ceterms:email");
            }
        }
    }

    void write_or_remove(std::string_view name, const std::optional<std::string>& text) {
        if (text) {
            node().set(name, text_value(*text));
        } else {
            node().remove(name);
        }
    }

    void write_concepts() {
        if (wanted_.types != had_.types) {
            std::vector<std::string> names;
            for (const auto type : wanted_.types)
                names.push_back(organization_types.curie_of(type));
            write_concepts("ceterms:agentType", names);
        }
        if (wanted_.sector != had_.sector) {
            std::vector<std::string> names;
            if (wanted_.sector) names.push_back(sectors.curie_of(*wanted_.sector));
            write_concepts("ceterms:agentSectorType", names);
        }
    }

    void write_concepts(std::string_view property, const std::vector<std::string>& names) {
        json::Array alignments;
        for (const auto& name : names) {
            if (const auto* known = find_concept("", name)) {
                alignments.push_back(alignment_of(*known));
            }
        }
        if (alignments.empty()) return node().remove(property);
        const auto* known = find_property(property);
        const bool is_alone = known && known->takes_one && alignments.size() == 1;
        node().set(property,
                   is_alone ? std::move(alignments.front()) : json::Value(std::move(alignments)));
    }

    void write_identifiers() {
        const auto values = [](const OrganizationSaid& said, std::string_view scheme) {
            const auto found = said.identifiers.find(std::string(scheme));
            return found == said.identifiers.end() ? std::vector<std::string>() : found->second;
        };
        for (const auto& [property, scheme] : identifier_properties) {
            const auto wanted = values(wanted_, scheme);
            if (wanted == values(had_, scheme)) continue;
            if (wanted.empty()) {
                node().remove(property);
            } else {
                node().set(property, values_of(property, wanted));
            }
        }
        const auto uei = values(wanted_, identifier_scheme::uei.name);
        if (uei != values(had_, identifier_scheme::uei.name)) write_uei(uei);
    }

    void write_uei(const std::vector<std::string>& values) {
        json::Array rest;
        const auto* before = member_of(node_, "ceterms:identifier");
        json::Array alone;
        if (before && !before->array()) alone.push_back(*before);
        for (const auto& one : before && before->array() ? *before->array() : alone) {
            const auto named = named_identifier(one);
            if (!named || named->type_name != uei_type_name) rest.push_back(one);
        }
        for (const auto& value : values) {
            const json::Member name{std::string(record_language), text_value(uei_type_name)};
            rest.push_back(json::Value(
                json::Object{{"@type", text_value("ceterms:IdentifierValue")},
                             {"ceterms:identifierTypeName", json::Value(json::Object{name})},
                             {"ceterms:identifierValueCode", text_value(value)}}));
        }
        if (rest.empty()) return node().remove("ceterms:identifier");
        node().set("ceterms:identifier", json::Value(std::move(rest)));
    }

    void write_places();
    void write_address(json::Object& place) const;
    std::vector<json::Value> places_before() const;
    json::Value without_phones(const json::Object& place) const;
    void write_phones(json::Object& place) const;

    void write_picture() {
        const auto& picture = organization_.stated.picture;
        if (!picture.empty()) {
            node().set("ceterms:image", text_value("/pictures/" + picture + ".png"));
        } else if (is_own(text_of(node_, "ceterms:image"))) {
            node().remove("ceterms:image");
        }
    }

    // Blank nodes of what was replaced.
    void leave_out_unreached() {
        const auto blanks = blank_nodes_of(nodes_);
        std::unordered_set<std::string> reached;
        std::vector<const json::Object*> open;
        for (const auto& node : nodes_) {
            if (!is_blank(id_of(node))) open.push_back(&node);
        }
        while (!open.empty()) {
            const auto* node = open.back();
            open.pop_back();
            for_each_reference(*node, [&](const std::string& address, std::size_t) {
                const auto found = blanks.find(address);
                if (found == blanks.end() || !reached.insert(address).second) return;
                open.push_back(found->second);
            });
        }
        std::erase_if(nodes_, [&](const json::Object& node) {
            return is_blank(id_of(node)) && !reached.contains(std::string(id_of(node)));
        });
    }

    const Organization& organization_;
    OrganizationSaid wanted_;
    OrganizationSaid had_;
    std::vector<json::Object> nodes_;
    BlankNodes blanks_;  // of the document before
    json::Object node_;  // the first one as it becomes
};

std::vector<json::Value> OrganizationDocument::places_before() const {
    const auto* value = member_of(node_, "ceterms:address");
    if (!value) return {};
    if (value->array()) return *value->array();
    return {*value};
}

void OrganizationDocument::write_address(json::Object& place) const {
    NodeChange change(place);
    const auto wanted = wanted_.address.value_or(OrganizationSaid::Place{});
    const auto* country = find_country(wanted.country);
    change.set_text("ceterms:streetAddress", wanted.street);
    change.set_text("ceterms:addressLocality", wanted.city);
    change.set_text("ceterms:addressRegion", wanted.region);
    if (wanted.postal_code.empty()) {
        change.remove("ceterms:postalCode");
    } else {
        change.set("ceterms:postalCode", text_value(wanted.postal_code));
    }
    change.set_text("ceterms:addressCountry",
                    country ? std::string(country->name) : wanted.country);
    // Where the old address was.
    change.remove("ceterms:latitude");
    change.remove("ceterms:longitude");
    change.remove("ceterms:geoURI");
}

// Its contact points without their numbers; those that say nothing else are left out.
json::Value OrganizationDocument::without_phones(const json::Object& place) const {
    json::Array contacts;
    for (const auto* contact : nodes_in(member_of(place, "ceterms:targetContactPoint"), blanks_)) {
        auto rest = *contact;
        NodeChange(rest).remove("ceterms:telephone");
        NodeChange(rest).remove("@id");
        if (rest.size() > 1) contacts.push_back(json::Value(std::move(rest)));
    }
    auto changed = place;
    if (contacts.empty()) {
        NodeChange(changed).remove("ceterms:targetContactPoint");
    } else {
        NodeChange(changed).set("ceterms:targetContactPoint", json::Value(std::move(contacts)));
    }
    return json::Value(std::move(changed));
}

void OrganizationDocument::write_phones(json::Object& place) const {
    if (wanted_.phones.empty()) return;
    json::Array contacts{
        json::Value(json::Object{{"@type", text_value("ceterms:ContactPoint")},
                                 {"ceterms:telephone", list_value(wanted_.phones)}})};
    const auto* before = member_of(place, "ceterms:targetContactPoint");
    if (const auto* others = before ? before->array() : nullptr) {
        contacts.insert(contacts.end(), others->begin(), others->end());
    }
    NodeChange(place).set("ceterms:targetContactPoint", json::Value(std::move(contacts)));
}

// The record's address is the first place that is one; its phones are those of all places. Other
// places stay as they were.
void OrganizationDocument::write_places() {
    const bool address_changed = wanted_.address != had_.address;
    const bool phones_changed = wanted_.phones != had_.phones;
    if (!address_changed && !phones_changed) return;
    std::vector<json::Object> places;
    for (const auto& value : places_before()) {
        for (const auto* node : nodes_in(&value, blanks_)) {
            auto place = phones_changed ? *without_phones(*node).object() : *node;
            NodeChange(place).remove("@id");
            places.push_back(std::move(place));
        }
    }
    auto main = std::find_if(places.begin(), places.end(), is_address);
    if (main == places.end()) {
        main = places.insert(places.begin(), json::Object{{"@type", text_value("ceterms:Place")}});
    }
    if (address_changed) write_address(*main);
    if (phones_changed) write_phones(*main);
    json::Array written;
    for (auto& place : places) {
        if (place.size() > 1) written.push_back(json::Value(std::move(place)));
    }
    if (written.empty()) return node().remove("ceterms:address");
    node().set("ceterms:address", json::Value(std::move(written)));
}

}  // namespace

Document document_of(const Organization& organization, const Document* before) {
    return OrganizationDocument(organization, before).whole();
}

Problems apply(const Document& document, OrganizationDraft& draft) {
    auto said = said_by(document);
    const auto had = said_by(draft);
    if (said.name) draft.name = *said.name;
    if (said.description) draft.description = *said.description;
    if (said.website) draft.website = *said.website;
    if (said.email) draft.email = *said.email;
    if (said.address && said.address != had.address) {
        const auto& place = *said.address;
        draft.address = {
            place.street,      "",
            place.city,        place.region,
            place.postal_code, find_country(place.country) ? place.country : std::string()};
        if (!place.country.empty() && draft.address.country.empty()) {
            said.problems.push_back({Problem::Severity::warning, "ceterms:addressCountry",
                                     "is no country that is known, and is left out"});
        }
    }
    if (!said.phones.empty() && said.phones != had.phones) {
        draft.phones.clear();
        for (const auto& phone : said.phones) draft.phones.push_back({phone, ""});
    }
    if (!said.types.empty()) draft.types = said.types;
    if (said.sector) draft.sector = said.sector;
    for (auto& [scheme, values] : said.identifiers) {
        const auto found = had.identifiers.find(scheme);
        if (found != had.identifiers.end() && found->second == values) continue;
        std::erase_if(draft.identifiers, [&name = scheme](const Identifier& identifier) {
            return identifier.scheme == name;
        });
        for (auto& value : values) draft.identifiers.push_back({scheme, std::move(value)});
    }
    return std::move(said.problems);
}

}  // namespace cartulary::ctdl
