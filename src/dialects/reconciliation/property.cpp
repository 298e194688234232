#include "dialects/reconciliation/property.h"

#include <algorithm>

#include "base/text.h"
#include "ctdl/vocabulary.h"

namespace cartulary::reconciliation {

namespace {

using Strings = std::vector<std::string>;
using search::Described;

template <auto Member>
Strings all_of(const ResourceEntry& entry) {
    return entry.*Member;
}

template <auto Member>
Strings only(const ResourceEntry& entry) {
    const std::string& value = entry.*Member;
    return value.empty() ? Strings{} : Strings{value};
}

Strings main_name(const ResourceEntry& entry) {
    return entry.names.empty() ? Strings{} : Strings{entry.names.front().text};
}

Strings other_names(const ResourceEntry& entry) {
    Strings names;
    for (std::size_t index = 1; index < entry.names.size(); ++index) {
        names.push_back(entry.names[index].text);
    }
    return names;
}

Strings ctid(const ResourceEntry& entry) {
    return {entry.ctid.text()};
}

Strings class_label(const ResourceEntry& entry) {
    const auto* const type = ctdl::find_class(entry.type);
    return {type ? std::string(type->label) : entry.type};
}

// As people read it: "Four-Year College" of "orgType:FourYear".
std::string label_of(const std::string& name) {
    const auto* const known = ctdl::find_concept({}, name);
    return known ? std::string(known->label) : name;
}

Strings kinds(const ResourceEntry& entry) {
    Strings labels;
    for (const auto& kind : entry.kinds) labels.push_back(label_of(kind));
    return labels;
}

Strings sector(const ResourceEntry& entry) {
    return entry.sector.empty() ? Strings{} : Strings{label_of(entry.sector)};
}

template <auto Member>
void say(Described& described, std::string_view value) {
    if ((described.*Member).empty()) described.*Member = value;
}

// Schemes of identifiers; what a template takes must have an address.
constexpr char fein[] = "fein";
constexpr char duns[] = "duns";
constexpr char opeid[] = "opeid";
constexpr char ipeds[] = "ipeds";
constexpr char lei[] = "lei";
constexpr char uei[] = "uei";

template <const char* Scheme>
Strings identifiers(const ResourceEntry& entry) {
    Strings values;
    const auto prefix = std::string(Scheme) + ':';
    for (const auto& identifier : entry.identifiers) {
        if (identifier.starts_with(prefix)) values.push_back(identifier.substr(prefix.size()));
    }
    return values;
}

template <const char* Scheme>
void say_identifier(Described& described, std::string_view value) {
    described.identifiers.push_back(std::string(Scheme) + ':' + std::string(value));
}

void say_whole_identifier(Described& described, std::string_view value) {
    described.identifiers.emplace_back(value);
}

constexpr Property all[] = {
    {"ceterms:name", "name", "Name", "The name that it goes by", true, main_name, nullptr},
    {"ceterms:alternateName", "alternate_name", "Other names", "Other names and languages", true,
     other_names, nullptr},
    {"ceterms:ctid", "ctid", "CTID", "What it is known by for ever", true, ctid, nullptr},
    {"rdf:type", "type", "Type", "Its class", true, class_label, nullptr},
    {"ceterms:description", "description", "Description", "The beginning of its description", true,
     only<&ResourceEntry::excerpt>, nullptr},
    {"ceterms:subjectWebpage", "website", "Web site", "The address of its web site", true,
     only<&ResourceEntry::website>, say<&Described::website>},
    {"ceterms:addressLocality", "city", "City", "The city that it is in", false,
     all_of<&ResourceEntry::places>, say<&Described::city>},
    {"ceterms:addressRegion", "region", "Region", "The state or province that it is in", false,
     all_of<&ResourceEntry::regions>, say<&Described::region>},
    {"ceterms:addressCountry", "country", "Country", "The country that it is in", false,
     all_of<&ResourceEntry::countries>, say<&Described::country>},
    {"ceterms:agentType", "kind", "Kind of organization", "School, certification body, …", false,
     kinds, nullptr},
    {"ceterms:agentSectorType", "sector", "Sector", "Public, private", false, sector, nullptr},
    {"ceterms:subject", "subject", "Subject", "What it is about", true,
     all_of<&ResourceEntry::subjects>, nullptr},
    {"ceterms:fein", fein, "FEIN", "Federal employer identification number", false,
     identifiers<fein>, say_identifier<fein>},
    {"ceterms:duns", duns, "DUNS", "Number of Dun & Bradstreet", false, identifiers<duns>,
     say_identifier<duns>},
    {"ceterms:opeID", opeid, "OPEID", "Number of the Office of Postsecondary Education", false,
     identifiers<opeid>, say_identifier<opeid>},
    {"ceterms:ipedsID", ipeds, "IPEDS UNITID", "Number in the survey of colleges", false,
     identifiers<ipeds>, say_identifier<ipeds>},
    {"ceterms:leiCode", lei, "LEI", "Legal entity identifier", false, identifiers<lei>,
     say_identifier<lei>},
    {"uei", "unique_entity_id", "UEI", "Unique entity identifier of the United States", false,
     identifiers<uei>, say_identifier<uei>},
    {"ceterms:identifier", "identifier", "Identifiers", "All, each as scheme:value", false,
     all_of<&ResourceEntry::identifiers>, say_whole_identifier},
};

}  // namespace

std::span<const Property> properties() {
    return all;
}

const Property* find_property(std::string_view text) {
    const auto* const found =
        std::find_if(std::begin(all), std::end(all), [&](const Property& property) {
            return text::equal_ignoring_ascii_case(property.id, text) ||
                   text::equal_ignoring_ascii_case(property.word, text);
        });
    return found == std::end(all) ? nullptr : found;
}

}  // namespace cartulary::reconciliation
