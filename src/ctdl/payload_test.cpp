#include <gtest/gtest.h>

#include "ctdl/documents_for_test.h"
#include "ctdl/structure.h"

namespace cartulary::ctdl {
namespace {

using for_test::certificate_with;
using for_test::document;
using for_test::graph_with;
using for_test::json_of;
using for_test::lines_of;
using for_test::read;

std::string problems_of(const std::string& payload) {
    return lines_of(read(payload).problems);
}

// The value of a member of the first node, as JSON.
std::string said(const Document& document, std::string_view name) {
    const auto* value = member_of(document.nodes().front(), name);
    return value ? json::text_of(*value) : "";
}

// What a member becomes; in an import.
std::string read_as(const std::string& member, std::string_view name) {
    return said(document(certificate_with(member), true), name);
}

TEST(Payload, is_read_without_a_word_when_it_is_right) {
    for (const auto* payload : {for_test::credential, for_test::framework}) {
        EXPECT_EQ(problems_of(payload), "");
    }
}

TEST(Payload, may_be_one_node) {
    const auto one = document(certificate_with(R"("ceterms:name":{"en":"A"})"));
    EXPECT_EQ(one.type(), "ceterms:Certificate");
    EXPECT_EQ(one.ctid().text(), for_test::credential_ctid);
    EXPECT_EQ(one.nodes().size(), 1U);
}

TEST(Payload, takes_terms_in_every_spelling) {
    const auto one = document(
        certificate_with(R"("http://purl.org/ctdl/terms/name":{"en":"A"},"name":{"en":"B"})"),
        true);
    EXPECT_EQ(said(one, "ceterms:name"), R"({"en":"A"})");
    EXPECT_EQ(document(R"({"ceterms:ctid":"ce-0c8a6ddd-1b5b-4a4a-8a7a-3d1c0a9d1f01",)"
                       R"("@type":["https://purl.org/ctdl/terms/License"]})")
                  .type(),
              "ceterms:License");
}

TEST(Payload, lowers_ctids_wherever_they_stand) {
    const auto one = document(
        R"({"@graph":[{"@id":"https://registry.example/resources/CE-0C8A6DDD-1B5B-4A4A-8A7A-3D1C0A9D1F01",)"
        R"("@type":"ceterms:Badge","ceterms:ctid":"CE-0C8A6DDD-1B5B-4A4A-8A7A-3D1C0A9D1F01",)"
        R"("ceterms:ownedBy":["CE-5E3DE882-3B49-421B-B623-695C63587F4F"],)"
        R"("ceterms:offeredBy":{"@id":"https://credentialengineregistry.org/graph/)"
        R"(ce-5E3DE882-3B49-421B-B623-695C63587F4F"}}]})");
    EXPECT_EQ(one.ctid().text(), for_test::credential_ctid);
    EXPECT_EQ(said(one, "ceterms:ctid"), R"("ce-0c8a6ddd-1b5b-4a4a-8a7a-3d1c0a9d1f01")");
    EXPECT_EQ(said(one, "ceterms:ownedBy"),
              R"(["/resources/ce-5e3de882-3b49-421b-b623-695c63587f4f"])");
    EXPECT_EQ(said(one, "ceterms:offeredBy"),
              R"("/resources/ce-5e3de882-3b49-421b-b623-695c63587f4f")");
}

