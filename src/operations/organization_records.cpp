#include "ctdl/organization_document.h"
#include "operations/resource_versions.h"
#include "operations/resources.h"
#include "store/facts.h"
#include "store/organizations.h"
#include "store/public_organizations.h"

namespace cartulary {

namespace {

constexpr auto recorded_fact = "organizations_recorded";
constexpr int batch_size = 200;  // organizations of one transaction

// Those of companies and tenants are nobody else's business. A company or tenant itself is public
// once it has published its own document.
bool may_be_public(Transaction& transaction, const Organization& organization,
                   const std::optional<Resource>& resource) {
    if (organization.status != OrganizationStatus::approved || organization.tenant) return false;
    return resource || !organizations::keeps_others(transaction, organization.number);
}

tl::unexpected<Error> taken() {
    return tl::unexpected(Error{ErrorKind::conflict,
                                "something else was published under this CTID",
                                {{"id", "is already registered"}}});
}

Result<void> record(const Registry& registry, Transaction& transaction,
                    const std::vector<std::int32_t>& numbers) {
    for (const auto number : numbers) {
        const auto organization = organizations::find(transaction, number).value();
        TRY(record_organization(registry, transaction, command_line(), organization));
    }
    return {};
}

}  // namespace

Result<void> record_organization(const Registry& registry, Transaction& transaction,
                                 const Caller& caller, const Organization& organization) {
    if (organization.tenant) return {};
    const auto before = resources::find(transaction, Ctid(organization.id.uuid()));
    if (before && before->owner != organization.number) return taken();
    const bool was_there = is_there(before);
    if (!may_be_public(transaction, organization, before)) {
        if (was_there) {
            TRY(put_deletion(registry, transaction, caller, *before, PublishMethod::record));
        }
        return {};
    }
    std::optional<ctdl::Document> published;
    if (before) published = latest_document(transaction, *before);
    const auto document =
        written(ctdl::document_of(organization, published ? &*published : nullptr));
    if (was_there && before->digest == document.digest) return {};
    const NextVersion next{was_there ? ResourceEvent::updated : ResourceEvent::created,
                           PublishMethod::record, organization.number};
    if (!put_version(registry, transaction, caller, before, document, next)) return taken();
    return {};
}

void record_missing_organizations(const Registry& registry) {
    const auto is_done = registry.store.read([](Transaction& transaction) {
        return facts::find(transaction, recorded_fact).has_value();
    });
    if (is_done) return;
    std::int32_t after = 0;
    for (;;) {
        const auto numbers = registry.store.read([&](Transaction& transaction) {
            return organizations::without_document(transaction, after, batch_size);
        });
        if (numbers.empty()) break;
        after = numbers.back();
        const auto recorded = registry.store.write(
            [&](Transaction& transaction) { return record(registry, transaction, numbers); });
        if (recorded) continue;
        // One of them is refused: the others are recorded without it.
        for (const auto number : numbers) {
            registry.store.write(
                [&](Transaction& transaction) { return record(registry, transaction, {number}); });
        }
    }
    registry.store.write([&](Transaction& transaction) -> Result<void> {
        facts::keep_first(transaction, recorded_fact, "all");
        return {};
    });
}

}  // namespace cartulary
