#include "dialects/acclaim/organization_text.h"

#include <algorithm>
#include <array>

#include "dialects/acclaim/location.h"
#include "dialects/acclaim/organization_particulars.h"
#include "domain/country.h"
#include "domain/event.h"
#include "domain/web_address.h"
#include "http/form.h"

namespace cartulary::acclaim {

namespace {

using json::Writer;

// What a webhook may be told of: all that happens, but that its organization is gone, as its
// webhook is then.
bool can_be_told(std::string_view type) {
    return type != event_type::organization_deleted &&
           std::ranges::find(event_type::all, type) != event_type::all.end();
}

void write_profile(Writer& writer, const OrganizationDraft& stated,
                   const Particulars& particulars) {
    const auto text = [&](std::string_view key, std::string_view value) {
        writer.key(key).text_or_null(value);
    };
    writer.member("name", stated.name);
    text("website_url", stated.website);
    text("webhook_url", stated.webhook.url);
    text("contact_email", stated.email);
    text("technical_contact_email", particulars.technical_contact_email);
    text("zip_or_postal_code", stated.address.postal_code);
    text("organization_type", type_shown(stated, particulars));
    text("bio", stated.description);
    text("twitter_url", particulars.twitter_url);
    writer.member("vanity_slug", stated.profile_name);
    text("facebook_url", particulars.facebook_url);
    text("linked_in_url", particulars.linked_in_url);
    text("linked_in_org_id", identifier_of(stated, identifier_scheme::linked_in.name));
    text("city", stated.address.city);
    text("address", stated.address.street);
    text("primary_hex_color", particulars.primary_hex_color);
    text("support_email", particulars.support_email);
    text("support_url", particulars.support_url);
    writer.key("allowed_webhooks").begin_array();
    for (const auto& type : stated.webhook.event_types) writer.value(type);
    writer.end_array();
}

std::string picture_path(const std::string& picture) {
    return "/pictures/" + picture + ".png";
}

void write_photo(Writer& writer, const std::string& picture, const std::string& public_url) {
    writer.key("photo");
    if (picture.empty()) {
        writer.value(nullptr);
    } else {
        writer.begin_object().member("id", picture);
        writer.member("url", picture_path(picture)).end_object();
    }
    writer.key("photo_url").text_or_null(photo_url(picture, public_url));
}

// A host alone is taken for a web site; what is no address is told with its field.
void apply_url(Body& body, std::string_view name, std::string& value) {
    const auto written = body.text(name);
    if (!written) return;
    const auto address = parse_web_address(*written);
    value = address ? address->text : *written;
}

void apply_linked_in(Body& body, std::vector<Identifier>& identifiers) {
    const auto written = body.text("linked_in_org_id", true);
    if (!written) return;
    constexpr auto scheme = identifier_scheme::linked_in.name;
    const auto known = std::ranges::find(identifiers, scheme, &Identifier::scheme);
    if (written->empty()) {
        if (known != identifiers.end()) identifiers.erase(known);
    } else if (known != identifiers.end()) {
        known->value = *written;
    } else {
        identifiers.push_back({std::string(scheme), *written});
    }
}

void apply_event_types(Body& body, std::vector<std::string>& types) {
    constexpr auto name = "allowed_webhooks";
    const auto written = body.texts(name);
    if (!written) return;
    if (written->size() > webhook_event_types_max) {
        body.problem(name, "must be at most " + std::to_string(webhook_event_types_max));
        return;
    }
    std::vector<std::string> wanted;
    for (const auto& type : *written) {
        if (!can_be_told(type)) {
            body.problem(name, "must be of the types of events, for example badge.created");
            return;
        }
        if (std::ranges::find(wanted, type) == wanted.end()) wanted.push_back(type);
    }
    types = std::move(wanted);
}

}  // namespace

void write_organization(Writer& writer, const Organization& organization,
                        const std::string& public_url) {
    const auto& stated = organization.stated;
    writer.begin_object().member("id", organization.id.text());
    write_profile(writer, stated, particulars_of(stated));
    writer.member("enable_blockchain", false).member("print_method", nullptr);
    writer.member("pdf_id", nullptr).member("linkedin_a2p_url", nullptr);
    writer.key("location").text_or_null(location_of(stated.address));
    writer.key("country").text_or_null(country_shown(stated.address));
    writer.key("state_or_province").text_or_null(region_shown(stated.address));
    writer.member("created_at", iso_8601(organization.created_at));
    writer.member("updated_at", iso_8601(organization.updated_at));
    writer.member("vanity_url", public_url + "/org/" + http::percent_encode(stated.profile_name));
    const auto& approved_at = organization.approved_at;
    writer.key("verified_at").text_or_null(approved_at ? iso_8601(*approved_at) : "");
    writer.member("verified", organization.status == OrganizationStatus::approved);
    write_photo(writer, stated.picture, public_url);
    writer.end_object();
}

std::string photo_url(const std::string& picture, const std::string& public_url) {
    return picture.empty() ? std::string() : public_url + picture_path(picture);
}

void apply_organization(Body& body, OrganizationDraft& draft) {
    body.read_text("name", draft.name);
    apply_url(body, "website_url", draft.website);
    apply_url(body, "webhook_url", draft.webhook.url);
    body.read_text("contact_email", draft.email);
    body.read_text("bio", draft.description);
    apply_particulars(body, draft);
    apply_linked_in(body, draft.identifiers);
    apply_event_types(body, draft.webhook.event_types);
    apply_address(body, draft.address);
}

}  // namespace cartulary::acclaim
