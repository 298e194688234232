#pragma once

#include <string_view>

// The part of the catalogue (see texts.h) that is about people and their accounts.
namespace cartulary::web {

struct PeopleTexts {
    // Every page.
    std::string_view log_in_link = "Log in";
    std::string_view dashboard_link = "Dashboard";
    std::string_view account_link = "Account";
    std::string_view log_out_button = "Log out";

    // Forms.
    std::string_view form_no_text = "the form held something that is no text";
    std::string_view form_outdated =
        "the page was open for too long, or your browser keeps no cookies; open it once more";
    std::string_view form_problems_title = "Please look at this once more";
    std::string_view field_problem = "{field} {problem}.";
    std::string_view wait_seconds =
        "There were too many tries. Please try again in {count} seconds.";
    std::string_view wait_minutes =
        "There were too many tries. Please try again in {count} minutes.";
    std::string_view first_name_label = "First name";
    std::string_view last_name_label = "Last name";
    std::string_view password_now_label = "Password";
    std::string_view current_password_label = "Your present password";
    std::string_view current_password_wrong = "This is not your present password.";
    std::string_view save_button = "Save";

    // What was done.
    std::string_view notice_address_confirmed = "Welcome! Your account is ready.";
    std::string_view notice_logged_out = "You are logged out.";
    std::string_view notice_logged_out_everywhere = "You are logged out everywhere.";
    std::string_view notice_password_reset = "Your new password is set. Log in with it.";
    std::string_view notice_password_changed =
        "Your password is changed, and you are logged out everywhere else.";
    std::string_view notice_name_changed = "Your name is changed.";
    std::string_view notice_email_mailed =
        "We sent a mail to the new address. It counts once you have opened the link there.";
    std::string_view notice_email_changed = "Your e-mail address is changed.";
    std::string_view notice_second_factor_needed =
        "Staff need a second factor. Please set one up; until then your staff rights rest.";
    std::string_view notice_second_factor_off = "Your second factor is turned off.";
    std::string_view notice_session_ended = "That browser is logged out.";
    std::string_view notice_invitation_mailed = "The invitation is on its way.";
    std::string_view notice_invitation_cancelled = "The invitation is cancelled.";
    std::string_view notice_invitation_accepted = "You are now a member.";
    std::string_view notice_role_changed = "The role is changed.";
    std::string_view notice_member_removed = "They are no longer a member.";
    std::string_view notice_left = "You are no longer a member.";
    std::string_view notice_join_asked =
        "Your request is on its way to the administrators. You get a mail when they answer.";
    std::string_view notice_member_let_in = "They are now a member, and get a mail that says so.";
    std::string_view notice_join_declined = "The request is declined.";

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

    // The dashboard.
    std::string_view dashboard_title = "Your organizations";
    std::string_view dashboard_none =
        "You have a part in no organization yet. Enter yours, or ask its administrators for an "
        "invitation.";
    std::string_view dashboard_asked = "Waiting for an answer";
    std::string_view dashboard_asked_about = "You asked to join {organization}.";
    std::string_view members_link = "Members of {organization}";
    std::string_view status_draft = "Draft";
    std::string_view status_submitted = "Waits for approval";
    std::string_view status_approved = "Approved";
    std::string_view status_declined = "Declined";
    std::string_view status_inactive = "Inactive";
    std::string_view status_blocked = "Blocked";
    std::string_view status_retired = "Retired";
    std::string_view role_administrator = "Administrator";
    std::string_view role_publisher = "Publisher";
    std::string_view role_viewer = "Viewer";
    std::string_view column_organization = "Organization";
    std::string_view column_role = "Your role";
    std::string_view column_standing = "Status";
    std::string_view column_pages = "Pages";

    // Members.
    std::string_view members_title = "Members of {organization}";
    std::string_view members_about =
        "Administrators look after the organization and its members, publishers publish for it, "
        "and viewers see what others do.";
    std::string_view members_caption = "Members";
    std::string_view column_member = "Name";
    std::string_view column_email = "E-mail address";
    std::string_view column_member_role = "Role";
    std::string_view column_actions = "What you can do";
    std::string_view member_you = "you";
    std::string_view role_label = "Role";
    std::string_view role_of = "Role of {person}";
    std::string_view role_button = "Change role";
    std::string_view remove_button = "Remove";
    std::string_view remove_of = "Remove {person}";
    std::string_view leave_title = "Leave";
    std::string_view leave_about = "You then no longer see or do anything here.";
    std::string_view leave_button = "Leave {organization}";
    std::string_view invite_title = "Invite somebody";
    std::string_view invite_about =
        "They get a mail with a link that works for seven days, and need no account before.";
    std::string_view invite_button = "Send the invitation";
    std::string_view invitations_title = "Invitations";
    std::string_view invitation_entry = "{email}, as {role}, until {date}";
    std::string_view cancel_button = "Cancel";
    std::string_view cancel_of = "Cancel the invitation of {email}";
    std::string_view requests_title = "Who asks to join";
    std::string_view request_entry = "{person} ({email}) asked on {date}.";
    std::string_view let_in_button = "Let in";
    std::string_view decline_request_button = "Decline";
    std::string_view let_in_of = "Let in: {person}";
    std::string_view decline_of = "Decline the request of {person}";
    std::string_view request_role_of = "Role for {person}";

    // Coming into an organization.
    std::string_view invitation_title = "You are invited to {organization}";
    std::string_view invitation_about = "As {role}, by an invitation for {email}.";
    std::string_view invitation_accept = "Accept";
    std::string_view invitation_log_in =
        "There is an account for this address. Log in with it, and come back by the same link.";
    std::string_view invitation_other =
        "You are logged in as {email}, but the invitation is for another address. Log out, and "
        "open the link again.";
    std::string_view invitation_new = "Make your account to accept it.";
    std::string_view invitation_new_button = "Make the account and accept";
    std::string_view join_title = "Ask to join {organization}";
    std::string_view join_about =
        "Its administrators get a mail with your name, your address and what you write here. They "
        "decide whether they let you in.";
    std::string_view join_note_label = "Who you are, and why (optional)";
    std::string_view join_button = "Ask to join";
};

}  // namespace cartulary::web
