#include "ctdl/organization_document.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "ctdl/documents_for_test.h"
#include "ctdl/organization_said.h"
#include "ctdl/structure.h"

namespace cartulary::ctdl {
namespace {

using for_test::document;
using for_test::json_of;
using for_test::lines_of;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::Not;

Organization college() {
    Organization organization{};
    organization.id = *OrganizationId::from_ctid(for_test::owner_ctid);
    organization.number = 7;
    organization.status = OrganizationStatus::approved;
    auto& stated = organization.stated;
    stated.name = "Example College";
    stated.profile_name = "example-college";
    stated.description = "A college for examples.";
    stated.website = "https://college.example";
    stated.email = "info@college.example";
    stated.phones = {{"+1 217 555 0100", "12"}, {"+1 217 555 0101", ""}};
    stated.address = {"1 Main Street", "Suite 5", "Springfield", "Illinois", "62701", "US"};
    stated.types = {OrganizationType::four_year, OrganizationType::technical};
    stated.sector = Sector::public_;
    stated.identifiers = {{"fein", "12-3456789"},      {"naics", "611310"},
                          {"uei", "JF4CYKLHE1E4"},     {"litmos.key", "secret"},
                          {"tax_exempt", "TX-1"},      {"linked_in", "12345"},
                          {"sunbird.channel", "chan"}, {"opeid", "00123400"}};
    stated.particulars = {{"litmos", "private"}};
    stated.picture = "5e3de882";
    return organization;
}

json::Value first_node(const Document& document) {
    return json::Value(document.nodes().front());
}

TEST(OrganizationDocument, says_what_the_record_does) {
    const auto made = document_of(college(), nullptr);
    EXPECT_EQ(made.ctid().text(), for_test::owner_ctid);
    EXPECT_EQ(json::text_of(first_node(made)), json::text_of(json_of(R"({
        "@id": "/resources/ce-5e3de882-3b49-421b-b623-695c63587f4f",
        "@type": "ceterms:CredentialOrganization",
        "ceterms:ctid": "ce-5e3de882-3b49-421b-b623-695c63587f4f",
        "ceterms:name": {"en-US": "Example College"},
        "ceterms:description": {"en-US": "A college for examples."},
        "ceterms:subjectWebpage": "https://college.example",
        "ceterms:email": ["info@college.example"],
        "ceterms:agentType": [{
            "@type": "ceterms:CredentialAlignmentObject",
            "ceterms:framework": "https://purl.org/ctdl/terms/OrganizationType",
            "ceterms:frameworkName": {"en-US": "Organization Type"},
            "ceterms:targetNode": "orgType:FourYear",
            "ceterms:targetNodeName": {"en-US": "Four-Year College"}
        }, {
            "@type": "ceterms:CredentialAlignmentObject",
            "ceterms:framework": "https://purl.org/ctdl/terms/OrganizationType",
            "ceterms:frameworkName": {"en-US": "Organization Type"},
            "ceterms:targetNode": "orgType:Technical",
            "ceterms:targetNodeName": {"en-US": "Career and Technical School"}
        }],
        "ceterms:agentSectorType": [{
            "@type": "ceterms:CredentialAlignmentObject",
            "ceterms:framework": "https://purl.org/ctdl/terms/AgentSector",
            "ceterms:frameworkName": {"en-US": "Agent Sector"},
            "ceterms:targetNode": "agentSector:Public",
            "ceterms:targetNodeName": {"en-US": "Public"}
        }],
        "ceterms:fein": "12-3456789",
        "ceterms:opeID": "00123400",
        "ceterms:naics": ["611310"],
        "ceterms:identifier": [{
            "@type": "ceterms:IdentifierValue",
            "ceterms:identifierTypeName": {"en-US": "Unique Entity ID"},
            "ceterms:identifierValueCode": "JF4CYKLHE1E4"
        }],
        "ceterms:address": [{
            "@type": "ceterms:Place",
            "ceterms:streetAddress": {"en-US": "1 Main Street, Suite 5"},
            "ceterms:addressLocality": {"en-US": "Springfield"},
            "ceterms:addressRegion": {"en-US": "Illinois"},
            "ceterms:postalCode": "62701",
            "ceterms:addressCountry": {"en-US": "United States"},
            "ceterms:targetContactPoint": [{
                "@type": "ceterms:ContactPoint",
                "ceterms:telephone": ["+1 217 555 0100 x12", "+1 217 555 0101"]
            }]
        }],
        "ceterms:image": "/pictures/5e3de882.png"
    })")));
}

TEST(OrganizationDocument, is_readable_as_any_payload) {
    const auto made = document_of(college(), nullptr);
    const auto reading = for_test::read(graph_text(made.text(), for_test::addresses));
    EXPECT_EQ(lines_of(reading.problems), "");
    ASSERT_TRUE(reading.document);
    EXPECT_EQ(reading.document->digest(), made.digest());
    EXPECT_EQ(lines_of(missing_in(made)), "");
}

TEST(OrganizationDocument, keeps_private_what_no_property_is_for) {
    const auto text = document_of(college(), nullptr).text();
    for (const auto* unsaid : {"secret", "TX-1", "12345\"", "chan", "private", "example-college"}) {
        EXPECT_THAT(text, Not(HasSubstr(unsaid)));
    }
}

TEST(OrganizationDocument, stays_the_same_as_long_as_the_record_does) {
    const auto made = document_of(college(), nullptr);
    EXPECT_EQ(document_of(college(), nullptr).text(), made.text());
    EXPECT_EQ(document_of(college(), &made).text(), made.text());
}

TEST(OrganizationDocument, of_one_that_assures_quality_is_of_that_class) {
    auto organization = college();
    organization.stated.types.push_back(OrganizationType::quality_assurance);
    EXPECT_EQ(document_of(organization, nullptr).type(), "ceterms:QACredentialOrganization");
}

TEST(OrganizationDocument, of_a_bare_record_has_no_empty_members) {
    Organization bare{};
    bare.id = *OrganizationId::from_ctid(for_test::owner_ctid);
    bare.stated.name = "Bare";
    EXPECT_EQ(json::text_of(first_node(document_of(bare, nullptr))),
              R"({"@id":"/resources/ce-5e3de882-3b49-421b-b623-695c63587f4f",)"
              R"("@type":"ceterms:CredentialOrganization",)"
              R"("ceterms:ctid":"ce-5e3de882-3b49-421b-b623-695c63587f4f",)"
              R"("ceterms:name":{"en-US":"Bare"}})");
}

// What was published, with more than the record has fields for.
constexpr auto published = R"({"@graph": [{
    "@type": "ceterms:Organization",
    "ceterms:ctid": "ce-5e3de882-3b49-421b-b623-695c63587f4f",
    "ceterms:name": {"es": "Colegio de Ejemplo", "en": "Example College"},
    "ceterms:description": {"es": "Un colegio para ejemplos."},
    "ceterms:subjectWebpage": "https://colegio.example",
    "ceterms:foundingDate": "1901",
    "ceterms:missionAndGoalsStatement": "https://colegio.example/mision",
    "ceterms:email": ["info@colegio.example", "becas@colegio.example"],
    "ceterms:agentType": ["orgType:TwoYear"],
    "ceterms:agentSectorType": "agentSector:PrivateNonProfit",
    "ceterms:fein": "123456789",
    "ceterms:duns": "none",
    "ceterms:image": "https://colegio.example/logo.png",
    "ceterms:department": ["_:department"],
    "ceterms:address": [{
        "@type": "ceterms:Place",
        "ceterms:name": {"es": "Entrada"},
        "ceterms:targetContactPoint": [{
            "@type": "ceterms:ContactPoint",
            "ceterms:contactType": {"es": "Admisiones"},
            "ceterms:telephone": ["+34 91 555 01 00"]
        }]
    }, {
        "@type": "ceterms:Place",
        "ceterms:streetAddress": {"es": "Calle Mayor 1"},
        "ceterms:addressLocality": {"es": "Madrid"},
        "ceterms:addressRegion": {"es": "Madrid"},
        "ceterms:postalCode": "28001",
        "ceterms:addressCountry": {"es": "Spain"},
        "ceterms:latitude": 40.4
    }]
}, {
    "@id": "_:department",
    "@type": "ceterms:Organization",
    "ceterms:name": {"es": "Departamento"}
}]})";

