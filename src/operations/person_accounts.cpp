#include "operations/person_accounts.h"

#include "base/secrets.h"
#include "base/text.h"
#include "domain/email_address.h"
#include "domain/text_field.h"
#include "operations/account_mails.h"
#include "operations/second_factors.h"
#include "operations/sign_ups.h"
#include "store/person_sessions.h"
#include "store/persons.h"

namespace cartulary {

namespace {

constexpr auto account_page = "/account";

tl::unexpected<Error> link_is_over() {
    return fail(ErrorKind::gone, "this link was used already, or is too old");
}

Result<EmailAddress> parsed(const std::string& email) {
    auto address = EmailAddress::parse(email);
    if (!address) return fail({FieldProblem{"email", address.error()}});
    return *std::move(address);
}

std::string in_hours(std::chrono::hours life) {
    return std::to_string(life.count());
}

}  // namespace

Result<void> PersonAccounts::change_name(const Actor& actor, const std::string& first_name,
                                         const std::string& last_name) {
    std::vector<FieldProblem> problems;
    check_required_line(first_name, "first_name", person_name_length_max, true, problems);
    check_required_line(last_name, "last_name", person_name_length_max, true, problems);
    if (!problems.empty()) return fail(std::move(problems));
    return registry_.store.write([&](Transaction& transaction) -> Result<void> {
        persons::set_name(transaction, actor.person.id, text::trimmed(first_name),
                          text::trimmed(last_name));
        return {};
    });
}

Result<std::string> PersonAccounts::change_password(const Actor& actor,
                                                    const std::string& old_password,
                                                    const std::string& new_password) {
    const auto& person = actor.person;
    if (auto problems = problems_in_new_password(registry_, person, new_password);
        !problems.empty()) {
        return fail(std::move(problems));
    }
    TRY(require_password(passwords_, limits_, person, old_password));
    const auto hash = passwords_.hash(new_password);
    auto done = registry_.store.write([&](Transaction& transaction) -> Result<std::string> {
        persons::set_password(transaction, person.id, hash);
        persons::remove_tokens(transaction, person.id, TokenPurpose::reset_password);
        person_sessions::remove_others(transaction, person.id, actor.session.id);
        queue_account_mail(registry_, transaction, MailKind::password_changed, person,
                           account_page);
        return sessions_.renew(
            transaction, actor.session,
            {.awaits_code = false, .second_factor = actor.session.second_factor});
    });
    if (done) registry_.mail_waits();
    return done;
}

Result<void> PersonAccounts::ask_email_change(const Actor& actor, const std::string& email,
                                              const std::string& password) {
    const auto address = TRY(parsed(email));
    TRY(require_password(passwords_, limits_, actor.person, password));
    if (const auto wait = limits_.take_form(actor.name())) return tl::unexpected(too_often(*wait));
    if (!limits_.take_mail(MailKind::email_change, address.folded(), actor.name())) return {};
    const auto token = random_token(link_token_bytes, registry_.randomness);
    const auto now = registry_.now();
    auto done = registry_.store.write([&](Transaction& transaction) -> Result<void> {
        const auto known = persons::find_by_email(transaction, address.folded());
        if (known && known->id != actor.person.id) {
            queue_account_mail(registry_, transaction, MailKind::account_exists, *known, "/log-in");
            return {};
        }
        persons::remove_tokens(transaction, actor.person.id, TokenPurpose::change_email);
        persons::insert_token(transaction,
                              {digest(token), actor.person.id, TokenPurpose::change_email, now,
                               now + email_change_life, address.text()});
        auto to = actor.person;
        to.email = address.text();
        queue_account_mail(registry_, transaction, MailKind::email_change, to, account_page,
                           {{"valid_hours", in_hours(email_change_life)}},
                           secret_link(registry_, "/account/email/confirm", token));
        return {};
    });
    if (done) registry_.mail_waits();
    return done;
}

Result<std::string> PersonAccounts::email_of_link(const std::string& token) {
    return registry_.store.read([&](Transaction& transaction) -> Result<std::string> {
        const auto found = persons::find_token(transaction, digest(token),
                                               TokenPurpose::change_email, registry_.now());
        if (!found) return link_is_over();
        return found->about;
    });
}

Result<void> PersonAccounts::confirm_email_change(const std::string& token) {
    auto done = registry_.store.write([&](Transaction& transaction) -> Result<void> {
        const auto found = persons::find_token(transaction, digest(token),
                                               TokenPurpose::change_email, registry_.now());
        if (!found) return link_is_over();
        const auto person = persons::find(transaction, found->person).value();
        const auto address = EmailAddress::parse(found->about).value();
        TRY(persons::set_email(transaction, person.id, address.text(), address.folded()));
        persons::remove_tokens(transaction, person.id, TokenPurpose::change_email);
        // Links that were mailed to the old address end with it.
        persons::remove_tokens(transaction, person.id, TokenPurpose::reset_password);
        persons::remove_tokens(transaction, person.id, TokenPurpose::confirm_account);
        queue_account_mail(registry_, transaction, MailKind::email_changed, person, account_page);
        return {};
    });
    if (done) registry_.mail_waits();
    return done;
}

Result<void> PersonAccounts::forgot_password(const std::string& email, const Browser& browser) {
    const auto address = TRY(parsed(email));
    if (const auto wait = limits_.take_form(browser.address)) {
        return tl::unexpected(too_often(*wait));
    }
    if (!limits_.take_mail(MailKind::reset_password, address.folded(), browser.address)) return {};
    const auto token = random_token(link_token_bytes, registry_.randomness);
    const auto now = registry_.now();
    auto done = registry_.store.write([&](Transaction& transaction) -> Result<void> {
        const auto known = persons::find_by_email(transaction, address.folded());
        if (!known) {
            Person nobody;
            nobody.email = address.text();
            queue_account_mail(registry_, transaction, MailKind::account_unknown, nobody,
                               "/sign-up");
            return {};
        }
        persons::insert_token(transaction, {digest(token), known->id, TokenPurpose::reset_password,
                                            now, now + reset_life});
        queue_account_mail(registry_, transaction, MailKind::reset_password, *known, "/log-in",
                           {{"valid_hours", in_hours(reset_life)}},
                           secret_link(registry_, "/reset-password", token));
        return {};
    });
    if (done) registry_.mail_waits();
    return done;
}

Result<Person> PersonAccounts::person_of_reset(const std::string& token) {
    return registry_.store.read([&](Transaction& transaction) -> Result<Person> {
        const auto owner = persons::token_owner(transaction, digest(token),
                                                TokenPurpose::reset_password, registry_.now());
        if (!owner) return link_is_over();
        return persons::find(transaction, *owner).value();
    });
}

Result<std::string> PersonAccounts::reset_password(const std::string& token,
                                                   const std::string& password) {
    // Without a good link no hash is worth its price.
    const auto person = TRY(person_of_reset(token));
    if (auto problems = problems_in_new_password(registry_, person, password); !problems.empty()) {
        return fail(std::move(problems));
    }
    const auto hash = passwords_.hash(password);
    auto done = registry_.store.write([&](Transaction& transaction) -> Result<std::string> {
        const auto owner = persons::use_token(transaction, digest(token),
                                              TokenPurpose::reset_password, registry_.now());
        if (!owner) return link_is_over();
        persons::set_password(transaction, *owner, hash);
        for (const auto purpose : {TokenPurpose::reset_password, TokenPurpose::confirm_account,
                                   TokenPurpose::change_email}) {
            persons::remove_tokens(transaction, *owner, purpose);
        }
        person_sessions::remove_others(transaction, *owner);
        queue_account_mail(registry_, transaction, MailKind::password_changed, person,
                           account_page);
        return limits_.mark_for(*owner);
    });
    if (done) registry_.mail_waits();
    return done;
}

}  // namespace cartulary
