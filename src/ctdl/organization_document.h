#pragma once

#include <optional>

#include "ctdl/document.h"
#include "domain/organization.h"

namespace cartulary::ctdl {

// The document of an organization: what its record states, in CTDL, over what was published of it
// before (`before`, or null), of which all that no field of the record stands for is kept. Contact
// persons are never in it.
Document document_of(const Organization& organization, const Document* before);

// Writes what a published document says into the record, field by field that it states; leaves
// alone what it does not mention and what the record has no field for. Identifiers that are none by
// their scheme's rule are problems (warnings), and are left out.
Problems apply(const Document& document, OrganizationDraft& draft);

}  // namespace cartulary::ctdl
