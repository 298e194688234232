#include "operations/described_organizations.h"

#include "ctdl/organization_document.h"
#include "operations/imported_organizations.h"
#include "store/organizations.h"

namespace cartulary {

namespace {

constexpr std::size_t rendered_bytes_max = std::size_t{1} << 20;  // nothing is read here

OrganizationId id_of(const DescribedOrganization& organization) {
    return OrganizationId(organization.document.ctid().uuid());
}

}  // namespace

Result<DescribedOrganization> described(const ctdl::Document& document) {
    OrganizationDraft stated;
    auto problems = ctdl::apply(document, stated);
    stated.profile_name = generated_profile_name(document.ctid().uuid());
    if (auto wrong = problems_in(stated, {.complete = false}); !wrong.empty()) {
        return fail(std::move(wrong));
    }
    Organization organization{.id = OrganizationId(document.ctid().uuid()),
                              .number = 0,
                              .serial = 0,
                              .status = OrganizationStatus::approved,
                              .trusted_partner = false,
                              .tenant = {},
                              .stated = stated,
                              .version = 1,
                              .created_at = {},
                              .updated_at = {}};
    return DescribedOrganization{document, std::move(stated),
                                 written(ctdl::document_of(organization, &document)),
                                 std::move(problems)};
}

DescribedOrganizations::DescribedOrganizations(const Registry& registry)
    : registry_(registry), resources_(registry, rendered_bytes_max) {}

std::vector<Result<DescribedOrganizations::Put>> DescribedOrganizations::put(
    std::span<const DescribedOrganization> organizations) {
    const auto states = registry_.store.read([&](Transaction& transaction) {
        std::vector<Known> found;
        for (const auto& organization : organizations) {
            found.push_back(known(transaction, organization));
        }
        return found;
    });
    std::vector<const DescribedOrganization*> unknown;
    for (std::size_t i = 0; i < organizations.size(); ++i) {
        if (states[i] == Known::no) unknown.push_back(&organizations[i]);
    }
    const bool are_added = add_all(unknown).has_value();
    std::vector<Result<Put>> outcomes;
    for (std::size_t i = 0; i < organizations.size(); ++i) {
        const auto& organization = organizations[i];
        switch (states[i]) {
            case Known::no: {
                const auto added = are_added ? Result<void>() : add_all({&organization});
                outcomes.push_back(added ? Result<Put>(Put::registered)
                                         : tl::unexpected(added.error()));
                break;
            }
            case Known::same: outcomes.emplace_back(Put::unchanged); break;
            case Known::different: {
                const auto published =
                    resources_.publish(command_line(), {.owner = id_of(organization),
                                                        .document = organization.document,
                                                        .method = PublishMethod::import});
                outcomes.push_back(published.map(
                    [](const auto& one) { return one.changed ? Put::changed : Put::unchanged; }));
                break;
            }
        }
    }
    registry_.webhooks_wait();
    return outcomes;
}

DescribedOrganizations::Known DescribedOrganizations::known(
    Transaction& transaction, const DescribedOrganization& organization) {
    if (!organizations::number_of(transaction, id_of(organization))) return Known::no;
    const auto resource = resources::find(transaction, organization.document.ctid());
    const bool is_same = is_there(resource) && resource->digest == organization.written.digest;
    return is_same ? Known::same : Known::different;
}

Result<void> DescribedOrganizations::add_all(
    const std::vector<const DescribedOrganization*>& organizations) {
    if (organizations.empty()) return {};
    return registry_.store.write([&](Transaction& transaction) -> Result<void> {
        for (const auto* organization : organizations) TRY(add(transaction, *organization));
        return {};
    });
}

Result<void> DescribedOrganizations::add(Transaction& transaction,
                                         const DescribedOrganization& organization) {
    const auto registered =
        TRY(register_imported(registry_, transaction, id_of(organization), organization.stated));
    const NextVersion next{ResourceEvent::created, PublishMethod::import, registered.number};
    TRY(put_version(registry_, transaction, command_line(), {}, organization.written, next));
    return {};
}

}  // namespace cartulary