TEST(OrganizationRecord, takes_what_a_document_says) {
    auto draft = college().stated;
    const auto problems = apply(document(published), draft);
    EXPECT_EQ(lines_of(problems),
              "warning ceterms:duns must be nine digits, for example 012345678\n");
    EXPECT_EQ(draft.name, "Colegio de Ejemplo");
    EXPECT_EQ(draft.description, "Un colegio para ejemplos.");
    EXPECT_EQ(draft.website, "https://colegio.example");
    EXPECT_EQ(draft.email, "info@colegio.example");
    EXPECT_EQ(draft.address, (Address{"Calle Mayor 1", "", "Madrid", "Madrid", "28001", "ES"}));
    EXPECT_THAT(draft.phones, ElementsAre(Phone{"+34 91 555 01 00", ""}));
    EXPECT_THAT(draft.types, ElementsAre(OrganizationType::two_year));
    EXPECT_EQ(draft.sector, Sector::private_non_profit);
    EXPECT_EQ(identifier_of(draft, "fein"), "12-3456789");
    // What it does not mention, and what is not its business, stays.
    EXPECT_EQ(identifier_of(draft, "naics"), "611310");
    EXPECT_EQ(identifier_of(draft, "litmos.key"), "secret");
    EXPECT_EQ(draft.profile_name, "example-college");
    EXPECT_EQ(draft.picture, "5e3de882");
    EXPECT_EQ(draft.particulars.at("litmos"), "private");
}

