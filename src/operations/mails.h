#pragma once

#include <map>
#include <string>

#include "domain/mail.h"
#include "domain/organization.h"
#include "operations/registry.h"

namespace cartulary {

// What somebody is to be told by mail.
struct Letter {
    MailKind kind;
    std::string to_address;
    std::string to_name;
    std::map<std::string, std::string> facts;
    std::string link = {};  // a secret, which nobody but the mail knows; empty: none
};

// Queues a mail, in the transaction of what it tells of. Who commits calls registry.mail_waits()
// afterwards.
void queue_mail(const Registry& registry, Transaction& transaction, Letter letter);

// The facts that every mail about an organization tells.
std::map<std::string, std::string> facts_of(const Registry& registry,
                                            const Organization& organization);

}  // namespace cartulary
