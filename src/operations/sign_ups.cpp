#include "operations/sign_ups.h"

#include "base/secrets.h"
#include "base/text.h"
#include "domain/email_address.h"
#include "domain/text_field.h"
#include "operations/account_mails.h"
#include "store/persons.h"
#include "store/sign_ups.h"

namespace cartulary {

namespace {

Error link_is_over() {
    return {ErrorKind::gone, "this link was used already, or is too old"};
}

}  // namespace

std::vector<FieldProblem> problems_in_new_password(const Registry& registry, const Person& person,
                                                   const std::string& password) {
    const std::string_view own[] = {person.first_name, person.last_name, person.email,
                                    registry.name};
    if (auto problem = problem_in_password(password, own)) {
        return {{"password", *std::move(problem)}};
    }
    return {};
}

std::vector<FieldProblem> problems_in_person(const Registry& registry,
                                             const std::string& first_name,
                                             const std::string& last_name, const std::string& email,
                                             const std::string& password) {
    std::vector<FieldProblem> problems;
    check_required_line(first_name, "first_name", person_name_length_max, true, problems);
    check_required_line(last_name, "last_name", person_name_length_max, true, problems);
    if (const auto address = EmailAddress::parse(email); !address) {
        problems.push_back({"email", address.error()});
    }
    Person person;
    // What is no name takes no part in what the password is held against.
    if (problems.empty()) {
        person.first_name = first_name;
        person.last_name = last_name;
        person.email = email;
    }
    for (auto& problem : problems_in_new_password(registry, person, password)) {
        problems.push_back(std::move(problem));
    }
    return problems;
}

Result<void> SignUps::sign_up(const Wanted& wanted, const Browser& browser) {
    auto problems = problems_in_person(registry_, wanted.first_name, wanted.last_name, wanted.email,
                                       wanted.password);
    if (!problems.empty()) return fail(std::move(problems));
    if (const auto wait = limits_.take_form(browser.address)) {
        return tl::unexpected(too_often(*wait));
    }
    const auto email = EmailAddress::parse(wanted.email).value();
    const bool may_mail = limits_.take_mail(MailKind::sign_up, email.folded(), browser.address);
    const auto hash = passwords_.hash(wanted.password);
    if (!may_mail) return {};
    const auto token = random_token(link_token_bytes, registry_.randomness);
    const auto now = registry_.now();
    const SignUp sign_up{.digest = digest(token),
                         .email = email.text(),
                         .first_name = std::string(text::trimmed(wanted.first_name)),
                         .last_name = std::string(text::trimmed(wanted.last_name)),
                         .password_hash = hash,
                         .created_at = now,
                         .expires_at = now + sign_up_life};
    auto done = registry_.store.write([&](Transaction& transaction) -> Result<void> {
        const auto known = persons::find_by_email(transaction, email.folded());
        if (known && !known->password_hash.empty()) {
            queue_account_mail(registry_, transaction, MailKind::account_exists, *known, "/log-in");
            return {};
        }
        sign_ups::insert(transaction, sign_up, email.folded());
        // Without the name that a stranger may have written.
        Person nobody;
        nobody.email = sign_up.email;
        queue_account_mail(registry_, transaction, MailKind::sign_up, nobody, "/sign-up",
                           {{"valid_hours", std::to_string(sign_up_life.count())}},
                           secret_link(registry_, "/sign-up/confirm", token));
        return {};
    });
    if (done) registry_.mail_waits();
    return done;
}

Result<SignUp> SignUps::of_link(const std::string& token) {
    auto found = registry_.store.read([&](Transaction& transaction) {
        return sign_ups::find(transaction, digest(token), registry_.now());
    });
    if (!found) return tl::unexpected(link_is_over());
    return *std::move(found);
}

Result<std::string> SignUps::confirm(const std::string& token, const std::string& password,
                                     const Browser& browser) {
    const auto sign_up = TRY(of_link(token));
    const auto account = EmailAddress::parse(sign_up.email).value().folded();
    if (const auto wait = limits_.take_log_in(account, browser, false)) {
        return tl::unexpected(too_often(*wait));
    }
    if (!passwords_.is_right(sign_up.password_hash, password)) {
        return fail(ErrorKind::unauthenticated, "this is not the password that was chosen");
    }
    limits_.give_back_log_in(account, browser, false);
    return registry_.store.write([&](Transaction& transaction) -> Result<std::string> {
        if (!sign_ups::find(transaction, sign_up.digest, registry_.now())) {
            return tl::unexpected(link_is_over());
        }
        return make_person(transaction, sign_up, browser);
    });
}

// A person whom others brought in before, and who never had a password, gets this one: the link
// proves that the mailbox is theirs.
Result<std::string> SignUps::make_person(Transaction& transaction, const SignUp& sign_up,
                                         const Browser& browser) {
    const auto email = EmailAddress::parse(sign_up.email).value();
    auto person = persons::find_by_email(transaction, email.folded());
    if (person && !person->password_hash.empty()) return tl::unexpected(link_is_over());
    if (!person) {
        const auto now = registry_.now();
        person = Person{.id = Uuid::ordered(milliseconds(now), registry_.randomness),
                        .email = sign_up.email,
                        .first_name = {},
                        .last_name = {},
                        .phone = {},
                        .password_hash = {},
                        .staff = false,
                        .created_at = now};
        TRY(persons::insert(transaction, *person, email.folded()));
    }
    persons::set_name(transaction, person->id, sign_up.first_name, sign_up.last_name);
    persons::set_password(transaction, person->id, sign_up.password_hash);
    persons::remove_tokens(transaction, person->id, TokenPurpose::confirm_account);
    sign_ups::remove(transaction, email.folded());
    return sessions_.begin(transaction, person->id, browser, {});
}

}  // namespace cartulary
