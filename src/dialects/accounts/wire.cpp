#include "dialects/accounts/wire.h"

#include <algorithm>

#include "base/text.h"
#include "ctdl/vocabulary.h"
#include "dialects/accounts/names.h"
#include "dialects/accounts/properties.h"
#include "domain/country.h"
#include "domain/web_address.h"

namespace cartulary::accounts {

namespace {

constexpr std::size_t unknown_named_max = 20;
constexpr std::size_t unknown_name_bytes_max = 100;

// Reads one registration: every method takes some of its properties.
class Reader {
public:
    explicit Reader(const json::Object& object)
        : properties_(object, parsed_.registration.noticed) {}

    Parsed read() {
        read_ctid();
        auto& draft = parsed_.registration.draft;
        draft.name = text("name");
        draft.profile_name = text("profile_name");
        draft.email = trimmed_text("email");
        read_website();
        read_identifiers();
        read_phones();
        read_publishing();
        read_address();
        read_contacts();
        read_estimates();
        parsed_.registration.mail_contacts =
            properties_.boolean(property("mail_contacts"), "mail_contacts", true);
        warn_of_unknown();
        return std::move(parsed_);
    }

private:
    std::string text(const std::string& field) { return properties_.text(property(field), field); }
    std::string trimmed_text(const std::string& field) {
        return std::string(text::trimmed(text(field)));
    }
    void warn(std::string_view field, const std::string& what) {
        parsed_.warnings.push_back("Warning - " + their_name(field) + " " + what);
    }

    void read_ctid();
    void read_website();
    void read_identifiers();
    void add_identifier(const IdentifierScheme& scheme, Checked<std::string> value);
    void read_phones();
    void read_publishing();
    template <class Terms, class Vocabulary>
    Terms read_terms(const std::string& field, const Vocabulary& vocabulary);
    void read_roles();
    void read_sector();
    void read_address();
    void read_place(Address& address, const std::string& country);
    void read_contacts();
    Contact read_contact(Properties& properties, const std::string& prefix);
    void read_flat_contact();
    void read_estimates();
    void warn_of_unknown();

