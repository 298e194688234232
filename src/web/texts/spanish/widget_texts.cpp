#include "web/texts/widget_texts.h"

#include "web/texts/texts.h"

namespace cartulary::web {

namespace {

constexpr WidgetTexts english_words = {};

constexpr WidgetTexts spanish = {
    .title = "Buscar en {registry}",
    .title_of = "{organization} en {registry}",
    .field = "¿Qué busca?",
    .button = "Buscar",
    .results = "Resultados",
    .none = "No se encontró nada para “{text}”.",
    .nothing_of = "Todavía no hay nada publicado de {organization}.",
    .corrected = "Nada contiene las palabras que escribió. Estos son los resultados de “{text}”.",
    .wrong = "No se puede buscar esto. Use menos palabras o palabras más cortas.",
    .kind_by = "{kind} · {owner}",
    .new_tab = "(se abre en una pestaña nueva)",
    .all_results = "Ver todos los resultados en {registry}",
    .home = "Ir a {registry}",
    .owner_unknown = "No se conoce la organización de este buscador.",
    .make_title = "Crear un buscador para su sitio",
    .make_about =
        "Un buscador integrado permite consultar {registry} desde una página de su propio sitio. "
        "Elija qué encuentra y copie en su página el código que aparece abajo.",
    .make_owner = "Organización",
    .make_owner_hint = "Su nombre o su CTID. Vacío: todas las organizaciones.",
    .make_owner_none = "No se encontró ninguna organización con este nombre o CTID.",
    .make_owner_which = "Hay varias organizaciones con ese nombre. ¿Cuál es?",
    .make_owner_long = "Puede tener como máximo 200 caracteres.",
    .make_kind = "Qué se encuentra",
    .make_heading = "Título del marco",
    .make_heading_hint =
        "Los lectores de pantalla lo dicen al llegar al buscador. Vacío: “{title}”.",
    .make_heading_long = "El título puede tener como máximo 100 caracteres.",
    .make_language = "Idioma",
    .make_theme = "Colores",
    .make_button = "Mostrar",
    .snippet = "Para su página",
    .snippet_about =
        "Copie esto donde deba aparecer el buscador. Toma la altura de lo que muestra.",
    .snippet_label = "Con un script",
    .frame_label = "Sin script, de altura fija",
    .policy_about =
        "Si su sitio tiene una Content-Security-Policy, debe permitir `script-src {address}` y "
        "`frame-src {address}`.",
    .preview = "Así se ve",
    .kind_any = "Todo",
    .kind_organization = "Organizaciones",
    .kind_credential = "Credenciales",
    .kind_learning = "Cursos y programas",
    .kind_assessment = "Evaluaciones",
    .kind_framework = "Marcos de competencias",
    .theme_device = "Los del dispositivo del visitante",
    .theme_light = "Claros",
    .theme_dark = "Oscuros",
    .language_visitor = "El que prefiera el navegador del visitante",
    .language_english = "English",
    .language_spanish = "Español"};

}  // namespace

const WidgetTexts& widget_texts(const Texts& page) {
    return page.language == "es" ? spanish : english_words;
}

}  // namespace cartulary::web
