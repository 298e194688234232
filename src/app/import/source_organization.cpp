#include "app/import/source_organization.h"

#include <algorithm>

#include "base/text.h"

namespace cartulary::import {

namespace {

constexpr auto own_language = "en-US";  // of what the registry itself says
constexpr auto unsaid_language = "und";

json::Value text_value(std::string_view text) {
    return json::Value(std::string(text));
}

json::Value language_map(std::string_view text, std::string_view language = own_language) {
    return json::Value(json::Object{{std::string(language), text_value(text)}});
}

// Texts by language, each text of one once.
class LanguageTexts {
public:
    void add(const SourceOrganization::Name& name) {
        const auto& language = name.language.empty() ? unsaid_language : name.language;
        auto& texts = of(language);
        const auto value = text_value(name.text);
        if (std::ranges::find(texts, value) == texts.end()) texts.push_back(value);
    }
    bool has(std::string_view language) const {
        return std::ranges::find(map_, language, &Texts::first) != map_.end();
    }
    bool is_empty() const { return map_.empty(); }

    json::Value lists() const {
        json::Object object;
        for (const auto& [language, texts] : map_) object.push_back({language, json::Value(texts)});
        return json::Value(std::move(object));
    }
    json::Value firsts() const {
        json::Object object;
        for (const auto& [language, texts] : map_) object.push_back({language, texts.front()});
        return json::Value(std::move(object));
    }

private:
    using Texts = std::pair<std::string, json::Array>;

    json::Array& of(const std::string& language) {
        const auto found = std::ranges::find(map_, language, &Texts::first);
        if (found != map_.end()) return found->second;
        return map_.emplace_back(language, json::Array()).second;
    }

    std::vector<Texts> map_;  // in the order in which the languages came
};

class Payload {
public:
    explicit Payload(const SourceOrganization& organization) : organization_(organization) {}

    json::Value whole() {
        add("@type", text_value("ceterms:Organization"));
        add("ceterms:ctid", text_value(organization_.ctid.text()));
        add_names();
        if (!organization_.website.empty()) {
            add("ceterms:subjectWebpage", text_value(organization_.website));
        }
        add_list("ceterms:sameAs", organization_.same_as, text_value);
        add_kinds();
        if (!organization_.founding_date.empty()) {
            add("ceterms:foundingDate", text_value(organization_.founding_date));
        }
        if (!organization_.fein.empty()) add("ceterms:fein", text_value(organization_.fein));
        add_list("ceterms:identifier", organization_.identifiers, identifier_value);
        add_list("ceterms:address", organization_.places, place_value);
        add_list("ceterms:parentOrganization", organization_.parents, address_value);
        add_list("ceterms:subOrganization", organization_.children, address_value);
        return json::Value(std::move(node_));
    }

private:
    void add(std::string_view name, json::Value value) {
        node_.push_back({std::string(name), std::move(value)});
    }

    template <class Items, class Make>
    void add_list(std::string_view name, const Items& items, Make make) {
        if (items.empty()) return;
        json::Array list;
        list.reserve(items.size());
        for (const auto& item : items) list.push_back(make(item));
        add(name, json::Value(std::move(list)));
    }

    // A language has one name; what else is said in it is an alternate one.
    void add_names() {
        LanguageTexts names;
        LanguageTexts alternates;
        names.add(organization_.name);
        for (const auto& label : organization_.labels) {
            const auto& language = label.language.empty() ? unsaid_language : label.language;
            (names.has(language) ? alternates : names).add(label);
        }
        for (const auto& alternate : organization_.alternates) alternates.add(alternate);
        add("ceterms:name", names.firsts());
        if (!alternates.is_empty()) add("ceterms:alternateName", alternates.lists());
    }

    void add_kinds() {
        add_list("ceterms:agentType", organization_.types, [](OrganizationType type) {
            return text_value(organization_types.curie_of(type));
        });
        if (organization_.sector) {
            add("ceterms:agentSectorType", text_value(sectors.curie_of(*organization_.sector)));
        }
        add("ceterms:lifeCycleStatusType",
            text_value(organization_.has_ceased ? "lifeCycle:Ceased" : "lifeCycle:Active"));
    }

    static json::Value identifier_value(const SourceOrganization::Identifier& identifier) {
        return json::Value(
            json::Object{{"@type", text_value("ceterms:IdentifierValue")},
                         {"ceterms:identifierTypeName", language_map(identifier.type)},
                         {"ceterms:identifierValueCode", text_value(identifier.value)}});
    }

    static json::Value place_value(const SourceOrganization::Place& place) {
        json::Object node{{"@type", text_value("ceterms:Place")}};
        const auto add_text = [&](std::string_view name, const std::string& text) {
            if (!text.empty()) node.push_back({std::string(name), language_map(text)});
        };
        add_text("ceterms:streetAddress", place.street);
        add_text("ceterms:addressLocality", place.city);
        add_text("ceterms:addressRegion", place.region);
        add_text("ceterms:addressCountry", place.country);
        if (!place.postal_code.empty()) {
            node.push_back({"ceterms:postalCode", text_value(place.postal_code)});
        }
        if (place.position) {
            node.push_back({"ceterms:latitude", json::Value(place.position->first)});
            node.push_back({"ceterms:longitude", json::Value(place.position->second)});
        }
        return json::Value(std::move(node));
    }

    static json::Value address_value(const Ctid& ctid) {
        return text_value("/resources/" + ctid.text());
    }

    const SourceOrganization& organization_;
    json::Object node_;
};

}  // namespace

json::Value payload_of(const SourceOrganization& organization) {
    return Payload(organization).whole();
}

}  // namespace cartulary::import
