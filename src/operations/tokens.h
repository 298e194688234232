#pragma once

#include <chrono>
#include <functional>
#include <string>

#include "base/page.h"
#include "domain/credential.h"
#include "operations/caller.h"
#include "operations/registry.h"
#include "operations/repetition.h"

namespace cartulary {

struct NewToken {
    std::string description;
    Rights rights = {.read = true, .write = false, .del = false};
};

// A token with its text, which its owner's list shows.
struct TokenTold {
    AuthorizationToken token;
    std::string text;  // 36 characters of URL-safe base64
};

// What client credentials were exchanged for.
struct Access {
    std::string text;  // of the access token
    std::chrono::seconds life;
    Rights rights;
};

// The authorization tokens of organizations. A token reaches those of its own organization alone.
// Every refusal is not_found where the organization is another's or unknown, and forbidden where
// the caller's token lacks the right that is named.
class Tokens {
public:
    explicit Tokens(const Registry& registry)
        : registry_(registry), repetitions_(registry.store, registry.vault, registry.now) {}

    // Oldest first, those that have run out left out. Needs read; a caller that may not write sees
    // only tokens that may do nothing but read.
    Result<Page<TokenTold>> list(const Caller& caller, const OrganizationId& organization,
                                 const Slice& slice);

    // Needs write. `render` makes the answer, which is kept for who repeats the request. invalid:
    // no right, or one that the caller has not; the description; conflict, without fields: there
    // are authorization_tokens_max of them.
    Result<Answer> create(const Caller& caller, const OrganizationId& organization,
                          const NewToken& wanted, const Repetition& repetition,
                          const std::function<std::string(const TokenTold&)>& render);

    // A new token with the rights and the description of the one that the caller showed, which
    // runs out after authorization_token_overlap, or when it would have before. Needs write.
    Result<Answer> rotate(const Caller& caller, const OrganizationId& organization,
                          const Repetition& repetition,
                          const std::function<std::string(const TokenTold&)>& render);

    // At once, also for what it was exchanged for. Needs del. not_found also: no such token.
    Result<void> revoke(const Caller& caller, const OrganizationId& organization,
                        const Uuid& token);

    // OAuth 2 client credentials: the id of a token, or of its organization, and the token's text.
    // unauthenticated.
    Result<Access> exchange(std::string_view client_id, std::string_view client_secret);

private:
    const Registry& registry_;
    Repetitions repetitions_;
};

// Makes an authorization token of an organization, for the command line. not_found: no such
// organization; invalid: no right.
Result<TokenTold> make_token(const Registry& registry, const OrganizationId& organization,
                             const NewToken& wanted);

inline constexpr int token_warnings_max = 2;  // of a token's expiry

// Tells the administrators of organizations (where there are none, the organization's own address)
// of tokens that run out within 30 days, and once more within 7; and drops access tokens that have
// run out. To be called now and then.
void look_after_tokens(const Registry& registry);

}  // namespace cartulary
