#include "web/texts/spanish/rooms.h"

namespace cartulary::web {

const StaffTexts spanish_staff_texts = {
    // Every page.
    .staff_link = "Personal",
    .staff_navigation = "Páginas del personal",
    .staff_title_in_window = "{page} – Personal",
    .staff_nothing = "no hay nada en {path}",
    .staff_overview = "Resumen",
    .staff_waiting = "Organizaciones en espera",
    .staff_publications = "Publicaciones en espera",
    .staff_organizations = "Organizaciones",
    .staff_people = "Personas",
    .staff_activity = "Actividad",
    .staff_mail = "Correo",
    .staff_webhooks = "Webhooks",
    .staff_moment = "{date}, {time} UTC",
    .staff_yes = "Sí",
    .staff_no = "No",
    .staff_search_button = "Buscar",
    .staff_none_found = "No se encontró nada.",
    .staff_more = "Y {count} más.",
    .staff_states = "Cuáles",
    .staff_reason = "Motivo",

    // What was done.
    .notice_organizations_approved =
        "Están aprobadas, y quienes las administran reciben un correo.",
    .notice_organization_declined =
        "La organización está rechazada, y quienes la administran reciben un correo con el motivo.",
    .notice_organization_blocked =
        "La organización está bloqueada. Nada de su registro es público.",
    .notice_organization_unblocked = "La organización está aprobada de nuevo.",
    .notice_partner_trusted = "La organización es ahora un socio de confianza.",
    .notice_partner_distrusted = "La organización ya no es un socio de confianza.",
    .notice_drafts_published = "Están publicadas, y quienes las escribieron reciben un correo.",
    .notice_draft_sent_back = "Está devuelta, y quien la aprobó recibe un correo con el motivo.",
    .notice_staff_added = "Esta persona forma ahora parte del personal.",
    .notice_staff_removed = "Esta persona ya no forma parte del personal.",
    .notice_sessions_ended = "Se cerraron todas las sesiones de esta persona.",
    .notice_second_factor_reset =
        "El segundo factor está desactivado. Se cerraron todas las sesiones de esta persona, que "
        "recibe un correo.",
    .notice_confirmation_mailed = "El correo va en camino.",
    .notice_mail_requeued = "El correo se envía de nuevo.",
    .notice_mails_requeued = "Todos los que sirven se envían de nuevo.",
    .notice_delivery_requeued = "Se intenta ahora de nuevo.",

    // The overview.
    .staff_title = "El registro de un vistazo",
    .staff_waits_title = "Lo que espera",
    .staff_column_what = "Qué",
    .staff_column_count = "Cuántos",
    .staff_waits_organizations = "Organizaciones que esperan aprobación",
    .staff_waits_drafts = "Publicaciones que esperan salir",
    .staff_waits_mails = "Correos que esperan su envío",
    .staff_given_up_mails = "Correos abandonados",
    .staff_waits_deliveries = "Webhooks que esperan su aviso",
    .staff_dead_deliveries = "Webhooks abandonados",
    .staff_charts_title = "Los últimos días",
    .staff_chart = "{what}: {count} en {days} días, {today} hoy",
    .staff_registrations = "Inscripciones",
    .staff_publications_by_day = "Publicaciones",
    .staff_searches = "Búsquedas",
    .staff_numbers = "Los mismos números en una tabla",
    .staff_column_day = "Día (UTC)",
    .staff_health_title = "Salud",
    .staff_approved = "Organizaciones aprobadas",
    .staff_blocked = "Organizaciones bloqueadas",
    .staff_database = "Tamaño de la base de datos",
    .staff_megabytes = "{whole}.{tenth} MB",
    .staff_version = "Versión",
    .staff_since = "En marcha desde",
    .staff_started = "{moment} ({life})",
    .staff_life_hours = "{hours} h {minutes} min",
    .staff_life_days = "{days} d {hours} h",

    // Queues.
    .staff_nothing_waits = "No espera nada. Buen trabajo.",
    .staff_column_choose = "Elegir",
    .staff_choose = "Elegir {name}",
    .staff_none_chosen = "no se eligió nada; marque de qué se trata",
    .staff_column_since = "Espera desde",
    .staff_column_duplicates = "Quizá ya inscrita como",
    .staff_duplicate = "{organization}: {reasons}",
    .staff_no_duplicates = "Nada se le parece.",
    .staff_approve_button = "Aprobar las elegidas",
    .staff_decline_title = "Rechazar una",
    .staff_decline_hint =
        "Lo leen quienes la administran. Diga qué tiene que cambiar, para que puedan enviarla de "
        "nuevo.",
    .staff_decline_button = "Rechazar",
    .staff_left_title = "No todas se pudieron aprobar",
    .staff_left = "{name}: {problem}",

    // Publications.
    .staff_column_name = "Nombre",
    .staff_column_type = "Clase",
    .staff_publish_button = "Publicar las elegidas",
    .staff_publish_one = "Publicar",
    .staff_drafts_left = "Publicadas: {count}. Sin publicar: {left}",
    .staff_draft_problems = "Qué problemas tiene",
    .staff_draft_unknown = "nada con este CTID espera publicación",
    .staff_send_back_title = "Devolver",
    .staff_send_back_hint =
        "Lo lee quien la aprobó. Diga qué tiene que cambiar antes de que se pueda publicar.",
    .staff_send_back_button = "Devolver",
    .staff_preview_title = "Lo que se publicaría",

    // Organizations.
    .staff_search_organizations = "Parte del nombre, o el CTID",
    .staff_any_status = "Todos los estados",
    .staff_column_entered = "Ingresada el",
    .staff_trusted = "Socio de confianza",
    .staff_organization_unknown = "ninguna organización tiene este CTID",
    .staff_ctid = "CTID",
    .staff_changed = "Cambiada el",
    .staff_events = "Sucesos",
    .staff_activity_of = "Todo lo que ocurrió",
    .staff_no_members = "No tiene integrantes.",
    .staff_third_parties = "Quién puede publicar en su nombre",
    .staff_third_party = "{organization}: {status}, desde el {date}",
    .staff_keys = "Claves de API",
    .staff_key = "{label}, creada el {date}",
    .staff_key_revoked = "{label}, creada el {date}, revocada el {end}",
    .staff_decisions = "Lo que se decidió",
    .staff_decision = "{what} por {who}, {when}",
    .staff_block_title = "Bloquear",
    .staff_block_about =
        "Quita la organización de la vista pública. Ni sus personas ni sus claves pueden publicar "
        "nada hasta que se apruebe de nuevo, lo que usted puede hacer aquí en cualquier momento.",
    .staff_reason_hint = "Solo lo lee el personal.",
    .staff_block_button = "Bloquear",
    .staff_unblock_title = "Aprobar de nuevo",
    .staff_unblock_button = "Aprobar de nuevo",
    .staff_trust_title = "Socio de confianza",
    .staff_trust_about =
        "Un socio de confianza publica sin que nadie lo revise antes, e inscribe a otras "
        "organizaciones.",
    .staff_trust_button = "Hacerla socio de confianza",
    .staff_distrust_button = "Ya no es socio de confianza",

    // People.
    .staff_search_people = "Parte del nombre o del correo electrónico",
    .staff_only_staff = "Solo el personal",
    .staff_part = "{organization}: {role} ({status})",
    .staff_no_parts = "Esta persona no forma parte de ninguna organización.",
    .staff_entered_person = "Conocida desde",
    .staff_has_password = "Ha establecido una contraseña",
    .staff_has_second_factor = "Tiene un segundo factor",
    .staff_is_staff = "Forma parte del personal",
    .staff_sessions = "Dónde tiene sesiones abiertas esta persona",
    .staff_session = "{browser}, red {network}, último uso {used}",
    .staff_person_acts = "Lo que puede hacer",
    .staff_own_account = "Esta es su propia cuenta: lo demás lo hace otra persona del personal.",
    .staff_end_sessions_about =
        "Cierra todas las sesiones de esta persona. Puede iniciar sesión de nuevo.",
    .staff_end_sessions_button = "Cerrar todas las sesiones",
    .staff_confirmation_about =
        "Esta persona todavía no ha establecido una contraseña. Los enlaces que se enviaron antes "
        "dejan entonces de valer.",
    .staff_confirmation_button = "Enviar otro enlace",
    .staff_reset_about =
        "Para quien perdió el segundo factor: desde entonces basta la contraseña sola. Asegúrese "
        "de que habla con esta persona, y no con alguien que quiere su cuenta.",
    .staff_reset_sure = "Tengo la certeza de que esta persona lo pidió",
    .staff_reset_button = "Desactivar el segundo factor",
    .staff_add_about = "El personal ve y decide todo aquí, y puede incorporar a otras personas.",
    .staff_add_sure = "Tengo la certeza de que esta persona debe formar parte del personal",
    .staff_add_button = "Incorporar al personal",
    .staff_remove_about = "Esta persona forma parte del personal.",
    .staff_remove_button = "Quitar del personal",
    .staff_not_sure = "no se hizo nada, porque no se marcó la casilla junto al botón",

    // Activity.
    .staff_column_when = "Cuándo",
    .staff_column_about = "Sobre",
    .staff_column_actor = "Quién",
    .staff_any_type = "Todas las clases",
    .staff_ctid_of_organization = "CTID de la organización",
    .staff_actor_hint =
        "El correo electrónico de una persona, o como el registro de actividad nombra a otros: "
        "\"organization:ce-…\", \"command\".",
    .staff_from = "Desde (día, UTC)",
    .staff_to = "Hasta (día, UTC)",
    .staff_no_date = "Eso no es una fecha. Escríbala así: 2026-09-21.",
    .staff_no_ctid = "Eso no es un CTID. Empieza por \"ce-\".",
    .staff_no_such_organization = "Ninguna organización tiene este CTID.",
    .staff_csv = "Todo esto como tabla (CSV)",
    .staff_json_lines = "Todo esto para programas (líneas JSON)",

    // Mail and webhooks.
    .staff_mail_waiting = "En espera",
    .staff_mail_sent = "Enviados",
    .staff_mail_given_up = "Abandonados",
    .staff_column_to = "Para",
    .staff_column_queued = "Escrito",
    .staff_column_tries = "Intentos",
    .staff_column_reason = "Lo que se dijo",
    .staff_next_try = "Próximo intento: {moment}",
    .staff_link_gone = "Su enlace está borrado",
    .staff_requeue_button = "Intentar de nuevo",
    .staff_requeue_all_button = "Intentar todo de nuevo",
    .staff_requeue_mail = "Intentar de nuevo: el correo a {address}",
    .staff_requeue_all_mails = "Intentar de nuevo todos los que sirven",
    .staff_delivery_waiting = "En espera",
    .staff_delivery_delivered = "Entregados",
    .staff_delivery_dead = "Abandonados",
    .staff_no_attempt = "Todavía ninguno",
    .staff_attempts = "Intentos: {count}",
    .staff_attempt = "{moment}: {answer}, {duration} ms",
    .staff_requeue_delivery = "Intentar de nuevo: {type} de {organization}",
    .staff_requeue_deliveries = "Intentar de nuevo todo lo de {organization}",
};

}  // namespace cartulary::web
