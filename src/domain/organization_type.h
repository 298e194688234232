#pragma once

#include "domain/vocabulary.h"

namespace cartulary {

// CTDL's concept scheme OrganizationType.
enum class OrganizationType {
    accreditation_body,
    assessment_body,
    business,
    business_association,
    certification_body,
    collaborative,
    coordinating_body,
    four_year,
    government,
    high_school,
    labor_union,
    lower_secondary_school,
    magnet,
    military,
    non_traditional,
    postsecondary,
    primarily_online,
    primary_school,
    professional_association,
    quality_assurance,
    regulator,
    secondary_school,
    technical,
    training_provider,
    two_year,
    upper_secondary_school,
    vendor,
};

inline constexpr Vocabulary<OrganizationType, 27> organization_types{"orgType",
                                                                     {"AccreditationBody",
                                                                      "AssessmentBody",
                                                                      "Business",
                                                                      "BusinessAssociation",
                                                                      "CertificationBody",
                                                                      "Collaborative",
                                                                      "CoordinatingBody",
                                                                      "FourYear",
                                                                      "Government",
                                                                      "HighSchool",
                                                                      "LaborUnion",
                                                                      "LowerSecondarySchool",
                                                                      "Magnet",
                                                                      "Military",
                                                                      "NonTraditional",
                                                                      "Postsecondary",
                                                                      "PrimarilyOnline",
                                                                      "PrimarySchool",
                                                                      "ProfessionalAssociation",
                                                                      "QualityAssurance",
                                                                      "Regulator",
                                                                      "SecondarySchool",
                                                                      "Technical",
                                                                      "TrainingProvider",
                                                                      "TwoYear",
                                                                      "UpperSecondarySchool",
                                                                      "Vendor"}};

// CTDL's concept scheme AgentSector.
enum class Sector { public_, private_non_profit, private_for_profit };

inline constexpr Vocabulary<Sector, 3> sectors{"agentSector",
                                               {"Public", "PrivateNonProfit", "PrivateForProfit"}};

}  // namespace cartulary
