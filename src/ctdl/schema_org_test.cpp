#include "ctdl/schema_org.h"

#include <gmock/gmock.h>

#include "ctdl/documents_for_test.h"

namespace cartulary::ctdl {

namespace {

using testing::HasSubstr;
using testing::Not;
using testing::SizeIs;

class SchemaOrg : public testing::Test {
protected:
    // Of the first node of a graph as it is served.
    static json::Value described(const std::string& nodes) {
        const auto graph = for_test::json_of("[" + nodes + "]");
        const auto& all = *graph.array();
        const auto node_with = [&all](std::string_view id) -> const json::Value* {
            for (const auto& node : all) {
                const auto* known = node.find("@id");
                if (known && *known->string() == id) return &node;
            }
            return nullptr;
        };
        text =
            schema_org_text({.node = all.front(),
                             .node_with = node_with,
                             .name_of = [](const Ctid&) { return std::string("Harbor College"); },
                             .ctid = Ctid::parse(for_test::credential_ctid).value(),
                             .addresses = for_test::addresses});
        return for_test::json_of(text);
    }
    static std::string text_at(const json::Value& value, std::string_view name) {
        const auto* found = value.find(name);
        return found && found->string() ? *found->string() : "";
    }
    static std::string type_of(const std::string& members) {
        return text_at(described("{" + members + "}"), "@type");
    }

