#include "web/organization_markup.h"

#include "http/form.h"
#include "operations/organization_access.h"
#include "web/fragments.h"
#include "web/paths.h"

namespace cartulary::web {

Markup verified_mark(const Shell& shell, const Organization& organization) {
    if (!issuer_of(organization).verified) return {};
    const auto words =
        filled(shell.texts.verified, {{"registry", name_markup(shell.registry_name)}});
    return element("p", {{"class", "verified"}}, element("span", {{"aria-hidden", "true"}}, "✓"),
                   " ", words);
}

Markup mail_link(const std::string& email) {
    const auto at = email.rfind('@');
    if (at == std::string::npos) return {};
    const auto address = "mailto:" + http::percent_encode(email.substr(0, at)) + "@" +
                         http::percent_encode(email.substr(at + 1));
    return element("a", {{"href", address}}, name_markup(email));
}

Markup badges_offered(const Texts& texts, const Organization& organization,
                      const std::vector<BadgeTemplate>& badges) {
    Markup entries;
    for (const auto& badge : badges) {
        const auto path = badge_template_path({badge, issuer_of(organization)});
        const auto picture = badge_picture_path(badge.stated);
        entries.add(element("li", {},
                            element("img", {{"src", picture},
                                            {"alt", ""},
                                            {"width", "600"},
                                            {"height", "600"},
                                            {"loading", "lazy"}}),
                            element("a", {{"href", path}}, name_markup(badge.stated.name))));
    }
    return together(element("h2", {}, texts.badges),
                    entries.empty() ? element("p", {}, texts.badges_none)
                                    : element("ul", {{"class", "cards"}}, entries));
}

}  // namespace cartulary::web
