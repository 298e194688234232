#include "ctdl/query.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <map>

#include "base/text.h"
#include "ctdl/documents_for_test.h"

namespace cartulary::ctdl {
namespace {

using for_test::addresses;
using for_test::document;
using for_test::json_of;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

std::vector<std::string> words_of(std::string_view text) {
    std::vector<std::string> words(1);
    for (const char c : text::folded(text)) {
        if (c == ' ') {
            words.emplace_back();
        } else if (c != '.' && c != ',' && c != '(' && c != ')') {
            words.back() += c;
        }
    }
    std::erase(words, "");
    return words;
}

constexpr auto college = R"json({
    "@type": "ceterms:CredentialOrganization",
    "ceterms:ctid": "ce-5e3de882-3b49-421b-b623-695c63587f4f",
    "ceterms:name": {"en-US": "Example College (PMI)",
               "es" : "Colegio"
}
, "ceterms:fein" : "12-3456789",
                   "ceterms:agentType" : [ {
                       "@type" : "ceterms:CredentialAlignmentObject",
                       "ceterms:targetNode" : "orgType:FourYear"
                   } ],
                                         "ceterms:address"
    : [ {"@type" : "ceterms:Place", "ceterms:addressRegion" : {"en-US" : "Illinois"}} ]
})json";

// A few documents, and who refers to whom among them.
class Registry {
public:
    Registry() {
        add(college);
        add(for_test::framework);
        std::string credential = for_test::credential;
        credential.replace(credential.find(R"("ceterms:inLanguage")"), 0,
                           R"("ceterms:dateEffective": "2024-02-29",)"
                           R"("ceterms:isNonCredit": true,)"
                           R"("ceterms:credentialId": "WLD-101",)");
        add(credential);
    }

    // The CTIDs that meet it, shortened, or what is wrong with it.
    std::vector<std::string> met(std::string_view text) const {
        const auto query = Query::parse(json_of(text), addresses);
        if (!query) return problems_of(query.error());
        std::vector<std::string> found;
        for (const auto& one : documents_) {
            for (const auto& ctid : query->met_by(one, world())) found.push_back(short_name(ctid));
        }
        return found;
    }

    static std::vector<std::string> problems_of(const Error& error) {
        std::vector<std::string> texts;
        for (const auto& [field, problem] : error.fields) texts.push_back(field + " " + problem);
        return texts;
    }

private:
    void add(std::string_view payload) {
        documents_.push_back(std::make_shared<const Document>(document(payload)));
    }

    static std::string short_name(const Ctid& ctid) {
        const std::map<std::string, std::string> names{
            {"ce-5e3de882-3b49-421b-b623-695c63587f4f", "college"},
            {"ce-177f4c85-4efe-401d-acdd-1ea4adeeaf37", "framework"},
            {"ce-9e492574-07fc-4154-b7f2-898425f4f3a3", "assemble"},
            {"ce-2f3c1d69-9a2b-4f0e-8f4c-0b1a2c3d4e5f", "parts"},
            {"ce-0c8a6ddd-1b5b-4a4a-8a7a-3d1c0a9d1f01", "credential"}};
        return names.at(ctid.text());
    }

    Query::World world() const {
        return {[this](const Ctid& ctid) -> std::shared_ptr<const Document> {
                    for (const auto& one : documents_) {
                        if (one->ctid() == ctid) return one;
                    }
                    return nullptr;
                },
                [](const Ctid& ctid, std::string_view property) -> std::vector<Ctid> {
                    const bool is_owned =
                        property == "ceterms:ownedBy" && ctid.text() == for_test::owner_ctid;
                    if (!is_owned) return {};
                    return {*Ctid::parse(for_test::credential_ctid)};
                },
                words_of};
    }

    std::vector<std::shared_ptr<const Document>> documents_;
};

const Registry& registry() {
    static const Registry made;
    return made;
}

