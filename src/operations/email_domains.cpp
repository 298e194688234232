#include "operations/email_domains.h"

#include "operations/company_organization_parts.h"
#include "operations/company_organizations.h"
#include "store/email_domains.h"

namespace cartulary {

namespace parts = company_organization_parts;

namespace {

tl::unexpected<Error> no_such_domain() {
    return fail(ErrorKind::not_found, "the organization has no such e-mail domain");
}

// What is no domain at all is that of no organization.
std::string ascii_of(const std::string& domain) {
    return comparable_domain(domain).value_or("");
}

}  // namespace

Result<std::vector<EmailDomain>> EmailDomains::list(const CompanyUserCaller& user,
                                                    std::int32_t organization,
                                                    const std::optional<std::string>& domain) {
    std::optional<std::string> ascii;
    if (domain) ascii = ascii_of(*domain);
    return registry_.store.read([&](Transaction& transaction) -> Result<std::vector<EmailDomain>> {
        if (!companies::has(transaction, user.company(), organization)) {
            return no_such_organization();
        }
        return email_domains::list(transaction, organization, ascii);
    });
}

Result<Answer> EmailDomains::create(
    const CompanyUserCaller& user, std::int32_t organization,
    const Several<EmailDomainDraft>& stated, const Repetition& repetition,
    const std::function<std::string(const std::vector<EmailDomain>&)>& render) {
    TRY(list(user, organization, ""));  // a repeated answer is no longer for who lost it
    return repetitions_.once(
        user.caller, repetition, [&](Transaction& transaction) -> Result<std::string> {
            TRY(parts::hold(transaction, user, organization));
            TRY(parts::require_valid(stated));
            TRY(parts::require_room(email_domains::count(transaction, organization),
                                    stated.drafts.size(), email_domains_max));
            const auto now = registry_.now();
            std::vector<EmailDomain> made;
            for (std::size_t i = 0; i < stated.drafts.size(); ++i) {
                EmailDomain domain{stated.drafts[i], {user.username, now, user.username, now}};
                const auto inserted =
                    email_domains::insert(transaction, user.company(), organization, domain);
                if (!inserted) return parts::refused(stated, i, inserted.error());
                made.push_back(std::move(domain));
            }
            return render(made);
        });
}

Result<EmailDomain> EmailDomains::replace(const CompanyUserCaller& user, std::int32_t organization,
                                          const std::string& domain,
                                          const Several<EmailDomainDraft>& stated) {
    return registry_.store.write([&](Transaction& transaction) -> Result<EmailDomain> {
        TRY(parts::hold(transaction, user, organization));
        const auto ascii = ascii_of(domain);
        auto found = email_domains::find(transaction, organization, ascii);
        if (!found) return no_such_domain();
        TRY(parts::require_valid(stated));
        if (found->stated == stated.drafts.at(0)) return *std::move(found);
        found->stated = stated.drafts.at(0);
        found->modified.updated_by = user.username;
        found->modified.updated_at = registry_.now();
        TRY(email_domains::replace(transaction, organization, ascii, *found));
        return *std::move(found);
    });
}

Result<EmailDomain> EmailDomains::remove(const CompanyUserCaller& user, std::int32_t organization,
                                         const std::string& domain) {
    return registry_.store.write([&](Transaction& transaction) -> Result<EmailDomain> {
        TRY(parts::hold(transaction, user, organization));
        const auto ascii = ascii_of(domain);
        auto found = email_domains::find(transaction, organization, ascii);
        if (!found) return no_such_domain();
        email_domains::remove(transaction, organization, ascii);
        return *std::move(found);
    });
}

}  // namespace cartulary
