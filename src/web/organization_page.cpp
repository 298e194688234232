#include "web/organization_page.h"

#include "base/text.h"
#include "domain/country.h"
#include "http/form.h"
#include "operations/organization_access.h"
#include "web/fragments.h"
#include "web/paths.h"
#include "web/refusal_page.h"

namespace cartulary::web {

namespace {

using http::Request;
using http::Response;

// "Duluth, Minnesota, United States"; the street is nobody's business who only looks.
std::string place_of(const Texts& texts, const Address& address) {
    const auto* country = find_country(address.country);
    const auto* region = country ? find_subdivision(*country, address.region) : nullptr;
    std::string place;
    for (const auto part :
         {std::string_view(address.city), region ? region->name : std::string_view(address.region),
          country ? country->name : std::string_view(address.country)}) {
        if (text::is_blank(part)) continue;
        if (!place.empty()) place += texts.place_next;
        place += part;
    }
    return place;
}

Markup mail_link(const std::string& email) {
    const auto at = email.rfind('@');
    if (at == std::string::npos) return {};
    const auto address = "mailto:" + http::percent_encode(email.substr(0, at)) + "@" +
                         http::percent_encode(email.substr(at + 1));
    return element("a", {{"href", address}}, name_markup(email));
}

Markup verified_mark(const Shell& shell, const Organization& organization) {
    if (!issuer_of(organization).verified) return {};
    const auto words =
        filled(shell.texts.verified, {{"registry", name_markup(shell.registry_name)}});
    return element("p", {{"class", "verified"}}, element("span", {{"aria-hidden", "true"}}, "✓"),
                   " ", words);
}

Markup about(const Shell& shell, const Organization& organization) {
    const auto& texts = shell.texts;
    const auto& stated = organization.stated;
    const auto website = text::is_blank(stated.website) ? Markup() : outside_link(stated.website);
    const auto details = Details()
                             .add(texts.website, website)
                             .add(texts.place, place_of(texts, stated.address))
                             .add(texts.email, mail_link(stated.email));
    const auto picture = stated.picture.empty() ? std::string() : picture_path(stated.picture);
    // Its name stands above, so that the picture needs no words.
    return profile(picture, "",
                   together(verified_mark(shell, organization),
                            description_markup(stated.description), details.markup()));
}

Markup offered(const Texts& texts, const Organization& organization,
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

Page organization_page(const Shell& shell, const Organization& organization,
                       const std::vector<BadgeTemplate>& badges) {
    const auto& stated = organization.stated;
    const auto picture = stated.picture.empty() ? std::string() : picture_path(stated.picture);
    return {
        .title = stated.name,
        .content = together(about(shell, organization), offered(shell.texts, organization, badges)),
        .for_software = preview_markup(shell, {.path = organization_path(stated.profile_name),
                                               .title = stated.name,
                                               .description = summary_of(stated.description),
                                               .picture_path = picture})};
}

Response show(Organizations& organizations, BadgeTemplates& badge_templates, const Shell& shell,
              const Request& request) {
    const auto organization = organizations.shown(request.path_parameter("profile_name"));
    if (!organization) {
        return refusal_page(shell, {404, std::string(shell.texts.organization_unknown)}, request);
    }
    const auto badges = badge_templates.shown_of(*organization);
    return lasting(shell, organization_page(shell, *organization, badges));
}

}  // namespace

std::vector<http::Route> organization_routes(Organizations& organizations,
                                             BadgeTemplates& badge_templates,
                                             std::shared_ptr<const Shells> shells) {
    return {{http::Method::get, "/org/{profile_name}", "showOrganization", http::Cost::read,
             [&organizations, &badge_templates, shells](const Request& request) {
                 return show(organizations, badge_templates, shells->of(request), request);
             }}};
}

}  // namespace cartulary::web
