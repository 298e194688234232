#pragma once

#include <string>
#include <string_view>

#include "operations/caller.h"
#include "operations/known_until_commit.h"
#include "operations/registry.h"
#include "operations/verified_passwords.h"
#include "store/companies.h"

namespace cartulary {

// A user of a company, who signed in: it acts for the company's organization.
struct CompanyUserCaller {
    Caller caller;
    std::string username;

    std::int32_t company() const { return caller.organization; }
};

// What a program signs in with, as it was sent.
struct CompanyCredentials {
    std::string_view login_id;
    std::string_view username;
    std::string_view password;
};

// Finds who a program that signs in for a company is.
class CompanyUsers {
public:
    // Hashes one password.
    explicit CompanyUsers(const Registry& registry,
                          VerifiedPasswords::Verify verify = cartulary::verifies);

    // May take as long as hashing a password does; a known user with a wrong password takes as
    // long as an unknown one. unauthenticated, in the same words whatever is wrong; forbidden: the
    // company is not active.
    Result<CompanyUserCaller> sign_in(const CompanyCredentials& credentials);

private:
    const Registry& registry_;
    KnownUntilCommit<std::string, companies::Owner> owners_;  // by folded login id and user name
    VerifiedPasswords passwords_;
    std::string nobodys_hash_;  // what the passwords of unknown users are held against
};

struct NewCompany {
    std::string name;
    std::string login_id;
    std::string username;
    std::string password;
    std::string email = {};  // for mail, where it has no administrators; or empty
};

struct CompanyMade {
    OrganizationId id;
    std::string login_id;
};

// Makes a company, an approved organization, with its first user. invalid; conflict, with the field
// "login_id": another company has it.
Result<CompanyMade> add_company(const Registry& registry, const Caller& caller,
                                const NewCompany& company);

// Adds a user to a company, or gives the one with this name another password, which counts at
// once. True: it is new. invalid; not_found: no such company.
Result<bool> put_company_user(const Registry& registry, const std::string& login_id,
                              const std::string& username, const std::string& password);

// not_found: no such company or user.
Result<void> remove_company_user(const Registry& registry, const std::string& login_id,
                                 const std::string& username);

// Who acts for a company at the registry's own command line, under this name. not_found.
Result<CompanyUserCaller> command_line_for_company(const Registry& registry,
                                                   const std::string& login_id,
                                                   const std::string& username);

}  // namespace cartulary
