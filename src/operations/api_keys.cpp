#include "operations/api_keys.h"

#include <algorithm>

#include "base/secrets.h"
#include "base/text.h"
#include "domain/event.h"
#include "domain/text_field.h"
#include "operations/organization_events.h"
#include "operations/own_organization.h"
#include "store/credentials.h"
#include "store/organization_text.h"

namespace cartulary {

namespace {

constexpr std::size_t id_length = 16;

std::vector<ApiKey> keys_in_use(Transaction& transaction, std::int32_t organization) {
    auto keys = credentials::keys_of(transaction, organization);
    std::erase_if(keys, [](const ApiKey& key) { return key.revoked_at.has_value(); });
    return keys;
}

Result<void> require_label(const std::string& label) {
    std::vector<FieldProblem> problems;
    check_required_line(label, "label", api_key_label_length_max, true, problems);
    if (problems.empty()) return {};
    return fail(std::move(problems));
}

// Two of one label could not be told apart; and a form that is sent twice makes one key.
Result<void> require_room(const std::vector<ApiKey>& keys, const std::string& label) {
    if (std::ranges::find(keys, label, &ApiKey::label) != keys.end()) {
        return fail({FieldProblem{"label", "is taken by another key"}});
    }
    if (keys.size() < api_keys_max) return {};
    return fail(ErrorKind::conflict, "there are too many keys; revoke some first");
}

}  // namespace

std::string key_id(const ApiKey& key) {
    return key.digest.substr(0, id_length);
}

Result<std::vector<ApiKey>> ApiKeys::list(const Actor& actor, const OrganizationId& organization) {
    return registry_.store.read([&](Transaction& transaction) -> Result<std::vector<ApiKey>> {
        const auto found = TRY(looked_at(transaction, actor, organization));
        if (!actor.staff) TRY(acting_in(actor, organization, Need::administer));
        return credentials::keys_of(transaction, found.number);
    });
}

Result<ApiKeys::Made> ApiKeys::make(const Actor& actor, const OrganizationId& organization,
                                    const std::string& label) {
    const std::string trimmed(text::trimmed(label));
    const auto key = Uuid::random(registry_.randomness).text();
    auto made = registry_.store.write([&](Transaction& transaction) -> Result<Made> {
        const auto [own, caller] =
            TRY(acted_in(transaction, actor, organization, Need::administer));
        TRY(require_label(trimmed));
        if (own.status != OrganizationStatus::approved) {
            return fail(ErrorKind::conflict,
                        "keys are for organizations that are approved; this one is not");
        }
        TRY(require_room(keys_in_use(transaction, own.number), trimmed));
        const ApiKey stored{digest(key), own.number, trimmed, registry_.now()};
        credentials::insert(transaction, stored);
        append_event(registry_, transaction, caller, own, event_type::organization_key_made,
                     organizations::snapshot_of(own));
        return Made{stored, key};
    });
    if (made) registry_.webhooks_wait();
    return made;
}

Result<ApiKey> ApiKeys::revoke(const Actor& actor, const OrganizationId& organization,
                               const std::string& id) {
    auto revoked = registry_.store.write([&](Transaction& transaction) -> Result<ApiKey> {
        const auto [own, caller] =
            TRY(acted_in(transaction, actor, organization, Need::administer));
        const auto keys = keys_in_use(transaction, own.number);
        const auto key = std::ranges::find(keys, id, [](const auto& one) { return key_id(one); });
        if (key == keys.end()) {
            return fail(ErrorKind::not_found,
                        "no key of the organization that is in use has this id");
        }
        credentials::revoke_key(transaction, key->digest, registry_.now());
        append_event(registry_, transaction, caller, own, event_type::organization_key_revoked,
                     organizations::snapshot_of(own));
        return *key;
    });
    if (revoked) registry_.webhooks_wait();
    return revoked;
}

}  // namespace cartulary
