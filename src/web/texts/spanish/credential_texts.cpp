#include "web/texts/credential_texts.h"

#include "web/texts/texts.h"

namespace cartulary::web {

namespace {

constexpr CredentialTexts english_words = {};

constexpr CredentialTexts spanish = {
    .kind_by = "{kind} de {owner}",
    .breadcrumbs = "Dónde se encuentra",
    .part_untitled = "Sin nombre",
    .data_title = "Acerca de esta página",
    .data_ctid = "CTID",
    .data_published = "Publicado por primera vez",
    .data_updated = "Última modificación",
    .data_verified = "Confirmado como vigente",
    .data_version = "Esta versión",
    .data_for_software = "Para programas",
    .data_document = "El documento completo (JSON)",
    .data_negotiated =
        "Los programas que piden `application/ld+json` reciben datos enlazados en la dirección de "
        "esta página.",
    .history_link = "Historial de versiones",
    .section_requirements = "Requisitos",
    .section_costs = "Costos",
    .section_content = "De qué trata y cómo",
    .section_fields = "Ocupaciones, industrias y materias",
    .section_places = "Dónde y cuándo",
    .section_quality = "Garantía de calidad",
    .section_ways = "Adónde conduce y qué conduce aquí",
    .section_identity = "Nombres, identificadores y fechas",
    .section_badges = "Insignias",
    .section_others = "Otros que se refieren a esto",
    .section_more = "Más",
    .section_competencies = "Competencias",
    .section_parts = "Partes",
    .parts_shown = "{from}–{to} de {total}",
    .picture_link = "Imagen",
    .compare_link = "Comparar con otras",
    .said_by = "{name} lo afirma",
    .confirmed_by = "✓ Confirmado por {name}",
    .costs_caption = "Costos",
    .cost_what = "Concepto",
    .cost_amount = "Importe",
    .cost_details = "Detalles",
    .cost_unknown = "No se indica",
    .values_more = {"Y {count} más", "Y {count} más"},
    .range = "{from} a {to}",
    .at_least = "al menos {amount}",
    .at_most = "hasta {amount}",
    .page_full = "Esto dice más de lo que cabe en una página: vea {data}.",
    .as_of_about = "Así era el {date}, en la versión {number}.",
    .as_of_now = "Ver cómo es ahora",
    .as_of_wrong =
        "as_of debe ser una fecha o una hora, por ejemplo 2026-09-21 o 2026-09-21T14:41:00Z",
    .as_of_before_title = "Todavía no estaba publicado",
    .as_of_before_about =
        "El {date} aún no estaba en el registro. Se publicó por primera vez el {first}.",
    .as_of_not_there = "El {date} no estaba aquí.",
    .unknown_title = "Aquí no hay nada publicado",
    .unknown_about =
        "Ninguna credencial, institución u otra cosa tiene el CTID {ctid} en este registro.",
    .unknown_no_ctid =
        "Esta dirección no contiene un CTID. Un CTID es así: "
        "ce-3f2504e0-4f89-41d3-9a0c-0305e82c3301.",
    .search_link = "Buscar en el registro",
    .removed_title = "{name} fue retirado",
    .removed_by = "{who} lo retiró del registro el {date}.",
    .removed_on = "Se retiró del registro el {date}.",
    .removed_kept =
        "Todas sus versiones se conservan: consulte {history} o a su propietario, {owner}.",
    .removed_part =
        "Esto era parte de {whole}, que ya no lo contiene. Las versiones anteriores sí."};

}  // namespace

const CredentialTexts& credential_texts(const Texts& page) {
    return page.language == "es" ? spanish : english_words;
}

}  // namespace cartulary::web