TEST(Payload, takes_the_host_that_the_document_says_it_is_at_for_the_registry) {
    const auto one = document(
        R"({"@id":"http://old.example/resources/ce-0C8A6DDD-1B5B-4A4A-8A7A-3D1C0A9D1F01",)"
        R"("ceterms:ctid":"ce-0c8a6ddd-1b5b-4a4a-8a7a-3d1c0a9d1f01","@type":"ceterms:Badge",)"
        R"("ceterms:ownedBy":["http://old.example/resources/ce-5e3de882-3b49-421b-b623-695c63587f4f"],)"
        R"("ceterms:offeredBy":["http://other.example/resources/ce-5e3de882-3b49-421b-b623-695c63587f4f"]})");
    EXPECT_EQ(said(one, "ceterms:ownedBy"),
              R"(["/resources/ce-5e3de882-3b49-421b-b623-695c63587f4f"])");
    EXPECT_EQ(said(one, "ceterms:offeredBy"),
              R"(["http://other.example/resources/ce-5e3de882-3b49-421b-b623-695c63587f4f"])");
}

TEST(Payload, takes_no_context_but_ctdls) {
    for (const auto* context :
         {R"("https://credreg.net/ctdl/schema/context/json")",
          R"("http://credreg.net/ctdlasn/schema/context/json")",
          R"("https://www.credreg.net/ctdl/schema/context/json/")",
          R"(["https://credreg.net/ctdl/schema/context/json"])", "null", R"({})",
          R"(["https://credreg.net/ctdl/schema/context/json",
                                    {"ceterms":"http://purl.org/ctdl/terms/"}])",
          R"({"@version":1.1,"ceterms":"https://credreg.net/ctdl/terms/",
                                    "mine":"https://mine.example/"})"}) {
        EXPECT_EQ(problems_of(certificate_with("\"@context\":" + std::string(context))), "")
            << context;
    }
    for (const auto* context : {R"("https://schema.org")", R"({"ceterms":"https://evil.example/"})",
                                R"({"ceterms":"https://purl.org/ctdl/terms"})",
                                R"({"ceterms:name":"https://purl.org/ctdl/terms/description"})",
                                R"({"@vocab":"https://purl.org/ctdl/terms/"})",
                                R"({"name":{"@id":"ceterms:description"}})", R"({"ceterms":null})",
                                R"(["https://credreg.net/ctdl/schema/context/json",7])",
                                R"([["https://credreg.net/ctdl/schema/context/json"]])",
                                R"("https://credreg.net.evil.example/ctdl/schema/context/json")"}) {
        for (const bool tolerant : {false, true}) {
            const auto reading =
                read(certificate_with("\"@context\":" + std::string(context)), tolerant);
            EXPECT_FALSE(reading.document) << context;
            EXPECT_NE(lines_of(reading.problems).find("error @context"), std::string::npos);
        }
    }
}

TEST(Payload, says_every_problem_with_the_way_to_it) {
    EXPECT_EQ(problems_of(graph_with(
                  R"("ceterms:nonsense":1,"ceterms:name":"plain","ceterms:ownedBy":["nobody"],)"
                  R"("ceterms:requires":[{"@type":"ceterms:ConditionProfile",)"
                  R"("ceterms:name":{"en us":"x"},"ceterms:fein":"1"}])",
                  R"({"@id":"_:b","@type":"ceterms:Unheard"})")),
              "error @graph[0].ceterms:nonsense is no known property\n"
              "error @graph[0].ceterms:name must be texts by language, for example "
              "{\"en-US\": \"…\"}\n"
              "error @graph[0].ceterms:ownedBy[0] must be a CTID, an absolute address, or the name "
              "of a blank node\n"
              "error @graph[0].ceterms:requires[0].ceterms:name.en us must be a language tag, for "
              "example en-US\n"
              "error @graph[0].ceterms:requires[0].ceterms:fein is no property of "
              "ceterms:ConditionProfile\n"
              "error @graph[1].@type must be a class of CTDL\n");
}

