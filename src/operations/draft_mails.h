#pragma once

#include <cstdint>
#include <string>

#include "domain/draft.h"
#include "domain/organization.h"
#include "operations/registry.h"

// What people are told of their drafts, in the transaction of whoever calls, who calls
// registry.mail_waits() afterwards.
namespace cartulary {

// To those who may publish for the organization: so many of its drafts are public now. `name` is
// that of the one, where it is one.
void mail_published(const Registry& registry, Transaction& transaction, const Organization& owner,
                    std::int64_t count, const std::string& name);

// To who approved it; to those who may publish for the organization, where that was no person.
void mail_sent_back(const Registry& registry, Transaction& transaction, const Organization& owner,
                    const Draft& draft);

}  // namespace cartulary
