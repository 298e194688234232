#pragma once

#include <string>

#include "domain/person.h"
#include "operations/mails.h"

// People as they come into the registry. All of it happens in the transaction of whoever calls.
namespace cartulary {

inline constexpr std::chrono::days confirmation_life{7};

struct Invited {
    Person person;
    bool is_new;
};

// The person with this contact's e-mail address, made when there was none. The address must be
// valid.
Invited invite(const Registry& registry, Transaction& transaction, const Contact& contact);

// The facts that every mail about an organization tells, and the name of who brought it here.
std::map<std::string, std::string> facts_of(const Registry& registry,
                                            const Organization& organization,
                                            const std::string& partner);

// Queues a mail to a person. A confirm_account mail gets a link to set a password, good for
// confirmation_life.
void queue_mail(const Registry& registry, Transaction& transaction, MailKind kind, const Person& to,
                std::map<std::string, std::string> facts);

}  // namespace cartulary
