#pragma once

#include <string>

#include "domain/invitation.h"
#include "operations/password_work.h"
#include "operations/person_sessions.h"

namespace cartulary {

// What people change about their own accounts.
class PersonAccounts {
public:
    PersonAccounts(const Registry& registry, PersonSessions& sessions, PasswordWork& passwords,
                   PersonLimits& limits)
        : registry_(registry), sessions_(sessions), passwords_(passwords), limits_(limits) {}

    Result<void> change_name(const Actor& actor, const std::string& first_name,
                             const std::string& last_name);  // invalid

    // Ends all sessions but this one, which gets another token for its cookie: this gives it.
    // invalid: the new password; unauthenticated: the old one; limited.
    Result<std::string> change_password(const Actor& actor, const std::string& old_password,
                                        const std::string& new_password);

    // Mails a link to the new address, good for email_change_life; nobody is told whether it is
    // another person's already. invalid; unauthenticated: the password; limited.
    Result<void> ask_email_change(const Actor& actor, const std::string& email,
                                  const std::string& password);

    // The link that was mailed: the new address. gone.
    Result<std::string> email_of_link(const std::string& token);

    // The address counts from now on; the old one is told. gone; conflict: it became another's.
    Result<void> confirm_email_change(const std::string& token);

    // Mails a link that is good for reset_life, or says that there is no such account: nobody but
    // the mailbox is told which. invalid: the address; limited.
    Result<void> forgot_password(const std::string& email, const Browser& browser);

    // Whose link it is. gone.
    Result<Person> person_of_reset(const std::string& token);

    // Ends every session and every other such link. Gives the mark of the browser, which is its
    // owner's now. gone; invalid: the password.
    Result<std::string> reset_password(const std::string& token, const std::string& password);

private:
    const Registry& registry_;
    PersonSessions& sessions_;
    PasswordWork& passwords_;
    PersonLimits& limits_;
};

}  // namespace cartulary
