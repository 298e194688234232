#pragma once

#include "ctdl/templates/entry.h"
#include "domain/organization.h"

namespace cartulary::ctdl::templates {

// What a record states, as an entry of its own kind: what somebody who describes the organization
// begins with. Contacts and publishing estimates are looked after elsewhere.
Entry entry_of(const OrganizationDraft& stated);

}  // namespace cartulary::ctdl::templates
