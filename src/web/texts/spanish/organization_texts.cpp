#include "web/texts/spanish/rooms.h"

namespace cartulary::web {

const OrganizationTexts spanish_organization_texts = {
    // What was done.
    .notice_organization_saved = "La organización está guardada.",
    .notice_organization_submitted =
        "La organización está enviada. Recibirá un correo cuando el personal la haya revisado.",
    .notice_organization_withdrawn =
        "La organización es otra vez un borrador, y no espera a nadie.",
    .notice_organization_discarded = "La organización está descartada.",
    .notice_key_revoked = "La clave está revocada. Ya no abre nada.",
    .notice_third_party_granted =
        "Desde ahora puede publicar en nombre de su organización, y recibe un correo que lo dice.",
    .notice_third_party_ended = "El derecho ha terminado. Lo que se publicó queda como está.",
    .notice_third_party_asked = "Su solicitud va en camino. Recibirá un correo cuando se responda.",
    .notice_webhook_saved = "El webhook está guardado.",
    .notice_webhook_secret_changed =
        "Hay un secreto nuevo. El anterior también firma durante 24 horas.",
    .notice_webhook_requeued = "Lo que se había abandonado se intenta ahora de nuevo.",

    // On every page of one.
    .own_navigation = "Páginas de {organization}",
    .own_overview_link = "Resumen",
    .own_edit_link = "Registro",
    .own_publisher_link = "Publicar",
    .own_members_link = "Integrantes",
    .own_keys_link = "Claves de API",
    .own_third_parties_link = "Terceros",
    .own_webhooks_link = "Webhook",
    .own_history_link = "Historial",
    .own_public_link = "Página pública",

    // The dashboard.
    .dashboard_new_link = "Inscribir una organización",
    .dashboard_next = "Qué hacer después",
    .next_submit = "Complétela y envíela para su aprobación",
    .next_wait = "Espere al personal; recibirá un correo",
    .next_mend = "Corrija lo que se rechazó y envíela de nuevo",
    .next_publish = "Publique lo que ofrece",
    .next_approve = "Apruebe lo que se escribió: {count}",
    .next_returned = "Corrija lo que se devolvió: {count}",

    // One organization.
    .own_draft_about =
        "Esta organización es un borrador. Solo la ven sus integrantes. Cuando esté todo lo "
        "necesario, envíela: entonces la revisa el personal de {registry}.",
    .own_submitted_about =
        "Esta organización espera al personal de {registry} desde el {date}. Nada de ella es "
        "público antes de que la apruebe.",
    .own_approved_about =
        "Esta organización está aprobada desde el {date}. Su registro es público.",
    .own_declined_about =
        "El personal de {registry} rechazó esta organización el {date}. Cambie lo que indica y "
        "envíela de nuevo.",
    .own_resting_about =
        "Esta organización no es pública ni puede publicar. Pregunte al personal de {registry}.",
    .own_reason = "Escriben:",
    .own_missing_title = "Lo que falta antes de poder enviarla",
    .own_record_title = "Registro",
    .own_ctid = "CTID",
    .own_status = "Estado",
    .submit_button = "Enviar para su aprobación",
    .withdraw_button = "Retirarla para cambiarla",
    .withdraw_about = "Puede cambiarla mientras espera; si la retira, nadie la revisa.",
    .discard_link = "Descartar esta organización",
    .discard_title = "¿Descartar {organization}?",
    .discard_about =
        "Desaparece para todas las personas que la integran, con lo que se escribió en ella. Esto "
        "no se puede deshacer.",
    .discard_button = "Descartarla",
    .keep_link = "Conservarla",

    // Entering and changing one.
    .new_title = "Inscribir una organización",
    .new_about =
        "Escriba lo que sepa; para guardar un borrador solo hace falta el nombre. Nada es público "
        "antes de que el personal de {registry} lo haya aprobado.",
    .edit_title = "Registro de {organization}",
    .edit_draft_about = "Guarde tantas veces como quiera; un borrador solo lo ven sus integrantes.",
    .edit_public_about =
        "Lo que guarde aquí es público de inmediato, menos los datos de contacto, que quedan entre "
        "usted y el personal.",
    .save_draft_button = "Guardar como borrador",
    .save_and_submit_button = "Guardar y enviar para su aprobación",
    .changed_meanwhile =
        "Entretanto otra persona cambió esta organización. Así está ahora: haga sus cambios una "
        "vez más.",
    .too_many_unapproved =
        "Usted tiene diez organizaciones que todavía no están aprobadas. Descarte una primero.",

    .duplicates_title = "¿Es una de estas?",
    .duplicates_about =
        "Lo que escribió se parece a una organización que ya está inscrita. Dos registros de una "
        "misma organización dividirían lo que se publica de ella; por eso, mire primero.",
    .duplicate_reasons = "{name}: {reasons}",
    .duplicate_join = "Pedir unirse a {organization}",
    .duplicate_other_button = "Es otra: guardarla",
    .duplicate_other_submit_button = "Es otra: guardarla y enviarla",

    .form_about_title = "Qué es",
    .form_contact_title = "Cómo comunicarse con ella",
    .form_identifiers_title = "Identificadores",
    .form_publishing_title = "Qué va a publicar",
    .name_label = "Nombre",
    .description_label = "Descripción",
    .description_hint = "Qué hace, en 15 caracteres o más.",
    .types_label = "Tipos",
    .sector_label = "Sector",
    .choose_none = "Elija",
    .website_label = "Página web",
    .website_hint = "Por ejemplo https://college.example/",
    .organization_email_label = "Correo electrónico",
    .organization_email_hint = "Hace falta un correo electrónico o una dirección postal.",
    .phone_label = "Teléfono",
    .phone_extension_label = "Extensión",
    .street_label = "Calle y número",
    .street_2_label = "Segunda línea",
    .city_label = "Ciudad",
    .region_label = "Estado o región",
    .postal_code_label = "Código postal",
    .country_label = "País",
    .fein_label = "FEIN",
    .fein_hint = "Número federal de identificación del empleador: nueve cifras.",
    .duns_label = "DUNS",
    .duns_hint = "Nueve cifras.",
    .opeid_label = "OPE ID",
    .opeid_hint = "Ocho cifras.",
    .roles_label = "Publica como",
    .methods_label = "Maneras de publicar",
    .consuming_label = "Maneras de usar lo que otros publican",
    .estimates_label = "Estimaciones",
    .estimates_hint = "Cuántos de cada clase va a publicar; deje vacío lo que no publique.",
    .profile_name_label = "Nombre en las direcciones",
    .estimate_no_number = "Escriba un número para {field}, o nada.",

    .estimated_classes = {{{"ceterms:Credential", "Credenciales"},
                           {"ceterms:AssessmentProfile", "Evaluaciones"},
                           {"ceterms:LearningOpportunityProfile", "Oportunidades de aprendizaje"},
                           {"ceasn:CompetencyFramework", "Marcos de competencias"},
                           {"ceterms:Pathway", "Trayectorias"},
                           {"ceterms:TransferValueProfile", "Valores de transferencia"}}},

    .organization_types = {"Organismo de acreditación",
                           "Organismo de evaluación",
                           "Empresa",
                           "Asociación empresarial o industrial",
                           "Organismo de certificación",
                           "Colaborativa",
                           "Organismo de coordinación",
                           "Universidad de cuatro años",
                           "Organismo gubernamental",
                           "Escuela preparatoria (high school)",
                           "Sindicato",
                           "Escuela secundaria básica",
                           "Escuela especializada (magnet)",
                           "Fuerzas armadas",
                           "No tradicional",
                           "Educación superior",
                           "Principalmente en línea",
                           "Escuela primaria",
                           "Asociación profesional",
                           "Aseguramiento de la calidad",
                           "Organismo regulador",
                           "Escuela secundaria",
                           "Profesional y técnica",
                           "Proveedor de educación y capacitación",
                           "Colegio universitario de dos años",
                           "Escuela secundaria superior",
                           "Proveedor comercial"},
    .organization_sectors = {"Pública", "Privada, sin fines de lucro",
                             "Privada, con fines de lucro"},
    .publishing_role_texts = {"Una organización que ofrece credenciales",
                              "Una organización que asegura la calidad y ofrece credenciales",
                              "Una organización que mantiene marcos de competencias",
                              "Un tercero, en nombre de otros"},
    .publishing_method_texts = {"Tablas (carga masiva)", "Marcos de competencias",
                                "Formularios (ingreso manual)", "Programas (Registry Assistant)"},
    .consuming_method_texts = {"Un widget en páginas web", "Una copia propia", "Búsquedas"},
};

}  // namespace cartulary::web
