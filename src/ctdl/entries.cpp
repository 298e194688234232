#include "ctdl/entries.h"

#include <algorithm>
#include <set>
#include <utility>

#include "base/text.h"
#include "ctdl/address_places.h"
#include "ctdl/identifier_properties.h"
#include "ctdl/language_maps.h"
#include "ctdl/structure.h"
#include "ctdl/vocabulary.h"

namespace cartulary::ctdl {

namespace {

constexpr std::string_view names[] = {"ceterms:name", "ceasn:name", "skos:prefLabel",
                                      "ceasn:competencyText"};
constexpr std::string_view alternate_names[] = {"ceterms:alternateName", "skos:altLabel",
                                                "ceasn:competencyLabel"};
constexpr std::string_view descriptions[] = {"ceterms:description", "ceasn:description",
                                             "skos:definition", "ceasn:comment"};
constexpr std::string_view subjects[] = {"ceterms:subject", "ceterms:keyword",
                                         "ceasn:conceptKeyword", "ceasn:localSubject"};

// How a person is reached is not for searching.
constexpr std::string_view personal[] = {"ceterms:email", "ceterms:telephone", "ceterms:faxNumber",
                                         "ceterms:socialMedia"};
constexpr std::string_view contact_class = "ceterms:ContactPoint";

// Of a longer way its end, by which it is looked up.
constexpr std::size_t way_length_max = 6;

// Of names, places, identifiers and so on each.
constexpr std::size_t list_length_max = 200;

// Characters. Of a longer name its beginning counts; a longer place, subject or identifier is none.
// They are told with what is found, and kept in memory.
constexpr std::size_t name_length_max = 1'000;
constexpr std::size_t value_length_max = 300;

template <std::size_t count>
bool contains(const std::string_view (&list)[count], std::string_view name) {
    return std::find(std::begin(list), std::end(list), name) != std::end(list);
}

// At most so many characters, up to the end of a word where there is one.
std::string beginning_of(const std::string& text, std::size_t length_max) {
    if (text::length(text) <= length_max) return text;
    std::size_t characters = 0;
    std::size_t end = 0;
    while (characters < length_max) {
        ++end;
        while (end < text.size() && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80) ++end;
        ++characters;
    }
    const auto space = text.rfind(' ', end);
    return text.substr(0, space == std::string::npos || space == 0 ? end : space);
}

void add_once(std::vector<std::string>& list, std::string text) {
    if (text.empty() || list.size() >= list_length_max) return;
    if (text::length(text) > value_length_max) return;
    if (std::find(list.begin(), list.end(), text) != list.end()) return;
    list.push_back(std::move(text));
}

// Reads one node with what is within it, its blank nodes too.
class EntryReader {
public:
    EntryReader(const json::Object& node, const Ctid& ctid, const BlankNodes& blanks)
        : blanks_(blanks) {
        entry_.ctid = ctid;
        entry_.type = type_of(node);
        for (const auto name : names) read_names(node, name);
        for (const auto name : alternate_names) read_names(node, name);
        for (const auto name : descriptions) {
            const auto* value = member_of(node, name);
            const auto text = value ? any_text_of(*value) : std::nullopt;
            if (text && entry_.excerpt.empty())
                entry_.excerpt = beginning_of(*text, excerpt_length_max);
        }
        entry_.website = text_of(node, "ceterms:subjectWebpage");
        for (const auto& [scheme, value] : identifiers_in(node)) {
            add_once(entry_.identifiers, scheme + ":" + value);
        }
        read_node(node);
    }

    ResourceEntry take() {
        entry_.references.assign(references_.begin(), references_.end());
        return std::move(entry_);
    }

private:
    void read_names(const json::Object& node, std::string_view property) {
        const auto* value = member_of(node, property);
        if (!value) return;
        for (auto& [language, text] : texts_of(*value)) {
            if (entry_.names.size() >= list_length_max) return;
            entry_.names.push_back({beginning_of(text, name_length_max), std::move(language)});
        }
    }

    void read_node(const json::Object& node) {
        for (const auto& [name, value] : node) {
            if (name.starts_with('@') || name == "ceterms:ctid") continue;
            way_.push_back(name);
            read_value(name, value);
            way_.pop_back();
        }
    }

    void read_value(std::string_view name, const json::Value& value) {
        if (const auto* text = value.string()) {
            if (holds_addresses(name)) {
                read_address(*text);
            } else {
                read_word(name, *text);
            }
        } else if (const auto* array = value.array()) {
            for (const auto& element : *array) read_value(name, element);
        } else if (const auto* object = value.object()) {
            if (is_language_map(name)) {
                for (const auto& said : texts_of(value)) read_word(name, said.text);
            } else {
                read_within(*object);
            }
        }
    }

