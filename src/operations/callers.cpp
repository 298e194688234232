#include "operations/callers.h"

#include "base/secrets.h"
#include "base/uuid.h"

namespace cartulary {

namespace {

constexpr std::size_t known_max = 10'000;

}  // namespace

Result<Caller> Callers::by_api_key(std::string_view key) {
    const auto uuid = Uuid::parse(key);
    const auto owner = uuid ? owner_of(uuid->text()) : std::nullopt;
    if (!owner) return fail(ErrorKind::unauthenticated, "the API key is not valid");
    return Caller{.id = owner->id,
                  .organization = owner->number,
                  .name = owner->name,
                  .trusted_partner = owner->trusted_partner && owner->approved};
}

std::optional<credentials::KeyOwner> Callers::owner_of(std::string_view key) {
    const auto key_digest = digest(key);
    const auto commits = store_.commits();
    if (commits) {
        const std::lock_guard lock(mutex_);
        if (known_at_commits_ != *commits || known_.size() >= known_max) known_.clear();
        known_at_commits_ = *commits;
        if (const auto found = known_.find(key_digest); found != known_.end()) {
            return found->second;
        }
    }
    auto owner = store_.read([&](Transaction& transaction) {
        return credentials::owner_of_key(transaction, key_digest);
    });
    if (commits && owner) {
        const std::lock_guard lock(mutex_);
        if (known_at_commits_ == *commits) known_.emplace(key_digest, *owner);
    }
    return owner;
}

}  // namespace cartulary
