#pragma once

#include "dialects/acclaim/acclaim.h"

// What the routes of badges and of their templates have in common.
namespace cartulary::acclaim {

// Who asks, and of which organization.
struct Asked {
    Caller caller;
    OrganizationId organization;
};
Result<Asked> asked_of(const Operations& operations, const http::Request& request);

// What is wrong with a request: told only to who may see the organization, anybody else is told
// not_found.
Error told_to(const Operations& operations, const Asked& asked, Error refusal);

}  // namespace cartulary::acclaim