TEST(Payload, judges_plain_values_by_their_type) {
    struct Case {
        const char* member;
        const char* problem;
        const char* tolerated;  // what an import makes of it
    };
    const Case cases[] = {
        {R"("ceterms:dateEffective":"2023-02-29")", "must be a date", ""},
        {R"("ceterms:dateEffective":"2023-02-28T10:00:00")", "must be a date", R"("2023-02-28")"},
        {R"("ceterms:dateEffective":20230228)", "must be a text", ""},
        {R"("ceterms:inLanguage":["en_US"])", "must be a language tag", R"(["en-US"])"},
        {R"("ceterms:inLanguage":["e"])", "must be a language tag", ""},
        {R"("ceterms:isNonCredit":"true")", "must be true or false", "true"},
        {R"("ceterms:isNonCredit":"perhaps")", "must be true or false", ""},
        {R"("ceterms:renewalFrequency":"two years")", "must be a duration", ""},
        {R"("ceterms:codedNotation":12)", "must be a text", R"("12")"},
        {R"("ceterms:codedNotation":{"en":"A1"})", "must be a text", R"("A1")"},
        {R"("ceterms:codedNotation":{"en":"A\u0000B"})", "must be a text", R"("AB")"},
        {R"("ceterms:codedNotation":[["A1"]])", "must not be a list within a list", ""},
        {R"("ceterms:codedNotation":"A\u0000B")", "must not contain the character", R"("AB")"},
        {R"("ceterms:name":{"en":5})", "must be a text or a list of texts", ""},
        {R"("ceterms:name":"A")", "must be texts by language", R"("A")"},
        {R"("ceterms:name":{"en_us":"A"})", "must be a language tag", R"({"en-us":"A"})"},
        {R"("ceterms:name":{"English, US":"A"})", "must be a language tag", R"({"und":"A"})"},
        {R"("ceterms:subjectWebpage":"www.college.example/x")", "must be a CTID, an absolute",
         R"("https://www.college.example/x")"},
        {R"("ceterms:subjectWebpage":"see the catalogue")", "must be a CTID, an absolute", ""},
        {R"("ceterms:subjectWebpage":5)", "must be an address or a node", ""},
        {R"("ceterms:credentialStatusType":"credentialStat:Asleep")", "must be a concept",
         R"("credentialStat:Asleep")"},
    };
    for (const auto& [member, problem, tolerated] : cases) {
        const auto strict = read(certificate_with(member));
        EXPECT_FALSE(strict.document) << member;
        EXPECT_NE(lines_of(strict.problems).find(problem), std::string::npos)
            << member << "\n"
            << lines_of(strict.problems);
        const std::string text = member;
        const auto name = text.substr(1, text.find('"', 1) - 1);
        EXPECT_EQ(read_as(member, name), tolerated) << member;
    }
}

TEST(Payload, takes_what_fits) {
    for (
        const auto* member : {
            R"("ceterms:dateEffective":"2024-02-29")",
            R"("ceterms:isNonCredit":false)",
            R"("ceterms:renewalFrequency":"P2Y")",
            R"("ceterms:name":{"en":"A","zh-Hans":["B","C"]})",
            R"("ceterms:name":[{"@value":"A","@language":"en"},{"@value":"B","@language":"de"}])",
            R"("ceterms:subjectWebpage":{"@id":"https://college.example"})",
            R"("ceterms:credentialStatusType":"Active")",
            R"("ceterms:credentialStatusType":"http://purl.org/ctdl/vocabs/credentialStat/Active")",
            R"("ceterms:availableAt":[{"@type":"ceterms:Place","ceterms:latitude":44.5}])",
            R"("ceterms:dateEffective":null)",
            R"("ceterms:targetPathway":[])",
        }) {
        EXPECT_EQ(problems_of(certificate_with(member)), "") << member;
    }
    const auto one = document(certificate_with(
        R"("ceterms:name":[{"@value":"A","@language":"en"},{"@value":"B","@language":"en"}],)"
        R"("ceterms:credentialStatusType":"Active")"));
    EXPECT_EQ(said(one, "ceterms:name"), R"({"en":["A","B"]})");
    EXPECT_EQ(said(one, "ceterms:credentialStatusType"), R"("credentialStat:Active")");
}

TEST(Payload, looks_up_what_alignment_objects_point_at) {
    const auto aligned = [](const char* target) {
        return certificate_with(
            R"("ceterms:credentialStatusType":{"@type":"ceterms:CredentialAlignmentObject",)"
            R"("ceterms:targetNode":")" +
            std::string(target) +
            R"("},"ceterms:subject":[{)"
            R"("@type":"ceterms:CredentialAlignmentObject","ceterms:targetNode":"https://x.example/1"}])");
    };
    EXPECT_EQ(problems_of(aligned("credentialStat:Active")), "");
    EXPECT_EQ(problems_of(aligned("credentialStat:Asleep")),
              "error ceterms:credentialStatusType.ceterms:targetNode must be a concept of "
              "ceterms:CredentialStatus\n");
    EXPECT_EQ(problems_of(aligned("https://x.example/statuses/1")),
              "warning ceterms:credentialStatusType.ceterms:targetNode is no concept of "
              "ceterms:CredentialStatus\n");
}

TEST(Payload, refuses_classes_that_a_property_does_not_lead_to) {
    EXPECT_EQ(problems_of(certificate_with(
                  R"("ceterms:requires":[{"@type":"ceterms:Place","ceterms:name":{"en":"A"}}])")),
              "error ceterms:requires[0] must not be of the class ceterms:Place\n");
    EXPECT_EQ(problems_of(graph_with(
                  R"("ceterms:ownedBy":["_:place"])",
                  R"({"@id":"_:place","@type":"ceterms:Place","ceterms:name":{"en":"A"}})")),
              "error @graph[0].ceterms:ownedBy[0] must not be of the class ceterms:Place\n");
}

TEST(Payload, keeps_terms_of_other_vocabularies_with_a_warning) {
    const auto payload =
        certificate_with(R"("http://schema.org/award":{"en":["x",{"@id":"ce-5E3de882-)"
                         R"(3b49-421b-b623-695c63587f4f"}]},"foaf:nick":"n")");
    EXPECT_EQ(problems_of(payload),
              "warning http://schema.org/award is kept, though CTDL does not know it\n"
              "warning foaf:nick is kept, though CTDL does not know it\n");
    EXPECT_EQ(said(document(payload), "schema:award"),
              R"({"en":["x",{"@id":"/resources/ce-5e3de882-3b49-421b-b623-695c63587f4f"}]})");
}

