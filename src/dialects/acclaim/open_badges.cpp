#include "dialects/acclaim/open_badges.h"

#include "base/json.h"
#include "base/secrets.h"
#include "dialects/acclaim/badge_text.h"
#include "http/form.h"

namespace cartulary::acclaim::open_badges {

namespace {

using json::Writer;

constexpr std::string_view root = "/v1/obi/v2/";
constexpr auto default_badge_path = "/assets/badge.svg";  // served with the pages

std::string address(const std::string& public_url, std::string_view kind, const Uuid& id) {
    return public_url + std::string(root) + std::string(kind) + "/" + id.text();
}

void begin(Writer& writer, std::string_view type, const std::string& id) {
    writer.begin_object()
        .member("@context", "https://w3id.org/openbadges/v2")
        .member("type", type)
        .member("id", id);
}

void write_where_said(Writer& writer, std::string_view name, const std::string& text) {
    if (!text.empty()) writer.member(name, text);
}

std::string picture_address(const std::string& public_url, const std::string& id) {
    return public_url + "/pictures/" + id + ".png";
}

// By a page that says it, and the activities by their titles.
void write_criteria(Writer& writer, const IssuedTemplate& issued, const std::string& public_url) {
    const auto& stated = issued.badge_template.stated;
    const auto& page =
        !stated.criteria_url.empty() ? stated.criteria_url : stated.global_activity_url;
    writer.key("criteria").begin_object().member("type", "Criteria");
    writer.member("id", page.empty() ? badge_template_page(issued, public_url) : page);
    std::string narrative;
    for (const auto& activity : stated.activities) {
        if (!activity.title.empty()) narrative += "- " + activity.title + "\n";
    }
    write_where_said(writer, "narrative", narrative);
    writer.end_object();
}

// An alignment has a name and an address here, or is none.
void write_alignment(Writer& writer, const std::vector<Alignment>& alignments) {
    writer.key("alignment").begin_array();
    for (const auto& [id, name, url, description] : alignments) {
        if (name.empty() || url.empty()) continue;
        writer.begin_object()
            .member("type", "AlignmentObject")
            .member("targetName", name)
            .member("targetUrl", url);
        write_where_said(writer, "targetDescription", description);
        writer.end_object();
    }
    writer.end_array();
}

// The salt is no secret: it makes the hashes of one address differ from badge to badge.
void write_recipient(Writer& writer, const Badge& badge) {
    const auto salt = badge.id.text();
    writer.key("recipient")
        .begin_object()
        .member("type", "email")
        .member("hashed", true)
        .member("salt", salt)
        .member("identity", "sha256$" + sha256_hex(badge.stated.recipient.email + salt))
        .end_object();
}

// What an issuer wrote of one earner is nobody's business; the pages that it links are public.
// Before the earner accepts the badge not even those are told.
void write_evidence(Writer& writer, const Badge& badge) {
    if (badge.state != BadgeState::accepted) return;
    writer.key("evidence").begin_array();
    for (const auto& evidence : badge.stated.evidence) {
        if (evidence.type != "UrlEvidence") continue;
        writer.begin_object().member("type", "Evidence").member("id", evidence.value);
        write_where_said(writer, "name", evidence.name);
        writer.end_object();
    }
    writer.end_array();
}

}  // namespace

std::string profile(const Organization& organization, const std::string& public_url) {
    const auto& stated = organization.stated;
    const auto page = public_url + "/org/" + http::percent_encode(stated.profile_name);
    Writer writer;
    begin(writer, "Profile", address(public_url, "issuers", organization.id.uuid()));
    writer.member("name", stated.name);
    writer.member("url", stated.website.empty() ? page : stated.website);
    write_where_said(writer, "email", stated.email);
    write_where_said(writer, "description", stated.description);
    if (!stated.picture.empty()) {
        writer.member("image", picture_address(public_url, stated.picture));
    }
    writer.end_object();
    return writer.take();
}

std::string badge_class(const IssuedTemplate& issued, const std::string& public_url) {
    const auto& [made, issuer] = issued;
    const auto& stated = made.stated;
    Writer writer;
    begin(writer, "BadgeClass", address(public_url, "badge_classes", made.id));
    writer.member("name", stated.name).member("description", stated.description);
    writer.member("image", stated.picture ? picture_address(public_url, stated.picture->text())
                                          : public_url + default_badge_path);
    write_criteria(writer, issued, public_url);
    writer.member("issuer", address(public_url, "issuers", issuer.id.uuid()));
    writer.key("tags").begin_array();
    for (const auto& skill : stated.skills) writer.value(skill);
    writer.end_array();
    write_alignment(writer, stated.alignments);
    writer.end_object();
    return writer.take();
}

std::string assertion(const IssuedBadge& issued, const std::string& public_url) {
    const auto& [badge, made, issuer] = issued;
    Writer writer;
    begin(writer, "Assertion", address(public_url, "badge_assertions", badge.id));
    write_recipient(writer, badge);
    writer.member("badge", address(public_url, "badge_classes", made.id));
    writer.key("verification").begin_object().member("type", "hosted").end_object();
    writer.member("issuedOn", iso_8601(badge.stated.issued_at));
    if (badge.stated.expires_at) writer.member("expires", iso_8601(*badge.stated.expires_at));
    write_evidence(writer, badge);
    writer.end_object();
    return writer.take();
}

std::string revoked_assertion(const Badge& badge, const std::string& public_url) {
    Writer writer;
    begin(writer, "Assertion", address(public_url, "badge_assertions", badge.id));
    // The reason may tell of its earner, and is for nobody else.
    writer.member("revoked", true);
    writer.end_object();
    return writer.take();
}

}  // namespace cartulary::acclaim::open_badges
