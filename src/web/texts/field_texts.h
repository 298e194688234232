#pragma once

#include <string_view>

// The part of the catalogue (see texts.h) that is about the fields of what people publish.
namespace cartulary::web {

// Of a field by its name, or of a group of them; see ctdl/templates/template.h. Names that several
// groups share stand here once, after the last dot.
struct FieldText {
    std::string_view name;
    std::string_view label;
    std::string_view hint = {};
};

inline constexpr FieldText english_field_texts[] = {
    // What all kinds of things have.
    {"Name", "Name"},
    {"ExternalIdentifier", "Your own identifier",
     "By which you know it, and by which a table finds it again."},
    {"Type", "Type"},
    {"Description", "Description", "What somebody should know who has never heard of it."},
    {"SubjectWebpage", "Web page"},
    {"CredentialStatusType", "Status"},
    {"LifeCycleStatusType", "Status"},
    {"InLanguage", "Languages in which it is offered"},
    {"OfferedBy", "Offered by"},
    {"AlternateName", "Other names"},
    {"CodedNotation", "Code", "As in your catalog: \"HP-101\"."},
    {"Identifier", "Other identifiers", "The kind, ~ and the value: \"State number~H-1\"."},
    {"Keyword", "Keywords"},
    {"Subject", "Subjects"},
    {"DateEffective", "Effective from"},
    {"ExpirationDate", "Effective until"},
    {"Image", "Picture", "Its web address."},
    {"AudienceLevelType", "Levels"},
    {"AudienceType", "For whom"},
    {"DegreeMajor", "Majors"},
    {"DegreeMinor", "Minors"},
    {"DegreeConcentration", "Concentrations"},
    {"VersionCode", "Version"},
    {"InCatalog", "In the catalog", "The web address of its entry."},
    {"SameAs", "The same elsewhere", "Web addresses that are about this very thing."},

    // Availability.
    {"AvailableAt", "Locations", "The name or your own identifier of locations that you entered."},
    {"AvailableOnlineAt", "Online at"},
    {"AvailabilityListing", "Lists of where and when"},
    {"DeliveryType", "How it is delivered"},
    {"LearningDeliveryType", "How it is taught"},
    {"AssessmentDeliveryType", "How it is assessed"},
    {"LearningMethodType", "Methods of teaching"},
    {"AssessmentMethodType", "Methods of assessment"},
    {"AssessmentUseType", "What it is used for"},
    {"ScoringMethodType", "How it is scored"},
    {"IsProctored", "Is it proctored?"},
    {"HasGroupEvaluation", "Is it evaluated in groups?"},
    {"HasGroupParticipation", "Do groups take part?"},

    // Requirements.
    {"ConditionProfile", "Condition", "What is required, recommended, or comes with it."},
    {"ConditionProfile.Type", "What kind of condition"},
    {"Condition", "Conditions"},
    {"SubmissionOf", "What is to be handed in"},
    {"Experience", "Experience"},
    {"YearsOfExperience", "Years of experience"},
    {"MinimumAge", "Lowest age, in years"},
    {"TargetCredential", "Credentials"},
    {"TargetAssessment", "Assessments"},
    {"TargetLearningOpportunity", "Learning opportunities"},
    {"TargetCompetency", "Competencies"},
    {"CommonConditions", "Shared conditions", "CTIDs of condition manifests."},

    // Costs.
    {"Cost", "Costs"},
    {"CostDetails", "Web page about it"},
    {"Currency", "Currency", "Its three letters: \"USD\"."},
    {"TypesList", "Amounts", "The kind, ~ and the amount: \"Tuition~1200\"."},
    {"StartDate", "From"},
    {"EndDate", "Until"},
    {"CommonCosts", "Shared costs", "CTIDs of cost manifests."},

    // Duration and credit.
    {"EstimatedDuration", "How long it takes"},
    {"RenewalFrequency", "How often it must be renewed"},
    {"CreditUnitType", "Kind of credit"},
    {"CreditUnitValue", "Amount of credit"},
    {"IsNonCredit", "Is it without credit?"},

    // Occupations, industries, competencies.
    {"OccupationType", "Occupations", "Codes of O*NET (\"53-5021.00\") or names."},
    {"IndustryType", "Industries", "Codes of NAICS (\"488330\") or names."},
    {"InstructionalProgramType", "Instructional programs", "Codes of CIP (\"49.0309\") or names."},
    {"Teaches", "Competencies that it teaches"},
    {"Assesses", "Competencies that it assesses"},

    // Who vouches for it.
    {"AccreditedBy", "Accredited by"},
    {"ApprovedBy", "Approved by"},
    {"RecognizedBy", "Recognized by"},
    {"RegulatedBy", "Regulated by"},

    // Relationships.
    {"IsPartOf", "Part of"},
    {"HasPart", "Has these parts"},
    {"IsPreparationFor", "Prepares for"},
    {"PreparationFrom", "Prepared for by"},
    {"IsRecommendedFor", "Recommended for"},
    {"IsRequiredFor", "Required for"},
    {"IsAdvancedStandingFor", "Gives advanced standing in"},
    {"AdvancedStandingFrom", "Advanced standing by"},
    {"Supersedes", "Takes the place of"},
    {"SupersededBy", "Its place is taken by"},
    {"ParentOrganization", "Belongs to"},
    {"SubOrganization", "Organizations that belong to it"},
    {"Department", "Departments"},

    // Organizations and locations.
    {"AgentType", "Kinds of organization"},
    {"AgentSectorType", "Sector"},
    {"Email", "E-mail address"},
    {"PrimaryPhoneNumber", "Phone"},
    {"PrimaryPhoneExtension", "Extension"},
    {"SecondaryPhoneNumber", "Second phone"},
    {"SecondaryPhoneExtension", "Extension of the second phone"},
    {"Address1", "Street and number"},
    {"Address2", "Address, second line"},
    {"City", "City"},
    {"AddressRegion", "State or province"},
    {"PostalCode", "Postal code"},
    {"Country", "Country"},
    {"Latitude", "Latitude", "In degrees, north positive: \"43.66\"."},
    {"Longitude", "Longitude", "In degrees, east positive: \"-70.25\"."},
    {"SocialMedia", "Pages in social media"},
    {"Contact", "Contact person", "Becomes an administrator of the organization; never public."},
    {"FirstName", "First name"},
    {"LastName", "Last name"},
    {"DaytimePhoneNumber", "Phone by day"},
    {"DaytimePhoneExtension", "Extension"},
    {"ProfileName", "Name in addresses of pages", "Unique here: \"harbor_college\"."},
    {"FEIN", "FEIN", "Federal Employer Identification Number, nine digits."},
    {"DUNS", "DUNS number", "Nine digits."},
    {"OPEID", "OPE ID", "Eight digits."},
    {"IpedsId", "IPEDS ID"},
    {"UEI", "UEI"},
    {"LEICode", "LEI"},
    {"NcesID", "NCES ID"},
    {"PublishingRoles", "Publishes as"},
    {"PublishingMethods", "Publishes by"},
    {"ConsumingMethods", "Uses the registry by"},
    {"PublishingEstimate", "Estimate"},
    {"EntityType", "Of what kind"},
    {"EstimatedCount", "How many"},
    {"Comment", "Comment"},
    {"FoundingDate", "Founded", "A year, or a day."},
    {"AgentPurpose", "Web page about the purpose"},
    {"AgentPurposeDescription", "Purpose"},
    {"MissionAndGoalsStatement", "Web page about mission and goals"},
    {"MissionAndGoalsStatementDescription", "Mission and goals"},
};

}  // namespace cartulary::web
