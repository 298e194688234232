#include "web/organization_page.h"

#include "base/text.h"
#include "domain/country.h"
#include "operations/organization_access.h"
#include "web/finder/finder.h"
#include "web/fragments.h"
#include "web/organization_markup.h"
#include "web/paths.h"
#include "web/refusal_page.h"
#include "web/texts/country_names.h"

namespace cartulary::web {

namespace {

using http::Request;
using http::Response;

// "Duluth, Minnesota, United States"; the street is nobody's business who only looks.
std::string place_of(const Texts& texts, const Address& address) {
    const auto* country = find_country(address.country);
    const auto* region = country ? find_subdivision(*country, address.region) : nullptr;
    const auto country_words = country ? country_name(texts, *country) : address.country;
    std::string place;
    for (const auto part :
         {std::string_view(address.city), region ? region->name : std::string_view(address.region),
          std::string_view(country_words)}) {
        if (text::is_blank(part)) continue;
        if (!place.empty()) place += texts.place_next;
        place += part;
    }
    return place;
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

Page organization_page(const Shell& shell, const Organization& organization,
                       const std::vector<BadgeTemplate>& badges) {
    const auto& stated = organization.stated;
    const auto picture = stated.picture.empty() ? std::string() : picture_path(stated.picture);
    return {.title = stated.name,
            .content = together(about(shell, organization),
                                badges_offered(shell.texts, organization, badges)),
            .for_software = preview_markup(shell, {.path = organization_path(stated.profile_name),
                                                   .title = stated.name,
                                                   .description = summary_of(stated.description),
                                                   .picture_path = picture})};
}

// Its document has an address that never changes, and tells more than its record.
Response go_to_document(const Ctid& ctid) {
    return {.status = 302,
            .headers = {{"Location", resource_path(ctid)}, {"Cache-Control", "no-cache"}}};
}

Response show(const OrganizationPages& pages, const Shell& shell, const Request& request) {
    const auto organization = pages.organizations.shown(request.path_parameter("profile_name"));
    if (!organization) {
        return refusal_page(shell, {404, std::string(shell.texts.organization_unknown)}, request);
    }
    const auto ctid = Ctid(organization->id.uuid());
    const auto document = pages.resources.known(ctid);
    if (document && !document->resource.deleted_at) return go_to_document(ctid);
    const auto badges = pages.badge_templates.shown_of(*organization);
    return lasting(shell, organization_page(shell, *organization, badges));
}

}  // namespace

std::vector<http::Route> organization_routes(const OrganizationPages& pages,
                                             std::shared_ptr<const Shells> shells) {
    return {{http::Method::get, "/org/{profile_name}", "showOrganization", http::Cost::read,
             [pages, shells](const Request& request) {
                 return show(pages, shells->of(request), request);
             }}};
}

}  // namespace cartulary::web
