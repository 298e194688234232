#include "ctdl/vocabulary.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <set>
#include <string>

#include "base/text.h"
#include "ctdl/terms.h"
#include "domain/organization_type.h"

namespace cartulary::ctdl {
namespace {

using testing::Contains;
using testing::ElementsAre;

const Property& property(std::string_view name) {
    const auto* found = find_property(name);
    if (!found) throw std::invalid_argument("no property " + std::string(name));
    return *found;
}

std::string_view class_name(std::string_view written) {
    const auto* found = find_class(written);
    return found ? found->name : "none";
}

TEST(Vocabulary, finds_a_class_in_every_spelling) {
    for (const std::string_view written :
         {"ceterms:Certificate", "Certificate", "certificate", "CETERMS:CERTIFICATE",
          " ceterms:certificate ", "https://purl.org/ctdl/terms/Certificate",
          "http://purl.org/ctdl/terms/certificate", "https://credreg.net/ctdl/terms/Certificate",
          "http://www.credreg.net/ctdl/terms/Certificate",
          "HTTPS://Credreg.net/ctdl/terms/Certificate"}) {
        EXPECT_EQ(class_name(written), "ceterms:Certificate") << written;
    }
    EXPECT_EQ(class_name("competency"), "ceasn:Competency");
    EXPECT_EQ(class_name("https://purl.org/ctdlasn/terms/CompetencyFramework"),
              "ceasn:CompetencyFramework");
    EXPECT_EQ(class_name("http://credreg.net/ctdlasn/terms/Rubric"), "ceasn:Rubric");
    EXPECT_EQ(class_name("qdata:DataSetProfile"), "qdata:DataSetProfile");
    EXPECT_EQ(class_name("https://credreg.net/qdata/terms/metric"), "qdata:Metric");
    EXPECT_EQ(class_name("https://purl.org/qdata/terms/metric"), "qdata:Metric");
    EXPECT_EQ(class_name("http://purl.org/ASN/schema/core/ProgressionLevel"),
              "asn:ProgressionLevel");
    EXPECT_EQ(class_name("http://www.w3.org/2004/02/skos/core#ConceptScheme"),
              "skos:ConceptScheme");
    EXPECT_EQ(class_name("https://schema.org/MonetaryAmount"), "schema:MonetaryAmount");
}

TEST(Vocabulary, finds_no_class_where_there_is_none) {
    for (const std::string_view refused :
         {"", " ", ":", "ceterms:", "ceterms", "ceterms:name", "Diplom", "ceasn:Certificate",
          "schema:Certificate", "https://example.org/Certificate", "https://purl.org/ctdl/terms/",
          "ceterms:ceterms:Certificate", "ftp://purl.org/ctdl/terms/Certificate",
          "https://purl.org/ctdl/terms/Certificate/"}) {
        EXPECT_EQ(find_class(refused), nullptr) << refused;
    }
}

TEST(Vocabulary, names_each_class_once_in_order_and_finds_it_without_its_prefix) {
    const auto known = classes();
    std::set<std::string> local_names;
    std::string_view last;
    for (const auto& entry : known) {
        EXPECT_LT(last, entry.name);
        last = entry.name;
        EXPECT_EQ(find_class(entry.name), &entry);
        const auto local = entry.name.substr(entry.name.find(':') + 1);
        EXPECT_TRUE(local_names.insert(text::lower_ascii(local)).second)
            << local << " is not found without its prefix";
        EXPECT_EQ(find_class(local), &entry);
        EXPECT_FALSE(entry.label.empty()) << entry.name;
    }
    for (const std::string_view expected :
         {"ceterms:CredentialOrganization", "ceterms:QACredentialOrganization",
          "ceterms:LearningOpportunityProfile", "ceterms:AssessmentProfile", "ceterms:Pathway",
          "ceterms:TransferValueProfile", "ceasn:Rubric", "ceterms:WorkRole"}) {
        EXPECT_NE(find_class(expected), nullptr) << expected;
    }
}

TEST(Vocabulary, knows_the_classes_that_only_properties_name) {
    const auto* data_set = find_class("qdata:DataSetProfile");
    ASSERT_NE(data_set, nullptr);
    EXPECT_EQ(data_set->label, "Data Set Profile");
    EXPECT_EQ(data_set->status, TermStatus::stable);
    EXPECT_EQ(find_class("ceterms:FinancialAlignmentObject")->status, TermStatus::archaic);
    EXPECT_NE(find_class("rdf:Statement"), nullptr);
    for (const std::string_view none :
         {"ceasn:CrtiterionLevel", "ceasn:Task", "xsd:string", "rdfs:Resource", "schema:Date"}) {
        EXPECT_EQ(find_class(none), nullptr) << none;
    }
}

TEST(Vocabulary, tells_a_class_from_those_below_and_above) {
    EXPECT_TRUE(is_a("ceterms:BachelorOfScienceDegree", "ceterms:Credential"));
    EXPECT_TRUE(is_a("ceterms:Credential", "ceterms:Credential"));
    EXPECT_TRUE(is_a("ceterms:Course", "ceterms:LearningOpportunityProfile"));
    EXPECT_TRUE(is_a("ceterms:Course", "ceterms:LearningOpportunity"));
    EXPECT_TRUE(is_a("ceterms:AssessmentProfile", "ceterms:Assessment"));
    EXPECT_TRUE(is_a("ceterms:MultiComponent", "ceterms:PathwayComponent"));
    EXPECT_TRUE(is_a("ceasn:CompetencyFramework", "ceterms:Collection"));
    EXPECT_FALSE(is_a("ceterms:Credential", "ceterms:BachelorDegree"));
    EXPECT_FALSE(is_a("ceterms:Certificate", "ceterms:Degree"));
    EXPECT_FALSE(is_a("ceterms:Nothing", "ceterms:Nothing"));
    EXPECT_FALSE(is_a("", "ceterms:Credential"));
    EXPECT_THAT(find_class("ceterms:ProfessionalDoctorate")->parents,
                ElementsAre("ceterms:DoctoralDegree"));
}

TEST(Vocabulary, tells_what_is_published_by_itself) {
    for (const std::string_view name :
         {"ceterms:CredentialOrganization", "ceterms:Certificate", "ceterms:Pathway",
          "ceasn:Competency", "ceasn:CompetencyFramework", "skos:ConceptScheme",
          "qdata:DataSetProfile", "ceterms:ConditionManifest", "ceterms:Task",
          "ceasn:CriterionLevel"}) {
        EXPECT_TRUE(is_top_level(name)) << name;
    }
    for (const std::string_view name :
         {"ceterms:ConditionProfile", "ceterms:CostProfile", "ceterms:Place",
          "ceterms:CredentialAlignmentObject", "ceterms:IdentifierValue", "ceterms:Nothing", ""}) {
        EXPECT_FALSE(is_top_level(name)) << name;
    }
    EXPECT_TRUE(is_organization("ceterms:QACredentialOrganization"));
    EXPECT_TRUE(is_organization("ceterms:Organization"));
    EXPECT_FALSE(is_organization("ceterms:CredentialPerson"));
    EXPECT_TRUE(is_credential("ceterms:DigitalBadge"));
    EXPECT_FALSE(is_credential("ceterms:Course"));
}

TEST(Vocabulary, finds_a_property_in_every_spelling) {
    for (const std::string_view written :
         {"ceterms:ownedBy", "ownedby", "OwnedBy", "CETERMS:ownedBY",
          "http://purl.org/ctdl/terms/ownedBy", "https://credreg.net/ctdl/terms/ownedBy"}) {
        EXPECT_EQ(find_property(written), &property("ceterms:ownedBy")) << written;
    }
    EXPECT_EQ(property("https://purl.org/ctdlasn/terms/name").name, "ceasn:name");
    EXPECT_EQ(find_property("name"), nullptr) << "two have this name";
    for (const std::string_view none : {"", "ceterms:Certificate", "ceterms:nme", "schema:name"}) {
        EXPECT_EQ(find_property(none), nullptr) << none;
    }
}

TEST(Vocabulary, names_each_property_once_in_order) {
    std::string_view last;
    for (const auto& entry : properties()) {
        EXPECT_LT(last, entry.name);
        last = entry.name;
        EXPECT_EQ(find_property(entry.name), &entry);
        EXPECT_FALSE(entry.label.empty()) << entry.name;
        EXPECT_NE(entry.datatype, Datatype::untyped) << entry.name;
        for (const auto name : entry.domains) EXPECT_NE(find_class(name), nullptr) << name;
        for (const auto name : entry.schemes) EXPECT_NE(find_scheme(name), nullptr) << name;
        if (entry.inverse.empty()) continue;
        EXPECT_EQ(property(entry.inverse).inverse, entry.name);
    }
}

TEST(Vocabulary, tells_how_a_value_is_written) {
    EXPECT_EQ(property("ceterms:name").datatype, Datatype::language_map);
    EXPECT_EQ(property("ceterms:ownedBy").datatype, Datatype::reference);
    EXPECT_EQ(property("ceterms:subjectWebpage").datatype, Datatype::reference);
    EXPECT_EQ(property("ceterms:ctid").datatype, Datatype::text);
    EXPECT_EQ(property("ceterms:inLanguage").datatype, Datatype::language);
    EXPECT_EQ(property("ceterms:dateEffective").datatype, Datatype::date);
    EXPECT_EQ(property("ceasn:dateModified").datatype, Datatype::date_time);
    EXPECT_EQ(property("ceterms:exactDuration").datatype, Datatype::duration);
    EXPECT_EQ(property("ceterms:isNonCredit").datatype, Datatype::boolean);
    EXPECT_EQ(property("ceterms:minimumAge").datatype, Datatype::integer);
    EXPECT_EQ(property("ceterms:latitude").datatype, Datatype::decimal);
    EXPECT_EQ(property("ceterms:price").datatype, Datatype::decimal);
}

TEST(Vocabulary, reads_amounts_and_approximate_dates_as_what_they_are) {
    EXPECT_EQ(property("ceterms:medianEarnings").datatype, Datatype::decimal);
    EXPECT_EQ(property("qdata:sizeOfPopulation").datatype, Datatype::integer);
    EXPECT_EQ(property("ceterms:approximateStartDate").datatype, Datatype::date);
    EXPECT_EQ(property("ceterms:approximateStartDate").value_type, "schema:Date");
    EXPECT_EQ(property("ceterms:medianEarnings").value_type, "") << "a number is no address";
    EXPECT_EQ(property("ceterms:startDate").value_type, "");
}

TEST(Vocabulary, tells_which_properties_take_one_value) {
    for (const std::string_view one : {"ceterms:ctid", "ceterms:name", "ceterms:subjectWebpage",
                                       "ceterms:dateEffective", "ceasn:competencyText"}) {
        EXPECT_TRUE(property(one).takes_one) << one;
    }
    for (const std::string_view many : {"ceterms:keyword", "ceterms:ownedBy", "ceterms:address",
                                        "ceterms:agentType", "ceasn:hasChild"}) {
        EXPECT_FALSE(property(many).takes_one) << many;
    }
    std::string_view last;
    for (const auto name : single_values()) {
        EXPECT_LT(last, name);
        last = name;
        EXPECT_EQ(property(name).name, name);
    }
}

TEST(Vocabulary, knows_which_classes_have_a_property) {
    EXPECT_TRUE(has_property("ceterms:Certificate", property("ceterms:ownedBy")));
    EXPECT_TRUE(has_property("ceterms:BachelorOfArtsDegree", property("ceterms:requires")));
    EXPECT_FALSE(has_property("ceterms:CredentialOrganization", property("ceterms:ownedBy")));
    EXPECT_FALSE(has_property("ceterms:Certificate", property("ceterms:agentType")));
    EXPECT_FALSE(has_property("ceasn:Competency", property("ceterms:framework")));
    EXPECT_TRUE(has_property("ceasn:CriterionLevel", property("ceterms:ctid")));
    EXPECT_TRUE(has_property("ceterms:Place", property("ceterms:temporalCoverage")))
        << "it names no domain";
    EXPECT_TRUE(has_property("ceterms:Nothing", property("ceterms:temporalCoverage")));
    EXPECT_FALSE(has_property("ceterms:Nothing", property("ceterms:name")));
}

TEST(Vocabulary, knows_which_classes_are_a_propertys_value) {
    EXPECT_TRUE(takes_class(property("ceterms:ownedBy"), "ceterms:QACredentialOrganization"));
    EXPECT_FALSE(takes_class(property("ceterms:ownedBy"), "ceterms:Certificate"));
    EXPECT_TRUE(takes_class(property("ceterms:address"), "ceterms:Place"));
    EXPECT_FALSE(takes_class(property("ceterms:address"), "ceterms:ContactPoint"));
    EXPECT_TRUE(takes_class(property("ceterms:hasMember"), "ceterms:License"))
        << "rdfs:Resource excludes nothing";
    EXPECT_TRUE(takes_class(property("owl:sameAs"), "ceterms:Place"));
    EXPECT_TRUE(property("ceterms:isSimilarTo").ranges.empty());
    EXPECT_TRUE(takes_class(property("ceterms:isSimilarTo"), "ceasn:Competency"));
    EXPECT_TRUE(takes_class(property("ceterms:targetNode"), "ceasn:Competency"))
        << "the address of anything";
    EXPECT_FALSE(takes_class(property("ceterms:subjectWebpage"), "ceterms:Place"));
    EXPECT_FALSE(takes_class(property("ceterms:ownedBy"), "ceterms:Nothing"));
}

TEST(Vocabulary, takes_a_version_of_the_class_that_it_is_a_version_of) {
    for (const std::string_view name :
         {"ceterms:latestVersion", "ceterms:nextVersion", "ceterms:previousVersion"}) {
        for (const std::string_view forgotten :
             {"ceasn:Competency", "ceasn:CompetencyFramework", "ceasn:Rubric", "ceterms:Collection",
              "ceterms:Pathway", "ceterms:TransferValueProfile"}) {
            EXPECT_TRUE(takes_class(property(name), forgotten)) << name << " " << forgotten;
        }
        EXPECT_FALSE(takes_class(property(name), "ceterms:Place")) << name;
    }
}

TEST(Vocabulary, takes_a_concept_and_an_alignment_alike) {
    for (const std::string_view name :
         {"ceterms:creditUnitType", "ceterms:agentType", "ceterms:financialAssistanceType",
          "ceasn:educationLevelType", "ceterms:teaches"}) {
        EXPECT_TRUE(takes_class(property(name), "skos:Concept")) << name;
        EXPECT_TRUE(takes_class(property(name), "ceterms:CredentialAlignmentObject")) << name;
        EXPECT_TRUE(takes_class(property(name), "ceterms:FinancialAlignmentObject")) << name;
        EXPECT_FALSE(takes_class(property(name), "ceterms:Place")) << name;
    }
}

TEST(Vocabulary, finds_schemes_and_the_concepts_in_them) {
    const auto* types = find_scheme("ceterms:OrganizationType");
    ASSERT_NE(types, nullptr);
    EXPECT_EQ(types->concepts.size(), 27U);
    EXPECT_EQ(find_scheme("organizationtype"), types);
    EXPECT_EQ(find_scheme("orgType"), types);
    EXPECT_EQ(find_scheme("https://credreg.net/ctdl/terms/OrganizationType"), types);
    EXPECT_EQ(find_scheme("ceterms:Nothing"), nullptr);
    EXPECT_THAT(property("ceterms:agentType").schemes, ElementsAre("ceterms:OrganizationType"));
    EXPECT_TRUE(property("ceterms:industryType").schemes.empty()) << "no concepts of it are here";

    for (const std::string_view written :
         {"orgType:FourYear", "FourYear", "fouryear", "ORGTYPE:fouryear", "Four-Year College",
          "four-year  college", "https://purl.org/ctdl/vocabs/orgType/FourYear",
          "http://credreg.net/ctdl/vocabs/orgType/FourYear"}) {
        const auto* found = find_concept("ceterms:OrganizationType", written);
        ASSERT_NE(found, nullptr) << written;
        EXPECT_EQ(found->name, "orgType:FourYear");
        EXPECT_EQ(found->scheme, "ceterms:OrganizationType");
    }
    EXPECT_EQ(find_concept("", "orgType:FourYear")->broader, "orgType:Postsecondary");
    EXPECT_EQ(find_concept("", "http://purl.org/ctdlasn/vocabs/publicationStatus/Published")->name,
              "publicationStatus:Published");
    for (const std::string_view none : {"", "orgType:FiveYear", "agentSector:Public", "Public",
                                        "https://example.org/orgType/FourYear"}) {
        EXPECT_EQ(find_concept("ceterms:OrganizationType", none), nullptr) << none;
    }
    EXPECT_EQ(find_concept("", "FourYear"), nullptr) << "several schemes may have the name";
    EXPECT_EQ(find_concept("ceterms:Nothing", "FourYear"), nullptr);
}

TEST(Vocabulary, has_every_concept_in_its_scheme) {
    std::set<std::string_view> names;
    for (const auto& scheme : schemes()) {
        EXPECT_EQ(find_scheme(scheme.name), &scheme);
        EXPECT_FALSE(scheme.concepts.empty()) << scheme.name;
        for (const auto& entry : scheme.concepts) {
            EXPECT_TRUE(names.insert(entry.name).second) << entry.name;
            EXPECT_EQ(find_concept("", entry.name), &entry);
            EXPECT_EQ(find_concept(scheme.name, entry.label), &entry) << entry.label;
            if (entry.broader.empty()) continue;
            EXPECT_NE(find_concept(scheme.name, entry.broader), nullptr) << entry.broader;
        }
    }
    EXPECT_GT(names.size(), 400U);
}

template <class Ours>
void expect_the_same(const Ours& ours, std::string_view scheme) {
    const auto* theirs = find_scheme(scheme);
    ASSERT_NE(theirs, nullptr);
    EXPECT_EQ(ours.names.size(), theirs->concepts.size());
    for (const auto name : ours.names) {
        EXPECT_NE(find_concept(scheme, std::string(ours.prefix) + ":" + std::string(name)), nullptr)
            << name;
    }
}

TEST(Vocabulary, has_the_types_and_sectors_that_organizations_are_recorded_with) {
    expect_the_same(organization_types, "ceterms:OrganizationType");
    expect_the_same(sectors, "ceterms:AgentSector");
}

TEST(Vocabulary, writes_addresses_short_and_names_long) {
    EXPECT_EQ(compact("https://purl.org/ctdl/terms/name"), "ceterms:name");
    EXPECT_EQ(compact("http://credreg.net/ctdl/vocabs/audLevel/BachelorsDegreeLevel"),
              "audLevel:BachelorsDegreeLevel");
    EXPECT_EQ(compact("http://www.w3.org/2004/02/skos/core#prefLabel"), "skos:prefLabel");
    for (const std::string_view kept :
         {"", "ceterms:name", "name", "https://example.org/terms/name", "https://purl.org/",
          "https://purl.org/ctdl/terms/", "https://purl.org/ctdl/terms/name/more", "://",
          "urn:uuid:00000000-0000-4000-8000-000000000000"}) {
        EXPECT_EQ(compact(kept), kept);
    }
    const auto long_address = "https://purl.org/ctdl/terms/" + std::string(10'000, 'a');
    EXPECT_EQ(compact(long_address), long_address);

    EXPECT_EQ(expand("ceterms:name"), "https://purl.org/ctdl/terms/name");
    EXPECT_EQ(expand("qdata:median"), "https://credreg.net/qdata/terms/median");
    EXPECT_EQ(expand("publicationStatus:Published"),
              "http://purl.org/ctdlasn/vocabs/publicationStatus/Published");
    for (const std::string_view none : {"", "name", "unknown:name", "https://purl.org/a", ":"}) {
        EXPECT_EQ(expand(none), std::nullopt) << none;
    }
}

TEST(Vocabulary, names_the_context_of_a_class_and_what_it_knows) {
    EXPECT_EQ(context_of("ceterms:Certificate"), ctdl_context);
    EXPECT_EQ(context_of("qdata:DataSetProfile"), ctdl_context);
    EXPECT_EQ(context_of("ceasn:CompetencyFramework"), ctdl_asn_context);
    EXPECT_EQ(context_of("skos:ConceptScheme"), ctdl_asn_context);
    EXPECT_TRUE(knows(ctdl_context, "orgType:FourYear"));
    EXPECT_FALSE(knows(ctdl_asn_context, "orgType:FourYear"));
    EXPECT_FALSE(knows(ctdl_context, "publicationStatus:Published"));
    EXPECT_TRUE(knows(ctdl_asn_context, "publicationStatus:Published"));
    EXPECT_TRUE(knows(ctdl_asn_context, "ceterms:name"));
    EXPECT_FALSE(knows(ctdl_context, "https://example.org"));
}

}  // namespace
}  // namespace cartulary::ctdl
