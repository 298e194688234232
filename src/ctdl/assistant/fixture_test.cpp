#include <gtest/gtest.h>

#include "ctdl/assistant/assistant_for_test.h"
#include "ctdl/canonical_json.h"
#include "ctdl/vocabulary.h"

namespace cartulary::ctdl::assistant {

namespace {

json::Value with_concepts(const json::Value& value) {
    constexpr std::string_view beginning = "concept ";
    if (const auto* array = value.array()) {
        json::Array changed;
        for (const auto& each : *array) changed.push_back(with_concepts(each));
        return json::Value(std::move(changed));
    }
    if (const auto* object = value.object()) {
        json::Object changed;
        for (const auto& each : *object) {
            changed.push_back({each.name, with_concepts(each.value)});
        }
        return json::Value(std::move(changed));
    }
    if (!value.string() || !value.string()->starts_with(beginning)) return value;
    const auto* known = find_concept("", value.string()->substr(beginning.size()));
    EXPECT_TRUE(known) << *value.string();
    const auto text = [](std::string_view content) { return json::Value(std::string(content)); };
    const auto label = [&](std::string_view content) {
        return json::Value(json::Object{{"en-US", text(content)}});
    };
    return json::Value(
        json::Object{{"@type", text("ceterms:CredentialAlignmentObject")},
                     {"ceterms:framework", text(*expand(known->scheme))},
                     {"ceterms:frameworkName", label(find_scheme(known->scheme)->label)},
                     {"ceterms:targetNode", text(known->name)},
                     {"ceterms:targetNodeName", label(known->label)}});
}

}  // namespace

Reading mapped(std::string_view entity, std::string_view request) {
    const auto* known = find_entity(entity);
    const auto parsed = json::parse(request);
    EXPECT_TRUE(known) << entity;
    EXPECT_TRUE(parsed) << (parsed ? "" : parsed.error().message) << "\n" << request;
    return known && parsed ? map(*known, *parsed, test_addresses) : Reading{};
}

std::string problems_of(const Reading& reading) {
    std::string text;
    for (const auto& problem : reading.problems) {
        const bool is_error = problem.severity == Problem::Severity::error;
        text += (is_error ? "error " : "warning ") + problem.path + ' ' + problem.text + '\n';
    }
    EXPECT_EQ(reading.document.has_value(), !has_errors(reading.problems)) << text;
    return text;
}

std::string problems_in(std::string_view entity, std::string_view request) {
    return problems_of(mapped(entity, request));
}

std::string graph_of(std::string_view entity, std::string_view request) {
    const auto reading = mapped(entity, request);
    if (!reading.document) return problems_of(reading);
    const auto served = json::parse(graph_text(reading.document->text(), test_addresses));
    return canonical_json(*served->find("@graph"));
}

std::string expected_graph(std::string text) {
    constexpr std::string_view own = "own:";
    for (auto at = text.find(own); at != std::string::npos; at = text.find(own)) {
        text.replace(at, own.size(), test_addresses.public_url + "/resources/");
    }
    const auto parsed = json::parse(text);
    EXPECT_TRUE(parsed) << (parsed ? "" : parsed.error().message);
    return parsed ? canonical_json(with_concepts(*parsed)) : "";
}

std::string credential_with(std::string_view more) {
    return R"({"DefaultLanguage": "en-US", "Credential": {
        "CredentialType": "ceterms:Certificate",
        "CTID": "ce-0d1c2b3a-4958-4677-8695-a4b3c2d1e0f1",
        "Name": "Harbor Pilot",
        "Description": "Guides ships through narrow waters.",
        "SubjectWebpage": "https://harbor.example/pilot",
        "CredentialStatusType": "Active",
        "OwnedBy": [{"CTID": "ce-11111111-1111-4111-8111-111111111111"}])" +
           std::string(more.empty() ? "" : ", ") + std::string(more) + "}}";
}

std::string organization_with(std::string_view more) {
    return R"({"DefaultLanguage": "en-US", "Organization": {
        "Type": "CredentialOrganization",
        "CTID": "ce-11111111-1111-4111-8111-111111111111",
        "Name": "Harbor College",
        "Description": "Teaches what is done on and beside the water.",
        "SubjectWebpage": "https://harbor.example",
        "AgentType": ["orgType:TwoYear", "FourYear"],
        "AgentSectorType": "Public",
        "Email": ["info@harbor.example"])" +
           std::string(more.empty() ? "" : ", ") + std::string(more) + "}}";
}

}  // namespace cartulary::ctdl::assistant
