#include "store/organization_text.h"

#include <algorithm>

#include "base/json.h"
#include "store/statement.h"
#include "store/stored_json.h"

namespace cartulary::organizations {

namespace {

using json::Value;
using json::Writer;
using stored::array_in;
using stored::text_in;

template <class Names, class Term>
void write_names(Writer& writer, const Names& names, const std::vector<Term>& terms) {
    writer.begin_array();
    for (const auto term : terms) writer.value(names.name_of(term));
    writer.end_array();
}

template <class Term, class Names>
std::vector<Term> read_names(const Names& names, const json::Array& array) {
    std::vector<Term> terms;
    terms.reserve(array.size());
    for (const auto& element : array) {
        // The store writes the names as they are; no other spelling is looked for.
        const auto found = std::ranges::find(names.names, text_in(&element));
        if (found != names.names.end()) {
            terms.push_back(static_cast<Term>(found - names.names.begin()));
        }
    }
    return terms;
}

void write_pair(Writer& writer, std::string_view first, std::string_view second) {
    writer.begin_array().value(first).value(second).end_array();
}

// The pairs of a list, each made into what `make` gives.
template <class Make>
auto read_pairs(const json::Array& array, Make make) {
    std::vector<std::invoke_result_t<Make&, const std::string&, const std::string&>> made;
    made.reserve(array.size());
    for (const auto& element : array) {
        const auto& parts = array_in(&element);
        if (parts.size() == 2) made.push_back(make(text_in(&parts[0]), text_in(&parts[1])));
    }
    return made;
}

void write(Writer& writer, const PublishingProfile& publishing) {
    writer.begin_object();
    write_names(writer.key("roles"), publishing_roles, publishing.roles);
    write_names(writer.key("methods"), publishing_methods, publishing.methods);
    write_names(writer.key("consuming"), consuming_methods, publishing.consuming_methods);
    writer.key("estimates").begin_array();
    for (const auto& [entity_type, count, comment] : publishing.estimates) {
        writer.begin_array().value(entity_type).value(count).value(comment).end_array();
    }
    writer.end_array().end_object();
}

PublishingProfile publishing_in(const Value& value) {
    PublishingProfile publishing;
    publishing.roles = read_names<PublishingRole>(publishing_roles, array_in(value.find("roles")));
    publishing.methods =
        read_names<PublishingMethod>(publishing_methods, array_in(value.find("methods")));
    publishing.consuming_methods =
        read_names<ConsumingMethod>(consuming_methods, array_in(value.find("consuming")));
    for (const auto& estimate : array_in(value.find("estimates"))) {
        const auto& parts = array_in(&estimate);
        if (parts.size() != 3 || !parts[1].integer()) continue;
        publishing.estimates.push_back(
            {text_in(&parts[0]), *parts[1].integer(), text_in(&parts[2])});
    }
    return publishing;
}

void write(Writer& writer, const Webhook& webhook) {
    writer.begin_object().member("url", webhook.url).key("event_types").begin_array();
    for (const auto& type : webhook.event_types) writer.value(type);
    writer.end_array().end_object();
}

Webhook webhook_in(const Value& value) {
    Webhook webhook{text_in(value.find("url")), {}};
    for (const auto& type : array_in(value.find("event_types"))) {
        webhook.event_types.push_back(text_in(&type));
    }
    return webhook;
}

void write(Writer& writer, const Address& address) {
    writer.begin_object()
        .member("street", address.street)
        .member("street_2", address.street_2)
        .member("city", address.city)
        .member("region", address.region)
        .member("postal_code", address.postal_code)
        .member("country", address.country)
        .end_object();
}

Address address_in(const Value& value) {
    const auto text = [&](std::string_view name) { return text_in(value.find(name)); };
    return {text("street"), text("street_2"),    text("city"),
            text("region"), text("postal_code"), text("country")};
}

void write_lists(Writer& writer, const OrganizationDraft& stated) {
    writer.key("phones").begin_array();
    for (const auto& [number, extension] : stated.phones) write_pair(writer, number, extension);
    writer.end_array();
    write_names(writer.key("types"), organization_types, stated.types);
    writer.key("identifiers").begin_array();
    for (const auto& [scheme, value] : stated.identifiers) write_pair(writer, scheme, value);
    writer.end_array();
    write(writer.key("publishing"), stated.publishing);
    writer.key("particulars").begin_object();
    for (const auto& [dialect, text] : stated.particulars) writer.member(dialect, text);
    writer.end_object();
    if (stated.webhook != Webhook{}) write(writer.key("webhook"), stated.webhook);
}

void read_lists(const Value& value, OrganizationDraft& stated) {
    stated.phones = read_pairs(array_in(value.find("phones")),
                               [](const std::string& number, const std::string& extension) {
                                   return Phone{number, extension};
                               });
    stated.types = read_names<OrganizationType>(organization_types, array_in(value.find("types")));
    stated.identifiers = read_pairs(array_in(value.find("identifiers")),
                                    [](const std::string& scheme, const std::string& text) {
                                        return Identifier{scheme, text};
                                    });
    if (const auto* publishing = value.find("publishing")) {
        stated.publishing = publishing_in(*publishing);
    }
    if (const auto* webhook = value.find("webhook")) stated.webhook = webhook_in(*webhook);
    const auto* particulars = value.find("particulars");
    if (!particulars || !particulars->object()) return;
    for (const auto& [dialect, text] : *particulars->object()) {
        stated.particulars[dialect] = text_in(&text);
    }
}

OrganizationDraft stated_in(const Value& value) {
    const auto text = [&](std::string_view name) { return text_in(value.find(name)); };
    OrganizationDraft stated;
    stated.name = text("name");
    stated.profile_name = text("profile_name");
    stated.description = text("description");
    stated.website = text("website");
    stated.email = text("email");
    stated.picture = text("picture");
    stated.sector = sectors.find(text("sector"));
    stated.address = address_in(stored::part_of(value, "address"));
    read_lists(value, stated);
    return stated;
}

}  // namespace

std::string details_of(const OrganizationDraft& stated) {
    Writer writer;
    writer.begin_object();
    write_lists(writer, stated);
    writer.end_object();
    return writer.take();
}

void read_details(std::string_view details, OrganizationDraft& stated) {
    read_lists(stored::parsed(details), stated);
}

namespace {

void write_snapshot(Writer& writer, const Organization& organization) {
    const auto& stated = organization.stated;
    writer.member("ctid", organization.id.ctid())
        .member("number", organization.number)
        .member("serial", organization.serial)
        .member("status", name_of(organization.status))
        .member("trusted_partner", organization.trusted_partner)
        .key("tenant");
    organization.tenant ? writer.value(*organization.tenant) : writer.value(nullptr);
    writer.member("name", stated.name)
        .member("profile_name", stated.profile_name)
        .member("description", stated.description)
        .member("website", stated.website)
        .member("email", stated.email)
        .member("picture", stated.picture);
    writer.key("sector");
    stated.sector ? writer.value(sectors.name_of(*stated.sector)) : writer.value(nullptr);
    write(writer.key("address"), stated.address);
    write_lists(writer, stated);
    writer.member("version", organization.version)
        .member("created_at", iso_8601(organization.created_at))
        .member("updated_at", iso_8601(organization.updated_at));
    stored::write(writer, "approved_at", organization.approved_at);
}

}  // namespace

std::string snapshot_of(const Organization& organization) {
    Writer writer;
    writer.begin_object();
    write_snapshot(writer, organization);
    writer.end_object();
    return writer.take();
}

std::string snapshot_of(const Organization& organization, const Uuid& member,
                        std::string_view role) {
    Writer writer;
    writer.begin_object();
    write_snapshot(writer, organization);
    writer.key("member").begin_object().member("person", member.text()).member("role", role);
    writer.end_object();
    writer.end_object();
    return writer.take();
}

std::string snapshot_of(const Organization& organization, const OrganizationId& third_party,
                        std::string_view status) {
    Writer writer;
    writer.begin_object();
    write_snapshot(writer, organization);
    writer.key("third_party")
        .begin_object()
        .member("ctid", third_party.ctid())
        .member("status", status);
    writer.end_object();
    writer.end_object();
    return writer.take();
}

Organization in_snapshot(std::string_view text) {
    const auto value = stored::parsed(text);
    const auto id = OrganizationId::from_ctid(text_in(value.find("ctid")));
    const auto status = parse_organization_status(text_in(value.find("status")));
    if (!id || !status) throw DatabaseError("a snapshot is none of an organization");
    const auto tenant = stored::number_in(value.find("tenant"));
    return {
        .id = *id,
        .number = stored::number_in(value.find("number")),
        .serial = stored::integer_in(value.find("serial")),
        .status = *status,
        .trusted_partner = stored::boolean_in(value.find("trusted_partner")),
        .tenant = tenant > 0 ? std::optional(tenant) : std::nullopt,
        .stated = stated_in(value),
        .version = stored::integer_in(value.find("version")),
        .created_at = stored::required_time(value.find("created_at")),
        .updated_at = stored::required_time(value.find("updated_at")),
        .approved_at = stored::time_in(value.find("approved_at")),
    };
}

}  // namespace cartulary::organizations
