#pragma once

#include <string>
#include <string_view>

#include "operations/password_work.h"
#include "operations/person_sessions.h"

namespace cartulary {

// Logging in: a password, and a code where the person has a second factor.
class LogIns {
public:
    LogIns(const Registry& registry, PersonSessions& sessions, PasswordWork& passwords,
           PersonLimits& limits)
        : registry_(registry), sessions_(sessions), passwords_(passwords), limits_(limits) {}

    struct LoggedIn {
        std::string token;         // for the cookie
        bool awaits_code = false;  // enter_code() or recover() come next
        std::string mark;          // by which this browser is known; empty until all was right
    };

    // Ends the session that this browser had, if any. unauthenticated: the address or the password
    // is wrong, whichever, after the same work; limited.
    Result<LoggedIn> log_in(const std::string& email, const std::string& password,
                            const Browser& browser, std::string_view token_before = {});

    // The code of an authenticator program, which counts once; or a recovery code. gone: the token
    // waits for none (any more); unauthenticated; limited.
    Result<LoggedIn> enter_code(std::string_view token, const std::string& code);
    Result<LoggedIn> recover(std::string_view token, const std::string& recovery_code);

private:
    template <class Use>
    Result<LoggedIn> go_on(std::string_view token, Use use);

    const Registry& registry_;
    PersonSessions& sessions_;
    PasswordWork& passwords_;
    PersonLimits& limits_;
};

}  // namespace cartulary
