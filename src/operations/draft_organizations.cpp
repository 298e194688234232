#include "operations/draft_organizations.h"

#include <algorithm>
#include <charconv>

#include "ctdl/organization_document.h"
#include "ctdl/templates/values.h"
#include "operations/organization_change.h"
#include "operations/organization_events.h"
#include "operations/registrations.h"
#include "operations/resource_access.h"
#include "operations/resource_publishing.h"
#include "store/organization_text.h"
#include "store/organizations.h"

namespace cartulary {

namespace {

using ctdl::templates::Entry;
using Fields = Entry::Fields;

// Which field of an entry a value of the record is of; "phones[0]" and "contacts[2].email" are of
// what they begin with.
struct Named {
    std::string_view value;
    std::string_view field;
};
constexpr Named names[] = {
    {"name", "Name"},
    {"profile_name", "ProfileName"},
    {"description", "Description"},
    {"website", "SubjectWebpage"},
    {"email", "Email"},
    {"phones", "PrimaryPhoneNumber"},
    {"address.street_2", "Address2"},
    {"address.street", "Address1"},
    {"address.city", "City"},
    {"address.region", "AddressRegion"},
    {"address.postal_code", "PostalCode"},
    {"address.country", "Country"},
    {"types", "AgentType"},
    {"sector", "AgentSectorType"},
    {"identifiers.uei", "UEI"},
    {"publishing.roles", "PublishingRoles"},
    {"publishing.methods", "PublishingMethods"},
    {"publishing.consuming_methods", "ConsumingMethods"},
    {"publishing.estimates", "PublishingEstimate"},
    {"contacts", "Contact"},
};
constexpr Named contact_names[] = {
    {"email", "Email"},
    {"first_name", "FirstName"},
    {"last_name", "LastName"},
    {"phone_extension", "DaytimePhoneExtension"},
    {"phone", "DaytimePhoneNumber"},
};

// The path of an entry, of a record's field; empty (the whole) for what no entry has.
std::string path_of(std::string_view field) {
    const auto* named = std::ranges::find_if(
        names, [&](const Named& name) { return field.starts_with(name.value); });
    if (named == std::end(names)) return {};
    std::string path(named->field);
    if (named->value != "contacts") return path;
    auto rest = field.substr(named->value.size());
    const auto dot = rest.find('.');
    path += rest.substr(0, dot);
    if (dot == std::string_view::npos) return path;
    rest.remove_prefix(dot + 1);
    const auto* part = std::ranges::find(contact_names, rest, &Named::value);
    return part == std::end(contact_names) ? path : path + "." + std::string(part->field);
}

std::string said(const Fields& fields, std::string_view name) {
    const auto found = fields.find(name);
    return found == fields.end() || found->second.empty() ? std::string() : found->second.front();
}

const std::vector<Fields>& rows_of(const Entry& entry, std::string_view group) {
    static const std::vector<Fields> none;
    const auto found = entry.groups.find(group);
    return found == entry.groups.end() ? none : found->second;
}

// The terms that are said; those that are none are the template's to refuse.
template <class Term, std::size_t count>
std::vector<Term> terms_of(const Vocabulary<Term, count>& vocabulary, const Entry& entry,
                           std::string_view field) {
    std::vector<Term> terms;
    const auto found = entry.fields.find(field);
    if (found == entry.fields.end()) return terms;
    for (const auto& value : found->second) {
        const auto term = vocabulary.find(value);
        const bool is_new = term && std::ranges::find(terms, *term) == terms.end();
        if (is_new) terms.push_back(*term);
    }
    return terms;
}

// Less than none, which the record refuses, where it is no whole number.
std::int64_t count_in(const std::string& text) {
    if (text.empty()) return 0;
    const auto digits = ctdl::templates::number_of(text).value_or("");
    std::int64_t count = -1;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), count);
    return error == std::errc() && end == digits.data() + digits.size() ? count : -1;
}

std::vector<PublishingEstimate> estimates_of(const Entry& entry) {
    const auto& of = ctdl::templates::template_of(ctdl::templates::Kind::organizations);
    const auto* field = ctdl::templates::find_field(of, "PublishingEstimate.EntityType");
    std::vector<PublishingEstimate> estimates;
    for (const auto& row : rows_of(entry, "PublishingEstimate")) {
        const auto type = said(row, "PublishingEstimate.EntityType");
        const auto* choice = field ? ctdl::templates::find_choice(of, *field, type) : nullptr;
        estimates.push_back({.entity_type = choice ? std::string(choice->name) : type,
                             .count = count_in(said(row, "PublishingEstimate.EstimatedCount")),
                             .comment = said(row, "PublishingEstimate.Comment")});
    }
    return estimates;
}

