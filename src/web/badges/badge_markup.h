#pragma once

#include "domain/badge.h"
#include "web/fragments.h"
#include "web/page.h"

// What the pages about badges are made of.
namespace cartulary::web {

Markup badge_profile(const Texts& texts, const BadgeTemplateDraft& badge, const Markup& about);

Markup issuer_link(const Issuer& issuer);

Markup skills_section(const Texts& texts, const BadgeTemplateDraft& badge);
Markup evidence_section(const Texts& texts, const BadgeDraft& badge);

// How a badge stands at a moment.
enum class Standing { pending, valid, expired, declined, revoked };
Standing standing_of(const Badge& badge, Timestamp now);

// In words; color only goes with them. `about` is a sentence.
Markup standing_markup(const Texts& texts, Standing standing, const Markup& about);

// Adds when it was issued and until when it is good.
void add_dates(const Texts& texts, const BadgeDraft& badge, Timestamp now, Details& details);

// The same as Open Badges 2.0 data, for software: a link for people to follow, and one for
// software that reads the page.
std::string assertion_path(const Uuid& badge);
std::string badge_class_path(const Uuid& badge_template);
Markup data_link(const Texts& texts, std::string_view path);
Markup data_alternate(const Shell& shell, std::string_view path);

}  // namespace cartulary::web
