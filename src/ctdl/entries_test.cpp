#include "ctdl/entries.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "ctdl/documents_for_test.h"

namespace cartulary::ctdl {
namespace {

using for_test::certificate_with;
using for_test::document;
using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

TEST(Entries, say_what_a_resource_is_found_by) {
    const auto entries = entries_of(document(for_test::credential));
    ASSERT_EQ(entries.size(), 1U);
    const auto& entry = entries.front();
    EXPECT_EQ(entry.ctid.text(), for_test::credential_ctid);
    EXPECT_EQ(entry.type, "ceterms:Certificate");
    EXPECT_THAT(
        entry.names,
        ElementsAre(ResourceName{"Welding Technology", "en-US"}, ResourceName{"Soldadura", "es"},
                    ResourceName{"Welder I", "en-US"}, ResourceName{"Welding Basics", "en-US"}));
    EXPECT_EQ(entry.excerpt, "Prepares for work in fabrication shops.");
    EXPECT_EQ(entry.website, "https://college.example/welding");
    EXPECT_THAT(entry.subjects, ElementsAre("welding", "metal"));
    EXPECT_EQ(entry.text,
              "Welding Technology\nSoldadura\nWelder I\nWelding Basics\n"
              "Prepares for work in fabrication shops.\nen-US\nwelding\nmetal\nActive\n"
              "Board of Welding\nAdmission\n/resources/ is where the forms are.");
}

TEST(Entries, name_references_by_the_way_to_them) {
    const auto entries = entries_of(document(for_test::credential));
    EXPECT_THAT(entries.front().references,
                ElementsAre(ResourceReference{"ceterms:accreditedBy.ceterms:subjectWebpage",
                                              "https://board.example"},
                            ResourceReference{"ceterms:credentialStatusType.ceterms:framework",
                                              "https://credreg.net/ctdl/terms/CredentialStatus"},
                            ResourceReference{"ceterms:credentialStatusType.ceterms:targetNode",
                                              "credentialStat:Active"},
                            ResourceReference{"ceterms:ownedBy", for_test::owner_ctid},
                            ResourceReference{"ceterms:subjectWebpage",
                                              "https://college.example/welding"}));
}

TEST(Entries, are_one_for_each_part_with_its_own_words_only) {
    const auto entries = entries_of(document(for_test::framework));
    ASSERT_EQ(entries.size(), 3U);
    EXPECT_EQ(entries[0].type, "ceasn:CompetencyFramework");
    EXPECT_EQ(entries[0].names.front().text, "Widgetry");
    EXPECT_THAT(entries[0].text, Not(HasSubstr("Assemble")));
    EXPECT_EQ(entries[1].type, "ceasn:Competency");
    EXPECT_EQ(entries[1].names.front().text, "Assemble a widget from parts");
    EXPECT_THAT(
        entries[1].references,
        Contains(ResourceReference{"ceasn:isPartOf", "ce-177f4c85-4efe-401d-acdd-1ea4adeeaf37"}));
    EXPECT_EQ(entries[2].text, "Name the parts of a widget\nen-US");
}

constexpr auto organization = R"({
    "@type": "ceterms:CredentialOrganization",
    "ceterms:ctid": "ce-5e3de882-3b49-421b-b623-695c63587f4f",
    "ceterms:name": {"en": "Example College"},
    "ceterms:agentType": [{
        "@type": "ceterms:CredentialAlignmentObject",
        "ceterms:targetNode": "orgType:FourYear"
    }, "orgType:Postsecondary"],
    "ceterms:agentSectorType": {
        "@type": "ceterms:CredentialAlignmentObject",
        "ceterms:targetNode": "agentSector:Public"
    },
    "ceterms:email": ["jo.bloggs@college.example"],
    "ceterms:fein": "12-3456789",
    "ceterms:naics": ["611310", "611"],
    "ceterms:identifier": [{
        "@type": "ceterms:IdentifierValue",
        "ceterms:identifierTypeName": {"en": "Unique Entity ID"},
        "ceterms:identifierValueCode": "JF4CYKLHE1E4"
    }],
    "ceterms:address": [{
        "@type": "ceterms:Place",
        "ceterms:addressLocality": {"en": "Springfield"},
        "ceterms:addressRegion": {"en": "Illinois"},
        "ceterms:addressCountry": {"en": "United States"},
        "ceterms:targetContactPoint": [{
            "@type": "ceterms:ContactPoint",
            "ceterms:name": {"en": "Jo Bloggs"},
            "ceterms:contactType": {"en": "Registrar"},
            "ceterms:telephone": ["555-0100"],
            "ceterms:socialMedia": ["https://social.example/jo"]
        }]
    }]
})";

