#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "domain/company.h"
#include "store/store.h"

// The e-mail domains of organizations of companies. `ascii` is what comparable_domain() gives.
namespace cartulary::email_domains {

// conflict, with the field "domain": an organization of the company has it.
Result<void> insert(Transaction& transaction, std::int32_t company, std::int32_t organization,
                    const EmailDomain& domain);

// Everything but who made it, and when. conflict, as above.
Result<void> replace(Transaction& transaction, std::int32_t organization, std::string_view ascii,
                     const EmailDomain& domain);

// False: the organization does not have it.
bool remove(Transaction& transaction, std::int32_t organization, std::string_view ascii);

std::optional<EmailDomain> find(Transaction& transaction, std::int32_t organization,
                                std::string_view ascii);

// In their order, or the one that is given.
std::vector<EmailDomain> list(Transaction& transaction, std::int32_t organization,
                              const std::optional<std::string>& ascii);

std::int64_t count(Transaction& transaction, std::int32_t organization);

}  // namespace cartulary::email_domains
