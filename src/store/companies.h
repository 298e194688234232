#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "domain/company.h"
#include "domain/organization.h"
#include "store/store.h"

// Companies, their users, and which organizations are theirs.
namespace cartulary::companies {

// conflict, with the field "login_id": another company has it.
Result<void> insert(Transaction& transaction, const Company& company);

// `login_id_folded` as base/text.h's folded() gives it.
std::optional<Company> find(Transaction& transaction, std::string_view login_id_folded);

// Adds a user, or changes the password of the one with this name. True: it is new.
bool put_user(Transaction& transaction, std::int32_t company, const CompanyUser& user);

// False: there was none.
bool remove_user(Transaction& transaction, std::int32_t company, std::string_view username_folded);

std::vector<CompanyUser> users_of(Transaction& transaction, std::int32_t company);

// A user with the company that it signs in for.
struct Owner {
    OrganizationId id;
    std::int32_t number;  // of the company
    std::string name;
    bool approved;
    std::string username;
    std::string password_hash;
};
std::optional<Owner> owner_of(Transaction& transaction, std::string_view login_id_folded,
                              std::string_view username_folded);

// An organization of a company, with who made and changed it.
struct Member {
    Organization organization;
    std::string created_by;
    std::string updated_by;        // with
    std::int64_t updated_version;  // what that left
};

void insert_member(Transaction& transaction, std::int32_t company, const Member& member);

// Who changed it last.
void note_update(Transaction& transaction, std::int32_t organization, const std::string& user,
                 std::int64_t version);

// It is no longer the company's, with its attendee groups and e-mail domains.
void remove_member(Transaction& transaction, std::int32_t organization);

// The number of the company's organization with this identifier, without regard to case.
std::optional<std::int32_t> number_by(Transaction& transaction, std::int32_t company,
                                      std::string_view scheme, std::string_view value);

bool has(Transaction& transaction, std::int32_t company, std::int32_t organization);

std::optional<Member> find_member(Transaction& transaction, std::int32_t company,
                                  std::int32_t organization);

// Those with a number above `after`, in the order of their numbers, at most `count`.
std::vector<Member> members(Transaction& transaction, std::int32_t company, std::int32_t after,
                            int count);

}  // namespace cartulary::companies