    static inline std::string text;
};

TEST_F(SchemaOrg, of_an_organization_is_what_it_says_that_it_is) {
    const std::string organization = R"("@type":"ceterms:CredentialOrganization")";
    EXPECT_EQ(type_of(organization), "Organization");
    for (const auto& [kinds, type] :
         {std::pair{R"(["orgType:FourYear"])", "CollegeOrUniversity"},
          std::pair{R"(["orgType:Government","orgType:TwoYear"])", "CollegeOrUniversity"},
          std::pair{R"("orgType:Government")", "GovernmentOrganization"},
          std::pair{R"(["orgType:Technical"])", "EducationalOrganization"},
          std::pair{R"(["orgType:HighSchool"])", "HighSchool"},
          std::pair{R"(["orgType:Business"])", "Organization"}, std::pair{"7", "Organization"}}) {
        EXPECT_EQ(type_of(organization + R"(,"ceterms:agentType":)" + kinds), type) << kinds;
    }
}

TEST_F(SchemaOrg, of_other_things_goes_by_their_class_and_those_above) {
    for (const auto& [name, type] :
         {std::pair{"ceterms:BachelorDegree", "EducationalOccupationalCredential"},
          std::pair{"ceterms:Course", "Course"},
          std::pair{"ceterms:LearningProgram", "EducationalOccupationalProgram"},
          std::pair{"ceterms:AssessmentProfile", "LearningResource"},
          std::pair{"ceasn:CompetencyFramework", "DefinedTermSet"},
          std::pair{"ceasn:Competency", "DefinedTerm"},
          std::pair{"ceterms:Occupation", "Occupation"},
          std::pair{"ceterms:ConditionProfile", "Thing"}, std::pair{"nonsense", "Thing"}}) {
        EXPECT_EQ(type_of(std::string(R"("@type":")") + name + '"'), type) << name;
    }
    EXPECT_EQ(type_of(R"("ceterms:ctid":"ce-1")"), "Thing");
}

TEST_F(SchemaOrg, keeps_the_languages_of_texts) {
    const auto said = described(
        R"({"@type":"ceterms:Certificate","ceterms:name":{"en-US":"Welding","es":"Soldadura"},
            "ceterms:description":{"und":"Metal"}})");
    const auto& names = *said.find("name")->array();
    ASSERT_THAT(names, SizeIs(2));
    EXPECT_EQ(text_at(names[1], "@language"), "es");
    EXPECT_EQ(text_at(names[1], "@value"), "Soldadura");
    EXPECT_EQ(text_at(said, "description"), "Metal") << "nobody said in which language";
    EXPECT_EQ(text_at(said, "additionalType"), "https://purl.org/ctdl/terms/Certificate");
    EXPECT_EQ(text_at(said, "mainEntityOfPage"),
              std::string("https://registry.example/resources/") + for_test::credential_ctid);
    EXPECT_EQ(text_at(said, "credentialCategory"), "Certificate");
}

TEST_F(SchemaOrg, says_where_an_organization_lies_and_who_counts_it) {
    const auto said = described(
        R"({"@type":"ceterms:Organization","ceterms:subjectWebpage":"https://harbor.example",
            "ceterms:sameAs":["https://ror.org/000025p04"],"ceterms:foundingDate":"1904",
            "ceterms:identifier":[
                {"ceterms:identifierTypeName":{"en-US":"ROR"},
                 "ceterms:identifierValueCode":"https://ror.org/000025p04"},
                {"ceterms:identifierTypeName":{"en-US":"Wikidata"},
                 "ceterms:identifierValueCode":"Q4711"},
                {"ceterms:identifierTypeName":{"en-US":"Wikidata"},
                 "ceterms:identifierValueCode":"../evil"}],
            "ceterms:email":["office@harbor.example"],
            "ceterms:address":["_:place"]},
           {"@id":"_:place","@type":"ceterms:Place","ceterms:addressLocality":{"en-US":"Portland"},
            "ceterms:postalCode":"04101","ceterms:latitude":43.66,"ceterms:longitude":-70.25})");
    EXPECT_EQ(text_at(said, "url"), "https://harbor.example");
    EXPECT_EQ(json::text_of(*said.find("sameAs")),
              R"(["https://ror.org/000025p04","https://www.wikidata.org/wiki/Q4711"])");
    EXPECT_EQ(json::text_of(*said.find("address")),
              R"({"@type":"PostalAddress","addressLocality":"Portland","postalCode":"04101"})");
    EXPECT_EQ(json::text_of(*said.find("location")->find("geo")),
              R"({"@type":"GeoCoordinates","latitude":"43.66","longitude":"-70.25"})");
    EXPECT_THAT(text,
                HasSubstr(R"({"@type":"PropertyValue","propertyID":"Wikidata","value":"Q4711"})"));
    EXPECT_THAT(text, Not(HasSubstr("office@"))) << "no mail address";
}

TEST_F(SchemaOrg, names_those_who_stand_behind_a_credential_and_what_it_costs) {
    const auto said = described(
        R"({"@type":"ceterms:Certificate",
            "ceterms:offeredBy":["https://registry.example/resources/ce-5e3de882-3b49-421b-b623-695c63587f4f"],
            "ceterms:ownedBy":["https://registry.example/resources/ce-5e3de882-3b49-421b-b623-695c63587f4f"],
            "ceterms:accreditedBy":["_:board"],
            "ceterms:estimatedCost":[{"ceterms:price":"100.50","ceterms:currency":"USD",
                "ceterms:directCostType":{"ceterms:targetNodeName":{"en-US":"Tuition"}}}],
            "ceterms:estimatedDuration":[{"ceterms:exactDuration":"P2Y"}],
            "ceterms:requires":[{"ceterms:targetCompetency":[
                {"ceterms:targetNodeName":{"en-US":"Joins pipes"},"ceterms:codedNotation":"J1"}]}]},
           {"@id":"_:board","ceterms:name":{"en-US":"Board of Welding"},
            "ceterms:subjectWebpage":"https://board.example"})");
    const auto& provider = *said.find("provider");
    EXPECT_EQ(text_at(provider, "name"), "Harbor College") << "said once though it is both";
    EXPECT_EQ(
        json::text_of(*said.find("recognizedBy")),
        R"({"@type":"Organization","name":"Board of Welding","url":"https://board.example"})");
    EXPECT_EQ(json::text_of(*said.find("offers")),
              R"({"@type":"Offer","category":"Tuition","price":"100.50","priceCurrency":"USD"})");
    EXPECT_EQ(text_at(said, "timeRequired"), "P2Y");
    EXPECT_EQ(json::text_of(*said.find("competencyRequired")),
              R"({"@type":"DefinedTerm","name":"Joins pipes","termCode":"J1"})");
}

TEST_F(SchemaOrg, has_its_limits) {
    std::string names;
    for (std::size_t i = 0; i <= schema_org_values_max; ++i) {
        names += (names.empty() ? "\"n" : ",\"n") + std::to_string(i) + '"';
    }
    const auto many =
        described(R"({"@type":"ceterms:Course","ceterms:alternateName":{"en":[)" + names + "]}}");
    EXPECT_THAT(*many.find("alternateName")->array(), SizeIs(schema_org_values_max));

    const std::string half_cut(schema_org_text_bytes_max - 1, 'a');
    const auto wordy =
        described(R"({"@type":"ceterms:Course","ceterms:name":{"und":")" + half_cut + "é b\"}}");
    EXPECT_EQ(text_at(wordy, "name"), half_cut + "…");
}

TEST_F(SchemaOrg, of_something_huge_says_little) {
    std::string places;
    const std::string street(schema_org_text_bytes_max, 's');
    for (std::size_t i = 0; i < schema_org_values_max; ++i) {
        places += (i == 0 ? "" : ",") + std::string(R"({"ceterms:streetAddress":{"en":")") +
                  std::to_string(i) + street + "\"}}";
    }
    const auto said = described(
        R"({"@type":"ceterms:Organization","ceterms:name":{"en":"Harbor"},"ceterms:address":[)" +
        places + "]}");
    EXPECT_LE(text.size(), schema_org_bytes_max);
    EXPECT_EQ(text_at(*said.find("name"), "@value"), "Harbor");
    EXPECT_FALSE(said.find("address"));
}

}  // namespace

}  // namespace cartulary::ctdl