TEST(Entries, say_where_an_organization_is_and_of_what_kind) {
    const auto entries = entries_of(document(organization));
    ASSERT_EQ(entries.size(), 1U);
    const auto& entry = entries.front();
    EXPECT_THAT(entry.kinds, ElementsAre("orgType:FourYear", "orgType:Postsecondary"));
    EXPECT_EQ(entry.sector, "agentSector:Public");
    EXPECT_THAT(entry.places, ElementsAre("Springfield"));
    EXPECT_THAT(entry.regions, ElementsAre("Illinois"));
    EXPECT_THAT(entry.countries, ElementsAre("United States"));
    EXPECT_THAT(entry.identifiers,
                ElementsAre("fein:12-3456789", "naics:611310", "naics:611", "uei:JF4CYKLHE1E4"));
}

TEST(Entries, know_nothing_of_how_people_are_reached) {
    const auto entries = entries_of(document(organization));
    const auto& entry = entries.front();
    for (const auto* personal : {"Bloggs", "bloggs", "Registrar", "555-0100"}) {
        EXPECT_THAT(entry.text, Not(HasSubstr(personal)));
    }
    for (const auto& [property, target] : entry.references) {
        EXPECT_THAT(target, Not(HasSubstr("social.example"))) << property;
    }
}

TEST(Entries, end_an_excerpt_at_a_word) {
    std::string words;
    while (words.size() < 400) words += "w\xC3\xB6rter ";
    const auto entry =
        entries_of(document(certificate_with(R"("ceterms:description":{"de":")" + words + "\"}")))
            .front();
    EXPECT_TRUE(entry.excerpt.ends_with("w\xC3\xB6rter")) << entry.excerpt;
    EXPECT_GT(entry.excerpt.size(), 290U);
    const auto unbroken = entries_of(document(certificate_with(R"("ceterms:description":{"de":")" +
                                                               std::string(400, 'x') + "\"}")))
                              .front();
    EXPECT_EQ(unbroken.excerpt, std::string(excerpt_length_max, 'x'));
}

TEST(Entries, hold_no_more_names_than_are_of_use) {
    std::string names;
    for (int i = 0; i < 1'000; ++i) {
        names += (i > 0 ? ",\"name " : "\"name ") + std::to_string(i) + "\"";
    }
    const auto entry =
        entries_of(document(certificate_with(R"("ceterms:alternateName":{"en":[)" + names + "]}")))
            .front();
    EXPECT_EQ(entry.names.size(), 200U);
    EXPECT_THAT(entry.text, HasSubstr("name 999"));
}

TEST(Entries, hold_no_texts_that_are_too_long_to_be_what_they_should) {
    const auto entry_with = [](const std::string& name, std::size_t length) {
        return entries_of(document(certificate_with("\"" + name + R"(":{"en":[")" +
                                                    std::string(length, 'x') + "\"]}")))
            .front();
    };
    EXPECT_THAT(entry_with("ceterms:keyword", 300).subjects, ElementsAre(std::string(300, 'x')));
    EXPECT_THAT(entry_with("ceterms:keyword", 301).subjects, IsEmpty());
    EXPECT_THAT(entry_with("ceterms:keyword", 301).text, HasSubstr(std::string(301, 'x')));
    for (const std::size_t length : {std::size_t{1'000}, std::size_t{1'001}}) {
        const auto names = entry_with("ceterms:alternateName", length).names;
        EXPECT_EQ(names.back().text, std::string(1'000, 'x'));
    }
}

TEST(Owners, are_those_that_own_or_offer) {
    const auto owners = [](const std::string& payload) {
        std::vector<std::string> texts;
        for (const auto& ctid : owners_of(document(payload))) texts.push_back(ctid.text());
        return texts;
    };
    EXPECT_THAT(owners(for_test::credential), ElementsAre(for_test::owner_ctid));
    EXPECT_THAT(owners(for_test::framework), ElementsAre(for_test::owner_ctid));
    EXPECT_THAT(owners(organization), ElementsAre("ce-5e3de882-3b49-421b-b623-695c63587f4f"));
    EXPECT_THAT(
        owners(certificate_with(R"("ceterms:offeredBy":["ce-5e3de882-3b49-421b-b623-695c63587f4f",)"
                                R"("https://elsewhere.example/we"],)"
                                R"("ceterms:ownedBy":["ce-5e3de882-3b49-421b-b623-695c63587f4f",)"
                                R"("ce-177f4c85-4efe-401d-acdd-1ea4adeeaf37"])")),
        ElementsAre("ce-5e3de882-3b49-421b-b623-695c63587f4f",
                    "ce-177f4c85-4efe-401d-acdd-1ea4adeeaf37"));
    EXPECT_THAT(owners(R"({"@type":"ceterms:CostManifest",)"
                       R"("ceterms:ctid":"ce-0c8a6ddd-1b5b-4a4a-8a7a-3d1c0a9d1f01",)"
                       R"("ceterms:costManifestOf":"ce-5e3de882-3b49-421b-b623-695c63587f4f"})"),
                ElementsAre(for_test::owner_ctid));
}

}  // namespace
}  // namespace cartulary::ctdl
