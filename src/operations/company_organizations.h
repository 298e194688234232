#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "domain/company.h"
#include "operations/company_users.h"
#include "operations/repetition.h"

namespace cartulary {

// What a company's user says of an organization, all of it.
struct CompanyOrganizationStatement {
    // Writes it into a draft, and leaves alone what the user's dialect does not know. May be called
    // more than once.
    std::function<void(OrganizationDraft&)> apply;
    std::optional<bool> active = {};  // nothing: as it was; a new one is active
    bool tells_administrators = false;
    std::vector<FieldProblem> noticed = {};  // what was wrong with it as it was read
};

struct CompanyOrganization {
    Organization organization;
    Modification modified;

    // Of what else staff may do with an organization, a company sees that it is not active.
    bool active() const { return organization.status == OrganizationStatus::approved; }
};

tl::unexpected<Error> no_such_organization();

// The organizations of companies. A user sees and changes those of its own company alone; any
// other's is not_found.
class CompanyOrganizations {
public:
    static constexpr int page_size = 50;

    explicit CompanyOrganizations(const Registry& registry)
        : registry_(registry), repetitions_(registry.store, registry.vault, registry.now) {}

    // Those with a number above `after`, in the order of their numbers, at most page_size: an empty
    // page is the last. Each page is read by itself, so that nothing is held for who is slow.
    std::vector<CompanyOrganization> page(const CompanyUserCaller& user, std::int32_t after);

    // Those to which all applies that is given, without regard to case: one at most, where anything
    // is.
    struct Filter {
        std::optional<std::int32_t> number = {};
        std::optional<std::string> key = {};
        std::optional<std::string> external_id = {};
    };
    std::optional<CompanyOrganization> find(const CompanyUserCaller& user, const Filter& filter);

    Result<CompanyOrganization> get(const CompanyUserCaller& user, std::int32_t number);

    // `render` makes the answer, which is kept for who repeats the request. invalid: every problem
    // at once; conflict, with the field of its identifier: the company has such a one; key_reused.
    Result<Answer> create(const CompanyUserCaller& user,
                          const CompanyOrganizationStatement& statement,
                          const Repetition& repetition,
                          const std::function<std::string(const CompanyOrganization&)>& render);

    // What changes nothing is no change: no new version, no event, no mail.
    Result<CompanyOrganization> replace(const CompanyUserCaller& user, std::int32_t number,
                                        const CompanyOrganizationStatement& statement);

    // As it was. It stays in the registry, retired and without its company's identifiers, with its
    // history.
    Result<CompanyOrganization> remove(const CompanyUserCaller& user, std::int32_t number);

    // What put_by_key() would find wrong with it now, all at once.
    std::vector<FieldProblem> problems_in(const CompanyUserCaller& user, const std::string& key,
                                          const CompanyOrganizationStatement& statement);

private:
    const Registry& registry_;
    Repetitions repetitions_;
};

// For who puts many in one transaction; mail_waits() and webhooks_wait() are the caller's to call.
enum class Put { inserted, updated, unchanged };

// The company's organization with this key becomes as stated, made where there was none.
Result<Put> put_by_key(const Registry& registry, Transaction& transaction,
                       const CompanyUserCaller& user, const std::string& key,
                       const CompanyOrganizationStatement& statement);

}  // namespace cartulary
