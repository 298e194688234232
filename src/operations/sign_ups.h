#pragma once

#include <string>

#include "domain/invitation.h"
#include "operations/password_work.h"
#include "operations/person_sessions.h"

namespace cartulary {

// Making an account of one's own. Nobody is told by it, nor by the time it takes, whether an
// address has an account already: only its mailbox is.
class SignUps {
public:
    SignUps(const Registry& registry, PersonSessions& sessions, PasswordWork& passwords,
            PersonLimits& limits)
        : registry_(registry), sessions_(sessions), passwords_(passwords), limits_(limits) {}

    struct Wanted {
        std::string first_name;
        std::string last_name;
        std::string email;
        std::string password;
    };
    // Mails a link that is good for sign_up_life. invalid: each field that is; limited.
    Result<void> sign_up(const Wanted& wanted, const Browser& browser);

    // Whose link it is. gone: it was used, or is too old.
    Result<SignUp> of_link(const std::string& token);

    // Whoever holds the link and knows the password is the one who signed up: makes the person and
    // logs them in, which gives the cookie. gone; unauthenticated: another password; limited.
    Result<std::string> confirm(const std::string& token, const std::string& password,
                                const Browser& browser);

private:
    Result<std::string> make_person(Transaction& transaction, const SignUp& sign_up,
                                    const Browser& browser);

    const Registry& registry_;
    PersonSessions& sessions_;
    PasswordWork& passwords_;
    PersonLimits& limits_;
};

// What is wrong with the names and the password of a person, by their fields.
std::vector<FieldProblem> problems_in_person(const Registry& registry,
                                             const std::string& first_name,
                                             const std::string& last_name, const std::string& email,
                                             const std::string& password);

// The field "password" of somebody who is known by these texts; none where it is good.
std::vector<FieldProblem> problems_in_new_password(const Registry& registry, const Person& person,
                                                   const std::string& password);

inline Error too_often(std::chrono::seconds wait) {
    return {.kind = ErrorKind::limited,
            .message = "too many tries; try again later",
            .fields = {},
            .retry = wait};
}

}  // namespace cartulary
