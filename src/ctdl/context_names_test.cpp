#include "ctdl/context_names.h"

#include <gtest/gtest.h>

#include "ctdl/vocabulary.h"

namespace cartulary::ctdl {
namespace {

json::Object parsed(const std::string& text) {
    return *json::parse(text).value().object();
}

std::string as_written(const std::string& text, std::string_view context) {
    return json::text_of(json::Value(written_out(parsed(text), context)));
}

TEST(ContextNames, are_written_out_where_the_context_does_not_know_them) {
    EXPECT_EQ(as_written(R"({"@type":"ceasn:Competency","ceasn:educationLevelType":
                              ["audLevel:BeginnerLevel","https://elsewhere.example/x"]})",
                         ctdl_asn_context),
              R"({"@type":"ceasn:Competency","ceasn:educationLevelType":)"
              R"(["https://purl.org/ctdl/vocabs/audLevel/BeginnerLevel",)"
              R"("https://elsewhere.example/x"]})");
    EXPECT_EQ(as_written(R"({"ceasn:publicationStatusType":"publicationStatus:Published"})",
                         ctdl_context),
              R"({"ceasn:publicationStatusType":)"
              R"("http://purl.org/ctdlasn/vocabs/publicationStatus/Published"})");
    EXPECT_EQ(as_written(R"({"foaf:knows":{"@type":"foaf:Agent"}})", ctdl_asn_context),
              R"({"http://xmlns.com/foaf/0.1/knows":{"@type":"http://xmlns.com/foaf/0.1/Agent"}})");
}

TEST(ContextNames, stay_where_it_knows_them_or_they_are_none) {
    for (
        const auto* text :
        {R"({"@id":"/resources/ce-1","ceterms:agentType":[{"ceterms:targetNode":"orgType:Vendor"}]})",
         R"({"@id":"_:b0","ceterms:name":{"en-US":"orgType:Vendor","de":["evalCat:Peer"]}})",
         R"({"ceterms:codedNotation":"publicationStatus:1","ceterms:price":2.5,"x":null})",
         R"({"ceterms:isSimilarTo":["urn:isbn:1","mailto:a@mail.example"]})"}) {
        EXPECT_EQ(as_written(text, ctdl_context), json::text_of(json::Value(parsed(text))));
    }
}

TEST(ContextNames, are_taken_in_again) {
    for (const auto context : {ctdl_context, ctdl_asn_context}) {
        const auto node =
            parsed(R"({"@id":"_:b0","@type":"ceasn:Competency","foaf:knows":"orgType:Vendor",
                "ceasn:publicationStatusType":"publicationStatus:Published",
                "ceasn:educationLevelType":["audLevel:BeginnerLevel"],
                "ceterms:assesses":[{"ceterms:targetNode":"https://purl.org/wd/Q1"}]})");
        EXPECT_EQ(taken_in(written_out(node, context), context), node);
    }
}

}  // namespace
}  // namespace cartulary::ctdl
