#pragma once

#include <optional>
#include <string>
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
void set_name(Transaction& transaction, const Uuid& person, std::string_view first_name,
              std::string_view last_name);

// conflict: it is another person's.
Result<void> set_email(Transaction& transaction, const Uuid& person, std::string_view email,
                       std::string_view email_folded);
void set_staff(Transaction& transaction, const Uuid& person, bool staff);

// All staff of the registry, by address.
std::vector<Person> staff(Transaction& transaction);

// Holds all staff until this transaction ends: another one that wants to hold them waits, and then
// reads what this one wrote.
void hold_staff(Transaction& transaction);

// By address, those after `after`, at most `count`.
struct Search {
    std::string text = {};   // a part of the address or of the name; blank: all
    bool staff = false;      // they alone
    std::string after = {};  // a folded address
};
std::vector<Person> search(Transaction& transaction, const Search& search, int count);
std::int64_t count(Transaction& transaction);

// Adds a membership or changes its role.
void put_membership(Transaction& transaction, std::int32_t organization, const Uuid& person,
                    Role role, Timestamp now);

// The members of an organization, by address.
std::vector<Membership> members(Transaction& transaction, std::int32_t organization);

// Nothing where the person is no member.
std::optional<Role> role_of(Transaction& transaction, std::int32_t organization,
                            const Uuid& person);
bool remove_membership(Transaction& transaction, std::int32_t organization, const Uuid& person);
std::int64_t count_administrators(Transaction& transaction, std::int32_t organization);

// What the person has a part in, by the folded names of the organizations, then their numbers.
std::vector<Part> parts_of(Transaction& transaction, const Uuid& person);

struct Token {
    std::string digest;
    Uuid person;
    TokenPurpose purpose;
    Timestamp created_at;
    Timestamp expires_at;
    std::string about = {};  // of change_email: the new address
};
void insert_token(Transaction& transaction, const Token& token);

// Whose it is, when it may be used now.
std::optional<Uuid> token_owner(Transaction& transaction, std::string_view digest,
                                TokenPurpose purpose, Timestamp now);

// The same with all that is known of it.
std::optional<Token> find_token(Transaction& transaction, std::string_view digest,
                                TokenPurpose purpose, Timestamp now);

// Whose it was, when it could be used; it can not be used again.
std::optional<Uuid> use_token(Transaction& transaction, std::string_view digest,
                              TokenPurpose purpose, Timestamp now);

// Ends all of a person that have this purpose.
void remove_tokens(Transaction& transaction, const Uuid& person, TokenPurpose purpose);

// Drops those that ran out before `before`; gives how many.
std::int64_t forget_tokens(Transaction& transaction, Timestamp before);

}  // namespace cartulary::persons
