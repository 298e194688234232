#include "operations/tokens.h"

#include "store/credentials.h"
#include "store/organizations.h"

namespace cartulary {

namespace {

constexpr std::size_t token_bytes = 27;  // 36 characters

}  // namespace

Result<std::string> make_token(const Registry& registry, const OrganizationId& organization,
                               const TokenFlags& flags, const std::string& description) {
    if (!flags.read && !flags.write && !flags.del) {
        return fail({FieldProblem{"flags", "must be one or more of read, write, delete"}});
    }
    return registry.store.write([&](Transaction& transaction) -> Result<std::string> {
        const auto number = organizations::number_of(transaction, organization);
        if (!number) return fail(ErrorKind::not_found, "no organization has this CTID");
        const auto text = random_token(token_bytes, registry.randomness);
        const auto now = registry.now();
        credentials::insert(transaction,
                            AuthorizationToken{.id = Uuid::random(registry.randomness),
                                               .organization = *number,
                                               .digest = digest(text),
                                               .sealed = registry.vault.seal(text),
                                               .description = description,
                                               .read_enabled = flags.read,
                                               .write_enabled = flags.write,
                                               .delete_enabled = flags.del,
                                               .created_at = now,
                                               .expires_at = now + authorization_token_life});
        return text;
    });
}

}  // namespace cartulary
