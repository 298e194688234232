#include "web/badges/badge_template_page.h"

#include "base/text.h"
#include "web/badges/badge_markup.h"
#include "web/paths.h"
#include "web/refusal_page.h"

namespace cartulary::web {

namespace {

using http::Request;
using http::Response;

// What something is called, with the issuer's word for its type behind it.
Markup with_type(const Markup& what, std::string_view type) {
    if (text::is_blank(type)) return what;
    return together(what, " ", element("span", {{"class", "tag"}}, name_markup(type)));
}

Markup criteria(const Texts& texts, const BadgeTemplateDraft& badge) {
    if (text::is_blank(badge.criteria_name) && text::is_blank(badge.criteria_url)) return {};
    const auto link = outside_link(badge.criteria_url, badge.criteria_name);
    return together(element("h2", {}, texts.criteria), element("p", {}, link));
}

Markup activities(const Texts& texts, const BadgeTemplateDraft& badge) {
    Markup entries;
    for (const auto& activity : badge.activities) {
        const auto link = outside_link(activity.url, activity.title);
        entries.add(element("li", {}, with_type(link, activity.type)));
    }
    return list_section(texts.activities, "parts", entries);
}

Markup alignments(const Texts& texts, const BadgeTemplateDraft& badge) {
    Markup entries;
    for (const auto& alignment : badge.alignments) {
        entries.add(element("li", {}, outside_link(alignment.url, alignment.name),
                            description_markup(alignment.description)));
    }
    return list_section(texts.alignments, "parts", entries);
}

Markup recommendations(const Texts& texts, const BadgeTemplateDraft& badge) {
    Markup entries;
    for (const auto& recommendation : badge.recommendations) {
        const auto link = outside_link(recommendation.activity_url, recommendation.title);
        entries.add(element("li", {}, with_type(link, recommendation.type)));
    }
    return list_section(texts.recommendations, "parts", entries);
}

Markup about(const Texts& texts, const IssuedTemplate& issued) {
    const auto& stated = issued.badge_template.stated;
    Markup archived;
    if (stated.state == BadgeTemplateState::archived) {
        const auto words =
            filled(texts.template_archived, {{"issuer", name_markup(issued.issuer.name)}});
        archived = element("p", {{"class", "standing over"}}, words);
    }
    const auto more = text::is_blank(stated.global_activity_url)
                          ? Markup()
                          : outside_link(stated.global_activity_url);
    const auto details = Details()
                             .add(texts.issued_by, issuer_link(issued.issuer))
                             .add(texts.type_category, stated.type_category)
                             .add(texts.level, stated.level)
                             .add(texts.cost, stated.cost)
                             .add(texts.time_to_earn, stated.time_to_earn)
                             .add(texts.more_about_it, more);
    return badge_profile(
        texts, stated,
        together(archived, description_markup(stated.description), details.markup()));
}

Page badge_template_page(const Shell& shell, const IssuedTemplate& issued) {
    const auto& texts = shell.texts;
    const auto& stated = issued.badge_template.stated;
    const auto title = filled_plain(texts.template_title,
                                    {{"badge", stated.name}, {"issuer", issued.issuer.name}});
    const auto picture = stated.picture ? badge_picture_path(stated) : std::string();
    const auto preview = preview_markup(shell, {.path = badge_template_path(issued),
                                                .title = title,
                                                .description = summary_of(stated.description),
                                                .picture_path = picture});
    const auto data = badge_class_path(issued.badge_template.id);
    return {.title = stated.name,
            .title_in_window = title,
            .content = together(about(texts, issued), skills_section(texts, stated),
                                criteria(texts, stated), activities(texts, stated),
                                alignments(texts, stated), recommendations(texts, stated),
                                data_link(texts, data)),
            .for_software = together(preview, data_alternate(shell, data))};
}

Response show(BadgeTemplates& badge_templates, const Shell& shell, const Request& request) {
    const auto issued = badge_templates.shown(request.path_parameter("profile_name"),
                                              request.path_parameter("slug"));
    if (!issued) {
        return refusal_page(shell, {404, std::string(shell.texts.template_unknown)}, request);
    }
    return lasting(shell, badge_template_page(shell, *issued));
}

}  // namespace

std::vector<http::Route> badge_template_routes(BadgeTemplates& badge_templates,
                                               std::shared_ptr<const Shells> shells) {
    return {{http::Method::get, "/org/{profile_name}/badge/{slug}", "showBadgeTemplate",
             http::Cost::read, [&badge_templates, shells](const Request& request) {
                 return show(badge_templates, shells->of(request), request);
             }}};
}

}  // namespace cartulary::web
