#pragma once

#include <string_view>

// The part of the catalogue (see texts.h) that is about the registry's staff.
namespace cartulary::web {

struct StaffTexts {
    // Every page.
    std::string_view staff_link = "Staff";
    std::string_view staff_navigation = "Pages of the staff";
    std::string_view staff_title_in_window = "{page} – Staff";
    std::string_view staff_nothing = "there is nothing at {path}";
    std::string_view staff_overview = "Overview";
    std::string_view staff_waiting = "Organizations that wait";
    std::string_view staff_publications = "Publications that wait";
    std::string_view staff_organizations = "Organizations";
    std::string_view staff_people = "People";
    std::string_view staff_activity = "Activity";
    std::string_view staff_mail = "Mail";
    std::string_view staff_webhooks = "Webhooks";
    std::string_view staff_moment = "{date}, {time} UTC";
    std::string_view staff_yes = "Yes";
    std::string_view staff_no = "No";
    std::string_view staff_search_button = "Search";
    std::string_view staff_none_found = "Nothing is found.";
    std::string_view staff_more = "And {count} more.";
    std::string_view staff_states = "Which ones";
    std::string_view staff_reason = "Reason";

    // What was done.
    std::string_view notice_organizations_approved =
        "They are approved, and their administrators get a mail.";
    std::string_view notice_organization_declined =
        "The organization is declined, and its administrators get a mail with the reason.";
    std::string_view notice_organization_blocked =
        "The organization is blocked. Nothing of its record is public.";
    std::string_view notice_organization_unblocked = "The organization is approved again.";
    std::string_view notice_partner_trusted = "The organization is now a trusted partner.";
    std::string_view notice_partner_distrusted = "The organization is no longer a trusted partner.";
    std::string_view notice_drafts_published =
        "They are published, and who wrote them gets a mail.";
    std::string_view notice_draft_sent_back =
        "It is sent back, and who approved it gets a mail with the reason.";
    std::string_view notice_staff_added = "This person is now one of the staff.";
    std::string_view notice_staff_removed = "This person is no longer one of the staff.";
    std::string_view notice_sessions_ended = "This person is logged out everywhere.";
    std::string_view notice_second_factor_reset =
        "The second factor is turned off. This person is logged out everywhere, and gets a mail.";
    std::string_view notice_confirmation_mailed = "The mail is on its way.";
    std::string_view notice_mail_requeued = "The mail is sent again.";
    std::string_view notice_mails_requeued = "All that are of use are sent again.";
    std::string_view notice_delivery_requeued = "It is tried again now.";

    // The overview.
    std::string_view staff_title = "The registry at a glance";
    std::string_view staff_waits_title = "What waits";
    std::string_view staff_column_what = "What";
    std::string_view staff_column_count = "How many";
    std::string_view staff_waits_organizations = "Organizations that wait to be approved";
    std::string_view staff_waits_drafts = "Publications that wait to be published";
    std::string_view staff_waits_mails = "Mails that wait to be sent";
    std::string_view staff_given_up_mails = "Mails that were given up";
    std::string_view staff_waits_deliveries = "Webhooks that wait to be told";
    std::string_view staff_dead_deliveries = "Webhooks that were given up";
    std::string_view staff_charts_title = "The last days";
    std::string_view staff_chart = "{what}: {count} in {days} days, {today} today";
    std::string_view staff_registrations = "Registrations";
    std::string_view staff_publications_by_day = "Publications";
    std::string_view staff_searches = "Searches";
    std::string_view staff_numbers = "The same numbers as a table";
    std::string_view staff_column_day = "Day (UTC)";
    std::string_view staff_health_title = "Health";
    std::string_view staff_approved = "Approved organizations";
    std::string_view staff_blocked = "Blocked organizations";
    std::string_view staff_database = "Size of the database";
    std::string_view staff_megabytes = "{whole}.{tenth} MB";
    std::string_view staff_version = "Version";
    std::string_view staff_since = "Running since";
    std::string_view staff_started = "{moment} ({life})";
    std::string_view staff_life_hours = "{hours} h {minutes} min";
    std::string_view staff_life_days = "{days} d {hours} h";

    // Queues.
    std::string_view staff_nothing_waits = "Nothing waits. Well done.";
    std::string_view staff_column_choose = "Choose";
    std::string_view staff_choose = "Choose {name}";
    std::string_view staff_none_chosen = "nothing was chosen; tick what it is about";
    std::string_view staff_column_since = "Waits since";
    std::string_view staff_column_duplicates = "May be registered already as";
    std::string_view staff_duplicate = "{organization}: {reasons}";
    std::string_view staff_no_duplicates = "Nothing looks like it.";
    std::string_view staff_approve_button = "Approve those chosen";
    std::string_view staff_decline_title = "Decline one";
    std::string_view staff_decline_hint =
        "Its administrators read this. Say what has to change, so that they can submit it again.";
    std::string_view staff_decline_button = "Decline";
    std::string_view staff_left_title = "Not all could be approved";
    std::string_view staff_left = "{name}: {problem}";

    // Publications.
    std::string_view staff_column_name = "Name";
    std::string_view staff_column_type = "Kind";
    std::string_view staff_publish_button = "Publish those chosen";
    std::string_view staff_publish_one = "Publish";
    std::string_view staff_drafts_left = "Published: {count}. Not published: {left}";
    std::string_view staff_draft_problems = "What is wrong with it";
    std::string_view staff_draft_unknown = "nothing of this CTID waits to be published";
    std::string_view staff_send_back_title = "Send it back";
    std::string_view staff_send_back_hint =
        "Who approved it reads this. Say what has to change before it can be published.";
    std::string_view staff_send_back_button = "Send back";
    std::string_view staff_preview_title = "What would be published";

