#include "domain/vocabulary.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>

#include "base/text.h"
#include "domain/organization_type.h"
#include "domain/publishing.h"

namespace cartulary {
namespace {

// What is true of every vocabulary; the tests below tie names to enumerators.
template <class Term, std::size_t count>
void expect_consistent(const Vocabulary<Term, count>& vocabulary) {
    for (std::size_t i = 0; i < count; ++i) {
        const auto term = static_cast<Term>(i);
        const std::string name(vocabulary.name_of(term));
        ASSERT_FALSE(name.empty()) << i;
        const std::string prefix(vocabulary.prefix);
        for (const auto& written :
             {name, text::lower_ascii(name), prefix + ":" + name, vocabulary.curie_of(term),
              text::lower_ascii(prefix) + ":" + name, " " + name + "\n",
              "https://purl.org/ctdl/vocabs/" + prefix + "/" + name,
              "HTTP://credreg.net/ctdl/terms#" + name}) {
            EXPECT_EQ(vocabulary.find(written), term) << written;
        }
        EXPECT_NE(vocabulary.list().find(name), std::string::npos);
    }
    for (const std::string_view refused : {"", ":", "Fouryea", "other:Public", "https://",
                                           "https://example.org/", "Public School"}) {
        EXPECT_EQ(vocabulary.find(refused), std::nullopt) << refused;
    }
}

TEST(Vocabulary, finds_every_term_in_every_spelling) {
    expect_consistent(organization_types);
    expect_consistent(sectors);
    expect_consistent(publishing_roles);
    expect_consistent(publishing_methods);
    expect_consistent(consuming_methods);
}

TEST(Vocabulary, lists_its_names_for_a_message) {
    EXPECT_EQ(sectors.list(), "Public, PrivateNonProfit or PrivateForProfit");
}

TEST(Vocabulary, does_not_take_the_prefix_of_another) {
    EXPECT_EQ(organization_types.find("agentSector:FourYear"), std::nullopt);
    EXPECT_EQ(sectors.find("orgType:Public"), std::nullopt);
}

TEST(OrganizationType, has_the_names_of_its_enumerators) {
    // Both lists are in the order of the alphabet, so a few of them tie all.
    EXPECT_TRUE(std::is_sorted(organization_types.names.begin(), organization_types.names.end()));
    EXPECT_EQ(organization_types.name_of(OrganizationType::accreditation_body),
              "AccreditationBody");
    EXPECT_EQ(organization_types.name_of(OrganizationType::four_year), "FourYear");
    EXPECT_EQ(organization_types.name_of(OrganizationType::magnet), "Magnet");
    EXPECT_EQ(organization_types.name_of(OrganizationType::primary_school), "PrimarySchool");
    EXPECT_EQ(organization_types.name_of(OrganizationType::training_provider), "TrainingProvider");
    EXPECT_EQ(organization_types.name_of(OrganizationType::vendor), "Vendor");
    EXPECT_EQ(organization_types.find("certificationBody"), OrganizationType::certification_body);
}

TEST(Sector, has_the_names_of_ctdl) {
    EXPECT_EQ(sectors.curie_of(Sector::public_), "agentSector:Public");
    EXPECT_EQ(sectors.curie_of(Sector::private_non_profit), "agentSector:PrivateNonProfit");
    EXPECT_EQ(sectors.curie_of(Sector::private_for_profit), "agentSector:PrivateForProfit");
}

TEST(Publishing, has_the_names_of_the_accounts_system) {
    EXPECT_EQ(publishing_roles.find("publishRole:CredentialOrganization"),
              PublishingRole::credential_organization);
    EXPECT_EQ(publishing_roles.find("QACredentialOrganization"),
              PublishingRole::qa_credential_organization);
    EXPECT_EQ(publishing_roles.find("competencyframeworkorganization"),
              PublishingRole::competency_framework_organization);
    EXPECT_EQ(publishing_roles.find("thirdparty"), PublishingRole::third_party);
    EXPECT_EQ(publishing_methods.find("publishMethod:RegistryAssistant"),
              PublishingMethod::registry_assistant);
    EXPECT_EQ(publishing_methods.find("ManualEntry"), PublishingMethod::manual_entry);
    EXPECT_EQ(consuming_methods.find("SearchApi"), ConsumingMethod::search_api);
}

}  // namespace
}  // namespace cartulary
