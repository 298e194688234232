#include "web/texts/spanish/rooms.h"

namespace cartulary::web {

const BadgeTexts spanish_badge_texts = {
    // An organization.
    .organization_unknown =
        "aquí no hay ninguna organización con ese nombre, o todavía no está aprobada",
    .verified = "Verificada por {registry}",
    .website = "Sitio web",
    .place = "Lugar",
    .place_next = ", ",
    .email = "Correo electrónico",
    .badges = "Insignias",
    .badges_none = "Por ahora esta organización no ofrece insignias aquí.",

    // Badges, and what their issuer says of them.
    .template_unknown =
        "aquí no hay ninguna insignia con ese nombre, o no está abierta a todo el mundo",
    .template_title = "{badge}, una insignia de {issuer}",
    .template_archived =
        "{issuer} ya no emite esta insignia. Las que se emitieron quedan como están.",
    .badge_picture = "Imagen de la insignia {badge}",
    .issued_by = "Emitida por",
    .level = "Nivel",
    .cost = "Costo",
    .time_to_earn = "Tiempo para obtenerla",
    .type_category = "Clase",
    .more_about_it = "Más información",
    .skills = "Habilidades",
    .criteria = "Criterios",
    .activities = "Cómo se obtiene",
    .alignments = "Estándares con los que está alineada",
    .recommendations = "Qué hacer después",
    .machine_data = "Para programas: esta insignia como datos de Open Badges 2.0",

    // A badge that was issued.
    .badge_unknown = "no hay ninguna insignia en esta dirección, o no está abierta a todo el mundo",
    .badge_title = "{badge}, emitida para {earner}",
    .badge_title_nameless = "{badge}, emitida por {issuer}",
    .issued_to = "Emitida para",
    .issued_on = "Fecha de emisión",
    .expires_on = "Vence el",
    .expired_on = "Venció el",
    .badge_about = "Acerca de esta insignia",
    .badge_template_link = "Todo sobre {badge}",
    .evidence = "Evidencias",
    .standing_pending = "Todavía no aceptada",
    .standing_valid = "Válida",
    .standing_expired = "Vencida",
    .standing_declined = "Rechazada",
    .standing_revoked = "Revocada",
    .pending_about =
        "{issuer} emitió esta insignia. Quien la recibe todavía no la ha aceptado, y hasta "
        "entonces no se dice su nombre.",
    .valid_about = "{issuer} emitió esta insignia y quien la recibió la aceptó.",
    .expired_about = "Esta insignia ya no es válida, pues su plazo terminó.",
    .declined_about = "Quien recibió esta insignia no la quiso.",
    .revoked_about = "{issuer} revocó esta insignia. Ya no es válida.",
    .revoked_on_about = "{issuer} revocó esta insignia el {date}. Ya no es válida.",
    .replaced_about = "En su lugar se emitió otra insignia.",

    // The page where an earner decides about a badge.
    .earner_title = "Su insignia: {badge}",
    .yours_pending = "{issuer} le emitió esta insignia. Usted todavía no ha decidido.",
    .yours_valid = "{issuer} le emitió esta insignia, y usted la aceptó.",
    .yours_declined = "Usted rechazó esta insignia. Solo {issuer} sabe todavía que se le emitió.",
    .decide_title = "¿Quiere esta insignia?",
    .decide_public =
        "Una vez que la acepte, cualquiera que tenga la dirección de su página pública puede verla "
        "con su nombre, sus fechas y sus evidencias. Antes puede hacerla privada, y cambiar eso en "
        "cualquier momento. Su correo electrónico nunca se muestra.",
    .decide_private =
        "Es privada: cuando la acepte, solo usted y {issuer} podrán verla, a menos que usted la "
        "haga pública. Su correo electrónico nunca se muestra.",
    .accept_button = "Aceptar esta insignia",
    .decline_button = "Rechazarla",
    .privacy_title = "Quién puede verla",
    .privacy_pending =
        "La insignia es pública: tiene una página para todo el mundo, que no dice su nombre antes "
        "de que usted la acepte.",
    .privacy_public =
        "La insignia es pública: cualquiera que tenga la dirección de su página puede verla con su "
        "nombre. Comparta esa dirección, no la de esta página:",
    .privacy_private = "La insignia es privada: solo usted y {issuer} pueden verla.",
    .hide_button = "Hacerla privada",
    .publish_button = "Hacerla pública",
    .regret_title = "¿Cambió de opinión?",
    .decline_about = "Todavía puede rechazar la insignia. Entonces su página pública desaparece.",
    .accept_about = "Todavía puede aceptar la insignia.",
    .done_accept = "Usted aceptó esta insignia.",
    .done_decline = "Usted rechazó esta insignia.",
    .done_publish = "Ahora esta insignia es pública.",
    .done_hide = "Ahora esta insignia es privada.",
    .not_done_revoked = "No se cambió nada, porque entretanto la insignia fue revocada.",
    .decision_unknown = "el formulario no decía qué hacer",
    .link_wrong_title = "Este enlace no funciona",
    .link_wrong_about =
        "No se copió completo, o la insignia de la que trata ya no existe. No se cambió nada.",
    .link_wrong_whole =
        "Mire otra vez el correo: el enlace debe abrirse desde el primero hasta el último "
        "carácter.",
    .link_wrong_ask =
        "Si no, pregunte a la organización que emitió la insignia. Solo ella puede emitir otra.",
};

}  // namespace cartulary::web
