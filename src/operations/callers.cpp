#include "operations/callers.h"

#include "base/secrets.h"
#include "base/uuid.h"

namespace cartulary {

Result<Caller> Callers::by_api_key(std::string_view key) {
    const auto invalid = [] {
        return fail(ErrorKind::unauthenticated, "the API key is not valid");
    };
    const auto uuid = Uuid::parse(key);
    if (!uuid) return invalid();
    const auto key_digest = digest(uuid->text());
    const auto owner = owners_.get(key_digest, [&] {
        return store_.read([&](Transaction& transaction) {
            return credentials::owner_of_key(transaction, key_digest);
        });
    });
    if (!owner) return invalid();
    return Caller{.id = owner->id,
                  .organization = owner->number,
                  .name = owner->name,
                  .trusted_partner = owner->trusted_partner && owner->approved};
}

}  // namespace cartulary
