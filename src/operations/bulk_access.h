#pragma once

#include "domain/bulk_upload.h"
#include "domain/organization.h"
#include "operations/caller.h"
#include "store/store.h"

namespace cartulary {

// An upload of this organization, where the caller may do this with it. not_found, forbidden.
Result<BulkUpload> bulk_upload_of(Transaction& transaction, const Caller& caller,
                                  const OrganizationId& organization, const Uuid& id, Right right);

}  // namespace cartulary