    // Organizations.
    std::string_view staff_search_organizations = "Part of the name, or the CTID";
    std::string_view staff_any_status = "Every status";
    std::string_view staff_column_entered = "Entered on";
    std::string_view staff_trusted = "Trusted partner";
    std::string_view staff_organization_unknown = "no organization has this CTID";
    std::string_view staff_ctid = "CTID";
    std::string_view staff_changed = "Changed on";
    std::string_view staff_events = "Events";
    std::string_view staff_activity_of = "All that happened";
    std::string_view staff_no_members = "It has no members.";
    std::string_view staff_third_parties = "Who may publish for it";
    std::string_view staff_third_party = "{organization}: {status}, since {date}";
    std::string_view staff_keys = "API keys";
    std::string_view staff_key = "{label}, made on {date}";
    std::string_view staff_key_revoked = "{label}, made on {date}, revoked on {end}";
    std::string_view staff_decisions = "What was decided";
    std::string_view staff_decision = "{what} by {who}, {when}";
    std::string_view staff_block_title = "Block";
    std::string_view staff_block_about =
        "Takes the organization from public view. Its people and keys can publish nothing until it "
        "is approved again, which you can do here at any time.";
    std::string_view staff_reason_hint = "Only staff read this.";
    std::string_view staff_block_button = "Block";
    std::string_view staff_unblock_title = "Approve again";
    std::string_view staff_unblock_button = "Approve again";
    std::string_view staff_trust_title = "Trusted partner";
    std::string_view staff_trust_about =
        "A trusted partner publishes without being looked at first, and registers other "
        "organizations.";
    std::string_view staff_trust_button = "Make it a trusted partner";
    std::string_view staff_distrust_button = "It is no longer a trusted partner";

    // People.
    std::string_view staff_search_people = "Part of the name or of the e-mail address";
    std::string_view staff_only_staff = "Staff alone";
    std::string_view staff_part = "{organization}: {role} ({status})";
    std::string_view staff_no_parts = "This person has a part in no organization.";
    std::string_view staff_entered_person = "Known since";
    std::string_view staff_has_password = "Has set a password";
    std::string_view staff_has_second_factor = "Has a second factor";
    std::string_view staff_is_staff = "One of the staff";
    std::string_view staff_sessions = "Where this person is logged in";
    std::string_view staff_session = "{browser}, network {network}, last used {used}";
    std::string_view staff_person_acts = "What you can do";
    std::string_view staff_own_account =
        "This is your own account: another one of the staff does the rest.";
    std::string_view staff_end_sessions_about =
        "Logs this person out everywhere. They can log in again.";
    std::string_view staff_end_sessions_button = "Log out everywhere";
    std::string_view staff_confirmation_about =
        "This person has set no password yet. The links that were mailed before then end.";
    std::string_view staff_confirmation_button = "Mail another link";
    std::string_view staff_reset_about =
        "For who lost the second factor: from then on the password alone is enough. Be sure that "
        "you speak with this person, and not with somebody who wants their account.";
    std::string_view staff_reset_sure = "I am sure that this person asked for it";
    std::string_view staff_reset_button = "Turn the second factor off";
    std::string_view staff_add_about =
        "Staff see and decide everything here, and can make others staff.";
    std::string_view staff_add_sure = "I am sure that this person shall be one of the staff";
    std::string_view staff_add_button = "Make one of the staff";
    std::string_view staff_remove_about = "This person is one of the staff.";
    std::string_view staff_remove_button = "No longer one of the staff";
    std::string_view staff_not_sure =
        "nothing was done, as the box beside the button was not ticked";

    // Activity.
    std::string_view staff_column_when = "When";
    std::string_view staff_column_about = "About";
    std::string_view staff_column_actor = "Who";
    std::string_view staff_any_type = "Every kind";
    std::string_view staff_ctid_of_organization = "CTID of the organization";
    std::string_view staff_actor_hint =
        "The e-mail address of a person, or as the log names others: \"organization:ce-…\", "
        "\"command\".";
    std::string_view staff_from = "From (day, UTC)";
    std::string_view staff_to = "To (day, UTC)";
    std::string_view staff_no_date = "This is no date. Write it as 2026-09-21.";
    std::string_view staff_no_ctid = "This is no CTID. It begins with \"ce-\".";
    std::string_view staff_no_such_organization = "No organization has this CTID.";
    std::string_view staff_csv = "All of these as a table (CSV)";
    std::string_view staff_json_lines = "All of these for programs (JSON lines)";

    // Mail and webhooks.
    std::string_view staff_mail_waiting = "Waiting";
    std::string_view staff_mail_sent = "Sent";
    std::string_view staff_mail_given_up = "Given up";
    std::string_view staff_column_to = "To";
    std::string_view staff_column_queued = "Written";
    std::string_view staff_column_tries = "Tries";
    std::string_view staff_column_reason = "What was said";
    std::string_view staff_next_try = "Next try {moment}";
    std::string_view staff_link_gone = "Its link is erased";
    std::string_view staff_requeue_button = "Try again";
    std::string_view staff_requeue_all_button = "Try all of it again";
    std::string_view staff_requeue_mail = "Try again: the mail to {address}";
    std::string_view staff_requeue_all_mails = "Try all again that are of use";
    std::string_view staff_delivery_waiting = "Waiting";
    std::string_view staff_delivery_delivered = "Delivered";
    std::string_view staff_delivery_dead = "Given up";
    std::string_view staff_no_attempt = "None yet";
    std::string_view staff_attempts = "Tries: {count}";
    std::string_view staff_attempt = "{moment}: {answer}, {duration} ms";
    std::string_view staff_requeue_delivery = "Try again: {type} of {organization}";
    std::string_view staff_requeue_deliveries = "Try all of {organization} again";
};

}  // namespace cartulary::web
