#include "web/texts/spanish/rooms.h"

namespace cartulary::web {

const PeopleTexts spanish_people_texts = {
    // Every page.
    .log_in_link = "Iniciar sesión",
    .dashboard_link = "Mi panel",
    .account_link = "Cuenta",
    .log_out_button = "Cerrar sesión",

    // Forms.
    .form_no_text = "el formulario contenía algo que no es texto",
    .form_outdated =
        "la página estuvo abierta demasiado tiempo, o su navegador no guarda cookies; ábrala otra "
        "vez",
    .form_problems_title = "Revise esto una vez más",
    .field_problem = "{field}: {problem}.",
    .wait_seconds = {"Hubo demasiados intentos. Inténtelo de nuevo en {count} segundo.",
                     "Hubo demasiados intentos. Inténtelo de nuevo en {count} segundos."},
    .wait_minutes = {"Hubo demasiados intentos. Inténtelo de nuevo en {count} minuto.",
                     "Hubo demasiados intentos. Inténtelo de nuevo en {count} minutos."},
    .first_name_label = "Nombre",
    .last_name_label = "Apellido",
    .password_now_label = "Contraseña",
    .current_password_label = "Su contraseña actual",
    .current_password_wrong = "Esa no es su contraseña actual.",
    .save_button = "Guardar",

    // What was done.
    .notice_address_confirmed = "Le damos la bienvenida. Su cuenta está lista.",
    .notice_logged_out = "Se cerró su sesión.",
    .notice_logged_out_everywhere = "Se cerraron todas sus sesiones.",
    .notice_password_reset = "Su contraseña nueva está establecida. Inicie sesión con ella.",
    .notice_password_changed = "Se cambió su contraseña y se cerraron todas sus demás sesiones.",
    .notice_name_changed = "Se cambió su nombre.",
    .notice_email_mailed =
        "Enviamos un correo a la dirección nueva. Vale una vez que usted abra el enlace que "
        "contiene.",
    .notice_email_changed = "Se cambió su correo electrónico.",
    .notice_second_factor_needed =
        "El personal necesita un segundo factor. Configure uno; hasta entonces sus derechos de "
        "personal quedan en pausa.",
    .notice_second_factor_off = "Su segundo factor está desactivado.",
    .notice_session_ended = "Se cerró la sesión de ese navegador.",
    .notice_invitation_mailed = "La invitación va en camino.",
    .notice_invitation_cancelled = "La invitación está cancelada.",
    .notice_invitation_accepted = "Ahora forma parte de la organización.",
    .notice_role_changed = "Se cambió el papel.",
    .notice_member_removed = "Esa persona ya no forma parte de la organización.",
    .notice_left = "Usted ya no forma parte de la organización.",
    .notice_join_asked =
        "Su solicitud va en camino a quienes administran la organización. Recibirá un correo "
        "cuando respondan.",
    .notice_member_let_in =
        "Ahora esa persona forma parte de la organización, y recibe un correo que lo dice.",
    .notice_join_declined = "La solicitud fue rechazada.",

    // The dashboard.
    .dashboard_title = "Sus organizaciones",
    .dashboard_none =
        "Todavía no forma parte de ninguna organización. Inscriba la suya, o pida una invitación a "
        "quienes la administran.",
    .dashboard_asked = "En espera de respuesta",
    .dashboard_asked_about = "Usted pidió unirse a {organization}.",
    .members_link = "Integrantes de {organization}",
    .status_draft = "Borrador",
    .status_submitted = "En espera de aprobación",
    .status_approved = "Aprobada",
    .status_declined = "Rechazada",
    .status_inactive = "Inactiva",
    .status_blocked = "Bloqueada",
    .status_retired = "Retirada",
    .role_administrator = "Administración",
    .role_publisher = "Publicación",
    .role_viewer = "Consulta",
    .column_organization = "Organización",
    .column_role = "Su papel",
    .column_standing = "Estado",
    .column_pages = "Páginas",

    // Members.
    .members_title = "Integrantes de {organization}",
    .members_about =
        "Quien administra se ocupa de la organización y de sus integrantes, quien publica lo hace "
        "en nombre de ella, y quien consulta ve lo que hacen los demás.",
    .members_caption = "Integrantes",
    .column_member = "Nombre",
    .column_email = "Correo electrónico",
    .column_member_role = "Papel",
    .column_actions = "Lo que puede hacer",
    .member_you = "usted",
    .role_label = "Papel",
    .role_of = "Papel de {person}",
    .role_button = "Cambiar el papel",
    .remove_button = "Quitar",
    .remove_of = "Quitar a {person}",
    .leave_title = "Salir",
    .leave_about = "Después ya no ve ni hace nada aquí.",
    .leave_button = "Salir de {organization}",
    .invite_title = "Invitar a alguien",
    .invite_about =
        "La persona recibe un correo con un enlace que sirve durante siete días, y no necesita "
        "tener antes una cuenta.",
    .invite_button = "Enviar la invitación",
    .invitations_title = "Invitaciones",
    .invitation_entry = "{email}, papel: {role}, hasta el {date}",
    .cancel_button = "Cancelar",
    .cancel_of = "Cancelar la invitación de {email}",
    .requests_title = "Quién pide unirse",
    .request_entry = "{person} ({email}) lo pidió el {date}.",
    .let_in_button = "Admitir",
    .decline_request_button = "Rechazar",
    .let_in_of = "Admitir a {person}",
    .decline_of = "Rechazar la solicitud de {person}",
    .request_role_of = "Papel de {person}",

    // Coming into an organization.
    .invitation_title = "Tiene una invitación de {organization}",
    .invitation_about = "Papel: {role}, por una invitación para {email}.",
    .invitation_accept = "Aceptar",
    .invitation_log_in =
        "Hay una cuenta con esta dirección. Inicie sesión con ella y vuelva por el mismo enlace.",
    .invitation_other =
        "Usted inició sesión como {email}, pero la invitación es para otra dirección. Cierre la "
        "sesión y abra el enlace otra vez.",
    .invitation_new = "Cree su cuenta para aceptarla.",
    .invitation_new_button = "Crear la cuenta y aceptar",
    .join_title = "Pedir unirse a {organization}",
    .join_about =
        "Quienes la administran reciben un correo con su nombre, su dirección y lo que escriba "
        "aquí. Ellos deciden si le admiten.",
    .join_note_label = "Quién es usted y por qué lo pide (opcional)",
    .join_button = "Pedir unirse",
};

}  // namespace cartulary::web
