#pragma once

#include <string_view>

// The part of the catalogue (see texts.h) that is about accounts.
namespace cartulary::web {

struct AccountTexts {
    // Setting a password by a mailed link.
    std::string_view confirm_title = "Set your password";
    std::string_view confirm_about = "Choose the password for your account in {registry}.";
    std::string_view email_label = "E-mail address";
    std::string_view password_label = "New password";
    std::string_view password_hint =
        "At least 12 characters. A few words that you will remember make a good one.";
    std::string_view repeated_label = "The same password again";
    std::string_view confirm_button = "Set password";
    std::string_view problems_title = "Your password is not set yet";
    std::string_view problem_title = "Problem: {page}";
    std::string_view password_missing = "Enter a password.";
    std::string_view password_problem = "The password {problem}.";
    std::string_view repeated_missing = "Enter the password a second time.";
    std::string_view repeated_differs =
        "The two passwords differ. Enter the same password in both fields.";
    std::string_view confirmed_title = "Your password is set";
    std::string_view confirmed_about =
        "The account {email} in {registry} now has the password that you chose. The link in the "
        "mail is used up; you may delete the mail.";
    std::string_view gone_title = "This link is over";
    std::string_view gone_about =
        "It was used already, is too old, or was not copied whole. No password was changed.";
    std::string_view gone_whole =
        "Look at the mail again: the link must be opened from its first to its last character.";
    std::string_view gone_used =
        "Did you set a password with it before? Then that password holds, and you need no link.";
    std::string_view gone_new =
        "Otherwise ask whoever registered your organization, or the staff of {registry}, to send "
        "you a new link.";

    // Signing up.
    std::string_view sign_up_title = "Sign up";
    std::string_view sign_up_about =
        "With an account in {registry} you can register your organization, publish what it offers, "
        "and look after it together with others.";
    std::string_view sign_up_button = "Sign up";
    std::string_view sign_up_log_in = "You have an account already? {log_in}";
    std::string_view choose_password_label = "Password";
    std::string_view mailed_title = "Look at your mail";
    std::string_view sign_up_mailed_about =
        "We sent a mail to the address that you gave. Open the link in it within 24 hours, and "
        "your account is ready.";
    std::string_view mailed_missing =
        "Nothing there after some minutes? Look among the unwanted mail, and whether the address "
        "was right; then you may try again.";
    std::string_view sign_up_confirm_title = "Confirm your e-mail address";
    std::string_view sign_up_confirm_about =
        "Give the password that you chose for {email}, so that we know that it was you who signed "
        "up.";
    std::string_view sign_up_confirm_wrong =
        "This is not the password that was chosen. You do not know it any more? Sign up again.";
    std::string_view sign_up_confirm_button = "Confirm and log in";
    std::string_view link_over_about = "It was used already, is too old, or was not copied whole.";
    std::string_view sign_up_again = "Sign up again";
    std::string_view reset_again = "Ask for a new link";

    // Logging in.
    std::string_view log_in_title = "Log in";
    std::string_view log_in_button = "Log in";
    std::string_view log_in_wrong =
        "The e-mail address or the password is wrong. Nothing says which, so look at both.";
    std::string_view log_in_forgot = "Forgot your password?";
    std::string_view log_in_sign_up = "You have no account yet? {sign_up}";
    std::string_view code_title = "Enter the code";
    std::string_view code_about =
        "Your authenticator program shows a code of six digits for {registry}.";
    std::string_view code_label = "Code";
    std::string_view code_wrong =
        "This code is wrong, or was used already. Each works once and for half a minute: wait for "
        "the next one.";
    std::string_view code_lost = "You do not have it with you? Use a recovery code.";
    std::string_view recovery_title = "Use a recovery code";
    std::string_view recovery_about =
        "One of the ten codes that you kept when you set up the second factor. Each works once.";
    std::string_view recovery_label = "Recovery code";
    std::string_view recovery_wrong = "This recovery code is wrong, or was used already.";
    std::string_view recovery_back = "Use the authenticator program instead";

