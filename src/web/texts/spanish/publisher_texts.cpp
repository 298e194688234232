#include "web/texts/spanish/rooms.h"

namespace cartulary::web {

const PublisherTexts spanish_publisher_texts = {
    .field_texts = spanish_field_texts,

    // Kinds of things.
    .kind_credentials = "Credenciales",
    .kind_assessments = "Evaluaciones",
    .kind_learning_opportunities = "Oportunidades de aprendizaje",
    .kind_organizations = "Organizaciones",
    .kind_locations = "Ubicaciones",
    .one_credential = "credencial",
    .one_assessment = "evaluación",
    .one_learning_opportunity = "oportunidad de aprendizaje",
    .one_organization = "organización",
    .one_location = "ubicación",

    // Sections of forms.
    .section_minimum = "Lo básico",
    .section_identification = "Identificación",
    .section_availability = "Disponibilidad",
    .section_requirements = "Requisitos",
    .section_costs = "Costos",
    .section_duration = "Duración y créditos",
    .section_occupations = "Ocupaciones y sectores",
    .section_quality = "Aseguramiento de la calidad",
    .section_relationships = "Relaciones",
    .section_contact = "Contacto",

    // Fields.
    .field_optional = "{field} (opcional)",
    .group_row = "{group} {number}",
    .group_field = "{group} {number}: {field}",
    .group_remove = "Quitar este grupo",
    .group_more = "¿Uno más? Llene el último y guarde: aparece otro.",
    .whole_problem = "En conjunto: {problem}.",
    .hint_duration = "Por ejemplo \"2 years\", \"6-8 weeks\" o \"P1Y\".",
    .hint_language = "Por ejemplo \"en-US\" o \"es\".",
    .hint_reference =
        "Su propio identificador, un CTID, una dirección web, o un nombre, ~ y una dirección web.",
    .hint_code = "Un código o un nombre.",
    .hint_lines = "Uno en cada línea.",
    .choice_none = "– sin indicar –",
    .choice_yes = "Sí",
    .choice_no = "No",

    // How drafts stand.
    .standing_editing = "Borrador",
    .standing_approve_again = "Necesita otra aprobación",
    .standing_changed = "Publicado, con cambios que necesitan aprobación",
    .standing_approved = "Aprobado, espera al registro",
    .standing_published = "Publicado",
    .standing_returned = "Devuelto",
    .standing_unpublished = "Ya no es público",

    // The publisher.
    .publisher_link = "Publicar",
    .publisher_title = "Lo que publica {organization}",
    .publisher_about =
        "Ingrese cosas una por una en un formulario, o muchas a la vez en una tabla. Lo que usted "
        "aprueba lo publica el registro, y entonces todo el mundo lo encuentra.",
    .publisher_look_only =
        "su papel en esta organización le permite mirar, no publicar; pregunte a quien la "
        "administra",
    .publisher_kind_unknown = "no existe esa clase de cosas",
    .publisher_not_approved =
        "Esta organización todavía no está aprobada: puede escribir y guardar todo, y publicarlo "
        "cuando lo esté.",
    .publisher_steps = "Cómo está todo",
    .publisher_counts = "Borradores según su situación",
    .publisher_kinds = "Qué publicar",
    .publisher_all = "Todas: {kind}",
    .publisher_new = "Nueva {one}",
    .publisher_table = "Subir una tabla",
    .publisher_own = "La descripción de la propia organización",
    .publisher_own_about =
        "Lo que todo el mundo ve de {organization}: propósito, misión, quién la acredita y más.",
    .publisher_own_button = "Describir la organización",
    .column_kind = "Clase",
    .column_count = "Cantidad",
    .back_to_publisher = "Todo lo que publica {organization}",
    .back_to_list = "Todas: {kind}",

    // Lists.
    .drafts_title = "{kind} de {organization}",
    .drafts_none = "Todavía no hay ninguna.",
    .drafts_none_match = "Ninguna es así.",
    .drafts_caption = "{from}–{to} de {total}",
    .drafts_find = "Buscar",
    .drafts_find_label = "Nombre o identificador propio",
    .drafts_standing_label = "Situación",
    .drafts_standing_any = "Cualquiera",
    .drafts_problems_label = "Solo las que tienen problemas",
    .drafts_choose = "Elegir {name}",
    .drafts_approve = "Aprobar las elegidas",
    .drafts_approve_all = "Aprobar todos los borradores",
    .drafts_approve_about =
        "Cada borrador se revisa una vez más. El que esté incompleto sigue siendo un borrador.",
    .column_choose = "Elegir",
    .column_draft = "Nombre",
    .column_identifier = "Identificador propio",
    .column_type = "Tipo",
    .column_draft_standing = "Situación",
    .column_changed = "Cambiado",
    .column_problems = "Problemas",
    .page_before = "Página anterior",
    .page_after = "Página siguiente",
    .pages_label = "Páginas",
    .approved_some = "Aprobados: {count}.",
    .approved_left = "Sin aprobar: {count}.",
    .approved_title = "Qué resultó",
    .approved_left_title = "Siguen siendo borradores",

    // One draft.
    .draft_new_title = "Nueva {one}",
    .draft_new_about =
        "Primero lo que necesita toda {one}. Puede guardarla cuando quiera; lo que falte se pide "
        "antes de aprobarla.",
    .draft_unnamed = "Sin nombre",
    .draft_sections = "Partes del formulario",
    .draft_section_problems = "{section} ({count} por corregir)",
    .draft_save = "Guardar",
    .draft_actions = "Lo que puede hacer",
    .draft_elsewhere = "Otras partes del formulario también tienen algo por corregir",
    .draft_complete = "No falta nada. Apruebe el borrador, y se podrá publicar.",
    .draft_incomplete = {"Guardado. Antes de poder aprobarlo hay que corregir una cosa.",
                         "Guardado. Antes de poder aprobarlo hay que corregir {count} cosas."},
    .draft_approved_about =
        "Aprobado. Lo publica el personal del registro; cada cambio necesita de nuevo su "
        "aprobación.",
    .draft_published_about = "Publicado: todo el mundo puede verlo.",
    .draft_changed_about =
        "Lo que todo el mundo ve es lo que se publicó antes. Apruebe sus cambios para "
        "publicarlos.",
    .draft_returned_about = "El personal del registro lo devolvió: {reason}",
    .draft_unpublished_about = "Era público y ya no lo es. Apruébelo para publicarlo de nuevo.",
    .draft_location_about = "Las ubicaciones se publican con lo que se ofrece en ellas.",
    .draft_approve = "Aprobar",
    .draft_preview = "Vista previa",
    .draft_copy = "Hacer una copia",
    .draft_public_page = "La página pública",
    .draft_unpublish = "Retirar de la publicación",
    .draft_unpublish_title = "¿Retirar {name} de la publicación?",
    .draft_unpublish_about =
        "Ya nadie lo encuentra, y a los programas se les dice que se eliminó. Su historial y el "
        "borrador de usted quedan, y puede publicarlo de nuevo.",
    .draft_discard = "Descartar el borrador",
    .draft_discard_title = "¿Descartar {name}?",
    .draft_discard_about = "Entonces se pierde lo que escribió. Nada público depende de ello.",
    .draft_keep = "No, conservarlo",
    .draft_rival =
        "Entretanto otra persona guardó esto. Lo que usted escribió está abajo, todavía sin "
        "guardar: mire {theirs} y después guarde otra vez para reemplazarlo.",
    .draft_rival_link = "lo que está guardado ahora",
    .draft_unknown = "no existe ese borrador",
    .preview_title = "Vista previa de {name}",
    .preview_none = "Todavía no hay vista previa: esto es lo que hay que corregir antes.",
    .preview_about = "Esto es lo que se publicaría.",
    .preview_data = "Como datos (JSON-LD)",
    .preview_warnings = "Vale la pena mirarlo otra vez",

    // Tables.
    .bulk_title = "Subir una tabla: {kind}",
    .bulk_step_organization = "1. Su organización",
    .bulk_step_organization_about =
        "{organization} tiene el CTID {ctid}. Va en la columna \"Owned By\"; en todas las demás "
        "lo representa \"same as owner\".",
    .bulk_locations = "Identificadores de sus ubicaciones, para la columna \"Available At\"",
    .bulk_locations_none =
        "Todavía no ha ingresado ubicaciones; la columna \"Available At\" las necesita.",
    .bulk_step_template = "2. Descargue la plantilla",
    .bulk_template_link = "Plantilla: {kind} (CSV)",
    .bulk_all_link = "Todas las suyas como tabla: {kind} (CSV)",
    .bulk_step_fill = "3. Llénela",
    .bulk_step_fill_about =
        "Una fila para cada cosa, en cualquier hoja de cálculo, guardada como CSV. | separa varios "
        "valores, ~ un nombre de su valor; #DELETE vacía el campo de una celda. Las filas con el "
        "mismo identificador agregan condiciones o costos. Una fila con un identificador conocido "
        "cambia lo que ya está.",
    .bulk_step_choose = "4. Elija el archivo",
    .bulk_file_label = "Archivo",
    .bulk_file_hint = "CSV, como máximo 50 000 filas. Todavía no se guarda nada.",
    .bulk_upload_button = "Subir y revisar",
    .bulk_file_missing = "Primero elija un archivo.",
    .bulk_step_approve = "5. Revise y apruebe",
    .bulk_step_approve_about =
        "Después de guardar, las filas son borradores: {list}, donde los aprueba.",
    .bulk_uploads = "Tablas de los últimos días",
    .bulk_none = "Todavía ninguna.",
    .column_file = "Archivo",
    .column_uploaded = "Subida",
    .column_upload_state = "Estado",
    .column_rows = "Filas",

    .bulk_state_reading = "Se está leyendo",
    .bulk_state_preview = "Espera a que se guarde",
    .bulk_state_saved = "Guardada",
    .bulk_state_refused = "Rechazada",
    .bulk_state_given_up = "Abandonada",

    .upload_title = "{file}",
    .upload_reading = {"Se ha leído {count} fila ({percent} % del archivo). Esta página vuelve a "
                       "mirar por sí sola.",
                       "Se han leído {count} filas ({percent} % del archivo). Esta página vuelve a "
                       "mirar por sí sola."},
    .upload_progress = "Cuánto del archivo se ha leído",
    .upload_look_again = "Mirar de nuevo ahora",
    .upload_refused = "Se rechazó el archivo entero: {problem}",
    .upload_given_up = "Usted abandonó esta tabla; no se guardó nada de ella.",
    .upload_sum =
        "Filas leídas: {rows}. Identificadores distintos: {things}. Nuevas: {added}. Cambiadas: "
        "{updated}. Sin cambios: {unchanged}. Con problemas: {failed}. Segundos: {seconds}.",
    .upload_saved = "Guardada.",
    .upload_good = "Todas las filas están bien.",
    .upload_bad =
        "Algunas filas tienen problemas. Corríjalas en su archivo y súbalo de nuevo, o guarde solo "
        "las filas buenas.",
    .upload_all_bad = "No se pudo aceptar ninguna fila.",
    .upload_save = "Guardar los datos",
    .upload_save_good = "Guardar las filas buenas",
    .upload_give_up = "Abandonar esta tabla",
    .upload_problems_link = "Filas con problemas como archivo (CSV)",
    .column_said = "Lo que dice",
    .upload_show_all = "Todas las filas",
    .upload_show_bad = "Filas con problemas",
    .upload_row = "Fila {number}",
    .upload_row_problems = "Problemas de la fila {number}",
    .upload_cell_problem = "{column}: {problem}",
    .upload_more_cells = {"y {count} celda más", "y {count} celdas más"},
    .column_row = "Fila",
    .column_outcome = "Qué ocurre",
    .outcome_added = "Nueva",
    .outcome_updated = "Cambiada",
    .outcome_unchanged = "Sin cambios",
    .outcome_failed = "Tiene problemas",

    // After something was done.
    .notice_draft_saved = "Guardado.",
    .notice_draft_approved = "Aprobado. Se pide al personal del registro que lo publique.",
    .notice_draft_published = "Publicado.",
    .notice_draft_unpublished = "Ya no es público.",
    .notice_draft_discarded = "El borrador desapareció.",
    .notice_draft_copied = "Esta es la copia.",
    .notice_table_saved = "Las filas están guardadas como borradores.",
    .notice_table_given_up = "Se abandonó la tabla; no se guardó nada.",
};

}  // namespace cartulary::web
