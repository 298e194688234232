#include <gtest/gtest.h>

#include "ctdl/templates/templates_for_test.h"

namespace cartulary::ctdl::templates {

TEST(DocumentOf, an_organization_shows_nothing_of_its_contacts) {
    auto entry = with(least_organization(), {{"PrimaryPhoneNumber", {"(207) 555-0100"}},
                                             {"PrimaryPhoneExtension", {"12"}},
                                             {"SecondaryPhoneNumber", {"(207) 555-0101"}},
                                             {"Address1", {"1 Quay Street"}},
                                             {"City", {"Portland"}},
                                             {"Country", {"United States"}},
                                             {"UEI", {"A1B2C3D4E5F6"}},
                                             {"FEIN", {"23-7455576"}},
                                             {"ProfileName", {"harbor"}},
                                             {"PublishingRoles", {"CredentialOrganization"}}});
    entry.groups["Contact"] = {
        {{"Contact.Email", {"secret@harbor.example"}}, {"Contact.FirstName", {"Given"}}}};
    entry.groups["PublishingEstimate"] = {{{"PublishingEstimate.EntityType", {"Certificate"}}}};
    const auto reading = reading_of(Kind::organizations, entry);
    ASSERT_TRUE(reading.document) << told(reading.problems);
    EXPECT_EQ(reading.document->type(), "ceterms:CredentialOrganization");
    EXPECT_EQ(stated_in(reading, "ceterms:fein"), "\"23-7455576\"");
    EXPECT_EQ(stated_in(reading, "ceterms:address"),
              R"([{"@type":"ceterms:Place","ceterms:streetAddress":{"en-US":"1 Quay Street"},)"
              R"("ceterms:addressLocality":{"en-US":"Portland"},)"
              R"("ceterms:addressCountry":{"en-US":"United States"},)"
              R"("ceterms:targetContactPoint":[{"@type":"ceterms:ContactPoint",)"
              R"("ceterms:telephone":["(207) 555-0100 x12","(207) 555-0101"]}]}])");
    const auto text = reading.document->text();
    for (const auto* secret : {"secret@", "Given", "BulkUpload", "Certificate\""}) {
        EXPECT_EQ(text.find(secret), std::string::npos) << secret;
    }
}

TEST(DocumentOf, judges_also_what_an_organization_does_not_publish) {
    auto entry = with(least_organization(), {{"PrimaryPhoneNumber", {"none"}},
                                             {"PrimaryPhoneExtension", {"x"}},
                                             {"FEIN", {"1"}},
                                             {"UEI", {"2"}},
                                             {"PublishingRoles", {"ThirdParty"}}});
    entry.groups["Contact"] = {{{"Contact.Email", {"nobody"}}}};
    entry.groups["PublishingEstimate"] = {{{"PublishingEstimate.EntityType", {"Dragon"}},
                                           {"PublishingEstimate.EstimatedCount", {"many"}}}};
    std::vector<std::string> paths;
    for (const auto& problem : reading_of(Kind::organizations, entry).problems) {
        paths.push_back(problem.path);
    }
    const std::vector<std::string> expected{"FEIN",
                                            "PrimaryPhoneNumber",
                                            "PublishingRoles[0]",
                                            "UEI",
                                            "Contact[0].Email",
                                            "PublishingEstimate[0].EntityType",
                                            "PublishingEstimate[0].EstimatedCount",
                                            "PrimaryPhoneExtension"};
    EXPECT_EQ(paths, expected);
}

TEST(DocumentOf, an_organization_that_assures_quality_is_of_that_class) {
    const auto reading = reading_of(
        Kind::organizations, with(least_organization(), {{"AgentType", {"Accreditation Body"}}}));
    ASSERT_TRUE(reading.document) << told(reading.problems);
    EXPECT_EQ(reading.document->type(), "ceterms:QACredentialOrganization");
}

TEST(DocumentOf, a_location_has_problems_and_no_document) {
    const Entry entry{{{"Name", {"Quay"}}, {"Latitude", {"north"}}}, {}};
    const auto reading = reading_of(Kind::locations, entry);
    EXPECT_FALSE(reading.document);
    EXPECT_EQ(told(reading.problems),
              "error City is required\n"
              "error Country is required\n"
              "error Latitude must be a number");
}

}  // namespace cartulary::ctdl::templates
