#include "ctdl/templates/organization_entry.h"

#include "domain/country.h"

namespace cartulary::ctdl::templates {

namespace {

struct NamedIdentifier {
    std::string_view field;
    const IdentifierScheme& scheme;
};
constexpr NamedIdentifier identifiers[] = {
    {"FEIN", identifier_scheme::fein},   {"DUNS", identifier_scheme::duns},
    {"OPEID", identifier_scheme::opeid}, {"IpedsId", identifier_scheme::ipeds},
    {"UEI", identifier_scheme::uei},     {"LEICode", identifier_scheme::lei},
    {"NcesID", identifier_scheme::nces},
};

class EntryWriter {
public:
    void put(std::string_view field, std::string_view value) {
        if (!value.empty()) entry_.fields[std::string(field)] = {std::string(value)};
    }
    template <class Term, std::size_t count>
    void put(std::string_view field, const Vocabulary<Term, count>& vocabulary,
             const std::vector<Term>& terms) {
        auto& values = entry_.fields[std::string(field)];
        for (const auto term : terms) values.emplace_back(vocabulary.name_of(term));
        if (values.empty()) entry_.fields.erase(std::string(field));
    }
    Entry take() { return std::move(entry_); }

private:
    Entry entry_;
};

void put_phones(EntryWriter& entry, const std::vector<Phone>& phones) {
    if (!phones.empty()) {
        entry.put("PrimaryPhoneNumber", phones[0].number);
        entry.put("PrimaryPhoneExtension", phones[0].extension);
    }
    if (phones.size() > 1) {
        entry.put("SecondaryPhoneNumber", phones[1].number);
        entry.put("SecondaryPhoneExtension", phones[1].extension);
    }
}

void put_address(EntryWriter& entry, const Address& address) {
    const auto* country = find_country(address.country);
    entry.put("Address1", address.street);
    entry.put("Address2", address.street_2);
    entry.put("City", address.city);
    entry.put("AddressRegion", address.region);
    entry.put("PostalCode", address.postal_code);
    entry.put("Country", country ? country->name : std::string_view(address.country));
}

}  // namespace

Entry entry_of(const OrganizationDraft& stated) {
    EntryWriter entry;
    entry.put("Name", stated.name);
    entry.put("Description", stated.description);
    entry.put("SubjectWebpage", stated.website);
    entry.put("AgentType", organization_types, stated.types);
    if (stated.sector) entry.put("AgentSectorType", sectors, {*stated.sector});
    entry.put("Email", stated.email);
    entry.put("ProfileName", stated.profile_name);
    put_phones(entry, stated.phones);
    put_address(entry, stated.address);
    for (const auto& [field, scheme] : identifiers) {
        entry.put(field, identifier_of(stated, scheme.name));
    }
    entry.put("PublishingRoles", publishing_roles, stated.publishing.roles);
    entry.put("PublishingMethods", publishing_methods, stated.publishing.methods);
    entry.put("ConsumingMethods", consuming_methods, stated.publishing.consuming_methods);
    return entry.take();
}

}  // namespace cartulary::ctdl::templates
