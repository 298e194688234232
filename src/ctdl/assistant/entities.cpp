#include "ctdl/assistant/entities.h"

#include <algorithm>
#include <string>
#include <unordered_map>

#include "base/text.h"
#include "ctdl/assistant.h"
#include "ctdl/vocabulary.h"

namespace cartulary::ctdl::assistant {

namespace {

constexpr Companion companion_table[] = {
    {"ceasn:CompetencyFramework", "Competencies", "Competency", "", "ceasn:isPartOf"},
    {"skos:ConceptScheme", "Concepts", "Concept", "", "skos:inScheme"},
    {"asn:ProgressionModel", "ProgressionLevels", "ProgressionLevel", "",
     "ceasn:inProgressionModel"},
    {"ceterms:Pathway", "PathwayComponents", "PathwayComponent", "", "ceterms:isPartOf"},
    {"ceterms:Collection", "CollectionMembers", "CollectionMember", "ceterms:hasMember", ""},
    {"ceterms:Collection", "CompetencyMembers", "Competency", "ceterms:hasMember",
     "ceterms:isMemberOf"},
    {"ceterms:Collection", "ReferenceMembers", "", "ceterms:hasMember", ""},
    {"ceasn:Rubric", "RubricCriterion", "RubricCriterion", "ceasn:hasRubricCriterion", ""},
    {"ceasn:Rubric", "RubricLevel", "RubricLevel", "ceasn:hasRubricLevel", ""},
    {"ceasn:Rubric", "CriterionLevel", "CriterionLevel", "", ""},
};

constexpr std::string_view request_members[] = {
    "DefaultLanguage",
    "PublishForOrganizationIdentifier",
    "PublishByOrganizationIdentifier",
    "OwningOrganizationIdentifier",
    "ResourcePublishType",
    "RegistryEnvelopeId",
    "Registry",
    "Community",
    "APIKey",
    "CTID",
    "IsPrimarySourceRecord",
    "HasLanguageMaps",
    "AutomaticallySyncPrivateRequestToPublicRegistry",
    "ExcludingPayloadInResponse",
    "ReferenceObjects",
    "GenerateHasTopChild",
    "GenerateHasTopChildFromIsTopChild",
    "GenerateIsTopChild",
    "GenerateInScheme",
    "GenerateIsHasParts",
};

// What clients call otherwise than CTDL does, and whose request has another name than its class.
struct Family {
    std::string_view class_name;
    std::string_view member;  // of a request: "Credential"
    std::string_view route;   // "credential"; empty: by the class's own name
};

constexpr Family families[] = {
    {"ceterms:Credential", "Credential", "credential"},
    {"ceterms:Organization", "Organization", "organization"},
    {"ceterms:AssessmentProfile", "Assessment", "assessment"},
    {"ceterms:LearningOpportunityProfile", "LearningOpportunity", "learningopportunity"},
    {"ceterms:TransferValueProfile", "TransferValueProfile", "transfervalue"},
    {"ceterms:PathwayComponent", "PathwayComponent", ""},
    {"ceterms:CredentialingAction", "CredentialingAction", ""},
};

using Entities = std::unordered_map<std::string, Entity>;

const Entities& entities() {
    static const auto made = [] {
        Entities all;
        for (const auto& each : families) {
            if (!each.route.empty()) all[std::string(each.route)] = {each.member, each.class_name};
        }
        for (const auto& each : classes()) {
            if (!is_top_level(each.name)) continue;
            const auto local = each.name.substr(each.name.find(':') + 1);
            Entity entity{local, each.name};
            for (const auto& family : families) {
                if (is_a(each.name, family.class_name)) entity.name = family.member;
            }
            all.emplace(text::lower_ascii(local), entity);
        }
        return all;
    }();
    return made;
}

}  // namespace

const Entity* find_entity(std::string_view name) {
    const auto found = entities().find(text::lower_ascii(name));
    return found == entities().end() ? nullptr : &found->second;
}

std::span<const Companion> companions() {
    return companion_table;
}

bool is_of_request(std::string_view member) {
    return std::any_of(
        std::begin(request_members), std::end(request_members),
        [&](std::string_view known) { return text::equal_ignoring_ascii_case(known, member); });
}

}  // namespace cartulary::ctdl::assistant