TEST(OrganizationRecord, leads_back_to_the_document_that_it_took) {
    Organization organization{};
    organization.id = *OrganizationId::from_ctid(for_test::owner_ctid);
    const auto before = document(published);
    apply(before, organization.stated);
    EXPECT_EQ(document_of(organization, &before).text(), before.text());
}

TEST(OrganizationRecord, is_not_changed_by_its_own_document) {
    const auto organization = college();
    auto draft = organization.stated;
    EXPECT_TRUE(apply(document_of(organization, nullptr), draft).empty());
    EXPECT_EQ(draft, organization.stated);
}

TEST(OrganizationDocument, keeps_what_no_field_stands_for) {
    auto organization = college();
    const auto before = document(published);
    apply(before, organization.stated);
    auto& stated = organization.stated;
    stated.picture.clear();
    stated.identifiers.clear();
    stated.name = "Colegio Nuevo";
    stated.address.city = "Toledo";
    stated.phones = {{"+34 91 555 02 00", ""}};
    stated.email.clear();
    const auto changed = document_of(organization, &before);
    EXPECT_EQ(json::text_of(json::Value(
                  json::Array{json::Value(changed.nodes()[0]), json::Value(changed.nodes()[1])})),
              json::text_of(json_of(R"([{
        "@id": "/resources/ce-5e3de882-3b49-421b-b623-695c63587f4f",
        "@type": "ceterms:Organization",
        "ceterms:ctid": "ce-5e3de882-3b49-421b-b623-695c63587f4f",
        "ceterms:name": {"es": "Colegio Nuevo", "en": "Example College"},
        "ceterms:description": {"es": "Un colegio para ejemplos."},
        "ceterms:subjectWebpage": "https://colegio.example",
        "ceterms:foundingDate": "1901",
        "ceterms:missionAndGoalsStatement": "https://colegio.example/mision",
        "ceterms:agentType": ["orgType:TwoYear"],
        "ceterms:agentSectorType": "agentSector:PrivateNonProfit",
        "ceterms:duns": "none",
        "ceterms:image": "https://colegio.example/logo.png",
        "ceterms:department": ["_:department"],
        "ceterms:address": [{
            "@type": "ceterms:Place",
            "ceterms:name": {"es": "Entrada"},
            "ceterms:targetContactPoint": [{
                "@type": "ceterms:ContactPoint",
                "ceterms:contactType": {"es": "Admisiones"}
            }]
        }, {
            "@type": "ceterms:Place",
            "ceterms:streetAddress": {"es": "Calle Mayor 1"},
            "ceterms:addressLocality": {"es": "Toledo"},
            "ceterms:addressRegion": {"es": "Madrid"},
            "ceterms:postalCode": "28001",
            "ceterms:addressCountry": {"es": "Spain"},
            "ceterms:targetContactPoint": [{
                "@type": "ceterms:ContactPoint",
                "ceterms:telephone": ["+34 91 555 02 00"]
            }]
        }]
    }, {
        "@id": "_:department",
        "@type": "ceterms:Organization",
        "ceterms:name": {"es": "Departamento"}
    }])")));
}

