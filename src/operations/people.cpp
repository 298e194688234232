#include "operations/people.h"

#include "domain/email_address.h"
#include "operations/invitations.h"
#include "operations/organization_events.h"
#include "operations/sign_ups.h"
#include "store/organizations.h"
#include "store/person_sessions.h"
#include "store/persons.h"

namespace cartulary {

namespace {

Result<void> require_valid(const Registry& registry, const std::string& email,
                           const std::optional<std::string>& password) {
    std::vector<FieldProblem> problems;
    if (const auto address = EmailAddress::parse(email); !address) {
        problems.push_back({"email", address.error()});
    }
    if (password) {
        const std::string_view own[] = {email, registry.name};
        if (const auto problem = problem_in_password(*password, own)) {
            problems.push_back({"password", *problem});
        }
    }
    if (!problems.empty()) return fail(std::move(problems));
    return {};
}

// Hashed before the transaction begins: it takes longer than the whole of it.
std::optional<std::string> hash_of(const std::optional<std::string>& password) {
    if (!password) return std::nullopt;
    return hash_password(*password);
}

Invited invite_with_password(const Registry& registry, Transaction& transaction,
                             const std::string& email, const std::optional<std::string>& hash) {
    Contact contact;
    contact.email = email;
    auto invited = invite(registry, transaction, contact);
    if (hash) {
        persons::set_password(transaction, invited.person.id, *hash);
        invited.person.password_hash = *hash;
    }
    return invited;
}

Error link_is_over() {
    return {ErrorKind::gone, "this link was used already, or is too old"};
}

}  // namespace

Result<Person> add_staff(const Registry& registry, const std::string& email,
                         const std::optional<std::string>& password) {
    TRY(require_valid(registry, email, password));
    const auto hash = hash_of(password);
    auto added = registry.store.write([&](Transaction& transaction) -> Result<Person> {
        auto person = invite_with_password(registry, transaction, email, hash).person;
        persons::set_staff(transaction, person.id, true);
        person.staff = true;
        if (person.password_hash.empty()) {
            queue_mail(registry, transaction, MailKind::confirm_account, person,
                       {{"registry", registry.name}, {"public_url", registry.public_url}});
        }
        return person;
    });
    if (added) registry.mail_waits();
    return added;
}

Result<Person> add_member(const Registry& registry, const Caller& caller, const NewMember& member) {
    TRY(require_valid(registry, member.email, member.password));
    const auto hash = hash_of(member.password);
    auto added = registry.store.write([&](Transaction& transaction) -> Result<Person> {
        const auto organization = organizations::find(transaction, member.organization);
        if (!organization) return fail(ErrorKind::not_found, "no organization has this CTID");
        const auto person = invite_with_password(registry, transaction, member.email, hash).person;
        persons::put_membership(transaction, organization->number, person.id, member.role,
                                registry.now());
        auto facts = facts_of(registry, *organization, registry.name);
        facts["role"] = name_of(member.role);
        queue_mail(
            registry, transaction,
            person.password_hash.empty() ? MailKind::confirm_account : MailKind::made_administrator,
            person, std::move(facts));
        TRY(append_event(registry, transaction, caller, *organization,
                         event_type::organization_member_added));
        return person;
    });
    if (added) {
        registry.mail_waits();
        registry.webhooks_wait();
    }
    return added;
}

bool has_staff(const Registry& registry) {
    return registry.store.read(
        [](Transaction& transaction) { return !persons::staff(transaction).empty(); });
}

Result<Person> person_of_link(const Registry& registry, const std::string& token) {
    return registry.store.read([&](Transaction& transaction) -> Result<Person> {
        const auto owner = persons::token_owner(transaction, digest(token),
                                                TokenPurpose::confirm_account, registry.now());
        if (!owner) return tl::unexpected(link_is_over());
        return persons::find(transaction, *owner).value();
    });
}

Result<Person> set_password_by_link(const Registry& registry, const std::string& token,
                                    const std::string& password) {
    // Without a good link no hash is worth its price.
    const auto person = TRY(person_of_link(registry, token));
    if (auto problems = problems_in_new_password(registry, person, password); !problems.empty()) {
        return fail(std::move(problems));
    }
    const auto hash = hash_password(password);
    return registry.store.write([&](Transaction& transaction) -> Result<Person> {
        const auto owner = persons::use_token(transaction, digest(token),
                                              TokenPurpose::confirm_account, registry.now());
        if (!owner) return tl::unexpected(link_is_over());
        persons::set_password(transaction, *owner, hash);
        persons::remove_tokens(transaction, *owner, TokenPurpose::confirm_account);
        person_sessions::remove_others(transaction, *owner);
        return persons::find(transaction, *owner).value();
    });
}

}  // namespace cartulary
