#include "web/texts/organization_page_texts.h"

#include "web/texts/texts.h"

namespace cartulary::web {

namespace {

constexpr OrganizationPageTexts english_words = {};

constexpr OrganizationPageTexts spanish = {
    .website = "Sitio web",
    .kinds = "Tipo",
    .sector = "Sector",
    .status = "Estado",
    .founded = "Fundación",
    .purpose = "Propósito",
    .services = "Servicios",
    .industries = "Industrias",
    .keywords = "Temas",
    .email = "Correo electrónico",
    .other_names = "Otros nombres",
    .other_addresses = "También se describe en",
    .not_dated =
        "Lo que ofrece, lo que otros dicen de ella y sus insignias se muestran en la página de "
        "cómo es ahora.",
    .offers = "Qué ofrece",
    .offers_none = "Todavía no se ha publicado aquí nada de lo que ofrece.",
    .offers_counted = "{kind}: {count}",
    .offers_at_least = "Se cuentan los primeros {count}; hay más.",
    .offers_all_of_kind = "Todo lo de este tipo",
    .offers_of = "de {owner}",
    .offers_all = "Buscar en todo lo que publica",
    .vouched = "Quién la avala",
    .vouched_caption =
        "Quién la ha acreditado, aprobado o reconocido, o la regula, y quién lo dice",
    .vouches = "Qué avala",
    .vouches_caption = "Qué ha acreditado, aprobado o reconocido, o qué regula, y quién lo dice",
    .column_how = "Cómo",
    .column_by = "Por",
    .column_what = "Qué",
    .column_says = "Quién lo dice",
    .accredited = "Acreditación",
    .approved = "Aprobación",
    .recognized = "Reconocimiento",
    .regulated = "Regulación",
    .says_both = "Ambas partes",
    .says_itself = "Esta organización",
    .says_other = "No esta organización, sino la otra parte",
    .more_of_them = "Y {count} más.",
    .more_at_least = "Y más de {count} otras.",
    .relations = "Organizaciones relacionadas",
    .relations_drawn = "Cómo se relaciona {organization} con otras",
    .part_of = "Parte de",
    .has_part = "Tiene como parte",
    .department_of = "Departamento de",
    .has_department = "Tiene el departamento",
    .successor_of = "Sucesora de",
    .succeeded_by = "Sucedida por",
    .accredited_by = "Acreditada por",
    .approved_by = "Aprobada por",
    .recognized_by = "Reconocida por",
    .regulated_by = "Regulada por",
    .says_other_alone = "según ella misma",
    .places = "Dónde está",
    .place_unnamed = "Un lugar",
    .map_label = "Mapa: {places}",
    .identifiers = "Identificadores",
    .identifiers_caption =
        "Por qué números la conocen otros; el enlace lleva a lo que saben de ella",
    .column_scheme = "Otorgado por",
    .column_number = "Número",
    .scheme_fein = "Servicio de Impuestos Internos (FEIN)",
    .scheme_duns = "Dun & Bradstreet (DUNS)",
    .scheme_opeid = "Oficina de Educación Postsecundaria (OPE ID)",
    .scheme_ipeds = "Sistema Integrado de Datos de Educación Postsecundaria (IPEDS)",
    .scheme_nces = "Centro Nacional de Estadísticas de la Educación (NCES)",
    .scheme_lei = "Fundación Global de Identificadores de Entidad Jurídica (LEI)",
    .scheme_isic = "Clasificación Industrial Internacional Uniforme (CIIU)",
    .scheme_naics = "Sistema de Clasificación Industrial de América del Norte (NAICS)",
    .scheme_uei = "SAM.gov (identificador único de entidad)",
    .scheme_ror = "Registro de Organizaciones de Investigación (ROR)",
    .scheme_isni = "Identificador Internacional Normalizado de Nombres (ISNI)",
    .scheme_fundref = "Registro de financiadores de Crossref",
    .scheme_unnamed = "No se indica",
};

}  // namespace

const OrganizationPageTexts& organization_page_texts(const Texts& page) {
    return page.language == "es" ? spanish : english_words;
}

}  // namespace cartulary::web
