#include "operations/log_ins.h"

#include "base/secrets.h"
#include "domain/email_address.h"
#include "operations/account_mails.h"
#include "operations/second_factors.h"
#include "operations/sign_ups.h"
#include "store/person_sessions.h"
#include "store/persons.h"
#include "store/second_factors.h"

namespace cartulary {

Result<LogIns::LoggedIn> LogIns::log_in(const std::string& email, const std::string& password,
                                        const Browser& browser, std::string_view token_before) {
    const auto address = EmailAddress::parse(email);
    // What is no address is tried, and counted, as one that nobody has.
    const auto account = address ? address->folded() : std::string();
    const auto person = registry_.store.read(
        [&](Transaction& transaction) { return persons::find_by_email(transaction, account); });
    const bool is_marked = person && limits_.is_mark_of(person->id, browser.mark);
    if (const auto wait = limits_.take_log_in(account, browser, is_marked)) {
        return tl::unexpected(too_often(*wait));
    }
    if (!passwords_.is_right(person ? person->password_hash : std::string(), password)) {
        return fail(ErrorKind::unauthenticated, "the e-mail address or the password is wrong");
    }
    limits_.give_back_log_in(account, browser, is_marked);
    return registry_.store.write([&](Transaction& transaction) -> Result<LoggedIn> {
        const auto before = person_sessions::find(transaction, digest(token_before));
        if (before) person_sessions::remove(transaction, before->person, before->id);
        const auto factor = second_factors::find(transaction, person->id);
        const bool awaits_code = factor && factor->confirmed_at;
        LoggedIn logged_in{.token = sessions_.begin(transaction, person->id, browser,
                                                    {.awaits_code = awaits_code}),
                           .awaits_code = awaits_code,
                           .mark = {}};
        if (!awaits_code) logged_in.mark = limits_.mark_for(person->id);
        return logged_in;
    });
}

// What was shown is used up in the transaction that gives the rights.
template <class Use>
Result<LogIns::LoggedIn> LogIns::go_on(std::string_view token, Use use) {
    const auto actor = sessions_.find_waiting(token);
    if (!actor) return fail(ErrorKind::gone, "log in again: the time for the code is over");
    const auto& person = actor->person;
    if (const auto wait = limits_.take_proof(person.id)) return tl::unexpected(too_often(*wait));
    auto done = registry_.store.write([&](Transaction& transaction) -> Result<LoggedIn> {
        TRY(use(transaction, person));
        return LoggedIn{.token = sessions_.renew(transaction, actor->session,
                                                 {.awaits_code = false, .second_factor = true}),
                        .awaits_code = false,
                        .mark = limits_.mark_for(person.id)};
    });
    if (done) limits_.give_back_proof(person.id);
    return done;
}

Result<LogIns::LoggedIn> LogIns::enter_code(std::string_view token, const std::string& code) {
    return go_on(token, [&](Transaction& transaction, const Person& person) {
        return use_code(registry_, transaction, person.id, code);
    });
}

Result<LogIns::LoggedIn> LogIns::recover(std::string_view token, const std::string& recovery_code) {
    auto done = go_on(token, [&](Transaction& transaction, const Person& person) -> Result<void> {
        const auto used = second_factors::use_recovery_code(
            transaction, person.id, digest_of_recovery_code(recovery_code), registry_.now());
        if (!used) return fail(ErrorKind::unauthenticated, "this recovery code is wrong or used");
        const auto left = second_factors::count_recovery_codes(transaction, person.id);
        queue_account_mail(registry_, transaction, MailKind::recovery_code_used, person,
                           "/account/second-factor", {{"codes_left", std::to_string(left)}});
        return {};
    });
    if (done) registry_.mail_waits();
    return done;
}

}  // namespace cartulary