    Parsed parsed_;
    Properties properties_;
};

void Reader::read_ctid() {
    const auto written = trimmed_text("id");
    if (written.empty()) {
        properties_.notice("id", "is required");
        return;
    }
    const auto ctid = Ctid::parse(written);
    if (!ctid) {
        properties_.notice("id", std::string(ctid_problem));
        return;
    }
    if (!ctid->is_random()) warn("id", "is not made of a random (version 4) UUID");
    parsed_.registration.id = OrganizationId(ctid->uuid());
}

void Reader::read_website() {
    auto written = trimmed_text("website");
    if (const auto address = parse_web_address(written); address && address->scheme_added) {
        warn("website", "had no scheme; https:// was put before it");
        written = address->text;
    }
    parsed_.registration.draft.website = std::move(written);
}

void Reader::add_identifier(const IdentifierScheme& scheme, Checked<std::string> value) {
    const auto name = std::string(scheme.name);
    if (value) {
        parsed_.registration.draft.identifiers.push_back({name, *std::move(value)});
    } else {
        properties_.notice("identifiers." + name, value.error());
    }
}

void Reader::read_identifiers() {
    using namespace identifier_scheme;
    if (const auto written = trimmed_text("identifiers.fein"); !written.empty()) {
        const auto value = parse_fein(written);
        if (value && !has_known_fein_prefix(*value)) {
            warn("identifiers.fein", "begins with a prefix that the IRS does not list");
        }
        add_identifier(fein, value);
    }
    if (const auto written = trimmed_text("identifiers.duns"); !written.empty()) {
        add_identifier(duns, parse_duns(written));
    }
    if (const auto written = trimmed_text("identifiers.opeid"); !written.empty()) {
        const auto value = parse_opeid(written);
        if (value && value->padded) {
            warn("identifiers.opeid", "was filled up with zeros to eight digits");
        }
        add_identifier(opeid, value.map([](const Opeid& read) { return read.value; }));
    }
}

void Reader::read_phones() {
    auto& phones = parsed_.registration.draft.phones;
    phones = {{trimmed_text("phones[0]"), trimmed_text("phones[0]_extension")},
              {trimmed_text("phones[1]"), trimmed_text("phones[1]_extension")}};
    if (phones[1] == Phone{}) phones.pop_back();
}

template <class Terms, class Vocabulary>
Terms Reader::read_terms(const std::string& field, const Vocabulary& vocabulary) {
    Terms terms;
    for (const auto& written : properties_.texts(property(field), field)) {
        if (const auto term = vocabulary.find(text::trimmed(written)); !term) {
            properties_.notice(field, "must be of " + vocabulary.list());
            return {};
        } else if (std::ranges::find(terms, *term) == terms.end()) {
            terms.push_back(*term);
        }
    }
    return terms;
}

void Reader::read_roles() {
    auto& roles = parsed_.registration.draft.publishing.roles;
    roles = read_terms<std::vector<PublishingRole>>("publishing.roles", publishing_roles);
    // It exists in the system, and is for the staff alone to give.
    if (std::erase(roles, PublishingRole::third_party) > 0) {
        properties_.notice("publishing.roles", "must not hold ThirdParty");
    }
}

void Reader::read_publishing() {
    auto& draft = parsed_.registration.draft;
    read_roles();
    draft.publishing.methods =
        read_terms<std::vector<PublishingMethod>>("publishing.methods", publishing_methods);
    draft.publishing.consuming_methods =
        read_terms<std::vector<ConsumingMethod>>("publishing.consuming_methods", consuming_methods);
    draft.types = read_terms<std::vector<OrganizationType>>("types", organization_types);
    read_sector();
}

void Reader::read_sector() {
    const auto written = trimmed_text("sector");
    const auto sector = written.empty() ? Sector::public_ : sectors.find(written);
    if (!sector) properties_.notice("sector", "must be " + sectors.list());
    parsed_.registration.draft.sector = sector;
}

// The five properties stand at the top, or in a MainAddress as clients of 2019 send it.
void Reader::read_address() {
    auto& address = parsed_.registration.draft.address;
    const auto* nested = properties_.find("MainAddress");
    if (nested && nested->object()) {
        Properties inner(*nested->object(), parsed_.registration.noticed);
        const auto part = [&](const std::string& field) {
            return std::string(text::trimmed(inner.text(property(field), field)));
        };
        address = {part("address.street"),      {}, part("address.city"), part("address.region"),
                   part("address.postal_code"), {}};
        read_place(address, part("address.country"));
        // What stands at the top as well is not unknown for that.
        for (const auto* field : {"address.street", "address.city", "address.region",
                                  "address.postal_code", "address.country"}) {
            properties_.find(property(field));
        }
        return;
    }
    if (nested) properties_.notice("address.street", "must stand in MainAddress as an object");
    address = {trimmed_text("address.street"),      {},
               trimmed_text("address.city"),        trimmed_text("address.region"),
               trimmed_text("address.postal_code"), {}};
    read_place(address, trimmed_text("address.country"));
}

void Reader::read_place(Address& address, const std::string& country) {
    if (country.empty()) {
        warn("address.country", "is missing; United States was assumed");
    }
    const auto* found = find_country(country.empty() ? "US" : country);
    if (!found) {
        properties_.notice("address.country", "must be a country by its name or ISO 3166 code");
        return;
    }
    address.country = found->alpha_2;
    const bool lists_all = found->alpha_2 == "US" || found->alpha_2 == "CA";
    if (lists_all && !address.region.empty() && !find_subdivision(*found, address.region)) {
        warn("address.region", "is no known part of " + std::string(found->name));
    }
}

Contact Reader::read_contact(Properties& properties, const std::string& prefix) {
    Contact contact;
    const auto part = [&](const Name& name) {
        const auto field = prefix + std::string(name.ours);
        // The handbook's sample writes ContactEmail where its class says Email.
        const auto long_name = "Contact" + std::string(name.theirs);
        auto value = properties.text(name.theirs, field);
        auto other = properties.text(long_name, field);
        return std::string(text::trimmed(value.empty() ? other : value));
    };
    contact.email = part(contact_names[0]);
    contact.first_name = part(contact_names[1]);
    contact.last_name = part(contact_names[2]);
    contact.phone = {part(contact_names[3]), part(contact_names[4])};
    return contact;
}

void Reader::read_contacts() {
    auto& contacts = parsed_.registration.contacts;
    for (const auto* object : properties_.objects(property("contacts"), "contacts")) {
        Properties inner(*object, parsed_.registration.noticed);
        contacts.push_back(
            read_contact(inner, "contacts[" + std::to_string(contacts.size()) + "]."));
        if (contacts.size() > contacts_max) break;  // refused for that, whatever comes
    }
    read_flat_contact();
}

void Reader::read_flat_contact() {
    // Only the long names, so that nothing else at the top is taken for a part of a contact.
    json::Object flat;
    for (const auto& name : contact_names) {
        const auto long_name = "Contact" + std::string(name.theirs);
        if (const auto* value = properties_.find(long_name)) flat.push_back({long_name, *value});
    }
    auto& contacts = parsed_.registration.contacts;
    if (flat.empty() || !contacts.empty()) return;
    Properties inner(flat, parsed_.registration.noticed);
    contacts.push_back(read_contact(inner, "contacts[0]."));
    warn("contacts",
         "is empty; the contact was taken from ContactEmail and its like, a form that "
         "will go");
}

void Reader::read_estimates() {
    auto& estimates = parsed_.registration.draft.publishing.estimates;
    const std::string list = "publishing.estimates";
    for (const auto* object : properties_.objects(property(list), list)) {
        Properties inner(*object, parsed_.registration.noticed);
        const auto field = [&](std::size_t part) {
            return list + "[" + std::to_string(estimates.size()) + "]." +
                   std::string(estimate_names[part].ours);
        };
        const auto written = inner.text(estimate_names[0].theirs, field(0));
        const auto* entity_type = ctdl::find_class(written);
        if (!entity_type) {
            inner.notice(field(0), "must be a class of CTDL, for example ceterms:Certificate");
        }
        estimates.push_back({std::string(entity_type ? entity_type->name : std::string_view()),
                             inner.integer(estimate_names[1].theirs, field(1)),
                             inner.text(estimate_names[2].theirs, field(2))});
        if (estimates.size() > estimates_max) break;
    }
}

void Reader::warn_of_unknown() {
    auto unknown = properties_.unknown();
    if (unknown.size() > unknown_named_max) unknown.resize(unknown_named_max);
    for (const auto& name : unknown) {
        const auto shown = name.size() <= unknown_name_bytes_max ? name : "a very long name";
        parsed_.warnings.push_back("Warning - " + shown + " is no property of a registration; it " +
                                   "was ignored");
    }
}

}  // namespace

Result<Parsed> parse_registration(std::string_view body) {
    const auto document = json::parse(body);
    if (!document) {
        return fail(ErrorKind::invalid, "the body is not JSON: " + document.error().message);
    }
    if (!document->object()) return fail(ErrorKind::invalid, "the body must be a JSON object");
    return Reader(*document->object()).read();
}

}  // namespace cartulary::accounts
