#include "operations/callers.h"

#include <chrono>
#include <vector>

#include "base/secrets.h"
#include "base/uuid.h"

namespace cartulary {

namespace {

// Longer than any token; nobody makes us hash a book.
constexpr std::size_t token_bytes_max = 200;

// Uses are known to the minute.
Timestamp minute_of(Timestamp time) {
    return std::chrono::floor<std::chrono::minutes>(time);
}

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
    note_use(found->token);
    auto caller = caller_of(found->owner);
    caller.rights = {found->read_enabled, found->write_enabled, found->delete_enabled};
    caller.token = found->token;
    return caller;
}

void Callers::note_use(const Uuid& token) {
    const auto minute = minute_of(registry_.now());
    const std::lock_guard lock(mutex_);
    auto& use = uses_[token];
    if (use.at < minute) use = {minute, false};
}

void Callers::record_uses() {
    std::vector<std::pair<Uuid, Timestamp>> unrecorded;
    {
        const std::lock_guard lock(mutex_);
        for (const auto& [token, use] : uses_) {
            if (!use.recorded) unrecorded.emplace_back(token, use.at);
        }
    }
    if (unrecorded.empty()) return;
    // What it throws goes on: then none of them counts as recorded.
    registry_.store.write([&](Transaction& transaction) -> Result<void> {
        for (const auto& [token, at] : unrecorded) {
            credentials::set_token_used(transaction, token, at);
        }
        return {};
    });
    const auto minute = minute_of(registry_.now());
    const std::lock_guard lock(mutex_);
    for (const auto& [token, at] : unrecorded) {
        if (auto& use = uses_[token]; use.at == at) use.recorded = true;
    }
    std::erase_if(uses_, [&](const auto& noted) {
        return noted.second.recorded && noted.second.at < minute;
    });
}

}  // namespace cartulary
