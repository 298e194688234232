#include "web/texts/spanish/rooms.h"

namespace cartulary::web {

const RightsTexts spanish_rights_texts = {
    // API keys.
    .keys_title = "Claves de API de {organization}",
    .keys_about =
        "Con una clave, un programa publica y lee en nombre de su organización. Dé a cada programa "
        "una propia, para poder revocarla sola.",
    .keys_none = "Todavía no hay ninguna clave.",
    .keys_caption = "Claves",
    .key_label = "Nombre de la clave",
    .key_label_hint = "Para qué es: por ejemplo, el nombre del programa.",
    .key_make_title = "Crear una clave",
    .key_make_button = "Crear una clave",
    .key_not_approved = "Se pueden crear claves una vez que la organización esté aprobada.",
    .key_made_title = "Su clave nueva",
    .key_made_about =
        "Esta es la clave “{label}”. Cópiela ahora a donde el programa guarda sus secretos: solo "
        "se muestra esta vez.",
    .key_made_done = "Ya la copié",
    .column_key = "Clave",
    .column_made = "Creada",
    .column_last_used = "Último uso",
    .column_state = "Estado",
    .key_never_used = "Nunca",
    .key_revoked_on = "Revocada el {date}",
    .key_in_use = "En uso",
    .key_revoke = "Revocar",
    .key_revoke_of = "Revocar {label}",
    .key_unknown = "ninguna clave en uso tiene esa dirección",
    .key_revoke_title = "¿Revocar la clave “{label}”?",
    .key_revoke_about =
        "A los programas que todavía la usan se les niega todo de inmediato. Una clave revocada "
        "queda revocada.",
    .key_revoke_button = "Revocarla",
    .key_keep_link = "Conservarla",

    // Third parties.
    .third_parties_title = "Terceros de {organization}",
    .third_parties_about =
        "Otra organización puede publicar en nombre de la suya, y la suya en nombre de otras. Lo "
        "que se publica pertenece a la organización en cuyo nombre se publicó, y queda cuando el "
        "derecho termina.",
    .publish_for_us_title = "Quién puede publicar en nuestro nombre",
    .publish_for_us_none = "Nadie más publica en nombre de {organization}.",
    .we_publish_for_title = "En nombre de quién podemos publicar",
    .we_publish_for_none = "{organization} no publica en nombre de nadie más.",
    .column_other = "Organización",
    .column_since = "Desde",
    .third_party_asks_us = "Pide publicar en nuestro nombre",
    .third_party_we_asked = "Pedido, todavía sin respuesta",
    .third_party_may = "Puede publicar",
    .third_party_allow = "Permitir",
    .third_party_allow_of = "Permitir: {organization}",
    .third_party_decline = "Rechazar",
    .third_party_decline_of = "Rechazar la solicitud de {organization}",
    .third_party_revoke = "Retirar el derecho",
    .third_party_revoke_of = "Retirar el derecho: {organization}",
    .third_party_give_up = "Devolver el derecho",
    .third_party_give_up_of = "Devolver el derecho: {organization}",
    .third_party_cancel = "Dejar de pedir",
    .third_party_cancel_of = "Dejar de pedir: {organization}",
    .third_party_revoke_title = "¿Retirar el derecho de {organization}?",
    .third_party_give_up_title = "¿Devolver el derecho de publicar en nombre de {organization}?",
    .third_party_end_about =
        "Desde entonces no puede publicar nada más. Lo que se publicó queda, y pertenece a la "
        "organización en cuyo nombre se publicó.",
    .third_party_end_button = "Terminar el derecho",
    .third_party_keep_link = "Conservarlo",
    .third_party_find_title = "Buscar otra organización",
    .third_party_find_label = "Nombre o CTID",
    .third_party_find_button = "Buscar",
    .third_party_found_title = "Encontradas",
    .third_party_found_none = "No se encontró ninguna organización aprobada con ese nombre o CTID.",
    .third_party_grant_button = "Permitirle publicar en nuestro nombre",
    .third_party_grant_of = "Permitirle publicar en nuestro nombre: {organization}",
    .third_party_ask_button = "Pedir publicar en su nombre",
    .third_party_ask_of = "Pedir publicar en su nombre: {organization}",

    // Webhooks.
    .webhook_title = "Webhook de {organization}",
    .webhook_about =
        "Lo que ocurre con su organización se comunica de inmediato a una dirección de usted, "
        "firmado con un secreto.",
    .webhook_url_label = "Dirección",
    .webhook_url_hint = "Una dirección https propia. Vacía: no se comunica nada.",
    .webhook_types_label = "Qué se comunica",
    .webhook_types_hint =
        "Si no elige nada: lo que concierne a las insignias y a la organización misma.",
    .webhook_disabled =
        "No se envía nada, porque el receptor se negó: {reason}. Guarde la dirección una vez más, "
        "o intente de nuevo lo que se abandonó.",
    .webhook_secret_title = "Secreto",
    .webhook_secret_about =
        "Con él, su receptor comprueba que un mensaje es nuestro (Standard Webhooks).",
    .webhook_secret_is = "El secreto:",
    .webhook_secret_old_until = "El anterior también firma hasta el {date}.",
    .webhook_secret_show = "Mostrar el secreto",
    .webhook_secret_rotate = "Crear un secreto nuevo",
    .webhook_secret_rotate_title = "¿Crear un secreto nuevo?",
    .webhook_secret_rotate_about =
        "Durante 24 horas los mensajes se firman con los dos, para que usted pueda cambiar el "
        "receptor.",
    .webhook_deliveries_title = "Mensajes",
    .webhook_deliveries_none = "Todavía no hay ningún mensaje.",
    .column_event = "Qué",
    .column_when = "Cuándo",
    .column_tries = "Intentos",
    .delivery_waiting = "En espera",
    .delivery_delivered = "Entregado",
    .delivery_dead = "Abandonado",
    .delivery_requeue = "Intentar de nuevo",
    .delivery_requeue_all = "Intentar de nuevo todos los abandonados",
    .delivery_title = "Mensaje: {event}",
    .delivery_id = "Identificador",
    .delivery_next = "Próximo intento",
    .delivery_ended = "Terminado",
    .delivery_attempts_title = "Intentos",
    .delivery_attempts_none = "Todavía no se intentó nada.",
    .column_answer = "Respuesta",
    .column_duration = "Duración",
    .column_problem = "Problema",
    .no_answer = "Ninguna",
    .milliseconds = "{count} ms",
    .back_to_webhook = "Volver al webhook",
};

}  // namespace cartulary::web
