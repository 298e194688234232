#include "web/badges/badge_markup.h"

#include "base/text.h"
#include "web/paths.h"

namespace cartulary::web {

namespace {

// The evidence itself, where the name does not link to it already.
Markup value_of(const Evidence& evidence) {
    if (is_web_address(evidence.value)) return {};
    return description_markup(evidence.value);
}

struct StandingWords {
    std::string_view kind;  // class of the style sheet
    std::string_view mark;  // goes with the word, so that it can be told without color
    std::string_view word;
};

StandingWords words_for(const Texts& texts, Standing standing) {
    switch (standing) {
        case Standing::pending: return {"open", "○", texts.standing_pending};
        case Standing::valid: return {"good", "✓", texts.standing_valid};
        case Standing::expired: return {"over", "!", texts.standing_expired};
        case Standing::declined: return {"over", "–", texts.standing_declined};
        case Standing::revoked: return {"bad", "✕", texts.standing_revoked};
    }
    __builtin_unreachable();
}

}  // namespace

Markup badge_profile(const Texts& texts, const BadgeTemplateDraft& badge, const Markup& about) {
    const auto label = filled_plain(texts.badge_picture, {{"badge", badge.name}});
    return profile(badge_picture_path(badge), label, about);
}

Markup issuer_link(const Issuer& issuer) {
    const auto path = organization_path(issuer.profile_name);
    return element("a", {{"href", path}}, name_markup(issuer.name));
}

Markup skills_section(const Texts& texts, const BadgeTemplateDraft& badge) {
    Markup entries;
    for (const auto& skill : badge.skills) entries.add(element("li", {}, name_markup(skill)));
    return list_section(texts.skills, "skills", entries);
}

Markup evidence_section(const Texts& texts, const BadgeDraft& badge) {
    Markup entries;
    for (const auto& evidence : badge.evidence) {
        const auto& label = text::is_blank(evidence.name) ? evidence.type : evidence.name;
        entries.add(element("li", {}, outside_link(evidence.value, label),
                            description_markup(evidence.description), value_of(evidence)));
    }
    return list_section(texts.evidence, "parts", entries);
}

Standing standing_of(const Badge& badge, Timestamp now) {
    switch (badge.state) {
        case BadgeState::pending: return Standing::pending;
        case BadgeState::accepted: {
            const auto& expires_at = badge.stated.expires_at;
            return expires_at && *expires_at <= now ? Standing::expired : Standing::valid;
        }
        case BadgeState::rejected: return Standing::declined;
        case BadgeState::revoked: return Standing::revoked;
    }
    __builtin_unreachable();
}

Markup standing_markup(const Texts& texts, Standing standing, const Markup& about) {
    const auto [kind, mark, word] = words_for(texts, standing);
    const auto classes = "standing " + std::string(kind);
    return element(
        "p", {{"class", classes}},
        element("strong", {}, element("span", {{"aria-hidden", "true"}}, mark), " ", word, "."),
        " ", about);
}

void add_dates(const Texts& texts, const BadgeDraft& badge, Timestamp now, Details& details) {
    details.add(texts.issued_on, day(texts, badge.issued_at));
    if (!badge.expires_at) return;
    details.add(*badge.expires_at <= now ? texts.expired_on : texts.expires_on,
                day(texts, *badge.expires_at));
}

std::string assertion_path(const Uuid& badge) {
    return "/v1/obi/v2/badge_assertions/" + badge.text();
}

std::string badge_class_path(const Uuid& badge_template) {
    return "/v1/obi/v2/badge_classes/" + badge_template.text();
}

Markup data_link(const Texts& texts, std::string_view path) {
    return element("p", {{"class", "data"}}, element("a", {{"href", path}}, texts.machine_data));
}

Markup data_alternate(const Shell& shell, std::string_view path) {
    const auto url = shell.public_url + std::string(path);
    return element("link", {{"rel", "alternate"}, {"type", "application/ld+json"}, {"href", url}});
}

}  // namespace cartulary::web
