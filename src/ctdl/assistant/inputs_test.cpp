#include "ctdl/assistant/inputs.h"

#include <gtest/gtest.h>

#include <set>

#include "base/text.h"
#include "ctdl/assistant/mapper.h"
#include "ctdl/assistant/plan.h"

namespace cartulary::ctdl::assistant {

namespace {

// What clients' model classes declare and CTDL has nowhere for such a thing; it is left out with a
// warning.
const std::set<std::string> without_term = {
    "AggregateDataProfile.RelevantDataSet",
    "AggregateDataProfile.RelevantDataSetList",
    "Collection.RecognizedOfferers",
    "Competency.Keyword",
    "Concept.SupersededBy",
    "ConceptScheme.SupersededBy",
    "ConditionProfile.TargetCompetencyFramework",
    "Credential.EntryCondition",
    "CredentialingAction.Image",
    "DataSetDistribution.DistributionFile",
    "EarningsProfile.RelevantDataSet",
    "EarningsProfile.RelevantDataSetList",
    "EmploymentOutcomeProfile.RelevantDataSet",
    "EmploymentOutcomeProfile.RelevantDataSetList",
    "HoldersProfile.RelevantDataSet",
    "HoldersProfile.RelevantDataSetList",
    "IdentifierValue.Description",
    "LearningOpportunity.RevokedIn",
    "Pathway.HasChild",
    "PathwayComponent.CodedNotation",
    "ProgressionModel.ChangeNoteLangMap",
    "Rubric.Naics",
    "SkosConcept.Context",
    "SkosConcept.DateCreated",
    "SkosConcept.DateModified",
    "SkosConcept.InLanguage",
    "SkosConceptScheme.ChangeNote",
    "SkosConceptScheme.Context",
    "Task.AtLevel",
    "Task.OfferedBy",
    "TransferIntermediary.ProvidesTransferValueFor",
    "TransferIntermediary.ReceivesTransferValueFrom",
};

bool says_which(const std::string& name) {
    const json::Object object{{name, json::Value(std::string("x"))}};
    const auto identity = identity_of(object);
    return !identity.ctid.empty() || !identity.id.empty() || !identity.type.empty();
}

}  // namespace

TEST(Inputs, knows_every_property_of_the_clients_model_classes) {
    Plans plans;
    std::set<std::string> unknown;
    std::size_t count = 0;
    for (const auto& each : input_classes()) {
        if (each.ctdl_class.empty()) continue;
        for (const auto& property : each.properties) {
            ++count;
            if (says_which(std::string(property.name))) continue;
            if (plans.find({&each, each.ctdl_class}, property.name)) continue;
            unknown.insert(std::string(each.name) + "." + std::string(property.name));
        }
    }
    EXPECT_GT(count, 1'800U);
    EXPECT_EQ(unknown, without_term);
}

TEST(Inputs, tells_lists_and_classes_of_objects) {
    const auto* credential = find_input_class("credential");
    ASSERT_TRUE(credential);
    EXPECT_EQ(credential->ctdl_class, "ceterms:Credential");
    const auto* requires_ = credential->find("requires");
    ASSERT_TRUE(requires_);
    EXPECT_TRUE(requires_->is_list);
    EXPECT_EQ(requires_->input_class, "ConditionProfile");
    EXPECT_FALSE(credential->find("name")->is_list);
    EXPECT_FALSE(credential->find("nonsense"));
}

TEST(Inputs, finds_the_class_of_an_ancestor) {
    ASSERT_TRUE(input_class_of("ceterms:BachelorOfArtsDegree"));
    EXPECT_EQ(input_class_of("ceterms:BachelorOfArtsDegree")->name, "Credential");
    EXPECT_EQ(input_class_of("ceterms:CourseComponent")->name, "PathwayComponent");
    EXPECT_FALSE(input_class_of("ceterms:Unheard"));
}

}  // namespace cartulary::ctdl::assistant
