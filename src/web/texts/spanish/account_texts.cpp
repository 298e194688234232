#include "web/texts/spanish/rooms.h"

namespace cartulary::web {

const AccountTexts spanish_account_texts = {
    // Setting a password by a mailed link.
    .confirm_title = "Establezca su contraseña",
    .confirm_about = "Elija la contraseña de su cuenta en {registry}.",
    .email_label = "Correo electrónico",
    .password_label = "Contraseña nueva",
    .password_hint =
        "Al menos 12 caracteres. Unas pocas palabras que usted recuerde son una buena contraseña.",
    .repeated_label = "La misma contraseña otra vez",
    .confirm_button = "Establecer la contraseña",
    .problems_title = "Su contraseña todavía no está establecida",
    .problem_title = "Problema: {page}",
    .password_missing = "Escriba una contraseña.",
    .password_problem = "La contraseña {problem}.",
    .repeated_missing = "Escriba la contraseña por segunda vez.",
    .repeated_differs =
        "Las dos contraseñas son distintas. Escriba la misma contraseña en los dos campos.",
    .confirmed_title = "Su contraseña está establecida",
    .confirmed_about =
        "La cuenta {email} en {registry} tiene ahora la contraseña que usted eligió. El enlace del "
        "correo ya no sirve; puede borrar el correo.",
    .gone_title = "Este enlace ya no vale",
    .gone_about =
        "Ya se usó, es demasiado viejo o no se copió completo. No se cambió ninguna contraseña.",
    .gone_whole =
        "Mire otra vez el correo: el enlace debe abrirse desde el primero hasta el último "
        "carácter.",
    .gone_used =
        "¿Ya estableció antes una contraseña con él? Entonces vale esa contraseña, y usted no "
        "necesita ningún enlace.",
    .gone_new =
        "Si no, pida un enlace nuevo a quien inscribió su organización o al personal de "
        "{registry}.",

    // Signing up.
    .sign_up_title = "Crear una cuenta",
    .sign_up_about =
        "Con una cuenta en {registry} puede inscribir su organización, publicar lo que ofrece y "
        "ocuparse de ella junto con otras personas.",
    .sign_up_button = "Crear la cuenta",
    .sign_up_log_in = "¿Ya tiene una cuenta? {log_in}",
    .choose_password_label = "Contraseña",
    .mailed_title = "Mire su correo",
    .sign_up_mailed_about =
        "Enviamos un correo a la dirección que usted dio. Abra el enlace que contiene dentro de 24 "
        "horas, y su cuenta estará lista.",
    .mailed_missing =
        "¿No llega nada después de unos minutos? Mire entre el correo no deseado y compruebe que "
        "la dirección sea correcta; después puede intentarlo de nuevo.",
    .sign_up_confirm_title = "Confirme su correo electrónico",
    .sign_up_confirm_about =
        "Escriba la contraseña que eligió para {email}, para que sepamos que fue usted quien creó "
        "la cuenta.",
    .sign_up_confirm_wrong =
        "Esa no es la contraseña que se eligió. ¿Ya no la recuerda? Cree la cuenta de nuevo.",
    .sign_up_confirm_button = "Confirmar e iniciar sesión",
    .link_over_about = "Ya se usó, es demasiado viejo o no se copió completo.",
    .sign_up_again = "Crear la cuenta de nuevo",
    .reset_again = "Pedir un enlace nuevo",

    // Logging in.
    .log_in_title = "Iniciar sesión",
    .log_in_button = "Iniciar sesión",
    .log_in_wrong =
        "El correo electrónico o la contraseña son incorrectos. No se dice cuál de los dos: revise "
        "ambos.",
    .log_in_forgot = "¿Olvidó su contraseña?",
    .log_in_sign_up = "¿Todavía no tiene una cuenta? {sign_up}",
    .code_title = "Escriba el código",
    .code_about =
        "Su aplicación de autenticación muestra un código de seis cifras para {registry}.",
    .code_label = "Código",
    .code_wrong =
        "Ese código es incorrecto o ya se usó. Cada uno sirve una vez y durante medio minuto: "
        "espere el siguiente.",
    .code_lost = "¿No la tiene consigo? Use un código de recuperación.",
    .recovery_title = "Usar un código de recuperación",
    .recovery_about =
        "Uno de los diez códigos que guardó al configurar el segundo factor. Cada uno sirve una "
        "vez.",
    .recovery_label = "Código de recuperación",
    .recovery_wrong = "Ese código de recuperación es incorrecto o ya se usó.",
    .recovery_back = "Usar en cambio la aplicación de autenticación",

    // Forgotten passwords.
    .forgot_title = "¿Olvidó su contraseña?",
    .forgot_about =
        "Escriba la dirección de su cuenta, y le enviamos un enlace para establecer otra "
        "contraseña.",
    .forgot_button = "Enviar el enlace",
    .forgot_mailed_about =
        "Enviamos un correo a la dirección que usted dio. El enlace que contiene sirve durante una "
        "hora.",
    .reset_title = "Establezca una contraseña nueva",
    .reset_about = "Es para la cuenta {email}. Se cierran todas sus sesiones.",

    // The account.
    .account_title = "Su cuenta",
    .account_name = "Nombre",
    .account_email = "Correo electrónico",
    .account_password = "Contraseña",
    .account_password_set = "Establecida",
    .account_second_factor = "Segundo factor",
    .account_sessions = "Dónde tiene sesiones abiertas",
    .account_on = "Activado",
    .account_off = "Desactivado",
    .change_name_link = "Cambiar su nombre",
    .change_email_link = "Cambiar su correo electrónico",
    .change_password_link = "Cambiar su contraseña",
    .second_factor_link = "Administrar su segundo factor",
    .sessions_link = "Ver dónde tiene sesiones abiertas",
    .name_title = "Cambiar su nombre",
    .email_title = "Cambiar su correo electrónico",
    .email_about =
        "Su cuenta tiene la dirección {email}. Enviamos un enlace a la nueva, y avisamos a la "
        "anterior cuando se haya abierto.",
    .new_email_label = "Correo electrónico nuevo",
    .email_button = "Enviar el enlace",
    .email_confirm_title = "Usar este correo electrónico",
    .email_confirm_about =
        "Desde ahora su cuenta tiene la dirección {email}. Con ella inicia sesión, y ahí llega el "
        "correo.",
    .email_confirm_button = "Usar esta dirección",
    .change_password_title = "Cambiar su contraseña",
    .change_password_about = "Se cierran todas sus demás sesiones.",
    .change_password_button = "Cambiar la contraseña",

    // The second factor.
    .factor_title = "Segundo factor",
    .factor_about =
        "Además de la contraseña, para iniciar sesión hace falta entonces un código que muestra "
        "una aplicación de autenticación en su teléfono o computadora. Quien solo conoce su "
        "contraseña no puede entrar.",
    .factor_begin_button = "Configurarlo",
    .factor_is_on = "Su segundo factor está activado.",
    .factor_codes_left = "Códigos de recuperación que quedan: {count} de {all}.",
    .factor_off_title = "Desactivarlo",
    .factor_off_about =
        "Desde entonces su contraseña sola basta para iniciar sesión. Sus códigos de recuperación "
        "dejan de valer.",
    .factor_off_button = "Desactivarlo",
    .factor_renew_title = "Códigos de recuperación nuevos",
    .factor_renew_about = "Reemplazan a todos los que tiene.",
    .factor_renew_button = "Generar códigos nuevos",
    .set_up_title = "Configurar el segundo factor",
    .set_up_scan =
        "Escanee esta imagen con su aplicación de autenticación, o dele la clave de abajo.",
    .set_up_picture = "La clave como código QR, para aplicaciones de autenticación",
    .set_up_key = "Clave: {key}",
    .set_up_address = "Con una aplicación en este dispositivo: {link}",
    .set_up_open = "Abrir en una aplicación de autenticación",
    .set_up_code = "Después escriba el código que muestra.",
    .set_up_button = "Activarlo",
    .codes_title = "Sus códigos de recuperación",
    .codes_about =
        "Su segundo factor está activado. Guarde estos códigos donde los encuentre sin su "
        "teléfono: en papel o en un administrador de contraseñas. Cada uno le permite entrar una "
        "vez en lugar de la aplicación. Solo se muestran ahora.",
    .codes_renewed_about =
        "Guarde estos códigos donde los encuentre sin su teléfono: en papel o en un administrador "
        "de contraseñas. Cada uno le permite entrar una vez en lugar de la aplicación. Solo se "
        "muestran ahora, y los anteriores ya no valen.",
    .codes_done = "Ya los guardé",

    // Sessions.
    .sessions_title = "Dónde tiene sesiones abiertas",
    .sessions_here = "Este navegador",
    .sessions_unknown = "Un programa que no dice su nombre",
    .sessions_network = "Red {network}",
    .sessions_since = "Sesión iniciada el {date}",
    .sessions_used = "Último uso el {date}",
    .sessions_end = "Cerrar esta",
    .sessions_end_label = "Cerrar esta: {browser}",
    .sessions_end_all = "Cerrar todas las sesiones",
    .sessions_end_all_about = "¿Hay aquí algo que no es de usted? Ciérrelo y cambie su contraseña.",
};

}  // namespace cartulary::web
