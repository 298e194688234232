#include "web/texts/spanish/rooms.h"

namespace cartulary::web {

const PageTexts spanish_page_texts = {
    // Every page.
    .skip = "Ir al contenido",
    .page_title = "{page} – {registry}",
    .main_navigation = "Principal",
    .home_link = "Inicio",
    .docs_link = "Interfaces",
    .made_with = "Funciona con Cartulary, el registro de organizaciones.",

    // Languages.
    .language_name = "Español",
    .language_navigation = "Idioma",
    .language_unknown = "las páginas no existen en ese idioma",

    // Dates, in UTC.
    .date = "{day} de {month} de {year}",
    .months = {"enero", "febrero", "marzo", "abril", "mayo", "junio", "julio", "agosto",
               "septiembre", "octubre", "noviembre", "diciembre"},

    // Numbers: a space that does not break, as the academies of the language ask for, in numbers
    // of five digits and more.
    .thousands = "\u00a0",
    .grouped_digits_min = 5,

    // A resource.
    .resource_unknown = "no hay nada publicado con este CTID",

    // Pictures.
    .picture_unknown = "no hay ninguna imagen con ese nombre",

    // Forms.
    .foreign_form =
        "el formulario fue enviado desde una página de otro sitio; abra esta e inténtelo de nuevo",

    // Refusals.
    .not_found_title = "No se encontró la página",
    .wrong_method_title = "Eso no se puede hacer aquí",
    .too_much_title = "Eso fue demasiado",
    .limited_title = "Demasiadas solicitudes",
    .bad_request_title = "No se entendió la solicitud",
    .server_title = "Algo falló de nuestro lado",
    .busy_title = "Inténtelo de nuevo en un momento",
    .refusal_home = "Ir a la página de inicio de {registry}",
    .refusal_id = "Si pide ayuda a alguien, mencione esta solicitud: {id}",
};

}  // namespace cartulary::web
