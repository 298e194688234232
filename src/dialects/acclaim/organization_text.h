#pragma once

#include <string>

#include "base/json.h"
#include "dialects/acclaim/body.h"
#include "domain/organization.h"

namespace cartulary::acclaim {

// An organization with the reference document's keys, in its order.
void write_organization(json::Writer& writer, const Organization& organization,
                        const std::string& public_url);

// Where a stored picture is shown; empty where there is none.
std::string photo_url(const std::string& picture, const std::string& public_url);

// What a PUT says; absent is unchanged. Its problems are kept in `body`. `photo` is left to the
// caller, who has to fetch it.
void apply_organization(Body& body, OrganizationDraft& draft);

}  // namespace cartulary::acclaim
