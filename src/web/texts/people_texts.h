#pragma once

#include <string_view>

#include "web/texts/plural.h"

// The part of the catalogue (see texts.h) that is about people, and what they are to each other.
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
    Plural wait_seconds = {"There were too many tries. Please try again in {count} second.",
                           "There were too many tries. Please try again in {count} seconds."};
    Plural wait_minutes = {"There were too many tries. Please try again in {count} minute.",
                           "There were too many tries. Please try again in {count} minutes."};
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