TEST(Query, asks_for_all_of_its_properties) {
    const auto& here = registry();
    EXPECT_THAT(here.met(R"({"@type":"ceasn:Competency"})"), ElementsAre("assemble", "parts"));
    EXPECT_THAT(here.met(R"({"@type":"ceasn:Competency","ceasn:competencyText":"widget"})"),
                ElementsAre("assemble", "parts"));
    EXPECT_THAT(here.met(R"({"@type":"ceasn:Competency","ceasn:competencyText":"assemble"})"),
                ElementsAre("assemble"));
    EXPECT_THAT(here.met(R"({"@type":"ceterms:Badge","ceasn:competencyText":"assemble"})"),
                IsEmpty());
    EXPECT_EQ(here.met("{}").size(), 5U);
}

TEST(Query, asks_for_any_in_a_list) {
    const auto& here = registry();
    EXPECT_THAT(here.met(R"({"@type":["ceterms:Certificate","ceasn:CompetencyFramework"]})"),
                ElementsAre("framework", "credential"));
    EXPECT_THAT(here.met(R"([{"ceterms:name":"college"},{"ceasn:name":"widgetry"}])"),
                ElementsAre("college", "framework"));
    EXPECT_THAT(here.met(R"({"search:operator":"search:orTerms","ceterms:name":"welding",)"
                         R"("ceasn:name":"widgetry"})"),
                ElementsAre("framework", "credential"));
    EXPECT_THAT(here.met(R"({"ceterms:name":["nothing","welding"]})"), ElementsAre("credential"));
    EXPECT_THAT(here.met(R"({"ceterms:name":{"search:value":["technology","welding"]}})"),
                ElementsAre("credential"));
    EXPECT_THAT(here.met(R"({"ceterms:name":{"search:value":["nothing","welding"]}})"), IsEmpty());
    EXPECT_THAT(here.met(R"({"ceterms:name":{"search:value":["nothing","welding"],)"
                         R"("search:operator":"search:orTerms"}})"),
                ElementsAre("credential"));
    EXPECT_THAT(here.met(R"({"@type":"ceterms:Certificate","search:termGroup":{)"
                         R"("search:operator":"search:orTerms","ceterms:name":"nothing",)"
                         R"("ceterms:description":"fabrication"}})"),
                ElementsAre("credential"));
}

TEST(Query, takes_classes_in_every_spelling_and_those_below) {
    const auto& here = registry();
    EXPECT_THAT(here.met(R"({"@type":"http://purl.org/ctdl/terms/Certificate"})"),
                ElementsAre("credential"));
    EXPECT_THAT(here.met(R"({"@type":"ceterms:Credential"})"), IsEmpty());
    EXPECT_THAT(here.met(R"({"@type":{"search:value":"ceterms:Credential",)"
                         R"("search:matchType":"search:subClassOf"}})"),
                ElementsAre("credential"));
}

TEST(Query, matches_texts_by_their_words_or_as_it_is_told) {
    const auto& here = registry();
    const auto named = [&](const std::string& value, const std::string& match) {
        return here.met(R"({"ceterms:name":{"search:value":")" + value +
                        R"(","search:matchType":"search:)" + match + "\"}}");
    };
    EXPECT_THAT(here.met(R"({"ceterms:name":"TECHNOLOGY weld"})"), ElementsAre("credential"));
    EXPECT_THAT(here.met(R"({"ceterms:name":"echnology"})"), IsEmpty());
    EXPECT_THAT(named("example coll", "startsWith"), ElementsAre("college"));
    EXPECT_THAT(named("college", "startsWith"), IsEmpty());
    EXPECT_THAT(named("ple coll", "contains"), ElementsAre("college"));
    EXPECT_THAT(named("(pmi)", "endsWith"), ElementsAre("college"));
    EXPECT_THAT(named("Example College", "exactMatch"), IsEmpty());
    EXPECT_THAT(named("example college (pmi)", "exactMatch"), ElementsAre("college"));
    EXPECT_THAT(here.met(R"({"ceterms:name":{"es":"colegio"}})"), ElementsAre("college"));
    EXPECT_THAT(here.met(R"({"ceterms:name":{"en-US":"colegio"}})"), IsEmpty());
    EXPECT_THAT(here.met(R"({"ceterms:credentialId":"wld"})"), ElementsAre("credential"));
}

