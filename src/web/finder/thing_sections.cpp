#include "web/finder/thing_sections.h"

#include <algorithm>
#include <array>

namespace cartulary::web {

namespace {

using Properties = std::vector<std::string_view>;

const Properties overview = {"ceterms:subjectWebpage",
                             "ceterms:offeredBy",
                             "ceterms:ownedBy",
                             "ceasn:publisher",
                             "ceasn:creator",
                             "ceterms:estimatedDuration",
                             "ceterms:creditValue",
                             "ceterms:creditUnitTypeDescription",
                             "ceterms:isNonCredit",
                             "ceterms:inLanguage",
                             "ceasn:inLanguage",
                             "ceterms:deliveryType",
                             "ceterms:deliveryTypeDescription",
                             "ceterms:learningDeliveryType",
                             "ceterms:assessmentDeliveryType",
                             "ceterms:audienceLevelType",
                             "ceterms:audienceType",
                             "ceterms:atLevel",
                             "ceasn:educationLevelType"};

const Properties requirements = {"ceterms:requires",    "ceterms:entryCondition",
                                 "ceterms:corequisite", "ceterms:coPrerequisite",
                                 "ceterms:recommends",  "ceterms:commonConditions",
                                 "ceterms:renewal",     "ceterms:renewalFrequency",
                                 "ceterms:revocation",  "ceterms:membershipCondition"};

const Properties costs = {"ceterms:estimatedCost", "ceterms:commonCosts",
                          "ceterms:financialAssistance"};

const Properties content = {"ceterms:teaches",
                            "ceterms:assesses",
                            "ceterms:learningMethodType",
                            "ceterms:learningMethodDescription",
                            "ceterms:assessmentMethodType",
                            "ceterms:assessmentMethodDescription",
                            "ceterms:assessmentUseType",
                            "ceterms:assessmentOutput",
                            "ceterms:scoringMethodType",
                            "ceterms:scoringMethodDescription",
                            "ceterms:isProctored",
                            "ceterms:degreeConcentration",
                            "ceterms:specialistSubject"};

const Properties fields = {
    "ceterms:occupationType", "ceterms:industryType", "ceterms:instructionalProgramType",
    "ceterms:naics",          "ceterms:isicV4",       "ceterms:subject",
    "ceterms:keyword",        "ceasn:localSubject",   "ceasn:conceptKeyword"};

const Properties places = {"ceterms:availableOnlineAt",
                           "ceterms:availabilityListing",
                           "ceterms:availableAt",
                           "ceterms:offeredIn",
                           "ceterms:jurisdiction",
                           "ceterms:region",
                           "ceterms:hasOffering",
                           "ceterms:offerFrequencyType",
                           "ceterms:scheduleFrequencyType",
                           "ceterms:scheduleTimingType",
                           "ceterms:inCatalog"};

const Properties quality = {"ceterms:accreditedBy",
                            "ceterms:approvedBy",
                            "ceterms:recognizedBy",
                            "ceterms:regulatedBy",
                            "ceterms:registeredBy",
                            "ceterms:renewedBy",
                            "ceterms:revokedBy",
                            "ceterms:accreditedIn",
                            "ceterms:approvedIn",
                            "ceterms:recognizedIn",
                            "ceterms:regulatedIn",
                            "ceterms:processStandards",
                            "ceterms:processStandardsDescription"};

const Properties ways = {"ceterms:preparationFrom",
                         "ceterms:isPreparationFor",
                         "ceterms:isRequiredFor",
                         "ceterms:isRecommendedFor",
                         "ceterms:advancedStandingFrom",
                         "ceterms:isAdvancedStandingFor",
                         "ceterms:targetCredential",
                         "ceterms:targetAssessment",
                         "ceterms:targetLearningOpportunity",
                         "ceterms:resultsInCredential",
                         "ceterms:isPartOf",
                         "ceterms:hasPart",
                         "ceterms:isMemberOf",
                         "ceterms:hasMember",
                         "ceterms:targetPathway",
                         "ceterms:broadAlignment",
                         "ceterms:narrowAlignment",
                         "ceterms:exactAlignment",
                         "ceterms:majorAlignment",
                         "ceterms:minorAlignment"};

const Properties identity = {
    "ceterms:alternateName",   "ceterms:identifier",    "ceterms:codedNotation",
    "ceasn:codedNotation",     "ceterms:credentialId",  "ceterms:versionIdentifier",
    "ceterms:versionCode",     "ceterms:dateEffective", "ceterms:expirationDate",
    "ceterms:previousVersion", "ceterms:nextVersion",   "ceterms:latestVersion",
    "ceterms:supersedes",      "ceterms:supersededBy",  "ceterms:sameAs",
    "ceasn:dateCreated",       "ceasn:dateModified"};

// How one side of a connection is called by the other.
struct Sides {
    std::string_view there;
    std::string_view here;
};
constexpr auto sides = std::to_array<Sides>({
    {"ceterms:accredits", "ceterms:accreditedBy"},
    {"ceterms:advancedStandingFrom", "ceterms:isAdvancedStandingFor"},
    {"ceterms:approves", "ceterms:approvedBy"},
    {"ceterms:hasMember", "ceterms:isMemberOf"},
    {"ceterms:hasPart", "ceterms:isPartOf"},
    {"ceterms:isAdvancedStandingFor", "ceterms:advancedStandingFrom"},
    {"ceterms:isMemberOf", "ceterms:hasMember"},
    {"ceterms:isPartOf", "ceterms:hasPart"},
    {"ceterms:isPreparationFor", "ceterms:preparationFrom"},
    {"ceterms:isRecommendedFor", "ceterms:recommends"},
    {"ceterms:isRequiredFor", "ceterms:requires"},
    {"ceterms:nextVersion", "ceterms:previousVersion"},
    {"ceterms:offers", "ceterms:offeredBy"},
    {"ceterms:owns", "ceterms:ownedBy"},
    {"ceterms:preparationFrom", "ceterms:isPreparationFor"},
    {"ceterms:previousVersion", "ceterms:nextVersion"},
    {"ceterms:recognizes", "ceterms:recognizedBy"},
    {"ceterms:recommends", "ceterms:isRecommendedFor"},
    {"ceterms:regulates", "ceterms:regulatedBy"},
    {"ceterms:renews", "ceterms:renewedBy"},
    {"ceterms:requires", "ceterms:isRequiredFor"},
    {"ceterms:revokes", "ceterms:revokedBy"},
    {"ceterms:supersededBy", "ceterms:supersedes"},
    {"ceterms:supersedes", "ceterms:supersededBy"},
});

}  // namespace

const std::vector<ThingSection>& thing_sections() {
    static const std::vector<ThingSection> all = {
        {nullptr, overview},
        {&CredentialTexts::section_requirements, requirements},
        {&CredentialTexts::section_costs, costs},
        {&CredentialTexts::section_content, content},
        {&CredentialTexts::section_fields, fields},
        {&CredentialTexts::section_places, places},
        {&CredentialTexts::section_quality, quality},
        {&CredentialTexts::section_ways, ways},
        {&CredentialTexts::section_identity, identity}};
    return all;
}

std::string_view seen_from_here(std::string_view way) {
    const auto first = way.substr(0, way.find('.'));
    const auto found = std::ranges::find(sides, first, &Sides::there);
    return found == sides.end() ? std::string_view() : found->here;
}

bool is_quality_assurance(std::string_view property) {
    return std::ranges::find(quality, property) != quality.end();
}

}  // namespace cartulary::web
