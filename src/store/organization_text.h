#pragma once

#include <string>
#include <string_view>

#include "domain/organization.h"

// The lists of an organization as the one JSON text that its row keeps.
namespace cartulary::organizations {

std::string details_of(const OrganizationDraft& stated);

// Fills in the lists that details_of() wrote.
void read_details(std::string_view details, OrganizationDraft& stated);

// All that is known of one, for the snapshot of an event.
std::string snapshot_of(const Organization& organization);

// The same with the person whom the event is about, by their id alone; `role` is what they are now,
// or empty.
std::string snapshot_of(const Organization& organization, const Uuid& member,
                        std::string_view role);

// The same with the organization that is, or is no longer, its third party.
std::string snapshot_of(const Organization& organization, const OrganizationId& third_party,
                        std::string_view status);
Organization in_snapshot(std::string_view text);  // throws where it is none

}  // namespace cartulary::organizations
