#include "web/people_markup.h"

#include "web/tabs.h"

namespace cartulary::web {

std::string wait_sentence(const Texts& texts, const Error& error) {
    const auto wait = error.retry.value_or(std::chrono::seconds(60));
    const auto minutes = std::chrono::ceil<std::chrono::minutes>(wait);
    const bool short_wait = wait < std::chrono::minutes(2);
    return short_wait ? counted(texts, texts.wait_seconds, wait.count())
                      : counted(texts, texts.wait_minutes, minutes.count());
}

http::Response limited(Visit& visit, const Error& error, Page page) {
    auto response = visit.page(429, std::move(page));
    const auto wait = error.retry.value_or(std::chrono::seconds(60));
    response.headers.push_back({"Retry-After", std::to_string(wait.count())});
    return response;
}

http::Response link_over(Visit& visit, std::string_view again_label, std::string_view again_path) {
    const auto& texts = visit.texts();
    auto content = together(element("p", {{"class", "lead"}}, texts.link_over_about),
                            element("p", {}, texts.gone_whole));
    if (!again_path.empty()) {
        content.add(element("p", {}, element("a", {{"href", again_path}}, again_label)));
    }
    return visit.page(410, {.title = std::string(texts.gone_title), .content = content});
}

http::Response look_at_mail(Visit& visit, std::string_view about) {
    const auto& texts = visit.texts();
    return visit.page(200, {.title = std::string(texts.mailed_title),
                            .content = together(element("p", {{"class", "lead"}}, about),
                                                element("p", {}, texts.mailed_missing))});
}

Markup account_email(const Texts& texts, std::string_view email) {
    return element("div", {{"class", "field"}},
                   element("label", {{"for", "email"}}, texts.email_label),
                   element("input", {{"id", "email"},
                                     {"type", "email"},
                                     {"autocomplete", "username"},
                                     {"value", email},
                                     {"readonly"}}));
}

FormField password_field(const Texts& texts) {
    return {.name = "password",
            .label = texts.password_now_label,
            .type = "password",
            .autocomplete = "current-password"};
}

FormField new_password_field(const Texts& texts) {
    return {.name = "password",
            .label = texts.choose_password_label,
            .type = "password",
            .autocomplete = "new-password",
            .hint = texts.password_hint};
}

std::string_view role_text(const Texts& texts, Role role) {
    switch (role) {
        case Role::administrator: return texts.role_administrator;
        case Role::publisher: return texts.role_publisher;
        case Role::viewer: return texts.role_viewer;
    }
    __builtin_unreachable();
}

std::string_view status_text(const Texts& texts, OrganizationStatus status) {
    switch (status) {
        case OrganizationStatus::draft: return texts.status_draft;
        case OrganizationStatus::submitted: return texts.status_submitted;
        case OrganizationStatus::approved: return texts.status_approved;
        case OrganizationStatus::declined: return texts.status_declined;
        case OrganizationStatus::inactive: return texts.status_inactive;
        case OrganizationStatus::blocked: return texts.status_blocked;
        case OrganizationStatus::retired: return texts.status_retired;
    }
    __builtin_unreachable();
}

std::string own_organization_path(const OrganizationId& organization) {
    return "/dashboard/organizations/" + organization.ctid();
}

Markup own_navigation(const Visit& visit, const OrganizationId& organization, std::string_view name,
                      std::string_view here) {
    const auto& texts = visit.texts();
    std::vector<Tab> tabs;
    const auto add = [&](std::string_view part, std::string_view label) {
        auto path = own_organization_path(organization);
        if (!part.empty()) path.append("/").append(part);
        tabs.push_back({std::move(path), std::string(label), part == here});
    };
    const auto* part = visit.actor().part_in(organization);
    add("", texts.own_overview_link);
    add("edit", texts.own_edit_link);
    if (part) add("publisher", texts.own_publisher_link);
    add("members", texts.own_members_link);
    if (!part || is_enough(part->role, Need::administer)) add("keys", texts.own_keys_link);
    add("third-parties", texts.own_third_parties_link);
    add("webhooks", texts.own_webhooks_link);
    add("history", texts.own_history_link);
    return tabs_markup(filled_plain(texts.own_navigation, {{"organization", name}}), tabs);
}

}  // namespace cartulary::web