TEST(Query, asks_whether_a_property_is_there) {
    const auto& here = registry();
    EXPECT_THAT(here.met(R"({"ceterms:fein":"search:anyValue"})"), ElementsAre("college"));
    EXPECT_THAT(here.met(R"({"ceterms:name":"search:anyValue","ceterms:fein":"search:noValue"})"),
                ElementsAre("credential"));
    EXPECT_THAT(here.met(R"({"ceterms:name":"search:anyValue",)"
                         R"("!ceterms:fein":"search:anyValue"})"),
                ElementsAre("credential"));
    EXPECT_THAT(here.met(R"({"@type":"ceasn:Competency","!ceasn:hasChild":"search:anyValue"})"),
                ElementsAre("parts"));
    EXPECT_THAT(here.met(R"({"!@type":["ceasn:Competency","ceterms:Certificate"]})"),
                ElementsAre("college", "framework"));
}

TEST(Query, takes_two_for_a_range) {
    const auto& here = registry();
    EXPECT_THAT(here.met(R"({"ceterms:dateEffective":["2024-01-01","2024-12-31"]})"),
                ElementsAre("credential"));
    EXPECT_THAT(here.met(R"({"ceterms:dateEffective":["2024-03-01","2024-12-31"]})"), IsEmpty());
    EXPECT_THAT(here.met(R"({"ceterms:dateEffective":["2024-02-29",null]})"),
                ElementsAre("credential"));
    EXPECT_THAT(here.met(R"({"ceterms:dateEffective":["","2024-02"]})"), ElementsAre("credential"));
    EXPECT_THAT(here.met(R"({"ceterms:dateEffective":"2024-02-29"})"), ElementsAre("credential"));
    EXPECT_THAT(here.met(R"({"ceterms:isNonCredit":true})"), ElementsAre("credential"));
    EXPECT_THAT(here.met(R"({"ceterms:isNonCredit":false})"), IsEmpty());
    EXPECT_THAT(here.met(R"({"ceterms:requires":{"ceterms:minimumAge":[9,20]}})"),
                ElementsAre("credential"));
    EXPECT_THAT(here.met(R"({"ceterms:requires":{"ceterms:minimumAge":[9,17]}})"), IsEmpty());
}

TEST(Query, follows_references_within_and_beyond_the_document) {
    const auto& here = registry();
    EXPECT_THAT(here.met(R"({"ceterms:requires":{"ceterms:name":"admission"}})"),
                ElementsAre("credential"));
    EXPECT_THAT(here.met(R"({"ceterms:accreditedBy":{"ceterms:name":"board"}})"),
                ElementsAre("credential"));
    EXPECT_THAT(here.met(R"({"ceterms:ownedBy":{"ceterms:name":"college"}})"),
                ElementsAre("credential"));
    EXPECT_THAT(here.met(R"({"ceterms:ownedBy":{"ceterms:name":"another"}})"), IsEmpty());
    EXPECT_THAT(here.met(R"({"ceasn:isPartOf":{"ceasn:hasTopChild":{"ceasn:hasChild":{)"
                         R"("ceasn:competencyText":"name"}}}})"),
                ElementsAre("assemble", "parts"));
    EXPECT_THAT(here.met(R"({"ceterms:ownedBy":{"search:operator":"search:orTerms",)"
                         R"("search:value":[{"ceterms:name":"x"},{"ceterms:fein":"12"}]}})"),
                ElementsAre("credential"));
}

