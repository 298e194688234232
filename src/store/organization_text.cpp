#include "store/organization_text.h"

#include "base/json.h"

namespace cartulary::organizations {

namespace {

using json::Value;
using json::Writer;

// What the store wrote itself is JSON, or the database is damaged.
Value parsed(std::string_view text) {
    auto value = json::parse(text);
    if (!value) throw std::runtime_error("a stored list is not JSON: " + value.error().message);
    return *std::move(value);
}

const json::Array& array_in(const Value* value) {
    static const json::Array none;
    return value && value->array() ? *value->array() : none;
}

std::string string_in(const Value& value) {
    return value.string() ? *value.string() : std::string();
}

template <class Names, class Term>
void write_names(Writer& writer, const Names& names, const std::vector<Term>& terms) {
    writer.begin_array();
    for (const auto term : terms) writer.value(names.name_of(term));
    writer.end_array();
}

template <class Term, class Names>
std::vector<Term> read_names(const Names& names, const json::Array& array) {
    std::vector<Term> terms;
    for (const auto& element : array) {
        if (const auto term = names.find(string_in(element))) terms.push_back(*term);
    }
    return terms;
}

void write(Writer& writer, const PublishingProfile& publishing) {
    writer.begin_object();
    write_names(writer.key("roles"), publishing_roles, publishing.roles);
    write_names(writer.key("methods"), publishing_methods, publishing.methods);
    write_names(writer.key("consuming"), consuming_methods, publishing.consuming_methods);
    writer.key("estimates").begin_array();
    for (const auto& [entity_type, count, comment] : publishing.estimates) {
        writer.begin_object()
            .member("type", entity_type)
            .member("count", count)
            .member("comment", comment)
            .end_object();
    }
    writer.end_array().end_object();
}

void write(Writer& writer, const std::vector<Phone>& phones) {
    writer.begin_array();
    for (const auto& [number, extension] : phones) {
        writer.begin_array().value(number).value(extension).end_array();
    }
    writer.end_array();
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

void write_lists(Writer& writer, const OrganizationDraft& stated) {
    write(writer.key("phones"), stated.phones);
    write(writer.key("address"), stated.address);
    write_names(writer.key("types"), organization_types, stated.types);
    writer.key("sector");
    stated.sector ? writer.value(sectors.name_of(*stated.sector)) : writer.value(nullptr);
    writer.key("identifiers").begin_array();
    for (const auto& [scheme, value] : stated.identifiers) {
        writer.begin_array().value(scheme).value(value).end_array();
    }
    writer.end_array();
    write(writer.key("publishing"), stated.publishing);
    writer.key("particulars").begin_object();
    for (const auto& [dialect, text] : stated.particulars) writer.member(dialect, text);
    writer.end_object();
}

}  // namespace

std::string text_of(const std::vector<Phone>& phones) {
    Writer writer;
    write(writer, phones);
    return writer.take();
}

std::vector<Phone> phones_from(std::string_view text) {
    std::vector<Phone> phones;
    const auto value = parsed(text);
    for (const auto& pair : array_in(&value)) {
        const auto& parts = array_in(&pair);
        if (parts.size() == 2) phones.push_back({string_in(parts[0]), string_in(parts[1])});
    }
    return phones;
}

std::string text_of(const std::vector<OrganizationType>& types) {
    Writer writer;
    write_names(writer, organization_types, types);
    return writer.take();
}

std::vector<OrganizationType> types_from(std::string_view text) {
    const auto value = parsed(text);
    return read_names<OrganizationType>(organization_types, array_in(&value));
}

std::string text_of(const PublishingProfile& publishing) {
    Writer writer;
    write(writer, publishing);
    return writer.take();
}

PublishingProfile publishing_from(std::string_view text) {
    const auto value = parsed(text);
    PublishingProfile publishing;
    publishing.roles = read_names<PublishingRole>(publishing_roles, array_in(value.find("roles")));
    publishing.methods =
        read_names<PublishingMethod>(publishing_methods, array_in(value.find("methods")));
    publishing.consuming_methods =
        read_names<ConsumingMethod>(consuming_methods, array_in(value.find("consuming")));
    for (const auto& estimate : array_in(value.find("estimates"))) {
        const auto* count = estimate.find("count");
        publishing.estimates.push_back({string_in(*estimate.find("type")),
                                        count && count->integer() ? *count->integer() : 0,
                                        string_in(*estimate.find("comment"))});
    }
    return publishing;
}

std::string snapshot_of(const Organization& organization) {
    const auto& stated = organization.stated;
    Writer writer;
    writer.begin_object()
        .member("ctid", organization.id.ctid())
        .member("number", organization.number)
        .member("serial", organization.serial)
        .member("status", name_of(organization.status))
        .member("trusted_partner", organization.trusted_partner)
        .member("name", stated.name)
        .member("profile_name", stated.profile_name)
        .member("description", stated.description)
        .member("website", stated.website)
        .member("email", stated.email)
        .member("picture", stated.picture);
    write_lists(writer, stated);
    writer.member("version", organization.version)
        .member("created_at", iso_8601(organization.created_at))
        .member("updated_at", iso_8601(organization.updated_at))
        .end_object();
    return writer.take();
}

}  // namespace cartulary::organizations
