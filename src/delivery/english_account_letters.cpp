#include "delivery/letters.h"
#include "delivery/mail_text.h"

// Anybody can make the registry send these to any address, so that nothing that a stranger wrote
// stands in them.
namespace cartulary::delivery {

namespace {

Letter english_sign_up() {
    return {
        .subject = {"Confirm your e-mail address for {registry}"},
        .before = {{"Somebody, we hope it was you, signed up for {registry} with this address."},
                   {"Open this link and give the password that you chose, and your account is "
                    "ready. The link works for {valid_hours} hours and only once.",
                    "Open this link and give the password that you chose, and your account is "
                    "ready. The link works only once."}},
        .button = {"Confirm this address"},
        .button_fact = link_fact,
        .after = {{"It was not you? Then do nothing: without the link no account is made."}},
    };
}

Letter english_account_exists() {
    return {
        .subject = {"You already have an account in {registry}"},
        .before = {{"Somebody, we hope it was you, wanted to use this address for a new account in "
                    "{registry}. You have one with it already, so nothing was changed."},
                   {"Log in as usual. Where you do not know the password any more, ask for a link "
                    "to set a new one on the page where you log in."}},
        .button = {"Log in"},
        .button_fact = fact::page_url,
        .after = {{"It was not you? Then you need not do anything."}},
    };
}

Letter english_reset_password() {
    return {
        .subject = {"Set a new password for {registry}"},
        .before = {{"Somebody, we hope it was you, asked for a link to set a new password for your "
                    "account in {registry}."},
                   {"The link works for {valid_hours} hour(s) and only once. Your second factor, "
                    "where you have one, stays as it is.",
                    "The link works only once."}},
        .button = {"Set a new password"},
        .button_fact = link_fact,
        .after = {{"The link is for you alone: please do not pass this mail on."},
                  {"It was not you? Then do nothing: your password stays as it is."}},
    };
}

Letter english_account_unknown() {
    return {
        .subject = {"There is no account for this address in {registry}"},
        .before = {{"Somebody, we hope it was you, asked for a link to set a new password in "
                    "{registry}. But there is no account for this address."},
                   {"Perhaps you signed up with another address of yours? Otherwise you can sign "
                    "up now."}},
        .button = {"Sign up"},
        .button_fact = fact::page_url,
        .after = {{"It was not you? Then you need not do anything."}},
    };
}

// What every notice of a change ends with.
std::vector<Wordings> english_not_you() {
    return {
        {"It was not you? Then somebody else may have your password: set a new one at once, by "
         "“Forgot your password?” on the page where you log in, and look at your mailbox's own "
         "password too."}};
}

Letter english_password_changed() {
    return {
        .subject = {"Your password for {registry} was changed"},
        .before = {{"The password of your account in {registry} was changed. All other browsers "
                    "were logged out."}},
        .button = {"Go to your account"},
        .button_fact = fact::page_url,
        .after = english_not_you(),
    };
}

Letter english_email_change() {
    return {
        .subject = {"Confirm your new e-mail address for {registry}"},
        .before = {{"You asked to use this address for your account in {registry}."},
                   {"Open this link, and the address counts from then on. The link works for "
                    "{valid_hours} hours and only once.",
                    "Open this link, and the address counts from then on. The link works only "
                    "once."}},
        .button = {"Use this address"},
        .button_fact = link_fact,
        .after = {{"It was not you? Then do nothing: no account uses this address before."}},
    };
}

Letter english_email_changed() {
    return {
        .subject = {"Your e-mail address for {registry} was changed"},
        .before = {{"Your account in {registry} now has another e-mail address. This one no longer "
                    "belongs to it, and this is the last mail about it that you get here."}},
        .button = {"Go to {registry}"},
        .button_fact = fact::public_url,
        .after = {{"It was not you? Please tell the people who run {registry} at once: somebody "
                   "else may have your password."}},
    };
}

Letter english_second_factor_off() {
    return {
        .subject = {"The second factor of your account in {registry} was turned off"},
        .before = {{"From now on your password alone is enough to log in to {registry}. The "
                    "recovery codes that you had do not count any more."}},
        .button = {"Go to your account"},
        .button_fact = fact::page_url,
        .after = english_not_you(),
    };
}

Letter english_recovery_code_used() {
    return {
        .subject = {"A recovery code of your account in {registry} was used"},
        .before = {{"Somebody, we hope it was you, logged in to {registry} with your password and "
                    "one of your recovery codes. Left of them: {codes_left}.",
                    "Somebody, we hope it was you, logged in to {registry} with your password and "
                    "one of your recovery codes."}},
        .button = {"Go to your account"},
        .button_fact = fact::page_url,
        .after = english_not_you(),
    };
}

}  // namespace

void add_english_account_letters(Letters& letters) {
    letters[MailKind::sign_up] = english_sign_up();
    letters[MailKind::account_exists] = english_account_exists();
    letters[MailKind::reset_password] = english_reset_password();
    letters[MailKind::account_unknown] = english_account_unknown();
    letters[MailKind::password_changed] = english_password_changed();
    letters[MailKind::email_change] = english_email_change();
    letters[MailKind::email_changed] = english_email_changed();
    letters[MailKind::second_factor_off] = english_second_factor_off();
    letters[MailKind::recovery_code_used] = english_recovery_code_used();
}

}  // namespace cartulary::delivery
