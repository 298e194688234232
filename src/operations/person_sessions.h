#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "operations/actor.h"
#include "operations/known_until_commit.h"
#include "operations/person_limits.h"
#include "operations/recent_uses.h"
#include "operations/registry.h"

namespace cartulary {

// How people stay logged in.
struct SessionOptions {
    std::chrono::minutes life = std::chrono::hours(24 * 7);
    std::chrono::minutes idle_life = std::chrono::hours(12);
    bool second_factor_for_staff = true;  // staff without one count as anybody, until they have it
};

// How long somebody who gave the right password has for the code.
inline constexpr std::chrono::minutes code_wait{10};

// The browsers in which people are logged in. Each has a cookie with 256 random bits, of which only
// a digest is kept, and gets another one whenever its rights grow.
class PersonSessions {
public:
    PersonSessions(const Registry& registry, SessionOptions options)
        : registry_(registry), options_(options), known_(registry.store) {}

    // Who has this cookie, where that is still good and waits for no code: one look-up, most often
    // in memory. Notes the use.
    std::optional<Actor> find(std::string_view token);

    // The same of one that waits for a code.
    std::optional<Actor> find_waiting(std::string_view token);

    // Those in which a person is logged in now, the latest first.
    std::vector<PersonSession> of(const Actor& actor);

    // not_found: the actor has none of this id.
    Result<void> end(const Actor& actor, const Uuid& session);
    void end_all(const Actor& actor);

    // In the transaction of whoever found out that it is this person. Gives the token for the
    // cookie; the oldest sessions end where there are too many.
    struct Begin {
        bool awaits_code = false;
        bool second_factor = false;
    };
    std::string begin(Transaction& transaction, const Uuid& person, const Browser& browser,
                      const Begin& with);

    // The same in the place of a session, whose token is no good from then on.
    std::string renew(Transaction& transaction, const PersonSession& session, const Begin& with);

    // To be called now and then.
    void record_uses();
    void forget_ended();

private:
    std::optional<Actor> look_up(std::string_view token, bool awaits_code);
    std::string insert(Transaction& transaction, PersonSession session);
    bool is_good(const PersonSession& session);

    const Registry& registry_;
    const SessionOptions options_;
    KnownUntilCommit<std::string, Actor> known_;  // by digest
    RecentUses<Uuid> uses_;
};

}  // namespace cartulary
