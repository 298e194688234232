#include "operations/mails.h"

#include "store/mails.h"

namespace cartulary {

void queue_mail(const Registry& registry, Transaction& transaction, Letter letter) {
    const auto now = registry.now();
    auto facts = std::move(letter.facts);
    facts["person"] = letter.to_name;
    mails::insert(transaction,
                  {.id = Uuid::ordered(milliseconds(now), registry.randomness),
                   .kind = letter.kind,
                   .to_address = std::move(letter.to_address),
                   .to_name = std::move(letter.to_name),
                   .facts = std::move(facts),
                   .sealed_link = letter.link.empty() ? "" : registry.vault.seal(letter.link),
                   .created_at = now});
}

std::map<std::string, std::string> facts_of(const Registry& registry,
                                            const Organization& organization) {
    return {{"organization", organization.stated.name},
            {"ctid", organization.id.ctid()},
            {"registry", registry.name},
            {"public_url", registry.public_url}};
}

}  // namespace cartulary
