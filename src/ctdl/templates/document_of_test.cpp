#include <gtest/gtest.h>

#include "ctdl/templates/templates_for_test.h"

namespace cartulary::ctdl::templates {

namespace {

// A property of a credential that says this.
std::string credential_states(std::string_view term, Entry::Fields more) {
    return stated_in(reading_of(Kind::credentials, with(least_credential(), std::move(more))),
                     term);
}

// The problems with a credential that says this.
std::string credential_problems(Entry::Fields more) {
    return told(reading_of(Kind::credentials, with(least_credential(), std::move(more))).problems);
}

}  // namespace

TEST(DocumentOf, is_made_of_the_least_that_is_said_of_each_kind) {
    EXPECT_EQ(told(reading_of(Kind::credentials, least_credential()).problems), "");
    EXPECT_EQ(told(reading_of(Kind::assessments, least_assessment()).problems), "");
    EXPECT_EQ(told(reading_of(Kind::learning_opportunities, least_learning_opportunity()).problems),
              "");
    EXPECT_EQ(told(reading_of(Kind::organizations, least_organization()).problems), "");
}

TEST(DocumentOf, a_credential_states_what_the_form_has) {
    const auto reading = reading_of(Kind::credentials, least_credential());
    ASSERT_TRUE(reading.document) << told(reading.problems);
    EXPECT_EQ(reading.document->type(), "ceterms:Certificate");
    EXPECT_EQ(stated_in(reading, "ceterms:ctid"), '"' + test_ctid.text() + '"');
    EXPECT_EQ(stated_in(reading, "ceterms:name"), R"({"en-US":"Harbor Pilot"})");
    EXPECT_EQ(stated_in(reading, "ceterms:ownedBy"), "[\"/resources/" + test_owner.text() + "\"]");
    EXPECT_EQ(stated_in(reading, "ceterms:offeredBy"),
              "[\"/resources/" + test_owner.text() + "\"]");
    EXPECT_EQ(stated_in(reading, "ceterms:inLanguage"), R"(["en-US"])");
}

TEST(DocumentOf, tells_all_that_is_missing_at_once) {
    EXPECT_EQ(told(reading_of(Kind::credentials, {}).problems),
              "error Name is required\n"
              "error Type is required\n"
              "error Description is required\n"
              "error SubjectWebpage is required\n"
              "error CredentialStatusType is required\n"
              "error InLanguage is required");
    auto assessment = least_assessment();
    assessment.fields.erase("AvailableOnlineAt");
    EXPECT_EQ(told(reading_of(Kind::assessments, assessment).problems),
              "error AvailabilityListing is required: Availability Listing or Available At or "
              "Available Online At");
    auto organization = least_organization();
    organization.fields.erase("Email");
    organization.fields["Description"] = {"Too short."};
    EXPECT_EQ(told(reading_of(Kind::organizations, organization).problems),
              "error Description must have at least 15 characters\n"
              "error Email is required: Email or Address");
}

TEST(DocumentOf, a_learning_opportunity_without_a_language_is_told) {
    auto entry = least_learning_opportunity();
    entry.fields.erase("InLanguage");
    const auto reading = reading_of(Kind::learning_opportunities, entry);
    EXPECT_TRUE(reading.document);
    EXPECT_EQ(told(reading.problems),
              "warning InLanguage is not said, and texts are taken as en-US");
}

TEST(DocumentOf, leads_problems_back_to_the_field_and_the_value) {
    EXPECT_EQ(credential_problems({{"AudienceLevelType", {"Beginner Level", "no such level"}},
                                   {"SubjectWebpage", {"not an address"}},
                                   {"DateEffective", {"some day"}},
                                   {"InLanguage", {"en-US", "not a language"}},
                                   {"Type", {"Kingdom"}}})
                  .substr(0, 30),
              "error DateEffective must be a ");
    const auto reading =
        reading_of(Kind::credentials,
                   with(least_credential(), {{"AudienceLevelType", {"Beginner Level", "nothing"}},
                                             {"Type", {"Kingdom"}},
                                             {"Image", {"no picture"}}}));
    ASSERT_EQ(reading.problems.size(), 3U) << told(reading.problems);
    EXPECT_EQ(reading.problems[0].path, "Image");
    EXPECT_EQ(reading.problems[1].path, "Type");
    EXPECT_EQ(reading.problems[2].path, "AudienceLevelType[1]");
    EXPECT_FALSE(reading.document);
}

TEST(DocumentOf, leads_problems_back_to_the_row_of_a_group) {
    auto entry = with_group(
        least_credential(), "ConditionProfile",
        {{{"ConditionProfile.Type", {"Recommends"}}, {"ConditionProfile.Description", {"Swim."}}},
         {{"ConditionProfile.Type", {"Requires"}},
          {"ConditionProfile.YearsOfExperience", {"a few"}},
          {"ConditionProfile.CreditUnitType", {"Beans"}}},
         {{"ConditionProfile.Type", {"Magic"}}},
         {{"ConditionProfile.Name", {"of no type"}}}});
    entry.groups["Cost"] = {{{"Cost.TypesList", {"Tuition~1200", "Tuition~much", "Bribes~5"}}}};
    const auto reading = reading_of(Kind::credentials, entry);
    std::vector<std::string> paths;
    for (const auto& problem : reading.problems) paths.push_back(problem.path);
    const std::vector<std::string> expected{"ConditionProfile[1].YearsOfExperience",
                                            "ConditionProfile[2].Type",
                                            "ConditionProfile[3].Type",
                                            "Cost[0].TypesList[1]",
                                            "ConditionProfile[1].CreditUnitType",
                                            "Cost[0].TypesList[2]"};
    EXPECT_EQ(paths, expected) << told(reading.problems);
}

TEST(DocumentOf, puts_conditions_where_their_type_belongs) {
    const auto entry = with_group(least_credential(), "ConditionProfile",
                                  {{{"ConditionProfile.Type", {"recommends"}},
                                    {"ConditionProfile.Description", {"Swim."}},
                                    {"ConditionProfile.MinimumAge", {"18"}}},
                                   {{"ConditionProfile.ExternalIdentifier", {"c-2"}},
                                    {"ConditionProfile.Type", {"Requires"}},
                                    {"ConditionProfile.TargetLearningOpportunity", {"K-1"}},
                                    {"ConditionProfile.SubmissionOf",
                                     {"https://harbor.example/log", "Log book", "Photograph"}},
                                    {"ConditionProfile.CreditUnitType", {"Semester Hour"}},
                                    {"ConditionProfile.CreditUnitValue", {"12"}}}});
    const auto reading = reading_of(Kind::credentials, entry);
    EXPECT_EQ(stated_in(reading, "ceterms:recommends"),
              R"([{"@type":"ceterms:ConditionProfile","ceterms:description":{"en-US":"Swim."},)"
              R"("ceterms:minimumAge":18}])");
    const auto requires_that = stated_in(reading, "ceterms:requires");
    for (const auto* part :
         {R"("ceterms:targetLearningOpportunity":["/resources/ce-22222222)",
          R"("ceterms:submissionOf":["https://harbor.example/log"])",
          R"("ceterms:submissionOfDescription":{"en-US":"Log book; Photograph"})",
          R"("ceterms:creditUnitType":["creditUnit:SemesterHour"])", R"("schema:value":12)"}) {
        EXPECT_NE(requires_that.find(part), std::string::npos) << part << '\n' << requires_that;
    }
    EXPECT_EQ(requires_that.find("c-2"), std::string::npos);
}