// What an entry says and no document has; what it does not mention stays.
void state_what_is_not_published(const Entry& entry, OrganizationDraft& stated) {
    const auto profile_name = ctdl::templates::value_of(entry, "ProfileName");
    if (!profile_name.empty()) stated.profile_name = profile_name;
    auto& publishing = stated.publishing;
    const auto state = [](auto& values, auto&& said_values) {
        if (!said_values.empty()) values = std::move(said_values);
    };
    state(publishing.roles, terms_of(publishing_roles, entry, "PublishingRoles"));
    state(publishing.methods, terms_of(publishing_methods, entry, "PublishingMethods"));
    state(publishing.consuming_methods, terms_of(consuming_methods, entry, "ConsumingMethods"));
    state(publishing.estimates, estimates_of(entry));
}

std::vector<Contact> contacts_of(const Entry& entry) {
    std::vector<Contact> contacts;
    for (const auto& row : rows_of(entry, "Contact")) {
        contacts.push_back({.email = said(row, "Contact.Email"),
                            .first_name = said(row, "Contact.FirstName"),
                            .last_name = said(row, "Contact.LastName"),
                            .phone = {said(row, "Contact.DaytimePhoneNumber"),
                                      said(row, "Contact.DaytimePhoneExtension")}});
    }
    return contacts;
}

Registration registration_of(const ctdl::Document& document, const Entry& entry) {
    Registration registration{
        .id = OrganizationId(document.ctid().uuid()), .draft = {}, .contacts = contacts_of(entry)};
    ctdl::apply(document, registration.draft);
    state_what_is_not_published(entry, registration.draft);
    return registration;
}

Result<void> register_anew(const Registry& registry, Transaction& transaction, const Caller& caller,
                           const ctdl::Document& document, const Entry& entry) {
    auto registration = registration_of(document, entry);
    if (registration.draft.profile_name.empty()) {
        registration.draft.profile_name = generated_profile_name(Uuid::random(registry.randomness));
    }
    if (auto problems = problems_in(registration); !problems.empty()) {
        return fail(std::move(problems));
    }
    const auto partner = organizations::find(transaction, caller.organization).value();
    TRY(require_approved(transaction, caller, partner));
    TRY(register_in(registry, transaction, caller, registration));
    return {};
}

Result<void> state_anew(const Registry& registry, Transaction& transaction, const Caller& caller,
                        const OrganizationId& id, const Entry& entry) {
    auto organization = TRY(publishing_owner(transaction, caller, id));
    const auto before = organization.stated;
    state_what_is_not_published(entry, organization.stated);
    if (!TRY(restate(registry, transaction, organization, before))) return {};
    append_event(registry, transaction, caller, organization, event_type::organization_changed,
                 organizations::snapshot_of(organization));
    return {};
}

}  // namespace

void append_registration_problems(Transaction& transaction, const ctdl::Document& document,
                                  const Entry& entry, ctdl::Problems& problems) {
    auto registration = registration_of(document, entry);
    if (organizations::number_of(transaction, registration.id)) return;
    if (registration.draft.profile_name.empty()) {
        registration.draft.profile_name = generated_profile_name(Uuid());
    }
    for (auto& [field, problem] : problems_in(registration)) {
        auto path = path_of(field);
        // What no entry has a field for is told with its own name.
        if (path.empty()) problem = field + " " + problem;
        const bool is_told = std::ranges::any_of(problems, [&](const ctdl::Problem& told) {
            return !path.empty() && told.path == path &&
                   told.severity == ctdl::Problem::Severity::error;
        });
        if (is_told) continue;
        problems.push_back({ctdl::Problem::Severity::error, std::move(path), std::move(problem)});
    }
}

Result<void> publish_organization(const Registry& registry, Transaction& transaction,
                                  const Caller& caller, const Draft& draft,
                                  const ctdl::Document& document) {
    const OrganizationId id(draft.ctid.uuid());
    const auto entry = ctdl::templates::entry_of_text(draft.entry);
    if (organizations::number_of(transaction, id)) {
        TRY(state_anew(registry, transaction, caller, id, entry));
    } else {
        TRY(register_anew(registry, transaction, caller, document, entry));
    }
    WrittenDocument written;
    TRY(publish_in(registry, transaction, caller,
                   {.owner = id, .document = document, .method = draft.method}, written));
    return {};
}

}  // namespace cartulary
