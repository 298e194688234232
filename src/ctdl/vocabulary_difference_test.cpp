#include "ctdl/vocabulary_difference.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

#include "ctdl/vocabulary.h"

namespace cartulary::ctdl {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using Aspect = TermDifference::Aspect;
using Kind = TermDifference::Kind;

constexpr std::string_view ctdl_schema = "https://credreg.net/ctdl/schema/context/json";
constexpr std::string_view ctdl_asn_schema = "https://credreg.net/ctdlasn/schema/context/json";

json::Value parsed(const std::string& text) {
    const auto value = json::parse(text);
    EXPECT_TRUE(value) << text;
    return value ? *value : json::Value();
}

json::Value schema(std::string_view context, const std::string& terms) {
    return parsed(R"({"@context": ")" + std::string(context) + R"(", "@graph": [)" + terms + "]}");
}

std::vector<TermDifference> differences(const json::Value& schema) {
    auto found = vocabulary_difference(std::span(&schema, 1));
    EXPECT_TRUE(found) << found.error().message;
    return found ? *found : std::vector<TermDifference>();
}

const TermDifference* find(const std::vector<TermDifference>& differences, std::string_view name) {
    const auto found = std::ranges::find(differences, name, &TermDifference::name);
    return found == differences.end() ? nullptr : &*found;
}

std::string quoted_list(const std::vector<std::string_view>& names) {
    std::string list;
    for (const auto name : names) {
        list += (list.empty() ? "\"" : ", \"") + std::string(name) + "\"";
    }
    return "[" + list + "]";
}

// As the table has it.
const std::string has_top_child = R"({"@type": "rdf:Property", "@id": "ceasn:hasTopChild",
    "rdfs:label": {"en-US": "Has Top Child"}, "vs:term_status": "vs:stable",
    "schema:domainIncludes": ["ceasn:CompetencyFramework"],
    "schema:rangeIncludes": ["ceasn:Competency"]})";

TEST(VocabularyDifference, says_nothing_of_what_is_the_same) {
    EXPECT_EQ(find(differences(schema(ctdl_asn_schema, has_top_child)), "ceasn:hasTopChild"),
              nullptr);
    const auto plain = R"({"@type": "rdf:Property", "@id": "ceasn:hasTopChild",
        "rdfs:label": {"en-US": "Has Top Child"}, "vs:term_status": "vs:stable",
        "schema:domainIncludes": {"@id": "ceasn:CompetencyFramework"},
        "schema:rangeIncludes": "ceasn:Competency"})";
    EXPECT_EQ(find(differences(schema(ctdl_asn_schema, plain)), "ceasn:hasTopChild"), nullptr);
}

TEST(VocabularyDifference, compares_lists_that_the_table_shortens) {
    std::vector<std::string_view> organizations;
    for (const auto& entry : classes()) {
        if (is_organization(entry.name)) organizations.push_back(entry.name);
    }
    const auto agent_type = [](const std::string& domains) {
        return schema(ctdl_schema, R"({"@type": "rdf:Property", "@id": "ceterms:agentType",
            "rdfs:label": {"en-US": "Agent Type"}, "vs:term_status": "vs:stable",
            "meta:targetScheme": ["ceterms:OrganizationType"],
            "schema:domainIncludes": )" +
                                       domains + R"(,
            "schema:rangeIncludes": ["ceterms:CredentialAlignmentObject"]})");
    };
    EXPECT_EQ(find(differences(agent_type(quoted_list(organizations))), "ceterms:agentType"),
              nullptr);
    const auto changed = differences(agent_type(R"(["ceterms:Organization", "ceterms:Job"])"));
    ASSERT_NE(find(changed, "ceterms:agentType"), nullptr);
    EXPECT_THAT(find(changed, "ceterms:agentType")->aspects,
                ElementsAre(Aspect{
                    "domains",
                    {"ceterms:Job"},
                    {"ceterms:CredentialOrganization", "ceterms:QACredentialOrganization"}}));
}

