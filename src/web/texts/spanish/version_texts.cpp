#include "web/texts/version_texts.h"

#include "web/texts/texts.h"

namespace cartulary::web {

namespace {

constexpr VersionTexts english_words = {};

constexpr VersionTexts spanish = {
    .title = "Historial de {name}",
    .about = "Se conservan todas las versiones. La más reciente va primero; las horas son UTC.",
    .caption = "Versiones, la más reciente primero",
    .column_version = "Versión",
    .column_when = "Cuándo",
    .column_what = "Qué ocurrió",
    .column_way = "Por qué vía",
    .column_look = "Ver",
    .number = "Versión {number}",
    .shown = "{from}–{to} de {total}",
    .event_created = "Primera publicación",
    .event_updated = "Modificación",
    .event_deleted = "Retiro",
    .event_transferred = "Cesión a otra institución",
    .way_api = "Por una interfaz para programas",
    .way_form = "Por un formulario",
    .way_table = "Por una tabla",
    .way_record = "Con la ficha de la institución",
    .way_import = "Traído de otro registro",
    .as_of_link = "Cómo era entonces",
    .as_of_link_of = "La versión {number}, cómo era entonces",
    .changes_link = "Qué cambió",
    .changes_link_of = "Qué cambió en la versión {number}",
    .thing_link = "Volver a {name}",
    .choose_title = "Comparar dos versiones",
    .choose_from = "Esta versión",
    .choose_to = "Con esta versión",
    .choose_button = "Mostrar las diferencias",
    .difference_title = "{name}: de la versión {from} a la versión {to}",
    .difference_about = "La versión {from} es del {from_day}; la versión {to}, del {to_day}.",
    .difference_caption = "Qué cambió",
    .difference_none = "Estas dos versiones dicen lo mismo.",
    .column_property = "Dato",
    .column_before = "Versión {number}",
    .of_part = "{part}: {property}",
    .part_itself = "Parte",
    .class_label = "Clase",
    .nothing = "–",
    .nothing_unseen = "no estaba",
    .difference_wrong = "tiene las versiones 1 a {last}; elija dos de ellas",
    .changes_more = {"Y {count} cambio más", "Y {count} cambios más"},
    .history_link = "Todas las versiones",
    .compare_title = "Comparación",
    .compare_about =
        "Hasta cuatro elementos de este registro, fila por fila. Se señalan las filas en que "
        "difieren.",
    .compare_empty =
        "Todavía no se ha elegido nada. Busque el primer elemento y después otros para "
        "compararlos.",
    .compare_region = "Comparación; puede desplazarse hacia los lados",
    .compare_caption = "Elementos lado a lado",
    .compare_column_what = "Dato",
    .compare_kind = "Tipo",
    .compare_owner = "Institución",
    .compare_differs = "difiere",
    .compare_missing = "No se indica",
    .compare_remove = "Quitar",
    .compare_remove_of = "Quitar {name}",
    .compare_too_many = "Solo se muestran los primeros cuatro: no hay lugar para más.",
    .compare_unknown = "No hay nada publicado con {ctid}; se omite.",
    .compare_no_ctid = "{text} no es un CTID; se omite.",
    .compare_search = "Buscar otro",
    .compare_search_button = "Buscar",
    .compare_found = "Resultados",
    .compare_add_of = "{name}, {kind} de {owner}",
    .compare_none_found = "No se encontró nada para {text}.",
    .compare_overview = "En resumen"};

}  // namespace

const VersionTexts& version_texts(const Texts& page) {
    return page.language == "es" ? spanish : english_words;
}

}  // namespace cartulary::web
