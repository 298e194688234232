#include "ctdl/schema_org_terms.h"

#include <algorithm>
#include <array>

#include "ctdl/vocabulary.h"

namespace cartulary::ctdl::schema_org {

namespace {

constexpr auto everything = std::to_array<Row>({
    {"ceterms:name", "name", Form::text},
    {"ceasn:name", "name", Form::text},
    {"skos:prefLabel", "name", Form::text},
    {"ceasn:competencyLabel", "name", Form::text},
    {"ceasn:competencyText", "name", Form::text},
    {"ceterms:alternateName", "alternateName", Form::text},
    {"skos:altLabel", "alternateName", Form::text},
    {"ceterms:description", "description", Form::text},
    {"ceasn:description", "description", Form::text},
    {"skos:definition", "description", Form::text},
    {"ceasn:competencyText", "description", Form::text},
    {"ceterms:subjectWebpage", "url", Form::address},
    {"ceterms:sameAs", "sameAs", Form::address},
    {"ceterms:identifier", "sameAs", Form::profile},
    {"ceterms:image", "image", Form::address},
    {"ceterms:identifier", "identifier", Form::identifier},
});

constexpr auto organization = std::to_array<Row>({
    {"ceterms:legalName", "legalName", Form::text},
    {"ceterms:socialMedia", "sameAs", Form::address},
    {"ceterms:address", "address", Form::postal},
    {"ceterms:address", "location", Form::position},
    {"ceterms:foundingDate", "foundingDate", Form::plain},
    {"ceterms:keyword", "keywords", Form::text},
    {"ceterms:fein", "taxID", Form::plain},
    {"ceterms:duns", "duns", Form::plain},
    {"ceterms:leiCode", "leiCode", Form::plain},
    {"ceterms:naics", "naics", Form::plain},
    {"ceterms:isicV4", "isicV4", Form::plain},
    {"ceterms:parentOrganization", "parentOrganization", Form::organization},
    {"ceterms:subOrganization", "subOrganization", Form::organization},
    {"ceterms:department", "department", Form::organization},
});

// Of all that is a CreativeWork there.
#define WORK_ROWS                                                        \
    {"ceterms:offeredBy", "provider", Form::organization},               \
        {"ceterms:ownedBy", "provider", Form::organization},             \
        {"ceterms:inLanguage", "inLanguage", Form::plain},               \
        {"ceasn:inLanguage", "inLanguage", Form::plain},                 \
        {"ceterms:keyword", "keywords", Form::text},                     \
        {"ceasn:conceptKeyword", "keywords", Form::text},                \
        {"ceterms:subject", "about", Form::term},                        \
        {"ceterms:estimatedDuration", "timeRequired", Form::duration},   \
        {"ceterms:estimatedCost", "offers", Form::offer},                \
        {"ceterms:expirationDate", "expires", Form::plain}, {            \
        "ceterms:copyrightHolder", "copyrightHolder", Form::organization \
    }

#define LEARNING_ROWS                                              \
    {"ceterms:audienceLevelType", "educationalLevel", Form::term}, \
        {"ceterms:teaches", "teaches", Form::competency}, {        \
        "ceterms:assesses", "assesses", Form::competency           \
    }

constexpr auto work = std::to_array<Row>({WORK_ROWS});

constexpr auto credential = std::to_array<Row>({
    {"@type", "credentialCategory", Form::label},
    {"ceterms:accreditedBy", "recognizedBy", Form::organization},
    {"ceterms:approvedBy", "recognizedBy", Form::organization},
    {"ceterms:recognizedBy", "recognizedBy", Form::organization},
    {"ceterms:audienceLevelType", "educationalLevel", Form::term},
    {"ceterms:requires.ceterms:targetCompetency", "competencyRequired", Form::competency},
    WORK_ROWS,
});

constexpr auto course = std::to_array<Row>({
    {"ceterms:codedNotation", "courseCode", Form::plain},
    {"ceterms:creditValue", "numberOfCredits", Form::credits},
    {"ceterms:targetCredential", "educationalCredentialAwarded", Form::credential},
    LEARNING_ROWS,
    WORK_ROWS,
});

constexpr auto program = std::to_array<Row>({
    {"ceterms:offeredBy", "provider", Form::organization},
    {"ceterms:ownedBy", "provider", Form::organization},
    {"ceterms:estimatedDuration", "timeToComplete", Form::duration},
    {"ceterms:estimatedCost", "offers", Form::offer},
    {"ceterms:occupationType", "occupationalCategory", Form::category},
    {"ceterms:deliveryType", "educationalProgramMode", Form::label},
    {"ceterms:creditValue", "numberOfCredits", Form::credits},
    {"ceterms:targetCredential", "educationalCredentialAwarded", Form::credential},
});

constexpr auto resource = std::to_array<Row>({
    {"@type", "learningResourceType", Form::label},
    LEARNING_ROWS,
    WORK_ROWS,
});

constexpr auto occupation = std::to_array<Row>({
    {"ceterms:occupationType", "occupationalCategory", Form::category},
});

constexpr auto service = std::to_array<Row>({
    {"ceterms:offeredBy", "provider", Form::organization},
    {"ceterms:ownedBy", "provider", Form::organization},
    {"ceterms:estimatedCost", "offers", Form::offer},
});

constexpr auto terms = std::to_array<Row>({
    {"ceasn:publisher", "publisher", Form::organization},
    {"ceasn:creator", "creator", Form::organization},
    {"ceasn:dateCreated", "dateCreated", Form::plain},
    {"ceasn:dateModified", "dateModified", Form::plain},
    {"ceasn:license", "license", Form::address},
    {"ceasn:hasTopChild", "hasDefinedTerm", Form::competency},
    {"skos:hasTopConcept", "hasDefinedTerm", Form::competency},
    WORK_ROWS,
});

constexpr auto term = std::to_array<Row>({
    {"ceasn:codedNotation", "termCode", Form::plain},
    {"skos:notation", "termCode", Form::plain},
    {"ceasn:isPartOf", "inDefinedTermSet", Form::address},
    {"skos:inScheme", "inDefinedTermSet", Form::address},
});

struct Kind {
    std::string_view name;  // of CTDL
    Type type;
};

// By what an organization says that it is; the more specific ones first.
constexpr auto kinds_of_organization = std::to_array<Kind>({
    {"orgType:FourYear", {"CollegeOrUniversity", organization}},
    {"orgType:TwoYear", {"CollegeOrUniversity", organization}},
    {"orgType:HighSchool", {"HighSchool", organization}},
    {"orgType:UpperSecondarySchool", {"HighSchool", organization}},
    {"orgType:LowerSecondarySchool", {"MiddleSchool", organization}},
    {"orgType:PrimarySchool", {"ElementarySchool", organization}},
    {"orgType:SecondarySchool", {"School", organization}},
    {"orgType:Magnet", {"School", organization}},
    {"orgType:Postsecondary", {"EducationalOrganization", organization}},
    {"orgType:Technical", {"EducationalOrganization", organization}},
    {"orgType:PrimarilyOnline", {"EducationalOrganization", organization}},
    {"orgType:NonTraditional", {"EducationalOrganization", organization}},
    {"orgType:TrainingProvider", {"EducationalOrganization", organization}},
    {"orgType:LaborUnion", {"WorkersUnion", organization}},
    {"orgType:Government", {"GovernmentOrganization", organization}},
});

// By class; the classes below these are the same. A framework is a collection too.
constexpr auto kinds = std::to_array<Kind>({
    {"ceterms:LearningProgram", {"EducationalOccupationalProgram", program}},
    {"ceterms:LearningOpportunityProfile", {"Course", course}},
    {"ceterms:AssessmentProfile", {"LearningResource", resource}},
    {"ceterms:LearningResource", {"LearningResource", resource}},
    {"ceterms:Occupation", {"Occupation", occupation}},
    {"ceterms:Job", {"Occupation", occupation}},
    {"ceterms:WorkRole", {"Occupation", occupation}},
    {"ceterms:SupportService", {"Service", service}},
    {"ceasn:CompetencyFramework", {"DefinedTermSet", terms}},
    {"skos:ConceptScheme", {"DefinedTermSet", terms}},
    {"asn:ProgressionModel", {"DefinedTermSet", terms}},
    {"ceterms:Collection", {"Collection", work}},
    {"ceterms:Pathway", {"CreativeWork", work}},
    {"ceterms:TransferValueProfile", {"CreativeWork", work}},
    {"ceterms:ConditionManifest", {"CreativeWork", work}},
    {"ceterms:CostManifest", {"CreativeWork", work}},
    {"ceasn:Rubric", {"CreativeWork", work}},
    {"ceasn:Competency", {"DefinedTerm", term}},
    {"skos:Concept", {"DefinedTerm", term}},
    {"asn:ProgressionLevel", {"DefinedTerm", term}},
});

bool has_value(const json::Value& node, std::string_view property, std::string_view wanted) {
    const auto* value = node.find(property);
    if (!value) return false;
    const auto is_wanted = [&](const json::Value& each) {
        const auto* text = each.string();
        return text && *text == wanted;
    };
    const auto* several = value->array();
    return several ? std::ranges::any_of(*several, is_wanted) : is_wanted(*value);
}

std::string_view class_of(const json::Value& node) {
    const auto* value = node.find("@type");
    if (value && value->array() && !value->array()->empty()) value = &value->array()->front();
    const auto* text = value ? value->string() : nullptr;
    return text ? std::string_view(*text) : std::string_view();
}

}  // namespace

std::span<const Row> rows_of_all() {
    return everything;
}

Type type_of(const json::Value& node) {
    const auto name = class_of(node);
    if (is_organization(name)) {
        for (const auto& [kind, type] : kinds_of_organization) {
            if (has_value(node, "ceterms:agentType", kind)) return type;
        }
        return {"Organization", organization};
    }
    if (is_credential(name)) return {"EducationalOccupationalCredential", credential};
    for (const auto& [kind, type] : kinds) {
        if (name == kind || is_a(name, kind)) return type;
    }
    return {"Thing", {}};
}

}  // namespace cartulary::ctdl::schema_org
