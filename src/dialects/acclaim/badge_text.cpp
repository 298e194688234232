#include "dialects/acclaim/badge_text.h"

#include "dialects/acclaim/badge_template_flags.h"
#include "dialects/acclaim/moments.h"
#include "domain/country.h"
#include "http/form.h"

namespace cartulary::acclaim {

namespace {

using json::Writer;

void write_moment(Writer& writer, std::string_view name, const std::optional<Timestamp>& moment) {
    writer.key(name);
    moment ? writer.value(iso_8601(*moment)) : writer.value(nullptr);
}

void write_id(Writer& writer, std::string_view name, const std::optional<Uuid>& id) {
    writer.key(name);
    id ? writer.value(id->text()) : writer.value(nullptr);
}

void write_image(Writer& writer, const std::optional<Uuid>& picture,
                 const std::string& public_url) {
    writer.key("image");
    if (!picture) {
        writer.value(nullptr).member("image_url", nullptr);
        return;
    }
    const auto path = "/pictures/" + picture->text() + ".png";
    writer.begin_object().member("id", picture->text()).member("url", path).end_object();
    writer.member("image_url", public_url + path);
}

std::string organization_page(const Issuer& issuer, const std::string& public_url) {
    return public_url + "/org/" + http::percent_encode(issuer.profile_name);
}

void write_alignments(Writer& writer, const std::vector<Alignment>& alignments) {
    writer.key("alignments").begin_array();
    for (const auto& [id, name, url, description] : alignments) {
        writer.begin_object().member("id", id.text());
        writer.key("name").text_or_null(name);
        writer.key("url").text_or_null(url);
        writer.key("description").text_or_null(description);
        writer.end_object();
    }
    writer.end_array();
}

void write_recommendations(Writer& writer, const std::vector<Recommendation>& recommendations) {
    writer.key("recommendations").begin_array();
    for (const auto& [id, title, type, activity_url] : recommendations) {
        writer.begin_object().member("id", id.text());
        writer.key("title").text_or_null(title);
        writer.key("type").text_or_null(type);
        writer.key("activity_url").text_or_null(activity_url);
        writer.end_object();
    }
    writer.end_array();
}

void write_required_templates(Writer& writer, const std::vector<Uuid>& required) {
    writer.key("required_badge_templates").begin_array();
    for (const auto& id : required) writer.begin_object().member("id", id.text()).end_object();
    writer.end_array();
}

void write_activities(Writer& writer, const std::vector<BadgeActivity>& activities) {
    writer.key("badge_template_activities").begin_array();
    for (const auto& [id, title, type, url, required] : activities) {
        writer.begin_object().member("id", id.text());
        writer.key("title").text_or_null(title);
        writer.key("activity_type").text_or_null(type);
        writer.key("activity_url").text_or_null(url);
        write_id(writer, "required_badge_template_id", required);
        writer.end_object();
    }
    writer.end_array();
}

// From "id" to "get_issue_count".
void write_template_facts(Writer& writer, const BadgeTemplate& made) {
    const auto& stated = made.stated;
    const TemplateFlags flags(stated.particulars);
    using namespace template_flag;
    writer.member("id", made.id.text()).member("allow_duplicate_badges", stated.allow_duplicates);
    writer.key("cost").text_or_null(stated.cost);
    writer.member("description", stated.description);
    writer.key("global_activity_url").text_or_null(stated.global_activity_url);
    writer.key("level").text_or_null(stated.level);
    flags.write(writer, lock_badge_state);
    writer.member("name", stated.name)
        .member("state", name_of(stated.state))
        .member("public", stated.is_public)
        .member("badges_count", made.badge_count)
        .member("recipient_type", "User");
    flags.write(writer, send_expiring_badge_notifications);
    flags.write(writer, show_badge_lmi);
    flags.write(writer, show_lmi_jobs);
    flags.write(writer, show_skill_tag_links);
    writer.member("vanity_slug", stated.slug);
    flags.write(writer, record_to_blockchain);
    writer.key("time_to_earn").text_or_null(stated.time_to_earn);
    writer.key("type_category").text_or_null(stated.type_category);
    flags.write(writer, printing_disabled);
    writer.member("visibility", stated.is_public ? "public" : "private");
    writer.key("criteria_url_name").text_or_null(stated.criteria_name);
    writer.key("criteria_url").text_or_null(stated.criteria_url);
    writer.member("certification", stated.certification);
    write_moment(writer, "state_updated_at", made.state_updated_at);
    writer.member("created_at", iso_8601(made.created_at))
        .member("updated_at", iso_8601(made.updated_at));
    flags.write(writer, show_template_settings);
    writer.member("get_issue_count", made.badge_count);
}

// The registry has no pages of people, so that a user has neither photo nor URL.
void write_user(Writer& writer, const Badge& badge) {
    const auto& recipient = badge.stated.recipient;
    writer.key("user").begin_object();
    writer.member("id", badge.earner.text())
        .member("email", recipient.email)
        .member("first_name", recipient.first_name);
    writer.key("middle_name").text_or_null(recipient.middle_name);
    writer.member("last_name", recipient.last_name)
        .member("current_position_name", nullptr)
        .member("current_organization_name", nullptr)
        .member("confirmed", badge.state == BadgeState::accepted)
        .member("photo", nullptr)
        .member("photo_url", nullptr)
        .member("url", nullptr)
        .end_object();
}

void write_issuer(Writer& writer, const Issuer& issuer, const std::string& public_url) {
    writer.key("created_by");
    write_mention(writer, Mention::entity, issuer, public_url);
    writer.key("issuer").begin_object().member("summary", "issued by " + issuer.name);
    writer.key("entities").begin_array().begin_object();
    writer.member("label", "Issued by").member("primary", true).key("entity");
    write_mention(writer, Mention::entity, issuer, public_url);
    writer.end_object().end_array().end_object();
}

void write_place(Writer& writer, const BadgeDraft& stated) {
    const auto* country = stated.country.empty() ? nullptr : find_country(stated.country);
    const auto* part = country ? find_subdivision(*country, stated.region) : nullptr;
    writer.key("country").text_or_null(country ? country->name : "");
    writer.key("country_code").text_or_null(country ? country->alpha_3 : "");
    writer.key("state_or_province").text_or_null(part ? part->name : stated.region);
}

// From "id" to "state_updated_at".
void write_badge_facts(Writer& writer, const Badge& badge) {
    const auto& stated = badge.stated;
    const auto& recipient = stated.recipient;
    writer.member("id", badge.id.text())
        .member("issued_to", recipient.full_name())
        .member("issued_to_first_name", recipient.first_name);
    writer.key("issued_to_middle_name").text_or_null(recipient.middle_name);
    writer.member("issued_to_last_name", recipient.last_name);
    writer.key("issuer_earner_id").text_or_null(recipient.earner_id);
    writer.member("locale", stated.locale)
        .member("public", badge.is_public)
        .member("recipient_email", recipient.email);
    write_id(writer, "replacement_badge_id", badge.replaced_by);
    write_id(writer, "replaces_badge_id", badge.replaces);
    writer.key("revocation_reason").text_or_null(badge.revocation_reason);
    writer.member("state", name_of(badge.state))
        .member("suppress_badge_notification_email", stated.suppress_mail)
        .member("updated_at", iso_8601(badge.updated_at));
    write_place(writer, stated);
    writer.member("created_at", iso_8601(badge.created_at));
    write_moment(writer, "expires_at", stated.expires_at);
    writer.key("expires_at_date")
        .text_or_null(stated.expires_at ? date_of(*stated.expires_at) : "");
    writer.member("issued_at", iso_8601(stated.issued_at))
        .member("issued_at_date", date_of(stated.issued_at));
    write_moment(writer, "state_updated_at", badge.state_updated_at);
}

void write_evidence(Writer& writer, const std::vector<Evidence>& evidence) {
    writer.key("evidence").begin_array();
    for (const auto& [id, type, name, description, value] : evidence) {
        writer.begin_object().member("id", id.text()).member("type", type);
        writer.key("name").text_or_null(name);
        writer.key("description").text_or_null(description);
        writer.key("value").text_or_null(value);
        writer.end_object();
    }
    writer.end_array();
}

}  // namespace

void write_mention(Writer& writer, Mention mention, const Issuer& issuer,
                   const std::string& public_url) {
    const bool is_owner = mention == Mention::owner;
    writer.begin_object()
        .member("type", "Organization")
        .member("id", issuer.id.text())
        .member("name", issuer.name);
    if (is_owner) writer.member("enable_blockchain", false);
    writer.member("url", public_url + "/v1/organizations/" + issuer.id.text())
        .member("vanity_url", organization_page(issuer, public_url));
    if (is_owner) {
        writer.member("vanity_slug", issuer.profile_name);
    } else {
        writer.member("share_to_ziprecruiter", false);
    }
    writer.member("verified", issuer.verified);
    if (is_owner) writer.member("viewable", true);
    writer.end_object();
}

void write_badge_template(Writer& writer, const IssuedTemplate& issued,
                          const std::string& public_url) {
    const auto& [made, issuer] = issued;
    const auto& stated = made.stated;
    writer.begin_object();
    write_template_facts(writer, made);
    write_image(writer, stated.picture, public_url);
    writer.member("url", badge_template_page(issued, public_url)).key("owner");
    write_mention(writer, Mention::owner, issuer, public_url);
    write_alignments(writer, stated.alignments);
    write_recommendations(writer, stated.recommendations);
    write_required_templates(writer, stated.required_templates);
    write_activities(writer, stated.activities);
    writer.key("skills").begin_array();
    for (const auto& skill : stated.skills) writer.value(skill);
    writer.end_array().end_object();
}

void write_badge(Writer& writer, const IssuedBadge& issued, const std::string& public_url) {
    const auto& [badge, made, issuer] = issued;
    writer.begin_object();
    write_user(writer, badge);
    write_issuer(writer, issuer, public_url);
    writer.member("printing_enabled", false).member("print_method", nullptr);
    writer.key("badge_template");
    write_badge_template(writer, {made, issuer}, public_url);
    write_badge_facts(writer, badge);
    write_image(writer, made.stated.picture, public_url);
    writer.key("alignments").begin_array();
    for (const auto& alignment : made.stated.alignments) {
        writer.begin_object().key("name").text_or_null(alignment.name);
        writer.key("description").text_or_null(alignment.description).end_object();
    }
    writer.end_array();
    write_evidence(writer, badge.stated.evidence);
    writer.member("badge_url", public_url + "/badges/" + badge.id.text()).end_object();
}

std::string badge_template_page(const IssuedTemplate& issued, const std::string& public_url) {
    return organization_page(issued.issuer, public_url) + "/badge/" +
           http::percent_encode(issued.badge_template.stated.slug);
}

}  // namespace cartulary::acclaim