TEST(DocumentOf, makes_a_cost_profile_of_each_type_of_costs) {
    const auto entry = with_group(least_credential(), "Cost",
                                  {{{"Cost.Name", {"All"}},
                                    {"Cost.Currency", {"USD"}},
                                    {"Cost.CostDetails", {"harbor.example/costs"}},
                                    {"Cost.TypesList", {"Tuition~$1,200.50", "Application"}}}});
    const auto costs = stated_in(reading_of(Kind::credentials, entry), "ceterms:estimatedCost");
    for (const auto* part :
         {R"("ceterms:price":1200.5)", R"("ceterms:targetNode":"costType:Tuition")",
          R"("ceterms:targetNode":"costType:Application")", R"("ceterms:currency":"USD")",
          R"("ceterms:costDetails":"https://harbor.example/costs")"}) {
        EXPECT_NE(costs.find(part), std::string::npos) << part << '\n' << costs;
    }
}

TEST(DocumentOf, understands_spans_of_time) {
    EXPECT_EQ(credential_states("ceterms:estimatedDuration",
                                {{"EstimatedDuration", {"Full time~2 years", "6-8 weeks"}}}),
              R"([{"@type":"ceterms:DurationProfile","ceterms:description":{"en-US":"Full time"},)"
              R"("ceterms:exactDuration":"P2Y"},{"@type":"ceterms:DurationProfile",)"
              R"("ceterms:minimumDuration":"P6W","ceterms:maximumDuration":"P8W"}])");
    EXPECT_EQ(credential_states("ceterms:renewalFrequency", {{"RenewalFrequency", {"3 years"}}}),
              "\"P3Y\"");
    EXPECT_EQ(credential_problems({{"RenewalFrequency", {"2-3 years"}},
                                   {"EstimatedDuration", {"long", "a~b~2 years"}}}),
              "error EstimatedDuration[0] must be a span of time such as 2 years, 6-8 weeks or "
              "P1Y6M\n"
              "error EstimatedDuration[1] must be a span of time such as 2 years, 6-8 weeks or "
              "P1Y6M\n"
              "error RenewalFrequency must be a span of time such as 2 years or P1Y6M");
}

TEST(DocumentOf, understands_days_numbers_languages_and_yes_or_no) {
    EXPECT_EQ(credential_states("ceterms:dateEffective", {{"DateEffective", {"May 31, 2026"}}}),
              "\"2026-05-31\"");
    EXPECT_EQ(credential_states("ceterms:inLanguage", {{"InLanguage", {"Spanish", "en"}}}),
              R"(["es","en"])");
    EXPECT_EQ(credential_states("ceterms:name", {{"InLanguage", {"Spanish"}}}),
              R"({"es":"Harbor Pilot"})");
    const auto assessment = [](Entry::Fields more) {
        return reading_of(Kind::assessments, with(least_assessment(), std::move(more)));
    };
    EXPECT_EQ(stated_in(assessment({{"IsProctored", {"Yes"}}}), "ceterms:isProctored"), "true");
    EXPECT_EQ(told(assessment({{"IsProctored", {"perhaps"}}}).problems),
              "error IsProctored must be yes or no");
}

TEST(DocumentOf, understands_codes_and_names_of_occupations_and_industries) {
    const auto occupations = credential_states(
        "ceterms:occupationType",
        {{"OccupationType", {"53-5021.00", "Harbor Pilots", "Divers~https://divers.example/1"}}});
    for (const auto* part : {R"("ceterms:codedNotation":"53-5021.00")",
                             R"("ceterms:targetNodeName":{"en-US":"Harbor Pilots"})",
                             R"("ceterms:targetNodeName":{"en-US":"Divers"},"ceterms:targetNode":)"
                             R"("https://divers.example/1")"}) {
        EXPECT_NE(occupations.find(part), std::string::npos) << part << '\n' << occupations;
    }
    EXPECT_NE(credential_states("ceterms:industryType", {{"IndustryType", {"488330"}}})
                  .find("https://www.census.gov/naics/?details=488330"),
              std::string::npos);
    EXPECT_NE(credential_states("ceterms:instructionalProgramType",
                                {{"InstructionalProgramType", {"49.0309"}}})
                  .find("\"ceterms:codedNotation\":\"49.0309\""),
              std::string::npos);
    EXPECT_EQ(credential_problems({{"OccupationType", {"Harbor Pilots", "53-50"}}}),
              "error OccupationType[1] must be a code of the Standard Occupational "
              "Classification, written ##-####[.##]");
}

TEST(DocumentOf, takes_a_location_into_the_document) {
    EXPECT_EQ(credential_states("ceterms:availableAt", {{"AvailableAt", {"QUAY"}}}),
              R"([{"@type":"ceterms:Place","ceterms:name":{"en-US":"Quay"},)"
              R"("ceterms:streetAddress":{"en-US":"1 Quay Street, Suite 2"},)"
              R"("ceterms:addressLocality":{"en-US":"Portland"},)"
              R"("ceterms:addressRegion":{"en-US":"Maine"},"ceterms:postalCode":"04101",)"
              R"("ceterms:addressCountry":{"en-US":"United States"},"ceterms:latitude":43.66}])");
    EXPECT_EQ(credential_problems({{"AvailableAt", {"QUAY", "MOON"}}}),
              "error AvailableAt[1] must be the external identifier or CTID of a location");
}

TEST(DocumentOf, refers_to_other_things_in_every_way) {
    const auto own = "\"/resources/" + test_owner.text() + '"';
    EXPECT_EQ(credential_states("ceterms:offeredBy", {{"OfferedBy", {"Same as Owner"}}}),
              '[' + own + ']');
    EXPECT_EQ(credential_states("ceterms:offeredBy", {{"OfferedBy",
                                                       {"CE-33333333-3333-4333-8333-333333333333",
                                                        "https://elsewhere.example/7"}}}),
              R"(["/resources/ce-33333333-3333-4333-8333-333333333333",)"
              R"("https://elsewhere.example/7"])");
    EXPECT_EQ(credential_states("ceterms:isPartOf", {{"IsPartOf", {"K-1"}}}),
              "[\"/resources/" + test_course.text() + "\"]");
    EXPECT_EQ(credential_states("ceterms:isPreparationFor", {{"IsPreparationFor", {"K-1"}}}),
              "[\"/resources/" + test_course.text() + "\"]");
    EXPECT_EQ(credential_problems({{"IsPartOf", {"K-2"}}, {"CommonCosts", {"somewhere"}}}),
              "error CommonCosts[0] must be a CTID or a web address\n"
              "error IsPartOf[0] is neither a CTID, a web address, the external identifier of "
              "something here, nor a name and a web address with ~ between");
}

TEST(DocumentOf, describes_what_is_in_no_registry) {
    const auto reading =
        reading_of(Kind::credentials,
                   with(least_credential(),
                        {{"AccreditedBy", {"Board of Waters ~ https://waters.example/~board"}},
                         {"HasPart", {"Certificate~Diver~https://waters.example/diver"}}}));
    ASSERT_TRUE(reading.document) << told(reading.problems);
    ASSERT_EQ(reading.document->nodes().size(), 3U);
    const auto accreditor = json::text_of(json::Value(reading.document->nodes()[1]));
    for (const auto* part :
         {"\"ceterms:QACredentialOrganization\"", R"({"en-US":"Board of Waters"})",
          "\"https://waters.example/~board\""}) {
        EXPECT_NE(accreditor.find(part), std::string::npos) << part << '\n' << accreditor;
    }
    EXPECT_NE(json::text_of(json::Value(reading.document->nodes()[2])).find("ceterms:Certificate"),
              std::string::npos);
    EXPECT_EQ(
        credential_problems({{"AccreditedBy", {"Board~waters"}},
                             {"HasPart",
                              {"Diver~https://waters.example", "Fish~Diver~https://waters.example",
                               "a~b~c~https://waters.example"}}}),
        "error AccreditedBy[0] must have a web address that begins with https:// behind the "
        "~\n"
        "error HasPart[0] needs what it is before the name, as in "
        "Certificate~Diver~https://waters.example/diver\n"
        "error HasPart[1] must begin with a class of CTDL such as Certificate\n"
        "error HasPart[2] must be a name and a web address with ~ between");
}

TEST(DocumentOf, works_where_nothing_can_be_looked_up) {
    auto around = test_surroundings();
    around.find_thing = nullptr;
    around.find_location = nullptr;
    const auto entry = with(least_credential(), {{"IsPartOf", {"K-1"}}, {"AvailableAt", {"QUAY"}}});
    EXPECT_EQ(document_of(template_of(Kind::credentials), entry, around).problems.size(), 2U);
}

TEST(DocumentOf, writes_numbers_that_others_gave) {
    EXPECT_EQ(credential_states("ceterms:identifier", {{"Identifier", {"State number~H-1", "77"}},
                                                       {"CodedNotation", {"HP"}}}),
              R"([{"@type":"ceterms:IdentifierValue","ceterms:identifierTypeName":)"
              R"({"en-US":"Coded Notation"},"ceterms:identifierValueCode":"HP"},)"
              R"({"@type":"ceterms:IdentifierValue","ceterms:identifierTypeName":)"
              R"({"en-US":"State number"},"ceterms:identifierValueCode":"H-1"},)"
              R"({"@type":"ceterms:IdentifierValue","ceterms:identifierValueCode":"77"}])");
    EXPECT_EQ(credential_problems({{"Identifier", {"State number~"}}}),
              "error Identifier[0] must be a number, or its name and the number with ~ between");
}

TEST(DocumentOf, a_learning_opportunity_says_what_it_teaches_and_its_credit) {
    const auto reading =
        reading_of(Kind::learning_opportunities,
                   with(least_learning_opportunity(),
                        {{"Teaches", {"Tie a bowline", "Splice~https://k.example/2"}},
                         {"CreditUnitType", {"Semester Hour"}},
                         {"CreditUnitValue", {"3"}},
                         {"CodedNotation", {"K-101"}}}));
    ASSERT_TRUE(reading.document) << told(reading.problems);
    EXPECT_EQ(reading.document->type(), "ceterms:Course");
    EXPECT_EQ(stated_in(reading, "ceterms:codedNotation"), "\"K-101\"");
    EXPECT_NE(stated_in(reading, "ceterms:creditValue").find("\"schema:value\":3"),
              std::string::npos);
    EXPECT_NE(stated_in(reading, "ceterms:teaches").find("https://k.example/2"), std::string::npos);
}

TEST(DocumentOf, tells_of_what_could_not_even_be_stored) {
    const auto reading =
        reading_of(Kind::credentials, with(least_credential(), {{"Name", {"a\x01"}}}));
    EXPECT_FALSE(reading.document);
    EXPECT_EQ(told(reading.problems), "error Name must not hold control characters");
}

TEST(DocumentOf, the_largest_entry_is_answered) {
    auto entry = least_credential();
    for (const auto& field : template_of(Kind::credentials).fields) {
        if (!field.many || !group_of(field).empty()) continue;
        entry.fields[std::string(field.name)] = std::vector<std::string>(values_max, "x~y~z");
    }
    for (const auto* group : {"ConditionProfile", "Cost"}) {
        for (std::size_t i = 0; i < group_rows_max; ++i) {
            auto& row = entry.groups[group].emplace_back();
            for (const auto& field : template_of(Kind::credentials).fields) {
                if (group_of(field) == group) {
                    row[std::string(field.name)] =
                        std::vector<std::string>(field.many ? values_max : 1, "x~y");
                }
            }
            row[std::string(group) + ".ExternalIdentifier"] = {std::to_string(i)};
        }
    }
    for (auto& row : entry.groups["ConditionProfile"]) row["ConditionProfile.Type"] = {"Requires"};
    ASSERT_EQ(told(problems_in(template_of(Kind::credentials), entry)), "");
    const auto reading = reading_of(Kind::credentials, entry);
    EXPECT_FALSE(reading.document);
    EXPECT_LE(reading.problems.size(), problems_max);
}

}  // namespace cartulary::ctdl::templates
