#include "web/badges/badge_page.h"

#include "web/badges/badge_markup.h"
#include "web/paths.h"
#include "web/refusal_page.h"

namespace cartulary::web {

namespace {

using http::Request;
using http::Response;

// Personal data never appears in public data. An earner's name and evidence do here, since who
// accepts a badge and leaves it public chose to be shown with it; nobody chose so for a badge that
// waits for its earner, or that was revoked. The e-mail address is never shown.
bool names_earner(const Badge& badge) {
    return badge.state == BadgeState::accepted && badge.is_public;
}

Markup about_standing(const Texts& texts, const IssuedBadge& issued, Standing standing) {
    const auto issuer = name_markup(issued.issuer.name);
    const auto& decided_at = issued.badge.state_updated_at;
    switch (standing) {
        case Standing::pending: return filled(texts.pending_about, {{"issuer", issuer}});
        case Standing::valid: return filled(texts.valid_about, {{"issuer", issuer}});
        case Standing::expired: return Markup(texts.expired_about);
        case Standing::declined: return Markup(texts.declined_about);
        case Standing::revoked:
            if (!decided_at) return filled(texts.revoked_about, {{"issuer", issuer}});
            return filled(texts.revoked_on_about,
                          {{"issuer", issuer}, {"date", day(texts, *decided_at)}});
    }
    __builtin_unreachable();
}

// Leads to the badge that was issued instead, where everybody may see that one.
Markup replacement(const Texts& texts, const Badge& badge, Badges& badges) {
    if (!badge.replaced_by || !badges.shown(*badge.replaced_by)) return {};
    const auto path = badge_path(*badge.replaced_by);
    return element("p", {}, element("a", {{"href", path}}, texts.replaced_about));
}

Markup about_badge(const Texts& texts, const IssuedBadge& issued) {
    const auto& stated = issued.badge_template.stated;
    auto about =
        together(element("h2", {}, texts.badge_about), description_markup(stated.description));
    if (stated.is_public && stated.state != BadgeTemplateState::draft) {
        const auto path = badge_template_path({issued.badge_template, issued.issuer});
        const auto words = filled(texts.badge_template_link, {{"badge", name_markup(stated.name)}});
        about.add(element("p", {}, element("a", {{"href", path}}, words)));
    }
    return about;
}

// What this badge is called where it stands alone, such as in a list of windows.
std::string full_title(const Texts& texts, const IssuedBadge& issued) {
    const auto& name = issued.badge_template.stated.name;
    if (!names_earner(issued.badge)) {
        return filled_plain(texts.badge_title_nameless,
                            {{"badge", name}, {"issuer", issued.issuer.name}});
    }
    const auto earner = issued.badge.stated.recipient.full_name();
    return filled_plain(texts.badge_title, {{"badge", name}, {"earner", earner}});
}

// There is data only of a badge that was accepted once; of a revoked one it says so.
bool has_data(const Badge& badge) {
    return badge.state == BadgeState::accepted || badge.state == BadgeState::revoked;
}

Markup for_software(const Shell& shell, const IssuedBadge& issued, const std::string& title) {
    const auto& badge = issued.badge;
    const auto& stated = issued.badge_template.stated;
    auto markup = preview_markup(
        shell, {.path = badge_path(badge.id),
                .title = title,
                .description = summary_of(stated.description),
                .picture_path = stated.picture ? badge_picture_path(stated) : std::string()});
    if (has_data(badge)) markup.add(data_alternate(shell, assertion_path(badge.id)));
    return markup;
}

Page badge_page(const Shell& shell, const IssuedBadge& issued, Badges& badges, Timestamp now) {
    const auto& texts = shell.texts;
    const auto& badge = issued.badge;
    const auto& stated = issued.badge_template.stated;
    const auto standing = standing_of(badge, now);
    Details details;
    if (names_earner(badge)) details.add(texts.issued_to, badge.stated.recipient.full_name());
    details.add(texts.issued_by, issuer_link(issued.issuer));
    add_dates(texts, badge.stated, now, details);

    auto content = badge_profile(
        texts, stated,
        together(standing_markup(texts, standing, about_standing(texts, issued, standing)),
                 replacement(texts, badge, badges), details.markup()));
    content.add(about_badge(texts, issued)).add(skills_section(texts, stated));
    if (names_earner(badge)) content.add(evidence_section(texts, badge.stated));
    if (has_data(badge)) content.add(data_link(texts, assertion_path(badge.id)));
    const auto title = full_title(texts, issued);
    return {.title = stated.name,
            .title_in_window = title,
            .content = std::move(content),
            .for_software = for_software(shell, issued, title)};
}

Response show(const Registry& registry, Badges& badges, const Shell& shell,
              const Request& request) {
    const auto unknown = [&] {
        return refusal_page(shell, {404, std::string(shell.texts.badge_unknown)}, request);
    };
    const auto id = Uuid::parse(request.path_parameter("badge_id"));
    if (!id) return unknown();
    const auto issued = badges.shown(*id);
    if (!issued) return unknown();
    return lasting(shell, badge_page(shell, *issued, badges, registry.now()));
}

}  // namespace

std::vector<http::Route> badge_routes(const Registry& registry, Badges& badges,
                                      std::shared_ptr<const Shells> shells) {
    return {{http::Method::get, "/badges/{badge_id}", "showBadge", http::Cost::read,
             [&registry, &badges, shells](const Request& request) {
                 return show(registry, badges, shells->of(request), request);
             }}};
}

}  // namespace cartulary::web
