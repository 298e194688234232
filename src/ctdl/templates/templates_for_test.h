#pragma once

#include <algorithm>
#include <string>
#include <string_view>

#include "base/json.h"
#include "ctdl/document.h"
#include "ctdl/templates/entry.h"

namespace cartulary::ctdl::templates {

inline const Ctid test_ctid = *Ctid::parse("ce-0d1c2b3a-4958-4677-8695-a4b3c2d1e0f1");
inline const Ctid test_owner = *Ctid::parse("ce-11111111-1111-4111-8111-111111111111");
inline const Ctid test_course = *Ctid::parse("ce-22222222-2222-4222-8222-222222222222");

// Of Harbor College, which has a course "K-1" and a location "QUAY".
inline Surroundings test_surroundings() {
    Surroundings around{test_ctid, test_owner, "Harbor College", {"https://registry.example"},
                        {},        {}};
    around.find_thing = [](Kind kind, std::string_view identifier) -> std::optional<Ctid> {
        if (kind != Kind::learning_opportunities || identifier != "K-1") return std::nullopt;
        return test_course;
    };
    around.find_location = [](std::string_view identifier) -> std::optional<Entry> {
        if (identifier != "QUAY") return std::nullopt;
        return Entry{{{"Name", {"Quay"}},
                      {"Address1", {"1 Quay Street"}},
                      {"Address2", {"Suite 2"}},
                      {"City", {"Portland"}},
                      {"AddressRegion", {"Maine"}},
                      {"PostalCode", {"04101"}},
                      {"Country", {"United States"}},
                      {"Latitude", {"43.66"}}},
                     {}};
    };
    return around;
}

// With all that is required and nothing else.
inline Entry least_credential() {
    return {{{"Name", {"Harbor Pilot"}},
             {"Type", {"Certificate"}},
             {"Description", {"Guides ships."}},
             {"SubjectWebpage", {"https://harbor.example/pilot"}},
             {"CredentialStatusType", {"Active"}},
             {"InLanguage", {"en-US"}}},
            {}};
}

inline Entry least_learning_opportunity() {
    return {{{"Name", {"Knots"}},
             {"Type", {"Course"}},
             {"Description", {"Ropes of all kinds."}},
             {"SubjectWebpage", {"https://harbor.example/knots"}},
             {"InLanguage", {"en-US"}},
             {"AvailableOnlineAt", {"https://harbor.example/online"}}},
            {}};
}

inline Entry least_assessment() {
    auto entry = least_learning_opportunity();
    entry.fields.erase("Type");
    return entry;
}

inline Entry least_organization() {
    return {{{"Name", {"Harbor College"}},
             {"Description", {"Teaches what is done beside the water."}},
             {"SubjectWebpage", {"https://harbor.example"}},
             {"AgentType", {"Two-Year College"}},
             {"AgentSectorType", {"Public"}},
             {"Email", {"info@harbor.example"}}},
            {}};
}

// With all that is required, and this.
inline Entry with(Entry entry, Entry::Fields more) {
    for (auto& [name, values] : more) entry.fields[name] = std::move(values);
    return entry;
}

inline Entry with_group(Entry entry, const std::string& group, std::vector<Entry::Fields> rows) {
    entry.groups[group] = std::move(rows);
    return entry;
}

inline Reading reading_of(Kind kind, const Entry& entry) {
    return document_of(template_of(kind), entry, test_surroundings());
}

// The problems, a line each: "error SubjectWebpage is required".
inline std::string told(const Problems& problems) {
    std::string lines;
    for (const auto& [severity, path, text] : problems) {
        if (!lines.empty()) lines += '\n';
        lines += severity == Problem::Severity::error ? "error " : "warning ";
        lines += path + (path.empty() ? "" : " ") + text;
    }
    return lines;
}

// The value of a member of the first node as JSON; the problems where there is no document.
inline std::string stated_in(const Reading& reading, std::string_view term) {
    if (!reading.document) return told(reading.problems);
    const json::Value node(reading.document->nodes().front());
    const auto* value = node.find(term);
    return value ? json::text_of(*value) : "nothing";
}

}  // namespace cartulary::ctdl::templates
