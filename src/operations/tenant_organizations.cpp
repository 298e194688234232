#include "operations/tenant_organizations.h"

#include <algorithm>

#include "operations/organization_events.h"
#include "store/organizations.h"
#include "store/relationships.h"
#include "store/tenant_organizations.h"
#include "store/tenant_people.h"
#include "store/tenant_search.h"

namespace cartulary {

namespace {

constexpr auto channel_scheme = identifier_scheme::sunbird_channel.name;
constexpr auto external_id_scheme = identifier_scheme::sunbird_external_id.name;
constexpr auto by_another = "is already used by another organization";

std::string field_of(std::string_view scheme) {
    return "identifiers." + std::string(scheme);
}

void set_identifier(OrganizationDraft& draft, std::string_view scheme, const std::string& value) {
    std::erase_if(draft.identifiers,
                  [&](const Identifier& identifier) { return identifier.scheme == scheme; });
    if (!value.empty()) draft.identifiers.push_back({std::string(scheme), value});
}

// What two cannot have at the same time, but the profile name. `root` is the tenant's number, 0 of
// one that is not made yet.
Result<void> require_free(Transaction& transaction, const Organization& organization,
                          std::int32_t root) {
    const auto channel = identifier_of(organization.stated, channel_scheme);
    if (!channel.empty() &&
        tenant_organizations::channel_is_taken(transaction, channel, organization.number)) {
        return refused(ErrorKind::conflict, field_of(channel_scheme), by_another);
    }
    const auto external_id = identifier_of(organization.stated, external_id_scheme);
    if (!external_id.empty() && tenant_organizations::external_id_is_taken(
                                    transaction, root, external_id, organization.number)) {
        return refused(ErrorKind::conflict, field_of(external_id_scheme), by_another);
    }
    return {};
}

// Of what was wrong before, nobody complains again.
Result<void> require_valid(const OrganizationDraft& after, const OrganizationDraft& before) {
    auto problems = problems_in(after, {.complete = false});
    if (after != before) {
        const auto known = problems_in(before, {.complete = false});
        std::erase_if(problems, [&](const FieldProblem& problem) {
            return std::ranges::find(known, problem) != known.end();
        });
    }
    if (problems.empty()) return {};
    const auto email = std::ranges::find(problems, "email", &FieldProblem::field);
    if (email != problems.end()) problems = {*email};
    return fail(std::move(problems));
}

// The first that comes free of two rivals' names was seen by who asked first; now it is known who
// was first.
tl::unexpected<Error> lost(Transaction& transaction, const Organization& organization,
                           std::int32_t root) {
    const auto free = require_free(transaction, organization, root);
    if (!free) return tl::unexpected(free.error());
    return refused(ErrorKind::conflict, "profile_name", by_another);
}

Organization new_organization(const Registry& registry, std::optional<std::int32_t> tenant,
                              const TenantStatement& statement) {
    const auto now = registry.now();
    OrganizationDraft stated;
    stated.profile_name = generated_profile_name(Uuid::random(registry.randomness));
    set_identifier(stated, external_id_scheme, statement.external_id.value_or(""));
    if (!tenant) {
        set_identifier(stated, channel_scheme, statement.channel.value_or(""));
        stated.profile_name = profile_name_of_channel(statement.channel.value_or(""));
    }
    statement.apply(stated);
    return {.id = OrganizationId(Uuid::random(registry.randomness)),
            .number = 0,
            .serial = 0,
            .status = OrganizationStatus::approved,
            .trusted_partner = false,
            .tenant = tenant,
            .stated = std::move(stated),
            .version = 1,
            .created_at = now,
            .updated_at = now,
            .approved_at = now};
}

// Stores it, as its own tenant where it has none.
Result<TenantOrganization> insert(const Registry& registry, Transaction& transaction,
                                  const TenantCaller& caller, Organization organization,
                                  const TenantOrganization* tenant,
                                  const TenantStatement& statement) {
    const auto root = tenant ? tenant->root : 0;
    TRY(require_free(transaction, organization, root));
    TRY(require_valid(organization.stated, organization.stated));
    const auto given = organizations::insert(transaction, organization);
    if (!given) return lost(transaction, organization, root);
    organization.number = given->number;
    organization.serial = given->serial;
    TenantOrganization added{.organization = std::move(organization),
                             .root = tenant ? tenant->root : given->number,
                             .root_serial = tenant ? tenant->root_serial : given->serial,
                             .channel = tenant ? tenant->channel : statement.channel.value_or(""),
                             .created_by = caller.person_id(),
                             .updated_by = {}};
    tenant_organizations::insert(transaction, added, statement.terms(added.organization.stated));
    TRY(append_event(registry, transaction, caller.caller, added.organization,
                     event_type::organization_registered));
    return added;
}

std::optional<TenantOrganization> tenant_named(Transaction& transaction,
                                               const TenantStatement& statement,
                                               const std::string& provider) {
    if (statement.channel) {
        return tenant_organizations::find_by_channel(transaction, *statement.channel);
    }
    if (const auto serial = parse_serial(provider)) {
        auto found = tenant_organizations::find_by_serial(transaction, *serial);
        if (found && found->is_root()) return found;
    }
    return tenant_organizations::find_by_channel(transaction, provider);
}

tl::unexpected<Error> unknown_channel() {
    return refused(ErrorKind::not_found, "channel", "is no tenant's");
}

// Writes what is said of it into the organization.
Result<void> apply(Transaction& transaction, const TenantStatement& statement,
                   const TenantOrganization& before, Organization& organization) {
    auto& stated = organization.stated;
    if (statement.channel && before.is_root() && *statement.channel != before.channel) {
        set_identifier(stated, channel_scheme, *statement.channel);
        stated.profile_name = profile_name_of_channel(*statement.channel);
    } else if (statement.channel && !before.is_root()) {
        const auto tenant = tenant_named(transaction, statement, {});
        if (!tenant || tenant->root != before.root) return unknown_channel();
    }
    if (statement.external_id) {
        set_identifier(stated, external_id_scheme, *statement.external_id);
    }
    statement.apply(stated);
    return {};
}

Result<TenantOrganization> store_change(const Registry& registry, Transaction& transaction,
                                        const TenantCaller& caller, TenantOrganization changed,
                                        const TenantTerms& terms) {
    auto& organization = changed.organization;
    organization.version += 1;
    organization.updated_at = registry.now();
    const auto replaced = organizations::replace(transaction, organization);
    if (!replaced) return lost(transaction, organization, changed.root);
    changed.updated_by = caller.person_id();
    tenant_organizations::note_update(transaction, organization.number, changed.updated_by, terms);
    TRY(append_event(registry, transaction, caller.caller, organization,
                     event_type::organization_changed));
    return changed;
}

// A key makes tenants; a person who shows itself too must be an administrator of the key's tenant.
Result<void> require_may_make_tenants(Transaction& transaction, const TenantCaller& caller) {
    if (!caller.person) return {};
    const auto own = tenant_organizations::find(transaction, caller.caller.organization);
    if (!own) return fail(ErrorKind::forbidden, "the caller is no tenant");
    return require_looks_after(transaction, caller, *own);
}

TenantOrganizations::Seen seen(Transaction& transaction, const TenantCaller& caller,
                               TenantOrganization one) {
    const bool is_own = looks_after(transaction, caller, one);
    const auto members = tenant_people::count_members(transaction, one.organization.number);
    return {std::move(one), is_own, members};
}

}  // namespace

Result<TenantOrganization> insert_tenant(const Registry& registry, Transaction& transaction,
                                         const TenantCaller& caller,
                                         const TenantStatement& statement) {
    TRY(require_may_make_tenants(transaction, caller));
    auto made =
        TRY(insert(registry, transaction, caller,
                   new_organization(registry, std::nullopt, statement), nullptr, statement));
    if (caller.caller.organization != 0) {
        relationships::put(transaction, {made.root, caller.caller.organization,
                                         RelationshipStatus::approved, registry.now()});
    }
    return made;
}

Result<TenantOrganization> insert_tenant_organization(const Registry& registry,
                                                      Transaction& transaction,
                                                      const TenantCaller& caller,
                                                      const TenantStatement& statement,
                                                      const std::string& provider) {
    const auto tenant = tenant_named(transaction, statement, provider);
    if (!tenant) return unknown_channel();
    TRY(require_looks_after(transaction, caller, *tenant));
    if (state_of(tenant->organization.status) != TenantState::active) {
        return refused(ErrorKind::conflict, "tenant", "is not active");
    }
    return insert(registry, transaction, caller,
                  new_organization(registry, tenant->root, statement), &*tenant, statement);
}

Result<TenantOrganization> TenantOrganizations::create_tenant(const TenantCaller& caller,
                                                              const TenantStatement& statement) {
    auto made = registry_.store.write([&](Transaction& transaction) {
        return insert_tenant(registry_, transaction, caller, statement);
    });
    if (made) registry_.webhooks_wait();
    return made;
}

Result<TenantOrganization> TenantOrganizations::create(const TenantCaller& caller,
                                                       const TenantStatement& statement,
                                                       const std::string& provider) {
    auto made = registry_.store.write([&](Transaction& transaction) {
        return insert_tenant_organization(registry_, transaction, caller, statement, provider);
    });
    if (made) registry_.webhooks_wait();
    return made;
}

Result<TenantOrganization> TenantOrganizations::change(const TenantCaller& caller,
                                                       std::int64_t serial,
                                                       const TenantStatement& statement) {
    bool is_change = false;
    auto changed =
        registry_.store.write([&](Transaction& transaction) -> Result<TenantOrganization> {
            auto one = TRY(tenant_organization_held(transaction, caller, serial));
            const auto before = one.organization.stated;
            TRY(apply(transaction, statement, one, one.organization));
            const auto& after = one.organization.stated;
            is_change = after != before;
            if (!is_change) return one;
            TRY(require_free(transaction, one.organization, one.root));
            TRY(require_valid(after, before));
            if (one.is_root()) one.channel = identifier_of(after, channel_scheme);
            const auto terms = statement.terms(after);
            return store_change(registry_, transaction, caller, std::move(one), terms);
        });
    if (changed && is_change) registry_.webhooks_wait();
    return changed;
}

Result<TenantOrganization> TenantOrganizations::set_state(const TenantCaller& caller,
                                                          std::int64_t serial, TenantState state) {
    bool is_change = false;
    auto changed =
        registry_.store.write([&](Transaction& transaction) -> Result<TenantOrganization> {
            auto one = TRY(tenant_organization_held(transaction, caller, serial));
            auto& organization = one.organization;
            const auto before = state_of(organization.status);
            if (!may_become(before, state)) {
                return fail({FieldProblem{"status", "cannot become this from what it is"}});
            }
            is_change = before != state;
            if (!is_change) return one;
            organization.status = status_of(state);
            if (state == TenantState::active && !organization.approved_at) {
                organization.approved_at = registry_.now();
            }
            organization.version += 1;
            organization.updated_at = registry_.now();
            TRY(organizations::replace(transaction, organization));
            one.updated_by = caller.person_id();
            tenant_organizations::note_person(transaction, organization.number, one.updated_by);
            TRY(append_event(registry_, transaction, caller.caller, organization,
                             event_type::organization_changed));
            return one;
        });
    if (changed && is_change) registry_.webhooks_wait();
    return changed;
}

Result<TenantOrganizations::Seen> TenantOrganizations::get(const TenantCaller& caller,
                                                           std::int64_t serial) {
    return registry_.store.read([&](Transaction& transaction) -> Result<Seen> {
        auto found = tenant_organizations::find_by_serial(transaction, serial);
        if (!found) return refused(ErrorKind::not_found, "organization", "is not known");
        return seen(transaction, caller, *std::move(found));
    });
}

Result<TenantOrganizations::Seen> TenantOrganizations::get_by_channel(const TenantCaller& caller,
                                                                      const std::string& channel) {
    return registry_.store.read([&](Transaction& transaction) -> Result<Seen> {
        auto found = tenant_organizations::find_by_channel(transaction, channel);
        if (!found) return unknown_channel();
        return seen(transaction, caller, *std::move(found));
    });
}

TenantsFound TenantOrganizations::search(const TenantSearch& search) {
    return registry_.store.read([&](Transaction& transaction) {
        return tenant_organizations::search(transaction, search);
    });
}

std::vector<TenantOrganization> TenantOrganizations::tenants(std::int32_t after) {
    return registry_.store.read([&](Transaction& transaction) {
        return tenant_organizations::tenants(transaction, after, page_size);
    });
}

std::int64_t TenantOrganizations::count_tenants() {
    return registry_.store.read(
        [](Transaction& transaction) { return tenant_organizations::count_tenants(transaction); });
}

}  // namespace cartulary
