#include "web/texts/staff_act_texts.h"

namespace cartulary::web {

namespace {

constexpr StaffActTexts spanish = {
    .act_names = {{{"organization.blocked", "Organización bloqueada"},
                   {"organization.unblocked", "Organización aprobada de nuevo"},
                   {"organization.trusted", "Declarada socia de confianza"},
                   {"organization.distrusted", "Ya no es socia de confianza"},
                   {"person.staff_added", "Persona incorporada al equipo"},
                   {"person.staff_removed", "Persona retirada del equipo"},
                   {"person.sessions_ended", "Todas las sesiones de una persona cerradas"},
                   {"person.second_factor_reset", "Segundo factor restablecido"},
                   {"person.confirmation_mailed", "Confirmación enviada de nuevo"},
                   {"mail.requeued", "Correo puesto de nuevo en cola"},
                   {"mail.all_requeued", "Todos los correos puestos de nuevo en cola"},
                   {"webhook.requeued", "Entrega puesta de nuevo en cola"},
                   {"webhook.all_requeued", "Todas las entregas puestas de nuevo en cola"}}}};

}  // namespace

const StaffActTexts& staff_act_texts(const Texts& page) {
    static constexpr StaffActTexts defaults;
    return page.language == "es" ? spanish : defaults;
}

}  // namespace cartulary::web
