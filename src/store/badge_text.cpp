#include "store/badge_text.h"

#include "store/statement.h"
#include "store/stored_json.h"

namespace cartulary {

namespace {

using json::Value;
using json::Writer;
using stored::array_in;
using stored::text_in;

void write_texts(Writer& writer, std::string_view name, const std::vector<std::string>& texts) {
    writer.key(name).begin_array();
    for (const auto& text : texts) writer.value(text);
    writer.end_array();
}

void write_parts(Writer& writer, const BadgeTemplateDraft& stated) {
    writer.key("alignments").begin_array();
    for (const auto& alignment : stated.alignments) {
        writer.begin_object()
            .member("id", alignment.id.text())
            .member("name", alignment.name)
            .member("url", alignment.url)
            .member("description", alignment.description)
            .end_object();
    }
    writer.end_array().key("recommendations").begin_array();
    for (const auto& recommendation : stated.recommendations) {
        writer.begin_object()
            .member("id", recommendation.id.text())
            .member("title", recommendation.title)
            .member("type", recommendation.type)
            .member("activity_url", recommendation.activity_url)
            .end_object();
    }
    writer.end_array().key("activities").begin_array();
    for (const auto& activity : stated.activities) {
        writer.begin_object()
            .member("id", activity.id.text())
            .member("title", activity.title)
            .member("type", activity.type)
            .member("url", activity.url);
        stored::write(writer, "required_template", activity.required_template);
        writer.end_object();
    }
    writer.end_array();
}

void read_parts(const Value& value, BadgeTemplateDraft& stated) {
    for (const auto& part : array_in(value.find("alignments"))) {
        stated.alignments.push_back({.id = stored::required_uuid(part.find("id")),
                                     .name = text_in(part.find("name")),
                                     .url = text_in(part.find("url")),
                                     .description = text_in(part.find("description"))});
    }
    for (const auto& part : array_in(value.find("recommendations"))) {
        stated.recommendations.push_back({.id = stored::required_uuid(part.find("id")),
                                          .title = text_in(part.find("title")),
                                          .type = text_in(part.find("type")),
                                          .activity_url = text_in(part.find("activity_url"))});
    }
    for (const auto& part : array_in(value.find("activities"))) {
        stated.activities.push_back(
            {.id = stored::required_uuid(part.find("id")),
             .title = text_in(part.find("title")),
             .type = text_in(part.find("type")),
             .url = text_in(part.find("url")),
             .required_template = stored::uuid_in(part.find("required_template"))});
    }
}

// What a template's row keeps beside its columns, as members of an object that is open.
void write_details(Writer& writer, const BadgeTemplateDraft& stated) {
    writer.member("allow_duplicates", stated.allow_duplicates)
        .member("certification", stated.certification)
        .member("global_activity_url", stated.global_activity_url)
        .member("criteria_name", stated.criteria_name)
        .member("criteria_url", stated.criteria_url)
        .member("level", stated.level)
        .member("cost", stated.cost)
        .member("time_to_earn", stated.time_to_earn)
        .member("type_category", stated.type_category)
        .member("particulars", stated.particulars);
    write_texts(writer, "skills", stated.skills);
    write_parts(writer, stated);
    writer.key("required_templates").begin_array();
    for (const auto& id : stated.required_templates) writer.value(id.text());
    writer.end_array();
}

void read_details(const Value& value, BadgeTemplateDraft& stated) {
    const auto text = [&](std::string_view name) { return text_in(value.find(name)); };
    stated.allow_duplicates = stored::boolean_in(value.find("allow_duplicates"));
    stated.certification = stored::boolean_in(value.find("certification"));
    stated.global_activity_url = text("global_activity_url");
    stated.criteria_name = text("criteria_name");
    stated.criteria_url = text("criteria_url");
    stated.level = text("level");
    stated.cost = text("cost");
    stated.time_to_earn = text("time_to_earn");
    stated.type_category = text("type_category");
    stated.particulars = text("particulars");
    for (const auto& skill : array_in(value.find("skills"))) {
        stated.skills.push_back(text_in(&skill));
    }
    read_parts(value, stated);
    for (const auto& id : array_in(value.find("required_templates"))) {
        stated.required_templates.push_back(stored::required_uuid(&id));
    }
}

void write(Writer& writer, const BadgeTemplate& badge_template) {
    const auto& stated = badge_template.stated;
    writer.begin_object()
        .member("id", badge_template.id.text())
        .member("organization", badge_template.organization)
        .member("name", stated.name)
        .member("slug", stated.slug)
        .member("description", stated.description)
        .member("state", name_of(stated.state))
        .member("public", stated.is_public);
    stored::write(writer, "picture", stated.picture);
    write_details(writer, stated);
    writer.member("badge_count", badge_template.badge_count)
        .member("version", badge_template.version)
        .member("created_at", iso_8601(badge_template.created_at))
        .member("updated_at", iso_8601(badge_template.updated_at));
    stored::write(writer, "state_updated_at", badge_template.state_updated_at);
    writer.end_object();
}

BadgeTemplate template_in(const Value& value) {
    const auto state = parse_badge_template_state(text_in(value.find("state")));
    if (!state) throw DatabaseError("a snapshot is none of a badge template");
    BadgeTemplateDraft stated;
    stated.name = text_in(value.find("name"));
    stated.slug = text_in(value.find("slug"));
    stated.description = text_in(value.find("description"));
    stated.state = *state;
    stated.is_public = stored::boolean_in(value.find("public"));
    stated.picture = stored::uuid_in(value.find("picture"));
    read_details(value, stated);
    return {.id = stored::required_uuid(value.find("id")),
            .organization = stored::number_in(value.find("organization")),
            .stated = std::move(stated),
            .badge_count = stored::integer_in(value.find("badge_count")),
            .version = stored::integer_in(value.find("version")),
            .created_at = stored::required_time(value.find("created_at")),
            .updated_at = stored::required_time(value.find("updated_at")),
            .state_updated_at = stored::time_in(value.find("state_updated_at"))};
}

// What a badge's row keeps beside its columns, as members of an object that is open.
void write_details(Writer& writer, const BadgeDraft& stated) {
    writer.member("first_name", stated.recipient.first_name)
        .member("middle_name", stated.recipient.middle_name)
        .member("last_name", stated.recipient.last_name)
        .member("locale", stated.locale)
        .member("country", stated.country)
        .member("region", stated.region)
        .member("suppress_mail", stated.suppress_mail)
        .key("evidence")
        .begin_array();
    for (const auto& evidence : stated.evidence) {
        writer.begin_object()
            .member("id", evidence.id.text())
            .member("type", evidence.type)
            .member("name", evidence.name)
            .member("description", evidence.description)
            .member("value", evidence.value)
            .end_object();
    }
    writer.end_array();
}

void read_details(const Value& value, BadgeDraft& stated) {
    const auto text = [&](std::string_view name) { return text_in(value.find(name)); };
    stated.recipient.first_name = text("first_name");
    stated.recipient.middle_name = text("middle_name");
    stated.recipient.last_name = text("last_name");
    stated.locale = text("locale");
    stated.country = text("country");
    stated.region = text("region");
    stated.suppress_mail = stored::boolean_in(value.find("suppress_mail"));
    for (const auto& part : array_in(value.find("evidence"))) {
        stated.evidence.push_back({.id = stored::required_uuid(part.find("id")),
                                   .type = text_in(part.find("type")),
                                   .name = text_in(part.find("name")),
                                   .description = text_in(part.find("description")),
                                   .value = text_in(part.find("value"))});
    }
}

void write(Writer& writer, const Badge& badge) {
    const auto& stated = badge.stated;
    writer.begin_object()
        .member("id", badge.id.text())
        .member("organization", badge.organization)
        .member("badge_template", badge.badge_template.text())
        .member("earner", badge.earner.text())
        .member("email", stated.recipient.email)
        .member("earner_id", stated.recipient.earner_id);
    write_details(writer, stated);
    writer.member("state", name_of(badge.state))
        .member("public", badge.is_public)
        .member("revocation_reason", badge.revocation_reason)
        .member("version", badge.version);
    stored::write(writer, "replaces", badge.replaces);
    stored::write(writer, "replaced_by", badge.replaced_by);
    stored::write(writer, "issued_at", stated.issued_at);
    stored::write(writer, "expires_at", stated.expires_at);
    stored::write(writer, "created_at", badge.created_at);
    stored::write(writer, "updated_at", badge.updated_at);
    stored::write(writer, "state_updated_at", badge.state_updated_at);
    writer.end_object();
}

Badge badge_in(const Value& value) {
    const auto state = parse_badge_state(text_in(value.find("state")));
    if (!state) throw DatabaseError("a snapshot is none of a badge");
    BadgeDraft stated;
    stated.recipient.email = text_in(value.find("email"));
    stated.recipient.earner_id = text_in(value.find("earner_id"));
    stated.issued_at = stored::required_time(value.find("issued_at"));
    stated.expires_at = stored::time_in(value.find("expires_at"));
    read_details(value, stated);
    return {.id = stored::required_uuid(value.find("id")),
            .organization = stored::number_in(value.find("organization")),
            .badge_template = stored::required_uuid(value.find("badge_template")),
            .earner = stored::required_uuid(value.find("earner")),
            .stated = std::move(stated),
            .state = *state,
            .is_public = stored::boolean_in(value.find("public")),
            .replaces = stored::uuid_in(value.find("replaces")),
            .replaced_by = stored::uuid_in(value.find("replaced_by")),
            .revocation_reason = text_in(value.find("revocation_reason")),
            .link_digest = {},
            .version = stored::integer_in(value.find("version")),
            .created_at = stored::required_time(value.find("created_at")),
            .updated_at = stored::required_time(value.find("updated_at")),
            .state_updated_at = stored::time_in(value.find("state_updated_at"))};
}

void write(Writer& writer, const Issuer& issuer) {
    writer.begin_object()
        .member("id", issuer.id.text())
        .member("number", issuer.number)
        .member("name", issuer.name)
        .member("profile_name", issuer.profile_name)
        .member("verified", issuer.verified)
        .end_object();
}

Issuer issuer_in(const Value& value) {
    return {.id = OrganizationId(stored::required_uuid(value.find("id"))),
            .number = stored::number_in(value.find("number")),
            .name = text_in(value.find("name")),
            .profile_name = text_in(value.find("profile_name")),
            .verified = stored::boolean_in(value.find("verified"))};
}

template <class Draft>
std::string text_of(const Draft& stated) {
    Writer writer;
    writer.begin_object();
    write_details(writer, stated);
    writer.end_object();
    return writer.take();
}

}  // namespace

namespace badge_templates {

std::string details_of(const BadgeTemplateDraft& stated) {
    return text_of(stated);
}

void read_details(std::string_view details, BadgeTemplateDraft& stated) {
    cartulary::read_details(stored::parsed(details), stated);
}

std::string snapshot_of(const IssuedTemplate& issued) {
    Writer writer;
    writer.begin_object();
    write(writer.key("badge_template"), issued.badge_template);
    write(writer.key("issuer"), issued.issuer);
    writer.end_object();
    return writer.take();
}

IssuedTemplate in_snapshot(std::string_view text) {
    const auto value = stored::parsed(text);
    return {template_in(stored::part_of(value, "badge_template")),
            issuer_in(stored::part_of(value, "issuer"))};
}

}  // namespace badge_templates

namespace badges {

std::string details_of(const BadgeDraft& stated) {
    return text_of(stated);
}

void read_details(std::string_view details, BadgeDraft& stated) {
    cartulary::read_details(stored::parsed(details), stated);
}

std::string snapshot_of(const IssuedBadge& issued) {
    Writer writer;
    writer.begin_object();
    write(writer.key("badge"), issued.badge);
    write(writer.key("badge_template"), issued.badge_template);
    write(writer.key("issuer"), issued.issuer);
    writer.end_object();
    return writer.take();
}

IssuedBadge in_snapshot(std::string_view text) {
    const auto value = stored::parsed(text);
    return {badge_in(stored::part_of(value, "badge")),
            template_in(stored::part_of(value, "badge_template")),
            issuer_in(stored::part_of(value, "issuer"))};
}

}  // namespace badges

}  // namespace cartulary
