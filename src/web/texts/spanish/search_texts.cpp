#include "web/texts/search_texts.h"

namespace cartulary::web {

namespace {

constexpr SearchTexts english_words = {};

constexpr SearchTexts spanish = {
    .label = "Buscar organizaciones y credenciales",
    .placeholder = "Una institución, un certificado, una habilidad…",
    .button = "Buscar",
    .banner_button = "Buscar en el registro",
    .suggestions = "Sugerencias",
    .suggestion_count = {"{count} sugerencia. Use las flechas para elegir.",
                         "{count} sugerencias. Use las flechas para elegir."},
    .home_title = "Encuentre organizaciones y lo que ofrecen",
    .home_lead =
        "Escuelas, universidades, agencias y empleadores, y las credenciales que ofrecen "
        "o respaldan: un registro de cada una, abierto a todas las personas.",
    .organizations = {"organización", "organizaciones"},
    .credentials = {"credencial", "credenciales"},
    .learning = {"oportunidad de aprendizaje", "oportunidades de aprendizaje"},
    .assessments = {"evaluación", "evaluaciones"},
    .competencies = {"competencia", "competencias"},
    .frameworks = {"marco de competencias", "marcos de competencias"},
    .pathways = {"trayectoria", "trayectorias"},
    .home_newest = "Cambios más recientes",
    .home_newest_all = "Todo, lo más reciente primero",
    .home_nothing = "Aún no se ha publicado nada. La primera organización puede ser la suya.",
    .home_join = "Participe",
    .home_join_organization = "Para organizaciones",
    .home_join_organization_about =
        "Registre la suya, indique quién puede hablar por ella y publique lo que ofrece: con un "
        "formulario, una tabla o un programa.",
    .home_join_log_in = "¿Ya tiene una cuenta? Inicie sesión",
    .home_join_software = "Para programas",
    .home_join_software_about =
        "Cada interfaz de este registro está descrita con sus campos, sus respuestas y un ejemplo "
        "listo para usar.",
    .home_join_docs = "Todas las interfaces",
    .results_for = "Resultados para «{text}»",
    .results_all = "Todo lo que hay en el registro",
    .results_chosen = "Resultados",
    .search_title = "{page} – Búsqueda",
    .total = {"{count} resultado", "{count} resultados"},
    .total_more = {"Más de {count} resultado", "Más de {count} resultados"},
    .corrected = "Se muestran resultados para {text}.",
    .corrected_instead = "Buscar {text} en su lugar",
    .exactly = "Se buscan solo estas mismas palabras.",
    .exactly_instead = "Tolerar errores al escribir",
    .from = "de {owner}",
    .changed = "modificado el {day}",
    .compare_one = "Comparar",
    .compare = "Comparar lo marcado",
    .compare_about = "Hasta cuatro, una al lado de otra.",
    .as_data = "Estos resultados como datos (JSON)",
    .sorted = "Orden",
    .by_relevance = "Mejor coincidencia",
    .by_name = "Nombre",
    .by_newest = "Cambio más reciente",
    .pages = "Páginas de resultados",
    .page = "Página {number}",
    .page_before = "Anterior",
    .page_after = "Siguiente",
    .deepest =
        "Solo se pueden recorrer los primeros {count} resultados. Más palabras, o un "
        "filtro, traen al frente lo que busca.",
    .filters = "Filtros",
    .filters_chosen = {"{count} elegido", "{count} elegidos"},
    .type = "Tipo",
    .kind = "Clase de organización",
    .sector = "Sector",
    .region = "Región",
    .country = "País",
    .subject = "Tema",
    .owner = "Propietario",
    .publisher = "Publicado por",
    .apply = "Aplicar",
    .chosen = "Filtros elegidos",
    .remove = "Quitar el filtro {value}",
    .remove_all = "Quitar todos los filtros",
    .more_values = "Mostrar más: {facet}",
    .none_for = "No se encontró nada para «{text}»",
    .none_chosen = "No se encontró nada con estos filtros",
    .none_try = "Qué puede intentar",
    .none_without_filters = {"Sin los filtros hay {count} resultado",
                             "Sin los filtros hay {count} resultados"},
    .none_forgiving = "Buscar de nuevo y tolerar errores al escribir",
    .none_fewer = "Buscar con menos palabras:",
    .none_spelling = "Revise la ortografía o pruebe una palabra más general.",
    .none_near = "Nombres parecidos",
    .none_home = "Empezar de nuevo",
    .none_everything = "Recorrer todo",
    .refused_title = "Esto no se puede buscar",
    .refused_length =
        "El texto tiene {count} caracteres; el máximo es {most}. Acórtelo y busque "
        "de nuevo.",
    .refused_words = "El texto tiene más de {most} palabras. Acórtelo y busque de nuevo.",
    .refused_values =
        "La dirección elige más de {most} valores de «{facet}». Quite algunos "
        "filtros y busque de nuevo.",
    .refused_bytes =
        "La dirección contiene algo que no es texto (UTF-8). Escríbalo otra vez y "
        "busque de nuevo.",
};

}  // namespace

const SearchTexts& search_texts(const Texts& page) {
    return page.language == "es" ? spanish : english_words;
}

}  // namespace cartulary::web
