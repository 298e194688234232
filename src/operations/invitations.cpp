#include "operations/invitations.h"

#include "domain/email_address.h"
#include "store/persons.h"

namespace cartulary {

namespace {

constexpr std::size_t token_bytes = 32;

// The link's token is known to the store by its digest, and to nobody but the mail, where it is
// sealed until it has been sent.
std::string make_confirmation_link(const Registry& registry, Transaction& transaction,
                                   const Person& person) {
    const auto token = random_token(token_bytes, registry.randomness);
    const auto now = registry.now();
    persons::insert_token(transaction, {digest(token), person.id, TokenPurpose::confirm_account,
                                        now, now + confirmation_life});
    return registry.public_url + "/account/confirm?token=" + token;
}

}  // namespace

Invited invite(const Registry& registry, Transaction& transaction, const Contact& contact) {
    const auto email = EmailAddress::parse(contact.email).value();
    const auto now = registry.now();
    Person person{.id = Uuid::ordered(milliseconds(now), registry.randomness),
                  .email = email.text(),
                  .first_name = contact.first_name,
                  .last_name = contact.last_name,
                  .phone = contact.phone,
                  .password_hash = {},
                  .staff = false,
                  .created_at = now};
    if (persons::insert(transaction, person, email.folded())) return {std::move(person), true};
    return {persons::find_by_email(transaction, email.folded()).value(), false};
}

std::map<std::string, std::string> facts_of(const Registry& registry,
                                            const Organization& organization,
                                            const std::string& partner) {
    auto facts = facts_of(registry, organization);
    facts["partner"] = partner;
    return facts;
}

void queue_mail(const Registry& registry, Transaction& transaction, MailKind kind, const Person& to,
                std::map<std::string, std::string> facts) {
    Letter letter{
        .kind = kind,
        .to_address = to.email,
        .to_name = to.first_name.empty() ? to.last_name : to.first_name + " " + to.last_name,
        .facts = std::move(facts)};
    if (kind == MailKind::confirm_account) {
        letter.facts["valid_days"] = std::to_string(confirmation_life.count());
        letter.link = make_confirmation_link(registry, transaction, to);
    }
    queue_mail(registry, transaction, std::move(letter));
}

}  // namespace cartulary
