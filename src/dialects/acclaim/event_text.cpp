#include "dialects/acclaim/event_text.h"

#include "base/json.h"
#include "dialects/acclaim/badge_text.h"
#include "dialects/acclaim/organization_text.h"

namespace cartulary::acclaim {

namespace {

struct WriteSubject {
    json::Writer& writer;
    const std::string& public_url;

    void operator()(const Organization& organization) const {
        writer.key("organization");
        write_organization(writer, organization, public_url);
    }
    void operator()(const IssuedTemplate& issued) const {
        writer.key("badge_template");
        write_badge_template(writer, issued, public_url);
    }
    void operator()(const IssuedBadge& issued) const {
        writer.key("badge");
        write_badge(writer, issued, public_url);
    }
    // What the interface never had: told as shortly as it is kept.
    void operator()(const ToldResource& told) const {
        const auto ctid = told.ctid.text();
        writer.key("resource").begin_object();
        writer.member("ctid", ctid)
            .member("type", told.type)
            .member("name", told.name)
            .member("revision", told.revision)
            .member("url", public_url + "/resources/" + ctid)
            .end_object();
    }
};

}  // namespace

std::string render_event(const EventTold& told, const std::string& public_url) {
    json::Writer writer;
    writer.begin_object().member("id", told.event.id.text());
    writer.member("event_type", told.event.type);
    writer.member("organization_id", told.organization.text());
    writer.member("occurred_at", iso_8601(told.event.occurred_at));
    std::visit(WriteSubject{writer, public_url}, told.subject);
    return writer.end_object().take();
}

}  // namespace cartulary::acclaim