    static bool is_language_map(std::string_view name) {
        const auto* property = find_property(name);
        return property && property->datatype == Datatype::language_map;
    }

    void read_within(const json::Object& node) {
        const auto type = type_of(node);
        if (type == contact_class) ++contacts_around_;
        if (type == "ceterms:Place") read_place(node);
        read_node(node);
        if (type == contact_class) --contacts_around_;
    }

    void read_address(const std::string& address) {
        if (is_blank(address)) {
            // Through each blank node one way is told: the first.
            const auto found = blanks_.find(address);
            if (found == blanks_.end() || !seen_.insert(address).second) return;
            read_within(*found->second);
            return;
        }
        if (contacts_around_ > 0 || contains(personal, way_.back())) return;
        const auto ctid = is_own(address) ? ctid_in(address) : std::nullopt;
        auto target = ctid ? ctid->text() : address;
        if (way_.size() == 1 || (way_.size() == 2 && way_.back() == "ceterms:targetNode")) {
            if (way_.front() == "ceterms:agentType") add_once(entry_.kinds, target);
            if (way_.front() == "ceterms:agentSectorType") entry_.sector = target;
        }
        references_.insert({way_text(), std::move(target)});
    }

    std::string way_text() const {
        std::string text;
        const auto begin = way_.size() - std::min(way_.size(), way_length_max);
        for (auto i = begin; i < way_.size(); ++i) {
            if (!text.empty()) text += '.';
            text += way_[i];
        }
        return text;
    }

    void read_word(std::string_view name, const std::string& text) {
        if (contacts_around_ > 0 || contains(personal, name)) return;
        if (!entry_.text.empty()) entry_.text += '\n';
        entry_.text += text;
        const bool is_label = way_.size() == 2 && name == "ceterms:targetNodeName";
        if (way_.size() == 1 || is_label) {
            if (contains(subjects, way_.front())) add_once(entry_.subjects, text);
        }
    }

    // Of the addresses of the thing itself and of where it is offered.
    void read_place(const json::Object& node) {
        if (way_.size() != 1) return;
        if (way_.front() != "ceterms:address" && way_.front() != "ceterms:availableAt") return;
        const std::pair<std::string_view, std::vector<std::string>*> parts[] = {
            {"ceterms:addressLocality", &entry_.places},
            {"ceterms:addressRegion", &entry_.regions},
            {"ceterms:addressCountry", &entry_.countries}};
        for (const auto& [property, list] : parts) {
            const auto* value = member_of(node, property);
            if (!value) continue;
            for (auto& [language, text] : texts_of(*value)) add_once(*list, std::move(text));
        }
    }

    const BlankNodes& blanks_;
    ResourceEntry entry_;
    std::vector<std::string_view> way_;
    std::set<ResourceReference> references_;
    std::set<std::string_view> seen_;
    int contacts_around_ = 0;
};

}  // namespace

std::vector<ResourceEntry> entries_of(const Document& document) {
    const auto blanks = blank_nodes_of(document.nodes());
    std::vector<ResourceEntry> entries;
    for (const auto& node : document.nodes()) {
        const auto ctid = Ctid::parse(text_of(node, "ceterms:ctid"));
        if (ctid) entries.push_back(EntryReader(node, *ctid, blanks).take());
    }
    return entries;
}

std::vector<Ctid> owners_of(const Document& document) {
    constexpr std::string_view properties_of_owners[] = {
        "ceterms:ownedBy",   "ceterms:offeredBy",           "ceasn:publisher",
        "ceasn:creator",     "ceterms:conditionManifestOf", "ceterms:costManifestOf",
        "qdata:dataProvider"};
    std::vector<Ctid> owners;
    const auto add = [&](const Ctid& ctid) {
        if (std::find(owners.begin(), owners.end(), ctid) == owners.end()) owners.push_back(ctid);
    };
    if (is_organization(document.type())) add(document.ctid());
    for (const auto property : properties_of_owners) {
        const auto* value = member_of(document.nodes().front(), property);
        if (!value) continue;
        for_each_address(property, *value, 0, [&](const std::string& address, std::size_t) {
            if (const auto ctid = is_own(address) ? ctid_in(address) : std::nullopt) add(*ctid);
        });
    }
    return owners;
}

}  // namespace cartulary::ctdl
