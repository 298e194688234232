#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "domain/company.h"
#include "operations/attendee_groups.h"
#include "operations/company_users.h"
#include "operations/repetition.h"

namespace cartulary {

// The domains of e-mail addresses that belong to organizations of companies; a domain belongs to
// one organization of a company. Each refuses with not_found where the user's company has no
// organization of this number, or that has no such domain.
class EmailDomains {
public:
    explicit EmailDomains(const Registry& registry)
        : registry_(registry), repetitions_(registry.store, registry.vault, registry.now) {}

    // In their order, or the one that is given.
    Result<std::vector<EmailDomain>> list(const CompanyUserCaller& user, std::int32_t organization,
                                          const std::optional<std::string>& domain);

    // All of them or none. `render` makes the answer, which is kept for who repeats the request.
    // invalid; conflict: an organization of the company has one, or this one email_domains_max.
    Result<Answer> create(
        const CompanyUserCaller& user, std::int32_t organization,
        const Several<EmailDomainDraft>& stated, const Repetition& repetition,
        const std::function<std::string(const std::vector<EmailDomain>&)>& render);

    // invalid, conflict, as above.
    Result<EmailDomain> replace(const CompanyUserCaller& user, std::int32_t organization,
                                const std::string& domain, const Several<EmailDomainDraft>& stated);

    // As it was.
    Result<EmailDomain> remove(const CompanyUserCaller& user, std::int32_t organization,
                               const std::string& domain);

private:
    const Registry& registry_;
    Repetitions repetitions_;
};

}  // namespace cartulary
