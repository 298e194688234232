#include "operations/tokens.h"

#include <algorithm>

#include "base/text.h"
#include "domain/text_field.h"
#include "operations/organization_access.h"
#include "store/credentials.h"
#include "store/organizations.h"

namespace cartulary {

namespace {

constexpr std::size_t token_bytes = 27;        // 36 characters
constexpr std::size_t secret_bytes_max = 200;  // longer than any token

bool is_good(const AuthorizationToken& token, Timestamp now) {
    return token.expires_at > now;
}

bool only_reads(const AuthorizationToken& token) {
    return !token.write_enabled && !token.delete_enabled;
}

Rights rights_of(const AuthorizationToken& token) {
    return {token.read_enabled, token.write_enabled, token.delete_enabled};
}

std::vector<FieldProblem> problems_in(const NewToken& wanted, const Rights& own) {
    std::vector<FieldProblem> problems;
    const auto& rights = wanted.rights;
    if (!rights.read && !rights.write && !rights.del) {
        problems.push_back({"rights", "must be one or more of read, write, delete"});
    }
    constexpr auto missing = "is a right that your own token does not have";
    if (rights.read && !own.read) problems.push_back({"rights.read", missing});
    if (rights.write && !own.write) problems.push_back({"rights.write", missing});
    if (rights.del && !own.del) problems.push_back({"rights.delete", missing});
    check_line(wanted.description, "description", token_description_length_max, problems);
    return problems;
}

TokenTold told(const Registry& registry, AuthorizationToken token) {
    auto text = registry.vault.unseal(token.sealed);
    if (!text) throw std::runtime_error("a stored token does not open with the vault's key");
    return {std::move(token), *std::move(text)};
}

Result<void> require_room(const Registry& registry, Transaction& transaction,
                          std::int32_t organization) {
    const auto tokens = credentials::tokens_of(transaction, organization);
    const auto now = registry.now();
    const auto good =
        std::ranges::count_if(tokens, [&](const auto& token) { return is_good(token, now); });
    if (static_cast<std::size_t>(good) < authorization_tokens_max) return {};
    return fail(ErrorKind::conflict, "an organization may have at most " +
                                         std::to_string(authorization_tokens_max) +
                                         " tokens; revoke one that is not used");
}

Result<TokenTold> make(const Registry& registry, Transaction& transaction,
                       std::int32_t organization, const NewToken& wanted) {
    TRY(require_room(registry, transaction, organization));
    auto text = random_token(token_bytes, registry.randomness);
    const auto now = registry.now();
    AuthorizationToken token{.id = Uuid::random(registry.randomness),
                             .organization = organization,
                             .digest = digest(text),
                             .sealed = registry.vault.seal(text),
                             .description = wanted.description,
                             .read_enabled = wanted.rights.read,
                             .write_enabled = wanted.rights.write,
                             .delete_enabled = wanted.rights.del,
                             .created_at = now,
                             .expires_at = now + registry.token_life};
    credentials::insert(transaction, token);
    return TokenTold{std::move(token), std::move(text)};
}

// A replaced token goes on for a while, of whose end nobody needs to be warned.
void end_after_overlap(const Registry& registry, Transaction& transaction,
                       const AuthorizationToken& token) {
    const auto end = std::min(token.expires_at, registry.now() + authorization_token_overlap);
    credentials::set_token_expiry(transaction, token.id, end);
    credentials::set_warnings_sent(transaction, token.id, token_warnings_max);
}

bool names(std::string_view client_id, const credentials::TokenOwner& found) {
    const auto& [id, number, trusted_partner, approved, name] = found.owner;
    if (const auto uuid = Uuid::parse(client_id)) return *uuid == found.token || *uuid == id.uuid();
    return OrganizationId::from_ctid(client_id) == id;
}

}  // namespace

Result<Page<TokenTold>> Tokens::list(const Caller& caller, const OrganizationId& organization,
                                     const Slice& slice) {
    return registry_.store.read([&](Transaction& transaction) -> Result<Page<TokenTold>> {
        const auto number =
            TRY(number_within(transaction, caller, organization, Reach::own, Right::read));
        auto tokens = credentials::tokens_of(transaction, number);
        std::erase_if(tokens, [&](const auto& token) {
            return !is_good(token, registry_.now()) || (!caller.rights.write && !only_reads(token));
        });
        Page<TokenTold> page{.items = {}, .total = static_cast<std::int64_t>(tokens.size())};
        for (auto i = slice.offset; i < std::min(page.total, slice.offset + slice.count); ++i) {
            page.items.push_back(told(registry_, std::move(tokens[static_cast<std::size_t>(i)])));
        }
        return page;
    });
}

Result<Answer> Tokens::create(const Caller& caller, const OrganizationId& organization,
                              const NewToken& wanted, const Repetition& repetition,
                              const std::function<std::string(const TokenTold&)>& render) {
    return repetitions_.once_within(
        caller, {organization, Reach::own, Right::write}, repetition,
        [&](Transaction& transaction, const Organization& owner) -> Result<std::string> {
            if (auto problems = problems_in(wanted, caller.rights); !problems.empty()) {
                return fail(std::move(problems));
            }
            return render(TRY(make(registry_, transaction, owner.number, wanted)));
        });
}

Result<Answer> Tokens::rotate(const Caller& caller, const OrganizationId& organization,
                              const Repetition& repetition,
                              const std::function<std::string(const TokenTold&)>& render) {
    return repetitions_.once_within(
        caller, {organization, Reach::own, Right::write}, repetition,
        [&](Transaction& transaction, const Organization& owner) -> Result<std::string> {
            if (!caller.token) {
                return fail(ErrorKind::forbidden,
                            "only an authorization token can be rotated: show the one that is to "
                            "be replaced");
            }
            const auto old = credentials::find_token(transaction, *caller.token);
            if (!old) return fail(ErrorKind::unauthenticated, "the token was revoked");
            const auto made = TRY(
                make(registry_, transaction, owner.number, {old->description, rights_of(*old)}));
            end_after_overlap(registry_, transaction, *old);
            return render(made);
        });
}

Result<void> Tokens::revoke(const Caller& caller, const OrganizationId& organization,
                            const Uuid& token) {
    return registry_.store.write([&](Transaction& transaction) -> Result<void> {
        const auto owner =
            TRY(organization_held(transaction, caller, organization, Reach::own, Right::del));
        const auto found = credentials::find_token(transaction, token);
        if (!found || found->organization != owner.number) {
            return fail(ErrorKind::not_found, "the organization has no token with this id");
        }
        credentials::remove_token(transaction, token);
        return {};
    });
}

Result<Access> Tokens::exchange(std::string_view client_id, std::string_view client_secret) {
    const auto invalid = [] {
        return fail(ErrorKind::unauthenticated, "the client credentials are not valid");
    };
    if (client_secret.size() > secret_bytes_max) return invalid();
    const auto secret_digest = digest(client_secret);
    return registry_.store.write([&](Transaction& transaction) -> Result<Access> {
        const auto found = credentials::owner_of_token(transaction, secret_digest);
        if (!found || !names(client_id, *found)) return invalid();
        const auto token = credentials::find_token(transaction, found->token);
        // An access token must not be made good for longer by itself.
        if (!token || token->digest != secret_digest) return invalid();
        const auto now = registry_.now();
        if (!is_good(*token, now)) {
            return fail(ErrorKind::unauthenticated,
                        "the token ran out at " + iso_8601(token->expires_at));
        }
        auto text = random_token(token_bytes, registry_.randomness);
        const auto end = std::min<Timestamp>(token->expires_at, now + access_token_life);
        credentials::insert(transaction, AccessToken{digest(text), token->id, now, end});
        credentials::set_token_used(transaction, token->id,
                                    std::chrono::floor<std::chrono::minutes>(now));
        return Access{std::move(text), std::chrono::floor<std::chrono::seconds>(end - now),
                      rights_of(*token)};
    });
}

Result<TokenTold> make_token(const Registry& registry, const OrganizationId& organization,
                             const NewToken& wanted) {
    if (auto problems = problems_in(wanted, command_line().rights); !problems.empty()) {
        return fail(std::move(problems));
    }
    return registry.store.write([&](Transaction& transaction) -> Result<TokenTold> {
        const auto owner = TRY(
            organization_held(transaction, command_line(), organization, Reach::own, Right::write));
        return make(registry, transaction, owner.number, wanted);
    });
}

}  // namespace cartulary
