#include "dialects/accounts/render.h"

#include "base/json.h"
#include "dialects/accounts/names.h"
#include "domain/country.h"

namespace cartulary::accounts {

namespace {

using json::Writer;

std::string render_answer(bool successful, const std::vector<std::string>& messages,
                          std::string_view api_key) {
    Writer writer;
    writer.begin_object().member("Successful", successful).key("Messages").begin_array();
    for (const auto& message : messages) writer.value(message);
    writer.end_array().key("OrganizationApiKey").text_or_null(api_key);
    writer.member("ApprovedToPublish", successful).end_object();
    return writer.take();
}

// Our name of a field as theirs, settled while compiling: this is what a read spends its time on.
struct Property {
    consteval Property(const char* ours) : name(property(ours)) {}
    std::string_view name;
};

void write_text(Writer& writer, Property property, std::string_view text) {
    writer.key(property.name).text_or_null(text);
}

template <class Names, class Terms>
void write_terms(Writer& writer, Property property, const Names& vocabulary, const Terms& terms) {
    writer.key(property.name).begin_array();
    for (const auto term : terms) writer.value(vocabulary.curie_of(term));
    writer.end_array();
}

void write_phones(Writer& writer, const std::vector<Phone>& phones) {
    static const Phone none;
    const auto& first = phones.empty() ? none : phones[0];
    const auto& second = phones.size() < 2 ? none : phones[1];
    write_text(writer, "phones[0]", first.number);
    write_text(writer, "phones[0]_extension", first.extension);
    write_text(writer, "phones[1]", second.number);
    write_text(writer, "phones[1]_extension", second.extension);
}

void write_publishing(Writer& writer, const OrganizationDraft& stated) {
    const auto& publishing = stated.publishing;
    write_terms(writer, "publishing.roles", publishing_roles, publishing.roles);
    write_terms(writer, "publishing.methods", publishing_methods, publishing.methods);
    write_terms(writer, "publishing.consuming_methods", consuming_methods,
                publishing.consuming_methods);
    write_terms(writer, "types", organization_types, stated.types);
    write_text(writer, "sector", stated.sector ? sectors.curie_of(*stated.sector) : "");
}

void write_address(Writer& writer, const Address& address) {
    write_text(writer, "address.street", address.street);
    write_text(writer, "address.city", address.city);
    write_text(writer, "address.region", address.region);
    const auto* country = find_country(address.country);
    write_text(writer, "address.country", country ? country->name : address.country);
    write_text(writer, "address.postal_code", address.postal_code);
}

void write_estimates(Writer& writer, const std::vector<PublishingEstimate>& estimates) {
    writer.key(Property("publishing.estimates").name).begin_array();
    for (const auto& [entity_type, count, comment] : estimates) {
        writer.begin_object().member(estimate_names[0].theirs, entity_type);
        writer.member(estimate_names[1].theirs, count);
        writer.key(estimate_names[2].theirs).text_or_null(comment);
        writer.end_object();
    }
    writer.end_array();
}

}  // namespace

std::vector<std::string> messages_of(const Error& error) {
    std::vector<std::string> messages;
    for (const auto& [field, problem] : error.fields) {
        messages.push_back("Error - " + their_name(field) + " " + problem);
    }
    if (messages.empty()) messages.push_back("Error - " + error.message);
    return messages;
}

std::string render_registered(const Registered& registered,
                              const std::vector<std::string>& warnings) {
    return render_answer(true, warnings, registered.api_key);
}

std::string render_refused(const std::vector<std::string>& messages) {
    return render_answer(false, messages, {});
}

std::string render_organization(const Organization& organization) {
    const auto& stated = organization.stated;
    Writer writer;
    writer.begin_object();
    write_text(writer, "id", organization.id.ctid());
    write_text(writer, "name", stated.name);
    write_text(writer, "profile_name", stated.profile_name);
    write_text(writer, "identifiers.fein", identifier_of(stated, identifier_scheme::fein.name));
    write_text(writer, "identifiers.duns", identifier_of(stated, identifier_scheme::duns.name));
    write_text(writer, "identifiers.opeid", identifier_of(stated, identifier_scheme::opeid.name));
    write_text(writer, "website", stated.website);
    write_text(writer, "email", stated.email);
    write_phones(writer, stated.phones);
    write_publishing(writer, stated);
    write_address(writer, stated.address);
    write_estimates(writer, stated.publishing.estimates);
    writer.member("ApprovedToPublish", organization.status == OrganizationStatus::approved)
        .member("Created", iso_8601(organization.created_at))
        .member("LastUpdated", iso_8601(organization.updated_at))
        .member("Version", organization.version)
        .end_object();
    return writer.take();
}

}  // namespace cartulary::accounts
