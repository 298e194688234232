#include "operations/account_mails.h"

namespace cartulary {

std::string secret_link(const Registry& registry, const std::string& path,
                        const std::string& token) {
    return registry.public_url + path + "?token=" + token;
}

void queue_account_mail(const Registry& registry, Transaction& transaction, MailKind kind,
                        const Person& to, const std::string& page,
                        std::map<std::string, std::string> facts, std::string link) {
    facts.insert({{"registry", registry.name},
                  {"public_url", registry.public_url},
                  {"page_url", registry.public_url + page}});
    queue_mail(registry, transaction,
               Letter{.kind = kind,
                      .to_address = to.email,
                      .to_name = full_name(to),
                      .facts = std::move(facts),
                      .link = std::move(link)});
}

std::string full_name(const Person& person) {
    if (person.first_name.empty()) return person.last_name;
    if (person.last_name.empty()) return person.first_name;
    return person.first_name + " " + person.last_name;
}

}  // namespace cartulary