TEST(Payload, leaves_unknown_terms_out_of_imports) {
    const auto payload = certificate_with(R"("ceterms:unheardOf":"x","unheardOf":"y","@graph":[])");
    EXPECT_FALSE(read(payload).document);
    const auto reading = read(certificate_with(R"("ceterms:unheardOf":"x","unheardOf":"y")"), true);
    ASSERT_TRUE(reading.document);
    EXPECT_EQ(lines_of(reading.problems),
              "warning ceterms:unheardOf is no known property\n"
              "warning unheardOf is no known property\n");
    EXPECT_EQ(reading.document->nodes().front().size(), 3U);
}

TEST(Payload, refuses_a_property_that_stands_twice) {
    EXPECT_EQ(problems_of(certificate_with(
                  R"("ceterms:name":{"en":"A"},"https://purl.org/ctdl/terms/name":{"en":"B"})")),
              "error https://purl.org/ctdl/terms/name stands twice\n");
}

TEST(Payload, needs_the_ctid_that_it_is_published_under) {
    EXPECT_EQ(problems_of(R"({"@type":"ceterms:Badge"})"),
              "error needs an \"@id\" or a ceterms:ctid\n");
    EXPECT_EQ(problems_of(R"({"@type":"ceterms:Badge","@id":"https://x.example"})"),
              "error has no node with the CTID that it is published under\n");
    EXPECT_EQ(problems_of(R"({"@type":"ceterms:Badge","ceterms:ctid":"ce-x"})"),
              "error ceterms:ctid must be \"ce-\" and a UUID, for example "
              "ce-3f2504e0-4f89-41d3-9a0c-0305e82c3301\n"
              "error needs an \"@id\" or a ceterms:ctid\n");
    EXPECT_EQ(problems_of(R"({"@type":"ceterms:Badge",)"
                          R"("@id":"ce-5e3de882-3b49-421b-b623-695c63587f4f",)"
                          R"("ceterms:ctid":"ce-0c8a6ddd-1b5b-4a4a-8a7a-3d1c0a9d1f01"})"),
              "error @id must be the address of the node's ceterms:ctid\n");
    EXPECT_EQ(document(R"({"@type":"ceterms:Badge","ceterms:ctid":)"
                       R"("urn:ctid:0C8A6DDD-1B5B-4A4A-8A7A-3D1C0A9D1F01"})",
                       true)
                  .ctid()
                  .text(),
              for_test::credential_ctid);
}

TEST(Payload, warns_of_ctids_that_are_not_random) {
    EXPECT_EQ(problems_of(R"({"@type":"ceterms:Badge",)"
                          R"("ceterms:ctid":"ce-0c8a6ddd-1b5b-11ee-8a7a-3d1c0a9d1f01"})"),
              "warning ceterms:ctid has no random UUID (version 4) behind \"ce-\"\n");
}

TEST(Payload, is_named_after_the_node_that_the_graph_is) {
    std::string text = for_test::framework;
    text.insert(
        1, R"("@id":"https://registry.example/graph/ce-9e492574-07fc-4154-b7f2-898425f4f3a3",)");
    // The framework itself is no part of a competency.
    EXPECT_EQ(problems_of(text), "error @graph[0] is a resource of its own: publish it apart\n");
    EXPECT_EQ(document(for_test::framework).type(), "ceasn:CompetencyFramework");
}

TEST(Payload, makes_named_nodes_within_others_nodes_of_the_graph) {
    const auto one = document(certificate_with(
        R"("ceterms:ownedBy":[{"@id":"_:o","@type":"ceterms:Organization",)"
        R"("ceterms:name":{"en":"A"}}],"ceterms:offeredBy":[{"@id":"_:o",)"
        R"("@type":"ceterms:Organization","ceterms:name":{"en":"A"}}],)"
        R"("ceterms:requires":[{"@type":"ceterms:ConditionProfile","ceterms:name":{"en":"B"}}])"));
    EXPECT_EQ(one.nodes().size(), 2U);
    EXPECT_EQ(said(one, "ceterms:ownedBy"), R"(["_:o"])");
    EXPECT_EQ(said(one, "ceterms:offeredBy"), R"(["_:o"])");
    EXPECT_EQ(said(one, "ceterms:requires"),
              R"([{"@type":"ceterms:ConditionProfile","ceterms:name":{"en":"B"}}])");
    EXPECT_EQ(problems_of(certificate_with(
                  R"("ceterms:ownedBy":[{"@id":"_:o","@type":"ceterms:Organization",)"
                  R"("ceterms:name":{"en":"A"}}],"ceterms:offeredBy":[{"@id":"_:o",)"
                  R"("@type":"ceterms:Organization","ceterms:name":{"en":"B"}}])")),
              "error ceterms:offeredBy[0] describes _:o again, and otherwise\n");
}

TEST(Payload, describes_no_other_resource) {
    const auto payload = certificate_with(
        R"("ceterms:ownedBy":[{"@type":"ceterms:Organization",)"
        R"("ceterms:ctid":"ce-5e3de882-3b49-421b-b623-695c63587f4f","ceterms:name":{"en":"A"}}])");
    EXPECT_EQ(
        problems_of(payload),
        "error ceterms:ownedBy[0] describes another resource: refer to it by its CTID alone\n");
    EXPECT_EQ(said(document(payload, true), "ceterms:ownedBy"),
              R"(["/resources/ce-5e3de882-3b49-421b-b623-695c63587f4f"])");
}

}  // namespace
}  // namespace cartulary::ctdl
