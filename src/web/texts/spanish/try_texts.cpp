#include "web/texts/try_texts.h"

namespace cartulary::web {

namespace {

constexpr TryTexts in_english;

constexpr TryTexts spanish = {
    .title = "Probarlo",
    .form_label = "Probar: {operation}",
    .for_real = "Este es el registro mismo: lo que la llamada cambie en él queda cambiado.",
    .deletes = "Este es el registro mismo: lo que la llamada elimine de él queda eliminado.",
    .confirm = "Sí, eliminarlo",
    .credentials = "Quién llama",
    .credentials_or = "O bien",
    .credentials_about =
        "Lo que escriba aquí se queda en esta página: se envía con la llamada, no se guarda en "
        "ninguna parte, y la orden de abajo lo nombra sin mostrarlo.",
    .key = "Clave de API",
    .sent_as = "Solo la clave. Se envía como {header}",
    .token = "Token",
    .user_name = "Nombre de usuario",
    .password = "Contraseña",
    .list_hint = "Si son varios valores, sepárelos con comas.",
    .body = "Cuerpo de la solicitud ({media})",
    .send = "Enviar la llamada",
    .command = "La misma llamada desde una terminal",
    .headers = "Encabezados de la respuesta",
    .answer = "Cuerpo de la respuesta",
    .sending = "Enviada. Esperando la respuesta …",
    .answered = "Respondió {status} en {milliseconds} ms, con {bytes} bytes.",
    .cut =
        "Respondió {status} en {milliseconds} ms. La respuesta es larga: se muestran sus "
        "primeros {bytes} bytes.",
    .late = "No llegó ninguna respuesta en {seconds} segundos.",
    .failed = "No llegó ninguna respuesta: {problem}",
    .no_text = "{media}, que no es texto.",
};

}  // namespace

const TryTexts& try_texts(const Texts& page) {
    return page.language == "es" ? spanish : in_english;
}

}  // namespace cartulary::web
