#include "web/dashboard/organization_words.h"

#include <algorithm>

#include "domain/country.h"
#include "web/people_markup.h"
#include "web/texts/country_names.h"

namespace cartulary::web {

namespace {

template <class Term, std::size_t count>
std::string_view of_list(const std::array<std::string_view, count>& texts, Term term) {
    return texts.at(static_cast<std::size_t>(term));
}

// One below the other.
template <class Items, class TextOf>
std::string lines_of(const Items& items, TextOf text_of_one) {
    std::string lines;
    for (const auto& item : items) {
        const std::string line(text_of_one(item));
        if (line.empty()) continue;
        lines += (lines.empty() ? "" : "\n") + line;
    }
    return lines;
}

std::string text_of(const Phone& phone) {
    return phone.extension.empty() ? phone.number : phone.number + " / " + phone.extension;
}

std::string text_of(const Texts& texts, const Address& address) {
    const auto* country = find_country(address.country);
    const auto code_and_city = address.postal_code.empty() || address.city.empty()
                                   ? address.postal_code + address.city
                                   : address.postal_code + " " + address.city;
    return lines_of(
        std::vector<std::string>{address.street, address.street_2, code_and_city, address.region,
                                 country ? country_name(texts, *country) : address.country},
        [](const std::string& line) { return line; });
}

std::string text_of(const Texts& texts, const PublishingEstimate& estimate) {
    const auto known = std::ranges::find(texts.estimated_classes, estimate.entity_type,
                                         &OrganizationTexts::EstimatedClass::name);
    std::string text(known == texts.estimated_classes.end() ? std::string_view(estimate.entity_type)
                                                            : known->label);
    text += ": " + std::to_string(estimate.count);
    return estimate.comment.empty() ? text : text + " (" + estimate.comment + ")";
}

// The schemes that forms ask for have words of their own; others go by their names.
std::string_view scheme_text(const Texts& texts, std::string_view scheme) {
    if (scheme == identifier_scheme::fein.name) return texts.fein_label;
    if (scheme == identifier_scheme::duns.name) return texts.duns_label;
    if (scheme == identifier_scheme::opeid.name) return texts.opeid_label;
    return scheme;
}

std::string identifiers_text(const Texts& texts, const std::vector<Identifier>& identifiers) {
    return lines_of(identifiers, [&](const Identifier& identifier) {
        return std::string(scheme_text(texts, identifier.scheme)) + ": " + identifier.value;
    });
}

std::string webhook_text(const Webhook& webhook) {
    auto text = webhook.url;
    for (const auto& type : webhook.event_types) text += "\n" + type;
    return text;
}

}  // namespace

std::string_view type_text(const Texts& texts, OrganizationType type) {
    return of_list(texts.organization_types, type);
}

std::string_view sector_text(const Texts& texts, Sector sector) {
    return of_list(texts.organization_sectors, sector);
}

std::string_view text_of(const Texts& texts, PublishingRole role) {
    return of_list(texts.publishing_role_texts, role);
}

std::string_view text_of(const Texts& texts, PublishingMethod method) {
    return of_list(texts.publishing_method_texts, method);
}

std::string_view text_of(const Texts& texts, ConsumingMethod method) {
    return of_list(texts.consuming_method_texts, method);
}

std::vector<Said> said_in(const Texts& texts, const Organization& organization) {
    const auto& stated = organization.stated;
    const auto& publishing = stated.publishing;
    const auto named = [&](auto term) { return text_of(texts, term); };
    return {
        {texts.name_label, stated.name},
        {texts.own_status, std::string(status_text(texts, organization.status))},
        {texts.description_label, stated.description},
        {texts.types_label,
         lines_of(stated.types, [&](OrganizationType type) { return type_text(texts, type); })},
        {texts.sector_label,
         stated.sector ? std::string(sector_text(texts, *stated.sector)) : std::string()},
        {texts.website_label, stated.website},
        {texts.organization_email_label, stated.email},
        {texts.phone_label, lines_of(stated.phones, [](const Phone& one) { return text_of(one); })},
        {texts.address, text_of(texts, stated.address)},
        {texts.form_identifiers_title, identifiers_text(texts, stated.identifiers)},
        {texts.roles_label, lines_of(publishing.roles, named)},
        {texts.methods_label, lines_of(publishing.methods, named)},
        {texts.consuming_label, lines_of(publishing.consuming_methods, named)},
        {texts.estimates_label,
         lines_of(publishing.estimates,
                  [&](const PublishingEstimate& one) { return text_of(texts, one); })},
        {texts.profile_name_label, stated.profile_name},
        {texts.organization_picture, stated.picture},
        {texts.own_webhooks_link, webhook_text(stated.webhook)},
    };
}

}  // namespace cartulary::web
