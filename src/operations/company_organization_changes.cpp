#include "operations/company_organization_changes.h"

#include <algorithm>

#include "domain/email_address.h"
#include "operations/mails.h"
#include "operations/organization_events.h"
#include "store/organizations.h"
#include "store/persons.h"

namespace cartulary::company_organization_changes {

namespace {

// A company turns its organizations on and off; what the registry's staff decided of one stays.
void set_active(Organization& organization, bool active, Timestamp now) {
    auto& status = organization.status;
    const bool is_ours =
        status == OrganizationStatus::approved || status == OrganizationStatus::inactive;
    if (!is_ours) return;
    status = active ? OrganizationStatus::approved : OrganizationStatus::inactive;
    if (active && !organization.approved_at) organization.approved_at = now;
}

// To the company's administrators, or to its own address where it has none.
void tell_administrators(const Registry& registry, Transaction& transaction,
                         const CompanyUserCaller& user, const Organization& organization) {
    auto facts = facts_of(registry, organization);
    facts["company"] = user.caller.name;
    facts["user"] = user.username;
    facts["change"] = organization.version == 1 ? "added" : "changed";
    Letter letter{.kind = MailKind::company_organization,
                  .to_address = {},
                  .to_name = {},
                  .facts = std::move(facts)};
    bool told = false;
    for (const auto& [person, role, created_at] : persons::members(transaction, user.company())) {
        if (role != Role::administrator) continue;
        letter.to_address = person.email;
        letter.to_name = person.first_name.empty() ? person.last_name
                                                   : person.first_name + " " + person.last_name;
        queue_mail(registry, transaction, letter);
        told = true;
    }
    if (told) return;
    const auto company = organizations::find(transaction, user.company()).value();
    if (!EmailAddress::parse(company.stated.email)) return;
    letter.to_address = company.stated.email;
    letter.to_name = company.stated.name;
    queue_mail(registry, transaction, letter);
}

Result<void> require_valid(const CompanyOrganizationStatement& statement,
                           const OrganizationDraft& stored) {
    auto problems = problems_in(statement, stored);
    if (problems.empty()) return {};
    return fail(std::move(problems));
}

}  // namespace

std::vector<FieldProblem> problems_in(const CompanyOrganizationStatement& statement,
                                      const OrganizationDraft& stored) {
    auto draft = stored;
    statement.apply(draft);
    auto problems = statement.noticed;
    for (auto& problem : cartulary::problems_in(draft, {.complete = false})) {
        // One problem of a field is enough.
        const bool noticed = std::ranges::any_of(
            statement.noticed, [&](const auto& known) { return known.field == problem.field; });
        if (!noticed) problems.push_back(std::move(problem));
    }
    return problems;
}

OrganizationDraft new_draft(const Registry& registry) {
    OrganizationDraft draft;
    draft.profile_name = generated_profile_name(Uuid::random(registry.randomness));
    return draft;
}

CompanyOrganization seen(companies::Member member) {
    auto& organization = member.organization;
    Modification modified{.created_by = std::move(member.created_by),
                          .created_at = organization.created_at,
                          .updated_by = organization.version == member.updated_version
                                            ? std::move(member.updated_by)
                                            : std::string(),
                          .updated_at = organization.updated_at};
    return {std::move(organization), std::move(modified)};
}

Result<CompanyOrganization> held(Transaction& transaction, const CompanyUserCaller& user,
                                 std::int32_t number) {
    if (!companies::has(transaction, user.company(), number)) return no_such_organization();
    organizations::hold(transaction, number);
    // Read after it was held: it may have been removed by who held it before.
    auto member = companies::find_member(transaction, user.company(), number);
    if (!member) return no_such_organization();
    return seen(*std::move(member));
}

Result<CompanyOrganization> insert(const Registry& registry, Transaction& transaction,
                                   const CompanyUserCaller& user,
                                   const CompanyOrganizationStatement& statement) {
    const auto now = registry.now();
    auto stated = new_draft(registry);
    TRY(require_valid(statement, stated));
    statement.apply(stated);
    Organization organization{.id = OrganizationId(Uuid::random(registry.randomness)),
                              .number = 0,
                              .serial = 0,
                              .status = OrganizationStatus::inactive,
                              .trusted_partner = false,
                              .tenant = user.company(),
                              .stated = std::move(stated),
                              .version = 1,
                              .created_at = now,
                              .updated_at = now};
    set_active(organization, statement.active.value_or(true), now);
    const auto given = TRY(organizations::insert(transaction, organization));
    organization.number = given.number;
    organization.serial = given.serial;
    companies::Member member{.organization = organization,
                             .created_by = user.username,
                             .updated_by = user.username,
                             .updated_version = organization.version};
    companies::insert_member(transaction, user.company(), member);
    TRY(append_event(registry, transaction, user.caller, organization,
                     event_type::organization_registered));
    if (statement.tells_administrators) {
        tell_administrators(registry, transaction, user, organization);
    }
    return seen(std::move(member));
}

Result<Changed> replace(const Registry& registry, Transaction& transaction,
                        const CompanyUserCaller& user, CompanyOrganization before,
                        const CompanyOrganizationStatement& statement) {
    TRY(require_valid(statement, before.organization.stated));
    const auto now = registry.now();
    auto organization = before.organization;
    statement.apply(organization.stated);
    if (statement.active) set_active(organization, *statement.active, now);
    if (organization == before.organization) return Changed{std::move(before), false};
    organization.version += 1;
    organization.updated_at = now;
    TRY(organizations::replace(transaction, organization));
    companies::note_update(transaction, organization.number, user.username, organization.version);
    TRY(append_event(registry, transaction, user.caller, organization,
                     event_type::organization_changed));
    if (statement.tells_administrators) {
        tell_administrators(registry, transaction, user, organization);
    }
    return Changed{seen({.organization = std::move(organization),
                         .created_by = before.modified.created_by,
                         .updated_by = user.username,
                         .updated_version = before.organization.version + 1}),
                   true};
}

Result<void> remove(const Registry& registry, Transaction& transaction,
                    const CompanyUserCaller& user, Organization organization) {
    std::erase_if(organization.stated.identifiers, [](const Identifier& identifier) {
        return identifier.scheme == identifier_scheme::litmos_key.name ||
               identifier.scheme == identifier_scheme::litmos_external_id.name;
    });
    organization.status = OrganizationStatus::retired;
    organization.version += 1;
    organization.updated_at = registry.now();
    TRY(organizations::replace(transaction, organization));
    companies::remove_member(transaction, organization.number);
    TRY(append_event(registry, transaction, user.caller, organization,
                     event_type::organization_deleted));
    return {};
}

}  // namespace cartulary::company_organization_changes
