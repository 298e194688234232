#include "operations/verification.h"

#include <algorithm>

#include "operations/event_subject.h"
#include "store/credentials.h"
#include "store/events.h"
#include "store/facts.h"
#include "store/invariants.h"
#include "store/organizations.h"
#include "store/tenant_organizations.h"
#include "store/webhooks.h"

namespace cartulary {

namespace {

constexpr auto vault_fact = "vault";
constexpr auto vault_text = "this is the key of this registry";
constexpr std::size_t problems_told_max = 100;

// What the vault must open is opened, and the last event read back, since only this program can.
void check_secrets(const Registry& registry, Transaction& transaction,
                   const Organization& organization, std::vector<std::string>& problems) {
    for (const auto& token : credentials::tokens_of(transaction, organization.number)) {
        const auto text = registry.vault.unseal(token.sealed);
        if (text && digest(*text) == token.digest) continue;
        problems.push_back(organization.id.ctid() + ": the token " + token.id.text() +
                           " is sealed as another text than it is found by");
    }
    const auto receiver = webhooks::find_receiver(transaction, organization.number);
    if (receiver && !registry.vault.unseal(receiver->sealed_secret)) {
        problems.push_back(organization.id.ctid() + ": the webhook's secret does not open");
    }
}

void check_last_event(Transaction& transaction, const Organization& organization,
                      std::vector<std::string>& problems) {
    const auto count = events::count(transaction, organization.number);
    for (const auto& event : events::list(transaction, organization.number, count, 1)) {
        try {
            subject_of(event);
        } catch (const std::exception& error) {
            const auto event_id = organization.id.ctid() + ": the event " + event.id.text();
            problems.push_back(event_id + " cannot be read: " + error.what());
        }
    }
}

void check_organization(Transaction& transaction, const Organization& organization,
                        std::vector<std::string>& problems) {
    auto stated = organization.stated.identifiers;
    std::ranges::sort(stated);
    if (organizations::indexed_identifiers(transaction, organization.number) != stated) {
        problems.push_back(organization.id.ctid() + ": it is not found by its identifiers");
    }
    const Requirements least{.complete = false};
    for (const auto& [field, problem] : problems_in(organization.stated, least)) {
        problems.push_back(organization.id.ctid() + ": " + field + " " + problem);
    }
}

}  // namespace

Verification verify(const Registry& registry) {
    Verification verification{.organizations = 0, .problems = registry.store.engine_problems()};
    auto& problems = verification.problems;
    registry.store.read([&](Transaction& transaction) {
        for (auto& problem : invariants::broken(transaction)) {
            problems.push_back(std::move(problem));
        }
        organizations::for_each(transaction, [&](const Organization& organization) {
            ++verification.organizations;
            if (problems.size() < problems_told_max) {
                check_organization(transaction, organization, problems);
                check_secrets(registry, transaction, organization, problems);
                check_last_event(transaction, organization, problems);
            }
        });
        for (const auto number : tenant_organizations::wrongly_indexed(transaction)) {
            if (problems.size() >= problems_told_max) break;
            problems.push_back("organization " + std::to_string(number) +
                               ": it is searched by something else than its record");
        }
        const auto sealed = facts::find(transaction, vault_fact);
        if (sealed && registry.vault.unseal(*sealed) != vault_text) {
            problems.emplace_back("the key file is not the one of this database");
        }
        return 0;
    });
    return verification;
}

Result<void> require_own_key(const Registry& registry) {
    return registry.store.write([&](Transaction& transaction) -> Result<void> {
        const auto sealed =
            facts::keep_first(transaction, vault_fact, registry.vault.seal(vault_text));
        if (registry.vault.unseal(sealed) == vault_text) return {};
        return fail(ErrorKind::conflict,
                    "keys/vault.key in the data directory is not the key of this database: put "
                    "the right file there, from the first node or from a backup");
    });
}

}  // namespace cartulary
