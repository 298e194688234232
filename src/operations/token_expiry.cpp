#include <chrono>
#include <vector>

#include "domain/email_address.h"
#include "operations/invitations.h"
#include "operations/tokens.h"
#include "store/credentials.h"
#include "store/organizations.h"
#include "store/persons.h"

namespace cartulary {

namespace {

// How many warnings a token has had once it runs out within this time.
struct Warning {
    std::chrono::days before;
    int number;
};
// The nearest first: a token that is seen late is warned of once.
constexpr Warning warnings[] = {{std::chrono::days(7), token_warnings_max},
                                {std::chrono::days(30), 1}};

std::string date_of(Timestamp moment) {
    return iso_8601(moment).substr(0, std::string_view("2014-04-01").size());
}

std::map<std::string, std::string> facts_of_expiry(const Registry& registry,
                                                   const Organization& organization,
                                                   const AuthorizationToken& token) {
    auto facts = facts_of(registry, organization);
    const auto left = std::chrono::ceil<std::chrono::days>(token.expires_at - registry.now());
    facts["organization_id"] = organization.id.text();
    facts["description"] = token.description;
    facts["expires_on"] = date_of(token.expires_at);
    facts["days"] = std::to_string(left.count());
    return facts;
}

// Its administrators; where it has none, the organization by its own address.
std::vector<Person> responsible_for(Transaction& transaction, const Organization& organization) {
    std::vector<Person> responsible;
    for (auto& member : persons::members(transaction, organization.number)) {
        if (member.role == Role::administrator) responsible.push_back(std::move(member.person));
    }
    if (responsible.empty() && EmailAddress::parse(organization.stated.email)) {
        Person office;
        office.email = organization.stated.email;
        office.last_name = organization.stated.name;
        responsible.push_back(std::move(office));
    }
    return responsible;
}

// Whether it was warned of now: somebody else may have come first, or the token may have gone.
bool warn_of(const Registry& registry, const AuthorizationToken& seen, const Warning& warning) {
    const auto warned = registry.store.write([&](Transaction& transaction) -> Result<bool> {
        organizations::hold(transaction, seen.organization);
        const auto token = credentials::find_token(transaction, seen.id);
        if (!token || token->warnings_sent >= warning.number) return false;
        const auto organization = organizations::find(transaction, seen.organization).value();
        const auto facts = facts_of_expiry(registry, organization, *token);
        for (const auto& person : responsible_for(transaction, organization)) {
            queue_mail(registry, transaction, MailKind::token_expires, person, facts);
        }
        credentials::set_warnings_sent(transaction, token->id, warning.number);
        return true;
    });
    return *warned;
}

}  // namespace

void look_after_tokens(const Registry& registry) {
    const auto now = registry.now();
    bool any_warned = false;
    for (const auto& warning : warnings) {
        const auto tokens = registry.store.read([&](Transaction& transaction) {
            return credentials::tokens_to_warn_of(transaction, now, now + warning.before,
                                                  warning.number);
        });
        for (const auto& token : tokens) any_warned |= warn_of(registry, token, warning);
    }
    if (any_warned) registry.mail_waits();
    registry.store.write([&](Transaction& transaction) -> Result<void> {
        credentials::forget_access_tokens(transaction, now);
        return {};
    });
}

}  // namespace cartulary
