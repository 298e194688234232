#include "store/credentials.h"

namespace cartulary::credentials {

constexpr auto insert_key_sql = R"(
    insert into api_key (digest, organization, label, created_at, revoked_at, last_used_at)
    values ($1, $2, $3, $4, $5, $6))";

void insert(Transaction& transaction, const ApiKey& key) {
    transaction.run(insert_key_sql, key.digest, key.organization, key.label, key.created_at,
                    key.revoked_at, key.last_used_at);
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
    select digest, organization, label, created_at, revoked_at, last_used_at
    from api_key where organization = $1 order by created_at, digest)";

std::vector<ApiKey> keys_of(Transaction& transaction, std::int32_t organization) {
    std::vector<ApiKey> keys;
    auto rows = transaction.query(keys_of_sql, organization);
    while (rows.next()) {
        keys.push_back({rows.text(0), static_cast<std::int32_t>(rows.integer(1)), rows.text(2),
                        rows.time(3), rows.optional_time(4), rows.optional_time(5)});
    }
    return keys;
}

constexpr auto revoke_key_sql =
    "update api_key set revoked_at = $2 where digest = $1 and revoked_at is null";

bool revoke_key(Transaction& transaction, std::string_view digest, Timestamp at) {
    return transaction.run(revoke_key_sql, digest, at) == 1;
}

constexpr auto set_key_used_sql = R"(
    update api_key set last_used_at = $2
    where digest = $1 and (last_used_at is null or last_used_at < $2))";

void set_key_used(Transaction& transaction, std::string_view digest, Timestamp at) {
    transaction.run(set_key_used_sql, digest, at);
}

namespace {

#define TOKEN_COLUMNS                                                              \
    "id, organization, digest, sealed, description, read_enabled, write_enabled, " \
    "delete_enabled, created_at, expires_at, last_used_at, warnings_sent"

AuthorizationToken token_in(const Rows& row) {
    return {.id = row.uuid(0),
            .organization = static_cast<std::int32_t>(row.integer(1)),
            .digest = row.text(2),
            .sealed = row.blob(3),
            .description = row.text(4),
            .read_enabled = row.boolean(5),
            .write_enabled = row.boolean(6),
            .delete_enabled = row.boolean(7),
            .created_at = row.time(8),
            .expires_at = row.time(9),
            .last_used_at = row.optional_time(10),
            .warnings_sent = static_cast<int>(row.integer(11))};
}

std::vector<AuthorizationToken> tokens_in(Rows rows) {
    std::vector<AuthorizationToken> tokens;
    while (rows.next()) tokens.push_back(token_in(rows));
    return tokens;
}

}  // namespace

constexpr auto insert_token_sql = "insert into authorization_token (" TOKEN_COLUMNS R"()
    values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12))";

void insert(Transaction& transaction, const AuthorizationToken& token) {
    transaction.run(insert_token_sql, token.id, token.organization, token.digest,
                    Blob{token.sealed}, token.description, token.read_enabled, token.write_enabled,
                    token.delete_enabled, token.created_at, token.expires_at, token.last_used_at,
                    token.warnings_sent);
}

constexpr auto tokens_of_sql = "select " TOKEN_COLUMNS R"(
    from authorization_token where organization = $1 order by created_at, id)";

std::vector<AuthorizationToken> tokens_of(Transaction& transaction, std::int32_t organization) {
    return tokens_in(transaction.query(tokens_of_sql, organization));
}

constexpr auto find_token_sql = "select " TOKEN_COLUMNS " from authorization_token where id = $1";

std::optional<AuthorizationToken> find_token(Transaction& transaction, const Uuid& id) {
    auto rows = transaction.query(find_token_sql, id);
    if (!rows.next()) return std::nullopt;
    return token_in(rows);
}

#define TOKEN_OWNER_COLUMNS                                                             \
    "organization.id, organization.number, organization.trusted_partner, "              \
    "case when organization.status = 'approved' then 1 else 0 end, organization.name, " \
    "authorization_token.id, authorization_token.read_enabled, "                        \
    "authorization_token.write_enabled, authorization_token.delete_enabled, "

constexpr auto owner_of_token_sql = "select " TOKEN_OWNER_COLUMNS R"(
        authorization_token.expires_at
    from authorization_token
        join organization on organization.number = authorization_token.organization
    where authorization_token.digest = $1
    union all
    select )" TOKEN_OWNER_COLUMNS R"(
        case when access_token.expires_at < authorization_token.expires_at
            then access_token.expires_at else authorization_token.expires_at end
    from access_token
        join authorization_token on authorization_token.id = access_token.token
        join organization on organization.number = authorization_token.organization
    where access_token.digest = $1)";

std::optional<TokenOwner> owner_of_token(Transaction& transaction, std::string_view digest) {
    auto rows = transaction.query(owner_of_token_sql, digest);
    if (!rows.next()) return std::nullopt;
    return TokenOwner{
        .owner = {OrganizationId(rows.uuid(0)), static_cast<std::int32_t>(rows.integer(1)),
                  rows.boolean(2), rows.boolean(3), rows.text(4)},
        .token = rows.uuid(5),
        .read_enabled = rows.boolean(6),
        .write_enabled = rows.boolean(7),
        .delete_enabled = rows.boolean(8),
        .expires_at = rows.time(9)};
}

constexpr auto set_token_expiry_sql =
    "update authorization_token set expires_at = $2 where id = $1";

void set_token_expiry(Transaction& transaction, const Uuid& token, Timestamp expires_at) {
    transaction.run(set_token_expiry_sql, token, expires_at);
}

// Its access tokens go with it: see the foreign key.
constexpr auto remove_token_sql = "delete from authorization_token where id = $1";

bool remove_token(Transaction& transaction, const Uuid& token) {
    return transaction.run(remove_token_sql, token) == 1;
}

constexpr auto set_token_used_sql = R"(
    update authorization_token set last_used_at = $2
    where id = $1 and (last_used_at is null or last_used_at < $2))";

void set_token_used(Transaction& transaction, const Uuid& token, Timestamp at) {
    transaction.run(set_token_used_sql, token, at);
}

constexpr auto tokens_to_warn_of_sql = "select " TOKEN_COLUMNS R"(
    from authorization_token
    where expires_at > $1 and expires_at <= $2 and warnings_sent < $3
    order by expires_at, id)";

std::vector<AuthorizationToken> tokens_to_warn_of(Transaction& transaction, Timestamp after,
                                                  Timestamp until, int warnings) {
    return tokens_in(transaction.query(tokens_to_warn_of_sql, after, until, warnings));
}

constexpr auto set_warnings_sent_sql =
    "update authorization_token set warnings_sent = $2 where id = $1";

void set_warnings_sent(Transaction& transaction, const Uuid& token, int warnings) {
    transaction.run(set_warnings_sent_sql, token, warnings);
}

constexpr auto insert_access_token_sql = R"(
    insert into access_token (digest, token, created_at, expires_at) values ($1, $2, $3, $4))";

void insert(Transaction& transaction, const AccessToken& token) {
    transaction.run(insert_access_token_sql, token.digest, token.token, token.created_at,
                    token.expires_at);
}

constexpr auto forget_access_tokens_sql = "delete from access_token where expires_at < $1";

std::int64_t forget_access_tokens(Transaction& transaction, Timestamp before) {
    return transaction.run(forget_access_tokens_sql, before);
}

}  // namespace cartulary::credentials
