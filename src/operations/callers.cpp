#include "operations/callers.h"

#include "base/secrets.h"
#include "base/uuid.h"

namespace cartulary {

namespace {

// Longer than any token; nobody makes us hash a book.
constexpr std::size_t token_bytes_max = 200;

Caller caller_of(const credentials::KeyOwner& owner) {
    return {.id = owner.id,
            .organization = owner.number,
            .name = owner.name,
            .trusted_partner = owner.trusted_partner && owner.approved};
}

}  // namespace

Result<Caller> Callers::by_api_key(std::string_view key) {
    const auto invalid = [] {
        return fail(ErrorKind::unauthenticated, "the API key is not valid");
    };
    if (key.size() > token_bytes_max) return invalid();
    // A UUID in either case; a tenant's key is no UUID.
    const auto uuid = Uuid::parse(key);
    const auto key_digest = uuid ? digest(uuid->text()) : digest(key);
    const auto owner = owners_.get(key_digest, [&] {
        return registry_.store.read([&](Transaction& transaction) {
            return credentials::owner_of_key(transaction, key_digest);
        });
    });
    if (!owner) return invalid();
    key_uses_.note(key_digest, registry_.now());
    return caller_of(*owner);
}

Result<Caller> Callers::by_token(std::string_view token) {
    const auto invalid = [] { return fail(ErrorKind::unauthenticated, "the token is not valid"); };
    if (token.empty() || token.size() > token_bytes_max) return invalid();
    const auto token_digest = digest(token);
    const auto found = token_owners_.get(token_digest, [&] {
        return registry_.store.read([&](Transaction& transaction) {
            return credentials::owner_of_token(transaction, token_digest);
        });
    });
    if (!found) return invalid();
    if (found->expires_at <= registry_.now()) {
        return fail(ErrorKind::unauthenticated,
                    "the token ran out at " + iso_8601(found->expires_at));
    }
    token_uses_.note(found->token, registry_.now());
    auto caller = caller_of(found->owner);
    caller.rights = {found->read_enabled, found->write_enabled, found->delete_enabled};
    caller.token = found->token;
    return caller;
}

void Callers::record_uses() {
    const auto now = registry_.now();
    const auto record = [&](auto& uses, auto set_used) {
        uses.record(now, [&](const auto& used) {
            registry_.store.write([&](Transaction& transaction) -> Result<void> {
                for (const auto& [id, at] : used) set_used(transaction, id, at);
                return {};
            });
        });
    };
    record(key_uses_, credentials::set_key_used);
    record(token_uses_, credentials::set_token_used);
}

}  // namespace cartulary