TEST(VocabularyDifference, tells_what_is_new_changed_and_gone) {
    const auto found = differences(schema(ctdl_asn_schema, R"(
        {"@type": "skos:Concept", "@id": "evalCat:Panel",
         "skos:prefLabel": {"en-US": "Panel"}, "skos:inScheme": ["ceasn:EvaluatorCategory"]},
        {"@type": "rdfs:Class", "@id": "ceasn:Portfolio", "rdfs:label": {"en-US": "Portfolio"}},
        {"@type": "rdf:Property", "@id": "ceasn:hasTopChild",
         "rdfs:label": {"en-US": "Top Child"}, "vs:term_status": "vs:archaic",
         "schema:domainIncludes": ["ceasn:CompetencyFramework", "ceasn:Portfolio"],
         "owl:inverseOf": ["ceasn:isTopChildOf"]})"));

    EXPECT_EQ(found.front().noun, "class");
    EXPECT_EQ(found.back().noun, "concept");
    ASSERT_NE(find(found, "ceasn:Portfolio"), nullptr);
    EXPECT_EQ(*find(found, "ceasn:Portfolio"),
              (TermDifference{Kind::added, "class", "ceasn:Portfolio"}));
    ASSERT_NE(find(found, "evalCat:Panel"), nullptr);
    EXPECT_EQ(find(found, "evalCat:Panel")->kind, Kind::added);
    ASSERT_NE(find(found, "ceasn:hasTopChild"), nullptr);
    EXPECT_EQ(*find(found, "ceasn:hasTopChild"),
              (TermDifference{Kind::changed,
                              "property",
                              "ceasn:hasTopChild",
                              {{"label", {"Top Child"}, {"Has Top Child"}},
                               {"status", {"archaic"}, {"stable"}},
                               {"domains", {"ceasn:Portfolio"}, {}},
                               {"ranges", {}, {"ceasn:Competency"}},
                               {"inverse", {"ceasn:isTopChildOf"}, {}}}}));
    ASSERT_NE(find(found, "ceasn:Rubric"), nullptr);
    EXPECT_EQ(*find(found, "ceasn:Rubric"),
              (TermDifference{Kind::removed, "class", "ceasn:Rubric"}));
    ASSERT_NE(find(found, "ceasn:EvaluatorCategory"), nullptr);
    EXPECT_EQ(find(found, "ceasn:EvaluatorCategory")->noun, "scheme");
}

TEST(VocabularyDifference, leaves_out_what_only_the_other_schema_has) {
    const auto found = differences(schema(ctdl_asn_schema, has_top_child));
    EXPECT_EQ(find(found, "ceterms:Certificate"), nullptr);
    EXPECT_NE(find(found, "ceterms:ctid"), nullptr) << "both have it";
    EXPECT_EQ(find(found, "qdata:DataSetProfile"), nullptr) << "no schema has it";
    EXPECT_EQ(find(found, "qdata:median"), nullptr);

    const json::Value both[] = {schema(ctdl_asn_schema, has_top_child), schema(ctdl_schema, "")};
    const auto of_both = *vocabulary_difference(both);
    EXPECT_NE(find(of_both, "ceterms:Certificate"), nullptr);
    EXPECT_EQ(find(of_both, "ceasn:hasTopChild"), nullptr);
}

TEST(VocabularyDifference, reads_past_what_is_no_term) {
    const auto some = differences(schema(ctdl_asn_schema, has_top_child + R"(, 3, null, "text",
        {"@id": "ceasn:Thing"}, {"@id": 7, "@type": "rdfs:Class"},
        {"@id": "ceasn:List", "@type": ["rdfs:Class"]},
        {"@id": "ceasn:Odd", "@type": "rdfs:Class", "rdfs:label": "Odd", "rdfs:subClassOf": [1]})"));
    EXPECT_EQ(find(some, "ceasn:Thing"), nullptr);
    EXPECT_EQ(find(some, "ceasn:List"), nullptr);
    EXPECT_NE(find(some, "ceasn:Odd"), nullptr);
}

TEST(VocabularyDifference, refuses_what_is_no_schema) {
    for (const auto* text :
         {"{}", "[]", "null", R"({"@graph": []})",
          R"({"@context": "https://credreg.net/ctdl/schema/context/json"})",
          R"({"@context": "https://example.org/", "@graph": []})",
          R"({"@context": "https://credreg.net/ctdl/schema/context/json", "@graph": {}})"}) {
        const auto value = parsed(text);
        const auto found = vocabulary_difference(std::span(&value, 1));
        ASSERT_FALSE(found) << text;
        EXPECT_EQ(found.error().kind, ErrorKind::invalid);
    }
    EXPECT_THAT(*vocabulary_difference({}), IsEmpty());
}

}  // namespace
}  // namespace cartulary::ctdl