    // Forgotten passwords.
    std::string_view forgot_title = "Forgot your password?";
    std::string_view forgot_about =
        "Give the address of your account, and we send you a link to set a new password.";
    std::string_view forgot_button = "Send the link";
    std::string_view forgot_mailed_about =
        "We sent a mail to the address that you gave. The link in it works for one hour.";
    std::string_view reset_title = "Set a new password";
    std::string_view reset_about = "It is for the account {email}. You are logged out everywhere.";

    // The account.
    std::string_view account_title = "Your account";
    std::string_view account_name = "Name";
    std::string_view account_email = "E-mail address";
    std::string_view account_password = "Password";
    std::string_view account_password_set = "Set";
    std::string_view account_second_factor = "Second factor";
    std::string_view account_sessions = "Where you are logged in";
    std::string_view account_on = "On";
    std::string_view account_off = "Off";
    std::string_view change_name_link = "Change your name";
    std::string_view change_email_link = "Change your e-mail address";
    std::string_view change_password_link = "Change your password";
    std::string_view second_factor_link = "Look after your second factor";
    std::string_view sessions_link = "See where you are logged in";
    std::string_view name_title = "Change your name";
    std::string_view email_title = "Change your e-mail address";
    std::string_view email_about =
        "Your account has the address {email}. We send a link to the new one, and tell the old one "
        "once it was opened.";
    std::string_view new_email_label = "New e-mail address";
    std::string_view email_button = "Send the link";
    std::string_view email_confirm_title = "Use this e-mail address";
    std::string_view email_confirm_about =
        "From now on your account has the address {email}. You log in with it, and mail goes "
        "there.";
    std::string_view email_confirm_button = "Use this address";
    std::string_view change_password_title = "Change your password";
    std::string_view change_password_about = "You are logged out everywhere else.";
    std::string_view change_password_button = "Change password";

    // The second factor.
    std::string_view factor_title = "Second factor";
    std::string_view factor_about =
        "Besides the password, logging in then needs a code that an authenticator program on your "
        "phone or computer shows. Who knows your password alone cannot log in.";
    std::string_view factor_begin_button = "Set it up";
    std::string_view factor_is_on = "Your second factor is on.";
    std::string_view factor_codes_left = "Recovery codes left: {count} of {all}.";
    std::string_view factor_off_title = "Turn it off";
    std::string_view factor_off_about =
        "From then on your password alone is enough to log in. Your recovery codes end.";
    std::string_view factor_off_button = "Turn it off";
    std::string_view factor_renew_title = "New recovery codes";
    std::string_view factor_renew_about = "They take the place of all that you have.";
    std::string_view factor_renew_button = "Make new codes";
    std::string_view set_up_title = "Set up the second factor";
    std::string_view set_up_scan =
        "Scan this picture with your authenticator program, or give it the key below.";
    std::string_view set_up_picture = "The key as a QR code, for authenticator programs";
    std::string_view set_up_key = "Key: {key}";
    std::string_view set_up_address = "With a program on this device: {link}";
    std::string_view set_up_open = "Open in an authenticator program";
    std::string_view set_up_code = "Then enter the code that it shows.";
    std::string_view set_up_button = "Turn it on";
    std::string_view codes_title = "Your recovery codes";
    std::string_view codes_about =
        "Your second factor is on. Keep these codes where you will find them without your phone: "
        "on paper, or in a password manager. Each logs you in once in place of the program. They "
        "are shown only now.";
    std::string_view codes_renewed_about =
        "Keep these codes where you will find them without your phone: on paper, or in a password "
        "manager. Each logs you in once in place of the program. They are shown only now, and the "
        "ones before do not count any more.";
    std::string_view codes_done = "I have kept them";

    // Sessions.
    std::string_view sessions_title = "Where you are logged in";
    std::string_view sessions_here = "This browser";
    std::string_view sessions_unknown = "A program that does not tell its name";
    std::string_view sessions_network = "Network {network}";
    std::string_view sessions_since = "Logged in on {date}";
    std::string_view sessions_used = "Last used on {date}";
    std::string_view sessions_end = "End this one";
    std::string_view sessions_end_label = "End this one: {browser}";
    std::string_view sessions_end_all = "Log out everywhere";
    std::string_view sessions_end_all_about =
        "Something here is not you? End it, and change your password.";
};

}  // namespace cartulary::web