TEST(Query, knows_things_by_whatever_address) {
    const auto& here = registry();
    for (const auto* reference :
         {"CE-5E3DE882-3B49-421B-B623-695C63587F4F",
          "https://registry.example/resources/ce-5e3de882-3b49-421b-b623-695c63587f4f",
          "https://credentialengineregistry.org/graph/ce-5e3de882-3b49-421b-b623-695c63587f4f"}) {
        const auto quoted = "\"" + std::string(reference) + "\"";
        EXPECT_THAT(here.met("{\"ceterms:ownedBy\":" + quoted + "}"), ElementsAre("credential"));
        EXPECT_THAT(here.met("{\"@id\":" + quoted + "}"), ElementsAre("college"));
        EXPECT_THAT(here.met("{\"ceterms:ctid\":[" + quoted + "]}"), ElementsAre("college"));
    }
    EXPECT_THAT(here.met(R"({"ceterms:agentType":{"ceterms:targetNode":"orgType:FourYear"}})"),
                ElementsAre("college"));
    EXPECT_THAT(here.met(R"({"ceterms:agentType":["orgType:FourYear","orgType:TwoYear"]})"),
                ElementsAre("college"));
    EXPECT_THAT(here.met(R"({"ceterms:agentType":{"search:value":["orgType:FourYear",)"
                         R"("orgType:TwoYear"],"search:operator":"search:andTerms"}})"),
                IsEmpty());
    EXPECT_THAT(here.met(R"({"ceterms:subjectWebpage":"https://college.example/welding"})"),
                ElementsAre("credential"));
}

TEST(Query, asks_who_refers_to_a_thing) {
    const auto& here = registry();
    EXPECT_THAT(here.met(R"({"^ceterms:ownedBy":{"@type":"ceterms:Certificate"}})"),
                ElementsAre("college"));
    EXPECT_THAT(here.met(R"({"^ceterms:ownedBy":"search:anyValue"})"), ElementsAre("college"));
    EXPECT_THAT(here.met(R"({"^ceterms:ownedBy":"ce-0c8a6ddd-1b5b-4a4a-8a7a-3d1c0a9d1f01"})"),
                ElementsAre("college"));
    EXPECT_THAT(here.met(R"({"^ceterms:ownedBy":{"@type":"ceterms:Badge"}})"), IsEmpty());
}

TEST(Query, says_what_is_wrong_with_it) {
    const auto& here = registry();
    EXPECT_THAT(here.met(R"({"ceterms:requires":{"ceterms:unheardOf":"x"},"@type":"Boat",)"
                         R"("^ceterms:name":"x","ceterms:name":{"search:value":"x",)"
                         R"("search:matchType":"search:near"},"search:operator":"search:xor",)"
                         R"("ceterms:fein":{"en":"x"},"ceterms:codedNotation":[[1]]})"),
                ElementsAre("search:operator must be search:orTerms or search:andTerms",
                            "ceterms:requires.ceterms:unheardOf is no property of CTDL that can be "
                            "asked for",
                            "@type must be a class of CTDL",
                            "^ceterms:name must be a property that refers to something",
                            "ceterms:name.search:matchType must be search:startsWith, "
                            "search:contains, search:endsWith or search:exactMatch",
                            "ceterms:fein.en is not understood here",
                            "ceterms:codedNotation must be a text, a number, true or false"));
    EXPECT_THAT(here.met("5"), ElementsAre("query must be an object, or a list of some"));
}

TEST(Query, has_bounds) {
    const auto& here = registry();
    const auto nested = [](std::size_t levels) {
        std::string text;
        for (std::size_t i = 0; i < levels; ++i) text += R"({"ceterms:ownedBy":)";
        return text + R"({"ceterms:name":"x"})" + std::string(levels, '}');
    };
    EXPECT_THAT(here.met(nested(Query::nesting_max)), IsEmpty());
    EXPECT_THAT(here.met(nested(Query::nesting_max + 1)).front(),
                HasSubstr("must not be nested deeper than 8"));
    EXPECT_THAT(here.met(nested(60)).front(), HasSubstr("must not be nested deeper than 8"));

    const auto listed = [](std::size_t count) {
        std::string items;
        for (std::size_t i = 0; i < count; ++i) items += i > 0 ? ",{}" : "{}";
        return "[" + items + "]";
    };
    EXPECT_EQ(here.met(listed(Query::conditions_max - 1)).size(), 5U);
    EXPECT_THAT(here.met(listed(Query::conditions_max)),
                ElementsAre("query must have at most 100 conditions"));

    const auto valued = [](std::size_t count) {
        std::string items;
        for (std::size_t i = 0; i < count; ++i) items += i > 0 ? ",\"x\"" : "\"x\"";
        return "{\"ceterms:name\":[" + items + "]}";
    };
    EXPECT_THAT(here.met(valued(Query::values_max)), IsEmpty());
    EXPECT_THAT(here.met(valued(Query::values_max + 1)),
                ElementsAre("query must have at most 1000 values"));

    const auto long_one = [](std::size_t length) {
        return "{\"ceterms:name\":\"" + std::string(length, 'x') + "\"}";
    };
    EXPECT_THAT(here.met(long_one(Query::value_length_max)), IsEmpty());
    EXPECT_THAT(here.met(long_one(Query::value_length_max + 1)),
                ElementsAre("ceterms:name must have at most 1000 characters"));
}

std::string narrowings_of(std::string_view text) {
    const auto query = Query::parse(json_of(text), addresses);
    std::string told;
    for (const auto& [kind, property, values] : query->narrowings(words_of)) {
        constexpr std::string_view kinds[] = {"type", "reference", "words", "ctid"};
        told += std::string(kinds[static_cast<std::size_t>(kind)]) + "(" + property + ":";
        for (const auto& value : values) told += " " + value;
        told += ")";
    }
    return told;
}

TEST(Query, tells_what_all_answers_have) {
    EXPECT_EQ(narrowings_of(R"({"@type":"ceterms:Badge","ceterms:name":"Harbor Pilot",)"
                            R"("ceterms:ownedBy":"CE-5E3DE882-3B49-421B-B623-695C63587F4F",)"
                            R"("ceterms:ctid":"ce-5e3de882-3b49-421b-b623-695c63587f4f"})"),
              "type(: ceterms:Badge)words(: harbor pilot)"
              "reference(ceterms:ownedBy: ce-5e3de882-3b49-421b-b623-695c63587f4f)"
              "ctid(: ce-5e3de882-3b49-421b-b623-695c63587f4f)");
    EXPECT_EQ(narrowings_of(R"({"ceterms:agentType":"orgType:FourYear"})"),
              "reference(: orgType:FourYear)");
    EXPECT_EQ(narrowings_of(R"({"ceterms:agentType":{"ceterms:targetNode":"orgType:FourYear"}})"),
              "reference(ceterms:targetNode: orgType:FourYear)");
    EXPECT_EQ(narrowings_of(R"([{"@type":"ceterms:Badge"}])"), "type(: ceterms:Badge)");
}

TEST(Query, tells_nothing_that_some_answer_may_lack) {
    for (
        const auto* text : {
            R"({"!@type":"ceterms:Badge"})",
            R"([{"@type":"ceterms:Badge"},{"ceterms:name":"x"}])",
            R"({"ceterms:ownedBy":{"ceterms:name":"x","ceterms:subjectWebpage":"https://x.example"}})",
            R"({"ceterms:name":{"search:value":"arbor","search:matchType":"search:contains"}})",
            R"({"ceterms:email":"someone@college.example"})",
            R"({"^ceterms:ownedBy":"ce-5e3de882-3b49-421b-b623-695c63587f4f"})",
            R"({"ceterms:dateEffective":["2024-01-01",null]})",
        }) {
        EXPECT_EQ(narrowings_of(text), "") << text;
    }
}

}  // namespace
}  // namespace cartulary::ctdl
