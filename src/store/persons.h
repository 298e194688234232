#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "domain/person.h"
#include "store/store.h"

// People, their parts in organizations, and the links that were mailed to them.
namespace cartulary::persons {

std::optional<Person> find(Transaction& transaction, const Uuid& id);
// `email_folded` as EmailAddress::folded() gives it.
std::optional<Person> find_by_email(Transaction& transaction, std::string_view email_folded);

// conflict: a person with this address exists already.
Result<void> insert(Transaction& transaction, const Person& person, std::string_view email_folded);

void set_password(Transaction& transaction, const Uuid& person, std::string_view hash);
void set_staff(Transaction& transaction, const Uuid& person, bool staff);

// All staff of the registry, by address.
std::vector<Person> staff(Transaction& transaction);

// Adds a membership or changes its role.
void put_membership(Transaction& transaction, std::int32_t organization, const Uuid& person,
                    Role role, Timestamp now);

// The members of an organization, by address.
std::vector<Membership> members(Transaction& transaction, std::int32_t organization);

struct Token {
    std::string digest;
    Uuid person;
    TokenPurpose purpose;
    Timestamp created_at;
    Timestamp expires_at;
};
void insert_token(Transaction& transaction, const Token& token);

// Whose it is, when it may be used now.
std::optional<Uuid> token_owner(Transaction& transaction, std::string_view digest,
                                TokenPurpose purpose, Timestamp now);

// Whose it was, when it could be used; it can not be used again.
std::optional<Uuid> use_token(Transaction& transaction, std::string_view digest,
                              TokenPurpose purpose, Timestamp now);

}  // namespace cartulary::persons
