#include "store/credentials.h"

namespace cartulary::credentials {

constexpr auto insert_key_sql = R"(
    insert into api_key (digest, organization, label, created_at, revoked_at)
    values ($1, $2, $3, $4, $5))";

void insert(Transaction& transaction, const ApiKey& key) {
    transaction.run(insert_key_sql, key.digest, key.organization, key.label, key.created_at,
                    key.revoked_at);
}

constexpr auto owner_of_key_sql = R"(
    select organization.id, organization.number, organization.trusted_partner,
        organization.status = 'approved', organization.name
    from api_key join organization on organization.number = api_key.organization
    where api_key.digest = $1 and api_key.revoked_at is null)";

std::optional<KeyOwner> owner_of_key(Transaction& transaction, std::string_view digest) {
    auto rows = transaction.query(owner_of_key_sql, digest);
    if (!rows.next()) return std::nullopt;
    // A comparison is 0 or 1 to SQLite, f or t to PostgreSQL.
    const auto approved = rows.text_view(3);
    return KeyOwner{OrganizationId(rows.uuid(0)), static_cast<std::int32_t>(rows.integer(1)),
                    rows.boolean(2), approved == "1" || approved == "t", rows.text(4)};
}

constexpr auto keys_of_sql = R"(
    select digest, organization, label, created_at, revoked_at
    from api_key where organization = $1 order by created_at, digest)";

std::vector<ApiKey> keys_of(Transaction& transaction, std::int32_t organization) {
    std::vector<ApiKey> keys;
    auto rows = transaction.query(keys_of_sql, organization);
    while (rows.next()) {
        keys.push_back({rows.text(0), static_cast<std::int32_t>(rows.integer(1)), rows.text(2),
                        rows.time(3), rows.optional_time(4)});
    }
    return keys;
}

constexpr auto insert_token_sql = R"(
    insert into authorization_token (id, organization, digest, sealed, description, read_enabled,
        write_enabled, delete_enabled, created_at, expires_at)
    values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10))";

void insert(Transaction& transaction, const AuthorizationToken& token) {
    transaction.run(insert_token_sql, token.id, token.organization, token.digest,
                    Blob{token.sealed}, token.description, token.read_enabled, token.write_enabled,
                    token.delete_enabled, token.created_at, token.expires_at);
}

constexpr auto tokens_of_sql = R"(
    select id, organization, digest, sealed, description, read_enabled, write_enabled,
        delete_enabled, created_at, expires_at
    from authorization_token where organization = $1 order by created_at, id)";

std::vector<AuthorizationToken> tokens_of(Transaction& transaction, std::int32_t organization) {
    std::vector<AuthorizationToken> tokens;
    auto rows = transaction.query(tokens_of_sql, organization);
    while (rows.next()) {
        tokens.push_back({rows.uuid(0), static_cast<std::int32_t>(rows.integer(1)), rows.text(2),
                          rows.blob(3), rows.text(4), rows.boolean(5), rows.boolean(6),
                          rows.boolean(7), rows.time(8), rows.time(9)});
    }
    return tokens;
}

}  // namespace cartulary::credentials
