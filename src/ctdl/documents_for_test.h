#pragma once

#include <gtest/gtest.h>

#include <string>
#include <string_view>

#include "base/json.h"
#include "ctdl/document.h"

// Documents that tests read.
namespace cartulary::ctdl::for_test {

inline const Addresses addresses{"https://registry.example"};

inline json::Value json_of(std::string_view text) {
    auto parsed = json::parse(text);
    if (!parsed) ADD_FAILURE() << parsed.error().message << "\n" << text;
    return parsed ? *std::move(parsed) : json::Value();
}

inline Reading read(std::string_view payload, bool tolerant = false) {
    return read_payload(json_of(payload), addresses, tolerant);
}

// One problem a line: "error ceterms:name must be …".
inline std::string lines_of(const Problems& problems) {
    std::string lines;
    for (const auto& [severity, path, text] : problems) {
        lines += severity == Problem::Severity::error ? "error " : "warning ";
        lines += path + (path.empty() ? "" : " ") + text + "\n";
    }
    return lines;
}

// A document, which it must be.
inline Document document(std::string_view payload, bool tolerant = false) {
    auto reading = read(payload, tolerant);
    if (reading.document) return *std::move(reading.document);
    throw std::logic_error(lines_of(reading.problems));
}

inline constexpr auto credential_ctid = "ce-0c8a6ddd-1b5b-4a4a-8a7a-3d1c0a9d1f01";
inline constexpr auto owner_ctid = "ce-5e3de882-3b49-421b-b623-695c63587f4f";

// A credential with an owner here, an accrediting body that has no CTID, and what describes it.
inline constexpr auto credential = R"({
    "@context": "https://credreg.net/ctdl/schema/context/json",
    "@id": "https://registry.example/graph/ce-0c8a6ddd-1b5b-4a4a-8a7a-3d1c0a9d1f01",
    "@graph": [{
        "@type": "ceterms:Certificate",
        "@id": "https://registry.example/resources/ce-0c8a6ddd-1b5b-4a4a-8a7a-3d1c0a9d1f01",
        "ceterms:ctid": "ce-0c8a6ddd-1b5b-4a4a-8a7a-3d1c0a9d1f01",
        "ceterms:name": {"en-US": "Welding Technology", "es": "Soldadura"},
        "ceterms:alternateName": {"en-US": ["Welder I", "Welding Basics"]},
        "ceterms:description": {"en-US": "Prepares for work in fabrication shops."},
        "ceterms:subjectWebpage": "https://college.example/welding",
        "ceterms:inLanguage": ["en-US"],
        "ceterms:keyword": {"en-US": ["welding", "metal"]},
        "ceterms:credentialStatusType": {
            "@type": "ceterms:CredentialAlignmentObject",
            "ceterms:framework": "https://credreg.net/ctdl/terms/CredentialStatus",
            "ceterms:targetNode": "credentialStat:Active",
            "ceterms:targetNodeName": {"en-US": "Active"}
        },
        "ceterms:ownedBy": ["https://registry.example/resources/ce-5e3de882-3b49-421b-b623-695c63587f4f"],
        "ceterms:accreditedBy": ["_:board"],
        "ceterms:requires": [{
            "@type": "ceterms:ConditionProfile",
            "ceterms:name": {"en-US": "Admission"},
            "ceterms:description": {"en-US": "/resources/ is where the forms are."},
            "ceterms:weight": 0.5,
            "ceterms:minimumAge": 18
        }]
    }, {
        "@id": "_:board",
        "@type": "ceterms:QACredentialOrganization",
        "ceterms:name": {"en-US": "Board of Welding"},
        "ceterms:subjectWebpage": "https://board.example"
    }]
})";

// A framework of two competencies, the second below the first.
inline constexpr auto framework = R"({
    "@context": "https://credreg.net/ctdlasn/schema/context/json",
    "@graph": [{
        "@id": "https://registry.example/resources/ce-177f4c85-4efe-401d-acdd-1ea4adeeaf37",
        "@type": "ceasn:CompetencyFramework",
        "ceterms:ctid": "ce-177f4c85-4efe-401d-acdd-1ea4adeeaf37",
        "ceasn:name": {"en-US": "Widgetry"},
        "ceasn:description": {"en-US": "What makers of widgets know."},
        "ceasn:inLanguage": ["en-US"],
        "ceasn:publisher": ["https://registry.example/resources/ce-5e3de882-3b49-421b-b623-695c63587f4f"],
        "ceasn:dateCreated": "2024-02-29",
        "ceasn:hasTopChild": ["https://registry.example/resources/ce-9e492574-07fc-4154-b7f2-898425f4f3a3"]
    }, {
        "@id": "https://registry.example/resources/ce-9e492574-07fc-4154-b7f2-898425f4f3a3",
        "@type": "ceasn:Competency",
        "ceterms:ctid": "ce-9e492574-07fc-4154-b7f2-898425f4f3a3",
        "ceasn:competencyText": {"en-US": "Assemble a widget from parts"},
        "ceasn:inLanguage": ["en-US"],
        "ceasn:isPartOf": "https://registry.example/resources/ce-177f4c85-4efe-401d-acdd-1ea4adeeaf37",
        "ceasn:hasChild": ["https://registry.example/resources/ce-2f3c1d69-9a2b-4f0e-8f4c-0b1a2c3d4e5f"]
    }, {
        "@id": "https://registry.example/resources/ce-2f3c1d69-9a2b-4f0e-8f4c-0b1a2c3d4e5f",
        "@type": "ceasn:Competency",
        "ceterms:ctid": "ce-2f3c1d69-9a2b-4f0e-8f4c-0b1a2c3d4e5f",
        "ceasn:competencyText": {"en-US": "Name the parts of a widget"},
        "ceasn:inLanguage": ["en-US"],
        "ceasn:isPartOf": "https://registry.example/resources/ce-177f4c85-4efe-401d-acdd-1ea4adeeaf37",
        "ceasn:isChildOf": "https://registry.example/resources/ce-9e492574-07fc-4154-b7f2-898425f4f3a3"
    }]
})";

// One node of a certificate with these members besides.
inline std::string certificate_with(std::string_view members) {
    return R"({"@id":"/resources/ce-0c8a6ddd-1b5b-4a4a-8a7a-3d1c0a9d1f01",)"
           R"("ceterms:ctid":"ce-0c8a6ddd-1b5b-4a4a-8a7a-3d1c0a9d1f01",)"
           R"("@type":"ceterms:Certificate")" +
           std::string(members.empty() ? "" : ",") + std::string(members) + "}";
}

// A graph of such a certificate and these nodes.
inline std::string graph_with(std::string_view members, std::string_view nodes) {
    return R"({"@graph":[)" + certificate_with(members) + (nodes.empty() ? "" : ",") +
           std::string(nodes) + "]}";
}

}  // namespace cartulary::ctdl::for_test
