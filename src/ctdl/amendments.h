#pragma once

#include <string_view>

// What the schemas get wrong or leave unsaid, and published documents rely on.
namespace cartulary::ctdl::amendments {

struct Pair {
    std::string_view first;
    std::string_view second;
};

// Names in domains and ranges that are no term, and what is meant.
inline constexpr Pair slips[] = {
    {"ceasn:CrtiterionLevel", "ceasn:CriterionLevel"},
    {"ceasn:Task", "ceterms:Task"},
    {"ceterms:TransferValueAgreement", "ceterms:TransferAgreement"},
};

// Classes whose parent is not told: where the parent is meant, so are they.
inline constexpr Pair parents[] = {
    {"ceterms:AssessmentProfile", "ceterms:Assessment"},
    {"ceterms:CollectionComponent", "ceterms:PathwayComponent"},
    {"ceterms:FinancialAlignmentObject", "ceterms:CredentialAlignmentObject"},
    {"ceterms:LearningOpportunityProfile", "ceterms:LearningOpportunity"},
    {"ceterms:MultiComponent", "ceterms:PathwayComponent"},
};

// Properties that say the same from either end.
inline constexpr Pair inverses[] = {
    {"ceasn:hasTopChild", "ceasn:isTopChildOf"},
    {"ceterms:accredits", "ceterms:accreditedBy"},
    {"ceterms:advancedStandingFrom", "ceterms:isAdvancedStandingFor"},
    {"ceterms:approves", "ceterms:approvedBy"},
    {"ceterms:hasMember", "ceterms:isMemberOf"},
    {"ceterms:nextVersion", "ceterms:previousVersion"},
    {"ceterms:offers", "ceterms:offeredBy"},
    {"ceterms:owns", "ceterms:ownedBy"},
    {"ceterms:parentOrganization", "ceterms:subOrganization"},
    {"ceterms:preparationFrom", "ceterms:isPreparationFor"},
    {"ceterms:recognizes", "ceterms:recognizedBy"},
    {"ceterms:regulates", "ceterms:regulatedBy"},
    {"ceterms:renews", "ceterms:renewedBy"},
    {"ceterms:revokes", "ceterms:revokedBy"},
    {"qdata:relevantDataSet", "qdata:relevantDataSetFor"},
    {"skos:broader", "skos:narrower"},
    {"skos:hasTopConcept", "skos:topConceptOf"},
};

// What has a version may be one: the ranges forget some classes of the domains.
inline constexpr std::string_view of_versions[] = {
    "ceterms:latestVersion",
    "ceterms:nextVersion",
    "ceterms:previousVersion",
};

// Counts that the contexts declare as references, where no range says what they are.
inline constexpr std::string_view counts[] = {
    "qdata:sizeOfData",
    "qdata:sizeOfNoData",
    "qdata:sizeOfPopulation",
};

}  // namespace cartulary::ctdl::amendments
