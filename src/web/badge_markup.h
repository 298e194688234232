#pragma once

#include <string>
#include <string_view>

#include "domain/badge.h"
#include "web/html.h"
#include "web/page.h"

// What the pages about organizations and badges are made of.
namespace cartulary::web {

// A list of names and their values.
class Details {
public:
    // Nothing when there is no value.
    Details& add(std::string_view name, const Markup& value);
    Details& add(std::string_view name, std::string_view value);

    Markup markup() const;

private:
    Markup entries_;
};

// "21 September 2026", in UTC.
std::string day_text(const Texts& texts, Timestamp moment);
Markup day(const Texts& texts, Timestamp moment);

// A link to a page that is not ours; `label` alone where `url` is no web address. Without a label
// the address is shown.
Markup outside_link(std::string_view url, std::string_view label = {});

// People's names and texts, which may be written from right to left.
Markup name_markup(std::string_view name);
Markup description_markup(std::string_view description);

// A picture beside what is said about it.
Markup profile(std::string_view picture_path, std::string_view picture_label, const Markup& about);
Markup badge_profile(const Texts& texts, const BadgeTemplateDraft& badge, const Markup& about);

Markup issuer_link(const Issuer& issuer);

// With a heading; nothing when there are no entries, which are `li` elements.
Markup list_section(std::string_view title, std::string_view list_class, const Markup& entries);
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

// The beginning of what people wrote, in one line.
std::string summary_of(std::string_view description);

}  // namespace cartulary::web
