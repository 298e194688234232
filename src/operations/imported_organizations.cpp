#include "operations/imported_organizations.h"

#include "operations/caller.h"
#include "operations/organization_events.h"
#include "store/organization_text.h"
#include "store/organizations.h"

namespace cartulary {

Result<Organization> register_imported(const Registry& registry, Transaction& transaction,
                                       const OrganizationId& id, OrganizationDraft stated) {
    if (stated.profile_name.empty()) {
        stated.profile_name = generated_profile_name(Uuid::random(registry.randomness));
    }
    if (auto problems = problems_in(stated, {.complete = false}); !problems.empty()) {
        return fail(std::move(problems));
    }
    const auto now = registry.now();
    Organization organization{.id = id,
                              .number = 0,
                              .serial = 0,
                              .status = OrganizationStatus::approved,
                              .trusted_partner = false,
                              .tenant = {},
                              .stated = std::move(stated),
                              .version = 1,
                              .created_at = now,
                              .updated_at = now,
                              .approved_at = now};
    const auto given = TRY(organizations::insert(transaction, organization));
    organization.number = given.number;
    organization.serial = given.serial;
    auto importer = command_line();
    importer.acts_as = imported_by;
    append_event(registry, transaction, importer, organization, event_type::organization_registered,
                 organizations::snapshot_of(organization));
    return organization;
}

}  // namespace cartulary
