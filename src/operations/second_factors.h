#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "operations/password_work.h"
#include "operations/person_sessions.h"

namespace cartulary {

inline constexpr std::size_t recovery_codes_count = 10;

// A person's second factor: an authenticator program (see base/one_time_code.h), and codes on
// paper that stand in for it.
class SecondFactors {
public:
    SecondFactors(const Registry& registry, PersonSessions& sessions, PasswordWork& passwords,
                  PersonLimits& limits)
        : registry_(registry), sessions_(sessions), passwords_(passwords), limits_(limits) {}

    // Makes a secret that waits for its first code. conflict: the person has a factor that counts.
    Result<void> begin(const Actor& actor);

    // The one that waits.
    struct Waiting {
        std::string secret;  // in base32
        std::string uri;     // what an authenticator program reads
    };
    Result<Waiting> waiting(const Actor& actor);  // not_found

    // The first code makes it count, and gives this session the rights that it brings: another
    // token for its cookie. All other sessions end. The recovery codes are told once. not_found;
    // unauthenticated: the code is wrong; limited.
    struct Confirmed {
        std::string token;
        std::vector<std::string> recovery_codes;
    };
    Result<Confirmed> confirm(const Actor& actor, const std::string& code);

    // All that is asked for first is the password. unauthenticated; limited; not_found: there is no
    // second factor.
    Result<void> turn_off(const Actor& actor, const std::string& password);
    Result<std::vector<std::string>> renew_recovery_codes(const Actor& actor,
                                                          const std::string& password);

    std::int64_t recovery_codes_left(const Actor& actor);

private:
    std::vector<std::string> make_recovery_codes(Transaction& transaction, const Uuid& person);

    const Registry& registry_;
    PersonSessions& sessions_;
    PasswordWork& passwords_;
    PersonLimits& limits_;
};

// Uses a code up. unauthenticated: it is wrong, was used before, or one after it was.
Result<void> use_code(const Registry& registry, Transaction& transaction, const Uuid& person,
                      const std::string& code);

// However it is typed: the case of letters, spaces and hyphens do not count.
std::string digest_of_recovery_code(const std::string& code);

// Asks somebody who is logged in for their password once more. unauthenticated; limited.
Result<void> require_password(PasswordWork& passwords, PersonLimits& limits, const Person& person,
                              const std::string& password);

}  // namespace cartulary
