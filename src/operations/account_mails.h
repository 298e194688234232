#pragma once

#include <map>
#include <string>

#include "domain/person.h"
#include "operations/mails.h"

namespace cartulary {

inline constexpr std::size_t link_token_bytes = 32;

// A link of ours that is a secret.
std::string secret_link(const Registry& registry, const std::string& path,
                        const std::string& token);

// Queues a mail to a person about their own account. `facts` beside those that every such mail
// tells: the registry, and the address of the page to go to.
void queue_account_mail(const Registry& registry, Transaction& transaction, MailKind kind,
                        const Person& to, const std::string& page,
                        std::map<std::string, std::string> facts = {}, std::string link = {});

std::string full_name(const Person& person);

}  // namespace cartulary
