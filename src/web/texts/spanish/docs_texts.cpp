#include "web/texts/spanish/rooms.h"

namespace cartulary::web {

const DocsTexts spanish_docs_texts = {
    // The list of interfaces.
    .docs_title = "Interfaces",
    .docs_about =
        "Lo que un programa puede pedir a {registry}, y cómo. Cada interfaz está también como "
        "archivo OpenAPI 3.1, para los programas que generan clientes y pruebas a partir de él. "
        "Las descripciones están en inglés.",
    .docs_none = "Este registro todavía no ofrece ninguna interfaz.",
    .docs_file = "Archivo OpenAPI de {interface}",

    // One interface.
    .version = "Versión {version}",
    .address = "Dirección",
    .contents = "Contenido",
    .operations = "Operaciones",
    .data = "Datos de las respuestas",
    .openapi_file = "Archivo OpenAPI 3.1",
    .parameters = "Parámetros",
    .body = "Cuerpo de la solicitud",
    .body_type = "{type} como {media}",
    .body_optional = "se puede omitir",
    .answers = "Respuestas",
    .example = "Ejemplo",
    .example_about =
        "Listo para pegar en una terminal una vez que {variables} tengan los valores de usted.",
    .example_about_one =
        "Listo para pegar en una terminal una vez que {variables} tenga el valor de usted.",
    .example_about_none = "Listo para pegar en una terminal.",
    .needs = "Requiere",
    .need_in_header = "en el encabezado `{name}`",
    .need_in_query = "en el parámetro de consulta `{name}`",
    .need_in_cookie = "en la cookie `{name}`",
    .need_bearer = "un token, como `Authorization: Bearer …`",
    .need_basic = "un nombre y una contraseña (HTTP Basic)",
    .need_or = "o",

    // Tables of an interface.
    .column_name = "Nombre",
    .column_type_and_limits = "Tipo y límites",
    .column_meaning = "Significado",
    .column_status = "Estado",
    .column_body = "Cuerpo",
    .required = "obligatorio",
    .deprecated = "obsoleto",
    .in_path = "en la ruta",
    .in_query = "en la consulta",
    .in_header = "encabezado",
    .in_cookie = "cookie",
    .header = "Encabezado {name}",
    .examples = "Ejemplo: {values}",
    .caption_parameters = "Parámetros de {operation}",
    .caption_body = "Campos del cuerpo de la solicitud de {operation}",
    .caption_answers = "Respuestas de {operation}",
    .caption_answer = "Campos de la respuesta {status} de {operation}",
    .caption_data = "Campos de {name}",
    .no_fields = "{type}, sin campos propios.",

    // Types and limits.
    .type_any = "cualquier cosa",
    .type_or = " o ",
    .type_list_of = "lista de {type}",
    .type_format = "{type} ({format})",
    .limit_between = "de {least} a {most} {unit}",
    .limit_least = "al menos {least} {unit}",
    .limit_most = "como máximo {most} {unit}",
    .limit_exactly = "exactamente {least} {unit}",
    .unit_characters = "caracteres",
    .unit_items = "elementos",
    .limit_number_between = "de {least} a {most}",
    .limit_number_least = "{least} o más",
    .limit_number_most = "{most} o menos",
    .limit_above = "más de {least}",
    .limit_below = "menos de {most}",
    .limit_one_of = "uno de {values}",
    .limit_always = "siempre {values}",
    .limit_pattern = "coincide con `{pattern}`",
    .limit_unique = "cada uno solo una vez",
    .limit_default = "si falta: `{value}`",
    .limit_each = "cada uno: {limit}",
};

}  // namespace cartulary::web
