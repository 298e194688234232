#include "web/texts/spanish/rooms.h"

namespace cartulary::web {

namespace {

constexpr FieldText field_texts[] = {
    // What all kinds of things have.
    {"Name", "Nombre"},
    {"ExternalIdentifier", "Su propio identificador",
     "Con el que usted lo conoce, y con el que una tabla lo vuelve a encontrar."},
    {"Type", "Tipo"},
    {"Description", "Descripción", "Lo que debe saber quien nunca ha oído hablar de ello."},
    {"SubjectWebpage", "Página web"},
    {"CredentialStatusType", "Estado"},
    {"LifeCycleStatusType", "Estado"},
    {"InLanguage", "Idiomas en los que se ofrece"},
    {"OfferedBy", "Ofrecido por"},
    {"AlternateName", "Otros nombres"},
    {"CodedNotation", "Código", "Como en su catálogo: \"HP-101\"."},
    {"Identifier", "Otros identificadores", "La clase, ~ y el valor: \"State number~H-1\"."},
    {"Keyword", "Palabras clave"},
    {"Subject", "Temas"},
    {"DateEffective", "Vigente desde"},
    {"ExpirationDate", "Vigente hasta"},
    {"Image", "Imagen", "Su dirección web."},
    {"AudienceLevelType", "Niveles"},
    {"AudienceType", "Para quién"},
    {"DegreeMajor", "Especialidades principales"},
    {"DegreeMinor", "Especialidades secundarias"},
    {"DegreeConcentration", "Concentraciones"},
    {"VersionCode", "Versión"},
    {"InCatalog", "En el catálogo", "La dirección web de su entrada."},
    {"SameAs", "Lo mismo en otro lugar", "Direcciones web que tratan exactamente de esto."},

    // Availability.
    {"AvailableAt", "Ubicaciones",
     "El nombre o su propio identificador de ubicaciones que usted ingresó."},
    {"AvailableOnlineAt", "En línea en"},
    {"AvailabilityListing", "Listas de dónde y cuándo"},
    {"DeliveryType", "Modalidad"},
    {"LearningDeliveryType", "Modalidad de enseñanza"},
    {"AssessmentDeliveryType", "Modalidad de evaluación"},
    {"LearningMethodType", "Métodos de enseñanza"},
    {"AssessmentMethodType", "Métodos de evaluación"},
    {"AssessmentUseType", "Para qué se usa"},
    {"ScoringMethodType", "Cómo se califica"},
    {"IsProctored", "¿Es supervisada?"},
    {"HasGroupEvaluation", "¿Se evalúa en grupos?"},
    {"HasGroupParticipation", "¿Participan grupos?"},

    // Requirements.
    {"ConditionProfile", "Condición", "Lo que se exige, se recomienda o va incluido."},
    {"ConditionProfile.Type", "Clase de condición"},
    {"Condition", "Condiciones"},
    {"SubmissionOf", "Lo que hay que entregar"},
    {"Experience", "Experiencia"},
    {"YearsOfExperience", "Años de experiencia"},
    {"MinimumAge", "Edad mínima, en años"},
    {"TargetCredential", "Credenciales"},
    {"TargetAssessment", "Evaluaciones"},
    {"TargetLearningOpportunity", "Oportunidades de aprendizaje"},
    {"TargetCompetency", "Competencias"},
    {"CommonConditions", "Condiciones compartidas", "CTID de manifiestos de condiciones."},

    // Costs.
    {"Cost", "Costos"},
    {"CostDetails", "Página web sobre ello"},
    {"Currency", "Moneda", "Sus tres letras: \"USD\"."},
    {"TypesList", "Importes", "La clase, ~ y el importe: \"Tuition~1200\"."},
    {"StartDate", "Desde"},
    {"EndDate", "Hasta"},
    {"CommonCosts", "Costos compartidos", "CTID de manifiestos de costos."},

    // Duration and credit.
    {"EstimatedDuration", "Cuánto dura"},
    {"RenewalFrequency", "Cada cuánto se debe renovar"},
    {"CreditUnitType", "Clase de crédito"},
    {"CreditUnitValue", "Cantidad de créditos"},
    {"IsNonCredit", "¿Es sin créditos?"},

    // Occupations, industries, competencies.
    {"OccupationType", "Ocupaciones", "Códigos de O*NET (\"53-5021.00\") o nombres."},
    {"IndustryType", "Sectores económicos", "Códigos de NAICS (\"488330\") o nombres."},
    {"InstructionalProgramType", "Programas de estudio", "Códigos de CIP (\"49.0309\") o nombres."},
    {"Teaches", "Competencias que enseña"},
    {"Assesses", "Competencias que evalúa"},

    // Who vouches for it.
    {"AccreditedBy", "Acreditado por"},
    {"ApprovedBy", "Aprobado por"},
    {"RecognizedBy", "Reconocido por"},
    {"RegulatedBy", "Regulado por"},

    // Relationships.
    {"IsPartOf", "Parte de"},
    {"HasPart", "Tiene estas partes"},
    {"IsPreparationFor", "Prepara para"},
    {"PreparationFrom", "Se prepara con"},
    {"IsRecommendedFor", "Recomendado para"},
    {"IsRequiredFor", "Obligatorio para"},
    {"IsAdvancedStandingFor", "Da ingreso avanzado en"},
    {"AdvancedStandingFrom", "Ingreso avanzado por"},
    {"Supersedes", "Reemplaza a"},
    {"SupersededBy", "Reemplazado por"},
    {"ParentOrganization", "Pertenece a"},
    {"SubOrganization", "Organizaciones que le pertenecen"},
    {"Department", "Departamentos"},

    // Organizations and locations.
    {"AgentType", "Clases de organización"},
    {"AgentSectorType", "Sector"},
    {"Email", "Correo electrónico"},
    {"PrimaryPhoneNumber", "Teléfono"},
    {"PrimaryPhoneExtension", "Extensión"},
    {"SecondaryPhoneNumber", "Segundo teléfono"},
    {"SecondaryPhoneExtension", "Extensión del segundo teléfono"},
    {"Address1", "Calle y número"},
    {"Address2", "Dirección, segunda línea"},
    {"City", "Ciudad"},
    {"AddressRegion", "Estado o provincia"},
    {"PostalCode", "Código postal"},
    {"Country", "País"},
    {"Latitude", "Latitud", "En grados, norte positivo: \"43.66\"."},
    {"Longitude", "Longitud", "En grados, este positivo: \"-70.25\"."},
    {"SocialMedia", "Páginas en redes sociales"},
    {"Contact", "Persona de contacto", "Pasa a administrar la organización; nunca es público."},
    {"FirstName", "Nombre"},
    {"LastName", "Apellido"},
    {"DaytimePhoneNumber", "Teléfono durante el día"},
    {"DaytimePhoneExtension", "Extensión"},
    {"ProfileName", "Nombre en las direcciones de páginas", "Único aquí: \"harbor_college\"."},
    {"FEIN", "FEIN", "Número federal de identificación del empleador, nueve cifras."},
    {"DUNS", "Número DUNS", "Nueve cifras."},
    {"OPEID", "OPE ID", "Ocho cifras."},
    {"IpedsId", "IPEDS ID"},
    {"UEI", "UEI"},
    {"LEICode", "LEI"},
    {"NcesID", "NCES ID"},
    {"PublishingRoles", "Publica como"},
    {"PublishingMethods", "Publica por"},
    {"ConsumingMethods", "Usa el registro por"},
    {"PublishingEstimate", "Estimación"},
    {"EntityType", "De qué clase"},
    {"EstimatedCount", "Cuántos"},
    {"Comment", "Comentario"},
    {"FoundingDate", "Fundación", "Un año o un día."},
    {"AgentPurpose", "Página web sobre el propósito"},
    {"AgentPurposeDescription", "Propósito"},
    {"MissionAndGoalsStatement", "Página web sobre la misión y los objetivos"},
    {"MissionAndGoalsStatementDescription", "Misión y objetivos"},
};

}  // namespace

constinit const std::span<const FieldText> spanish_field_texts = field_texts;

}  // namespace cartulary::web
