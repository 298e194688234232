#include "app/commands/registry_commands.h"
#include "base/json.h"
#include "operations/organizations.h"

namespace cartulary::commands {

namespace {

using json::Writer;

void write_head(Writer& writer, const Organization& organization) {
    writer.member("ctid", organization.id.ctid())
        .member("name", organization.stated.name)
        .member("profile_name", organization.stated.profile_name)
        .member("status", name_of(organization.status))
        .member("trusted_partner", organization.trusted_partner);
}

void write_people(Writer& writer, const std::vector<Membership>& members) {
    writer.key("people").begin_array();
    for (const auto& [person, role, created_at] : members) {
        writer.begin_object()
            .member("email", person.email)
            .member("first_name", person.first_name)
            .member("last_name", person.last_name)
            .member("role", name_of(role))
            .end_object();
    }
    writer.end_array();
}

void write_relationships(Writer& writer, const Organizations::Whole& whole) {
    writer.key("relationships").begin_array();
    for (std::size_t i = 0; i < whole.relationships.size(); ++i) {
        writer.begin_object()
            .member("partner", whole.third_parties[i].id.ctid())
            .member("name", whole.third_parties[i].stated.name)
            .member("status", name_of(whole.relationships[i].status))
            .end_object();
    }
    writer.end_array();
}

std::string as_json(const Organizations::Whole& whole) {
    const auto& organization = whole.organization;
    Writer writer;
    writer.begin_object();
    write_head(writer, organization);
    writer.member("website", organization.stated.website)
        .member("email", organization.stated.email)
        .member("version", organization.version)
        .member("created_at", iso_8601(organization.created_at))
        .member("updated_at", iso_8601(organization.updated_at));
    write_people(writer, whole.members);
    write_relationships(writer, whole);
    writer.member("keys", whole.keys.size()).member("events", whole.events).end_object();
    return writer.take();
}

std::string as_text(const Organizations::Whole& whole) {
    const auto& organization = whole.organization;
    const auto& stated = organization.stated;
    std::string text = stated.name + "\n  CTID          " + organization.id.ctid() +
                       "\n  profile name  " + stated.profile_name + "\n  status        " +
                       std::string(name_of(organization.status)) + "\n  web site      " +
                       stated.website + "\n  e-mail        " + stated.email + "\n  version       " +
                       std::to_string(organization.version) + ", " +
                       iso_8601(organization.updated_at) + "\n  API keys      " +
                       std::to_string(whole.keys.size());
    for (const auto& [person, role, created_at] : whole.members) {
        text += "\n  " + std::string(name_of(role)) + "  " + person.email + "  " +
                person.first_name + " " + person.last_name;
    }
    for (std::size_t i = 0; i < whole.relationships.size(); ++i) {
        text += "\n  third party   " + whole.third_parties[i].stated.name + " (" +
                std::string(name_of(whole.relationships[i].status)) + ")";
    }
    return text;
}

}  // namespace

Outcome list_organizations(const Target& target) {
    Writer writer;
    writer.begin_array();
    std::string text;
    Organizations(target.registry).for_each([&](const Organization& organization) {
        if (target.json) {
            writer.begin_object();
            write_head(writer, organization);
            writer.end_object();
        } else {
            text += organization.id.ctid() + "  " + organization.stated.name + "\n";
        }
    });
    writer.end_array();
    return {.out = target.json ? writer.take() + "\n" : text};
}

Outcome show_organization(const Target& target, const std::string& ctid) {
    const auto id = OrganizationId::from_ctid(ctid);
    if (!id) {
        return {.status = 1, .err = "\"" + ctid + "\" is no CTID: it " + std::string(ctid_problem)};
    }
    const auto whole = Organizations(target.registry).show(*id);
    if (!whole) return {.status = 1, .err = "no organization has the CTID " + id->ctid()};
    return {.out = (target.json ? as_json(*whole) : as_text(*whole)) + "\n"};
}

}  // namespace cartulary::commands
