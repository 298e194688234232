#pragma once

#include "web/texts/texts.h"

// The catalogue in Spanish, as it is written by universities of Latin America and of the United
// States: "usted", and words that fit everybody where that is easy. Always the same for the same:
//
//   approval: aprobación          file: archivo                 publish: publicar
//   badge: insignia               key: clave                    record: registro, ficha
//   credential: credencial        log in: iniciar sesión        sign up: crear una cuenta
//   draft: borrador               member: integrante            staff: personal
//   earner: titular               organization: organización    third party: tercero
//   entry: ficha                  password: contraseña          upload: subir
namespace cartulary::web {

const Texts& spanish_texts();

extern const PageTexts spanish_page_texts;
extern const DocsTexts spanish_docs_texts;
extern const BadgeTexts spanish_badge_texts;
extern const AccountTexts spanish_account_texts;
extern const PeopleTexts spanish_people_texts;
extern const OrganizationTexts spanish_organization_texts;
extern const RightsTexts spanish_rights_texts;
extern const HistoryTexts spanish_history_texts;
extern const PublisherTexts spanish_publisher_texts;
extern const StaffTexts spanish_staff_texts;
extern const std::span<const FieldText> spanish_field_texts;

}  // namespace cartulary::web