TEST(OrganizationDocument, leaves_blank_nodes_out_that_it_no_longer_refers_to) {
    const auto before = document(R"({"@graph": [{
        "@type": "ceterms:Organization",
        "ceterms:ctid": "ce-5e3de882-3b49-421b-b623-695c63587f4f",
        "ceterms:address": ["_:place"]
    }, {
        "@id": "_:place",
        "@type": "ceterms:Place",
        "ceterms:addressLocality": {"en": "Springfield"},
        "ceterms:targetContactPoint": ["_:contact"]
    }, {
        "@id": "_:contact",
        "@type": "ceterms:ContactPoint",
        "ceterms:telephone": ["555-010-0000"]
    }]})");
    Organization organization{};
    organization.id = *OrganizationId::from_ctid(for_test::owner_ctid);
    apply(before, organization.stated);
    EXPECT_EQ(organization.stated.address.city, "Springfield");
    EXPECT_THAT(organization.stated.phones, ElementsAre(Phone{"555-010-0000", ""}));
    EXPECT_EQ(document_of(organization, &before).text(), before.text());
    organization.stated.phones.clear();
    const auto changed = document_of(organization, &before);
    EXPECT_EQ(changed.nodes().size(), 1U);
    EXPECT_THAT(changed.text(), HasSubstr("Springfield"));
    EXPECT_THAT(changed.text(), Not(HasSubstr("555")));
}

TEST(OrganizationRecord, takes_a_bounded_number_of_identifiers_and_phones) {
    std::string codes;
    std::string phones;
    for (std::size_t i = 0; i < identifiers_said_max + 5; ++i) {
        codes += (i > 0 ? ",\"" : "\"") + std::to_string(100'000 + i) + "\"";
        phones += (i > 0 ? ",\"555-010-" : "\"555-010-") + std::to_string(1'000 + i) + "\"";
    }
    OrganizationDraft draft;
    const auto problems =
        apply(document(R"({"@type":"ceterms:Organization",)"
                       R"("ceterms:ctid":"ce-5e3de882-3b49-421b-b623-695c63587f4f",)"
                       R"("ceterms:naics":[)" +
                       codes +
                       R"(],"ceterms:address":[{"@type":"ceterms:Place",)"
                       R"("ceterms:targetContactPoint":[{"@type":"ceterms:ContactPoint",)"
                       R"("ceterms:telephone":[)" +
                       phones + "]}]}]}"),
              draft);
    EXPECT_EQ(draft.identifiers.size(), identifiers_said_max);
    EXPECT_EQ(draft.phones.size(), phones_said_max);
    EXPECT_FALSE(has_errors(problems));
    EXPECT_THAT(lines_of(problems), HasSubstr("warning ceterms:naics must be at most 50\n"));
    EXPECT_THAT(lines_of(problems), HasSubstr("warning ceterms:telephone must be at most 20\n"));
}

}  // namespace
}  // namespace cartulary::ctdl
