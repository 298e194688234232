#include "ctdl/assistant/exceptions.h"

#include <unordered_map>

#include "base/text.h"

namespace cartulary::ctdl::assistant {

namespace {

constexpr Exception table[] = {
    {"", "ONET_Codes", "ceterms:occupationType", Meaning::codes},
    {"", "SOC_Codes", "ceterms:occupationType", Meaning::codes},
    {"", "NaicsList", "ceterms:industryType", Meaning::codes},
    {"", "CIP_Codes", "ceterms:instructionalProgramType", Meaning::codes},
    {"", "AlternativeOccupationType", "ceterms:occupationType"},
    {"", "AlternativeIndustryType", "ceterms:industryType"},
    {"", "AlternativeInstructionalProgramType", "ceterms:instructionalProgramType"},
    {"", "AssessesCompetencyFramework", "ceterms:assesses", Meaning::framework},
    {"", "TeachesCompetencyFramework", "ceterms:teaches", Meaning::framework},
    {"", "OwnedByList", "ceterms:ownedBy"},
    {"", "PublisherList", "ceasn:publisher"},
    {"", "ProcessingAgents", "ceterms:processingAgent"},
    {"", "RelevantDataSetList", "qdata:relevantDataSet"},
    {"", "JobsObtainedList", "ceterms:jobsObtained"},
    {"", "AdditionalClassification", "ceterms:classification"},
    {"", "JurisdictionAssertions", "", Meaning::assertions},
    {"", "HasValue", "", Meaning::nothing},
    {"CollectionMember", "CollectionCTID", "", Meaning::nothing},
    {"", "IsQAOrganization", "", Meaning::nothing},
    // As older clients call them.
    {"", "EstimatedCosts", "ceterms:estimatedCost", Meaning::costs},
    {"", "AssessesCompetency", "ceterms:assesses"},
    {"", "TeachesCompetency", "ceterms:teaches"},
    {"", "RequiresCompetency", "ceterms:targetCompetency"},
    {"", "VerificationServiceProfiles", "ceterms:hasVerificationService"},
    {"ConditionManifest", "OwningOrganization", "ceterms:conditionManifestOf"},
    {"ConditionManifest", "RequiredConditions", "ceterms:requires"},
    {"ConditionManifest", "CorequisiteConditions", "ceterms:corequisite"},
    {"ConditionManifest", "RecommendedConditions", "ceterms:recommends"},
    {"ConditionManifest", "EntryConditions", "ceterms:entryCondition"},
    {"ConditionManifest", "RenewedConditions", "ceterms:renewal"},
    {"CostManifest", "OwningOrganization", "ceterms:costManifestOf"},

    {"", "EstimatedCost", "ceterms:estimatedCost", Meaning::costs},
    {"CostProfile", "CostItems", "", Meaning::nothing},
    {"Credential", "CredentialType", "", Meaning::nothing},
    {"Credential", "GovernmentCredentialType", "ceterms:credentialType", Meaning::reference},
    {"PathwayComponent", "CredentialType", "ceterms:credentialType", Meaning::class_name},
    {"ProgressionLevel", "IndicativeCredentialType", "ceterms:indicativeCredentialType",
     Meaning::class_name},
    {"EntityReference", "Version", "ceterms:versionCode"},
    {"EntityReference", "LearningDeliveryTypeDescription", "ceterms:deliveryTypeDescription"},
    {"ConceptScheme", "SkosHasTopConcept", "skos:hasTopConcept"},
    {"SkosConceptScheme", "Title", "ceasn:name"},
    {"SkosConceptScheme", "Label", "ceasn:name"},
    {"SkosConceptScheme", "Language", "ceasn:inLanguage"},
    {"AlignmentMap", "About", "schema:about"},

    {"Place", "Address1", "ceterms:streetAddress", Meaning::street},
    {"Place", "Address", "ceterms:streetAddress", Meaning::street},
    {"Place", "Address2", "", Meaning::nothing},
    {"Place", "City", "ceterms:addressLocality"},
    {"Place", "Region", "ceterms:addressRegion"},
    {"Place", "Country", "ceterms:addressCountry"},
    {"Place", "Url", "ceterms:geoURI"},
    {"Place", "ContactPoint", "ceterms:targetContactPoint"},
    {"ContactPoint", "PhoneNumbers", "ceterms:telephone"},
    {"ContactPoint", "Emails", "ceterms:email"},
    {"ContactPoint", "SocialMediaPages", "ceterms:socialMedia"},

    {"FrameworkItem", "Name", "ceterms:targetNodeName"},
    {"FrameworkItem", "Description", "ceterms:targetNodeDescription"},
    {"FrameworkItem", "Url", "ceterms:targetNode"},
    {"CredentialAlignmentObject", "Name", "ceterms:targetNodeName"},
    {"CredentialAlignmentObject", "Description", "ceterms:targetNodeDescription"},
};

constexpr CodeFramework frameworks[] = {
    {"onet_codes", "https://www.onetcenter.org/taxonomy.html",
     "Standard Occupational Classification", "##-####[.##]",
     "https://www.onetonline.org/link/summary/", ".00"},
    {"soc_codes", "https://www.onetcenter.org/taxonomy.html",
     "Standard Occupational Classification", "##-####[.##]",
     "https://www.onetonline.org/link/summary/", ".00"},
    {"naicslist", "https://www.census.gov/naics/", "North American Industry Classification System",
     "##[#][#][#][#]", "https://www.census.gov/naics/?details=", ""},
    {"cip_codes", "https://nces.ed.gov/ipeds/cipcode/", "Classification of Instructional Programs",
     "##[.##][##]", "https://nces.ed.gov/ipeds/cipcode/cipdetail.aspx?y=56&cip=", ""},
};

using ByName = std::unordered_multimap<std::string, const Exception*>;

const ByName& by_name() {
    static const auto made = [] {
        ByName names;
        for (const auto& each : table) names.emplace(text::lower_ascii(each.name), &each);
        return names;
    }();
    return made;
}

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

}  // namespace

std::span<const Exception> exceptions() {
    return table;
}

const Exception* find_exception(std::string_view input_class, const std::string& lower_name) {
    const Exception* general = nullptr;
    const auto [begin, end] = by_name().equal_range(lower_name);
    for (auto each = begin; each != end; ++each) {
        if (each->second->input_class == input_class) return each->second;
        if (each->second->input_class.empty()) general = each->second;
    }
    return general;
}

const CodeFramework* find_code_framework(const std::string& lower_name) {
    for (const auto& each : frameworks) {
        if (each.input == lower_name) return &each;
    }
    return nullptr;
}

bool fits(std::string_view code, std::string_view shape) {
    while (!shape.empty()) {
        if (shape.starts_with('[')) {
            const auto end = shape.find(']');
            const auto part = shape.substr(1, end - 1);
            shape.remove_prefix(end + 1);
            if (code.empty()) continue;
            if (!fits(code.substr(0, part.size()), part)) return false;
            code.remove_prefix(part.size());
            continue;
        }
        const bool matches =
            !code.empty() && (shape[0] == '#' ? is_digit(code[0]) : code[0] == shape[0]);
        if (!matches) return false;
        code.remove_prefix(1);
        shape.remove_prefix(1);
    }
    return code.empty();
}

}  // namespace cartulary::ctdl::assistant
