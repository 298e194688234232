#pragma once

#include <array>
#include <string_view>

// The part of the catalogue (see texts.h) that is about people's own organizations.
namespace cartulary::web {

struct OrganizationTexts {
    // What was done.
    std::string_view notice_organization_saved = "The organization is saved.";
    std::string_view notice_organization_submitted =
        "The organization is submitted. You get a mail when the staff have looked at it.";
    std::string_view notice_organization_withdrawn =
        "The organization is a draft again, and waits for nobody.";
    std::string_view notice_organization_discarded = "The organization is discarded.";
    std::string_view notice_key_revoked = "The key is revoked. Nothing opens with it any more.";
    std::string_view notice_third_party_granted =
        "It may publish for your organization from now on, and gets a mail that says so.";
    std::string_view notice_third_party_ended =
        "The right is ended. What was published stays as it is.";
    std::string_view notice_third_party_asked =
        "Your request is on its way. You get a mail when it is answered.";
    std::string_view notice_webhook_saved = "The webhook is saved.";
    std::string_view notice_webhook_secret_changed =
        "There is a new secret. The old one signs too for 24 hours.";
    std::string_view notice_webhook_requeued = "What was given up is tried again now.";

    // On every page of one.
    std::string_view own_navigation = "Pages of {organization}";
    std::string_view own_overview_link = "Overview";
    std::string_view own_edit_link = "Record";
    std::string_view own_publisher_link = "Publish";
    std::string_view own_members_link = "Members";
    std::string_view own_keys_link = "API keys";
    std::string_view own_third_parties_link = "Third parties";
    std::string_view own_webhooks_link = "Webhook";
    std::string_view own_history_link = "History";
    std::string_view own_public_link = "Public page";

    // The dashboard.
    std::string_view dashboard_new_link = "Enter an organization";
    std::string_view dashboard_next = "What to do next";
    std::string_view next_submit = "Complete it and submit it for approval";
    std::string_view next_wait = "Wait for the staff; you get a mail";
    std::string_view next_mend = "Mend what was declined, and submit it again";
    std::string_view next_publish = "Publish what it offers";
    std::string_view next_approve = "Approve what was written: {count}";
    std::string_view next_returned = "Mend what was sent back: {count}";

    // One organization.
    std::string_view own_draft_about =
        "This organization is a draft. Only its members see it. Once all that is needed is there, "
        "submit it: the staff of {registry} look at it then.";
    std::string_view own_submitted_about =
        "This organization waits for the staff of {registry} since {date}. Nothing of it is public "
        "before they have approved it.";
    std::string_view own_approved_about =
        "This organization is approved since {date}. Its record is public.";
    std::string_view own_declined_about =
        "The staff of {registry} declined this organization on {date}. Change what they write, and "
        "submit it again.";
    std::string_view own_resting_about =
        "This organization is neither public nor can it publish. Ask the staff of {registry}.";
    std::string_view own_reason = "They write:";
    std::string_view own_missing_title = "Still needed before it can be submitted";
    std::string_view own_record_title = "Record";
    std::string_view own_ctid = "CTID";
    std::string_view own_status = "Status";
    std::string_view submit_button = "Submit for approval";
    std::string_view withdraw_button = "Take it back to change it";
    std::string_view withdraw_about =
        "You can change it while it waits; taken back, nobody looks at it.";
    std::string_view discard_link = "Discard this organization";
    std::string_view discard_title = "Discard {organization}?";
    std::string_view discard_about =
        "It is gone for all its members, with what was written in it. This cannot be undone.";
    std::string_view discard_button = "Discard it";
    std::string_view keep_link = "Keep it";

    // Entering and changing one.
    std::string_view new_title = "Enter an organization";
    std::string_view new_about =
        "Give what you know; only the name is needed to save a draft. Nothing is public before the "
        "staff of {registry} have approved it.";
    std::string_view edit_title = "Record of {organization}";
    std::string_view edit_draft_about = "Save as often as you like; only members see a draft.";
    std::string_view edit_public_about =
        "What you save here is public at once, but for contact data, which stays with you and the "
        "staff.";
    std::string_view save_draft_button = "Save as draft";
    std::string_view save_and_submit_button = "Save and submit for approval";
    std::string_view changed_meanwhile =
        "Somebody else changed this organization meanwhile. Here is how it is now: please make "
        "your "
        "changes once more.";
    std::string_view too_many_unapproved =
        "You have ten organizations that are not approved yet. Discard one first.";

    std::string_view duplicates_title = "Is it one of these?";
    std::string_view duplicates_about =
        "What you gave looks like an organization that is registered already. Two records of one "
        "organization would split what is published of it, so please look first.";
    std::string_view duplicate_reasons = "{name}: {reasons}";
    std::string_view duplicate_join = "Ask to join {organization}";
    std::string_view duplicate_other_button = "It is another one: save it";
    std::string_view duplicate_other_submit_button = "It is another one: save and submit it";

    std::string_view form_about_title = "What it is";
    std::string_view form_contact_title = "How to reach it";
    std::string_view form_identifiers_title = "Identifiers";
    std::string_view form_publishing_title = "What it will publish";
    std::string_view name_label = "Name";
    std::string_view description_label = "Description";
    std::string_view description_hint = "What it does, in 15 characters or more.";
    std::string_view types_label = "Types";
    std::string_view sector_label = "Sector";
    std::string_view choose_none = "Please choose";
    std::string_view website_label = "Web page";
    std::string_view website_hint = "For example https://college.example/";
    std::string_view organization_email_label = "E-mail address";
    std::string_view organization_email_hint = "An e-mail address or a postal address is needed.";
    std::string_view phone_label = "Telephone";
    std::string_view phone_extension_label = "Extension";
    std::string_view street_label = "Street";
    std::string_view street_2_label = "Second line";
    std::string_view city_label = "City";
    std::string_view region_label = "State or region";
    std::string_view postal_code_label = "Postal code";
    std::string_view country_label = "Country";
    std::string_view fein_label = "FEIN";
    std::string_view fein_hint = "Federal employer identification number: nine digits.";
    std::string_view duns_label = "DUNS";
    std::string_view duns_hint = "Nine digits.";
    std::string_view opeid_label = "OPE ID";
    std::string_view opeid_hint = "Eight digits.";
    std::string_view roles_label = "It publishes as";
    std::string_view methods_label = "Ways of publishing";
    std::string_view consuming_label = "Ways of using what others publish";
    std::string_view estimates_label = "Estimates";
    std::string_view estimates_hint = "How many of each it will publish; leave out what is none.";
    std::string_view profile_name_label = "Name in addresses";
    std::string_view estimate_no_number = "Give a number for {field}, or nothing.";

    // The classes of which a form asks for an estimate, and what people call them.
    struct EstimatedClass {
        std::string_view name;
        std::string_view label;
    };
    std::array<EstimatedClass, 6> estimated_classes = {
        {{"ceterms:Credential", "Credentials"},
         {"ceterms:AssessmentProfile", "Assessments"},
         {"ceterms:LearningOpportunityProfile", "Learning opportunities"},
         {"ceasn:CompetencyFramework", "Competency frameworks"},
         {"ceterms:Pathway", "Pathways"},
         {"ceterms:TransferValueProfile", "Transfer values"}}};

    // In the order of domain/organization_type.h.
    std::array<std::string_view, 27> organization_types = {"Accreditation body",
                                                           "Assessment body",
                                                           "Business",
                                                           "Business or industry association",
                                                           "Certification body",
                                                           "Collaborative",
                                                           "Coordinating body",
                                                           "Four-year college",
                                                           "Government agency",
                                                           "High school",
                                                           "Labor union",
                                                           "Lower secondary school",
                                                           "Magnet school",
                                                           "Military",
                                                           "Non-traditional",
                                                           "Postsecondary",
                                                           "Primarily online",
                                                           "Primary school",
                                                           "Professional association",
                                                           "Quality assurance",
                                                           "Regulator",
                                                           "Secondary school",
                                                           "Career and technical",
                                                           "Education and training provider",
                                                           "Two-year college",
                                                           "Upper secondary school",
                                                           "Vendor"};
    std::array<std::string_view, 3> organization_sectors = {"Public", "Private, not for profit",
                                                            "Private, for profit"};
    // In the order of domain/publishing.h.
    std::array<std::string_view, 4> publishing_role_texts = {
        "An organization that offers credentials",
        "An organization that assures quality and offers credentials",
        "An organization that keeps competency frameworks", "A third party, for others"};
    std::array<std::string_view, 4> publishing_method_texts = {
        "Tables (bulk upload)", "Competency frameworks", "Forms (manual entry)",
        "Programs (Registry Assistant)"};
    std::array<std::string_view, 3> consuming_method_texts = {"A widget on web pages",
                                                              "A copy of one's own", "Searches"};

    // API keys.
    std::string_view keys_title = "API keys of {organization}";
    std::string_view keys_about =
        "With a key, a program publishes and reads as your organization. Give each program one of "
        "its own, so that you can revoke it alone.";
    std::string_view keys_none = "There is no key yet.";
    std::string_view keys_caption = "Keys";
    std::string_view key_label = "Name of the key";
    std::string_view key_label_hint = "What it is for: the name of the program, for example.";
    std::string_view key_make_title = "Make a key";
    std::string_view key_make_button = "Make a key";
    std::string_view key_not_approved = "Keys can be made once the organization is approved.";
    std::string_view key_made_title = "Your new key";
    std::string_view key_made_about =
        "This is the key “{label}”. Copy it now to where the program keeps its secrets: it is "
        "shown "
        "only this once.";
    std::string_view key_made_done = "I have copied it";
    std::string_view column_key = "Key";
    std::string_view column_made = "Made";
    std::string_view column_last_used = "Last used";
    std::string_view column_state = "State";
    std::string_view key_never_used = "Never";
    std::string_view key_revoked_on = "Revoked on {date}";
    std::string_view key_in_use = "In use";
    std::string_view key_revoke = "Revoke";
    std::string_view key_revoke_of = "Revoke {label}";
    std::string_view key_unknown = "no key in use has this address";
    std::string_view key_revoke_title = "Revoke the key “{label}”?";
    std::string_view key_revoke_about =
        "Programs that still use it are refused at once. A revoked key stays revoked.";
    std::string_view key_revoke_button = "Revoke it";
    std::string_view key_keep_link = "Keep it";

    // Third parties.
    std::string_view third_parties_title = "Third parties of {organization}";
    std::string_view third_parties_about =
        "Another organization may publish for yours, and yours for others. What is published "
        "belongs to the one it was published for, and stays when the right ends.";
    std::string_view publish_for_us_title = "Who may publish for us";
    std::string_view publish_for_us_none = "Nobody else publishes for {organization}.";
    std::string_view we_publish_for_title = "For whom we may publish";
    std::string_view we_publish_for_none = "{organization} publishes for nobody else.";
    std::string_view column_other = "Organization";
    std::string_view column_since = "Since";
    std::string_view third_party_asks_us = "Asks to publish for us";
    std::string_view third_party_we_asked = "Asked, no answer yet";
    std::string_view third_party_may = "May publish";
    std::string_view third_party_allow = "Allow";
    std::string_view third_party_allow_of = "Allow: {organization}";
    std::string_view third_party_decline = "Decline";
    std::string_view third_party_decline_of = "Decline the request of {organization}";
    std::string_view third_party_revoke = "Take it back";
    std::string_view third_party_revoke_of = "Take it back: {organization}";
    std::string_view third_party_give_up = "Give it back";
    std::string_view third_party_give_up_of = "Give it back: {organization}";
    std::string_view third_party_cancel = "Ask no longer";
    std::string_view third_party_cancel_of = "Ask no longer: {organization}";
    std::string_view third_party_revoke_title = "Take the right of {organization} back?";
    std::string_view third_party_give_up_title =
        "Give the right to publish for {organization} back?";
    std::string_view third_party_end_about =
        "From then on nothing more can be published by it. What was published stays, and belongs "
        "to "
        "the one it was published for.";
    std::string_view third_party_end_button = "End the right";
    std::string_view third_party_keep_link = "Keep it";
    std::string_view third_party_find_title = "Find another organization";
    std::string_view third_party_find_label = "Name or CTID";
    std::string_view third_party_find_button = "Find";
    std::string_view third_party_found_title = "Found";
    std::string_view third_party_found_none =
        "No approved organization of this name or CTID was found.";
    std::string_view third_party_grant_button = "Let it publish for us";
    std::string_view third_party_grant_of = "Let it publish for us: {organization}";
    std::string_view third_party_ask_button = "Ask to publish for it";
    std::string_view third_party_ask_of = "Ask to publish for it: {organization}";

    // Webhooks.
    std::string_view webhook_title = "Webhook of {organization}";
    std::string_view webhook_about =
        "What happens to your organization is told to an address of yours at once, signed with a "
        "secret.";
    std::string_view webhook_url_label = "Address";
    std::string_view webhook_url_hint = "An https address of your own. Empty: nothing is told.";
    std::string_view webhook_types_label = "What is told";
    std::string_view webhook_types_hint =
        "Without a choice: what concerns badges and the organization itself.";
    std::string_view webhook_disabled =
        "Nothing is sent, as the receiver refused: {reason}. Save the address once more, or try "
        "again what was given up.";
    std::string_view webhook_secret_title = "Secret";
    std::string_view webhook_secret_about =
        "Your receiver checks by it that a message is ours (Standard Webhooks).";
    std::string_view webhook_secret_is = "The secret:";
    std::string_view webhook_secret_old_until = "The one before it signs too until {date}.";
    std::string_view webhook_secret_show = "Show the secret";
    std::string_view webhook_secret_rotate = "Make a new secret";
    std::string_view webhook_secret_rotate_title = "Make a new secret?";
    std::string_view webhook_secret_rotate_about =
        "Messages are then signed with both for 24 hours, so that you can change the receiver.";
    std::string_view webhook_deliveries_title = "Messages";
    std::string_view webhook_deliveries_none = "No message yet.";
    std::string_view column_event = "What";
    std::string_view column_when = "When";
    std::string_view column_tries = "Tries";
    std::string_view delivery_waiting = "Waits";
    std::string_view delivery_delivered = "Delivered";
    std::string_view delivery_dead = "Given up";
    std::string_view delivery_requeue = "Try again";
    std::string_view delivery_requeue_all = "Try all again that were given up";
    std::string_view delivery_title = "Message: {event}";
    std::string_view delivery_id = "Id";
    std::string_view delivery_next = "Next try";
    std::string_view delivery_ended = "Ended";
    std::string_view delivery_attempts_title = "Tries";
    std::string_view delivery_attempts_none = "Nothing was tried yet.";
    std::string_view column_answer = "Answer";
    std::string_view column_duration = "Took";
    std::string_view column_problem = "Problem";
    std::string_view no_answer = "None";
    std::string_view milliseconds = "{count} ms";
    std::string_view back_to_webhook = "Back to the webhook";

    // History.
    std::string_view history_title = "History of {organization}";
    std::string_view history_about = "Every version of the record, the latest first.";
    std::string_view history_caption = "Versions";
    std::string_view activity_title = "Activity of {organization}";
    std::string_view activity_about = "What happened, the latest first.";
    std::string_view activity_link = "All activity";
    std::string_view history_link = "Versions of the record";
    std::string_view column_version = "Version";
    std::string_view column_what = "What happened";
    std::string_view column_who = "Who";
    std::string_view column_changed_fields = "Changed";
    std::string_view version_number = "Version {number}";
    std::string_view version_difference = "See what changed";
    std::string_view version_difference_of = "See what changed in version {number}";
    std::string_view difference_title = "Version {number} of {organization}";
    std::string_view difference_about = "By {who} on {date}, compared with version {before}.";
    std::string_view difference_first_about = "By {who} on {date}: the first version.";
    std::string_view difference_none = "Nothing that is shown here changed.";
    std::string_view column_field = "Field";
    std::string_view column_before = "Before";
    std::string_view column_after = "After";
    std::string_view value_none = "(nothing)";
    std::string_view who_staff = "The registry's staff";
    std::string_view who_registry = "The registry";
    std::string_view who_person = "Somebody who is gone";
    std::string_view who_earner = "The earner of a badge";
    std::string_view organization_picture = "Picture";
    std::string_view published_title = "Published versions";
    std::string_view published_about =
        "What everybody could see at a time, with what was published beside the record.";
    std::string_view published_difference_title = "Published version {number} of {organization}";
    std::string_view moment = "{day}, {time} UTC";

    // What happens, by the names of domain/event.h.
    struct EventName {
        std::string_view type;
        std::string_view text;
    };
    std::array<EventName, 33> event_names = {
        {{"organization.registered", "Organization entered"},
         {"organization.changed", "Record changed"},
         {"organization.deleted", "Organization removed"},
         {"organization.submitted", "Submitted for approval"},
         {"organization.withdrawn", "Taken back from approval"},
         {"organization.approved", "Approved"},
         {"organization.declined", "Declined"},
         {"organization.member_added", "Member added"},
         {"organization.member_changed", "Role of a member changed"},
         {"organization.member_removed", "Member removed"},
         {"organization.member_invited", "Somebody invited"},
         {"organization.join_requested", "Somebody asked to join"},
         {"organization.join_declined", "Request to join declined"},
         {"organization.key_made", "API key made"},
         {"organization.key_revoked", "API key revoked"},
         {"organization.third_party_asked", "Third party asked"},
         {"organization.third_party_granted", "Third party allowed"},
         {"organization.third_party_ended", "Right of a third party ended"},
         {"organization.secret_changed", "New secret of the webhook"},
         {"badge_template.created", "Badge template made"},
         {"badge_template.changed", "Badge template changed"},
         {"badge_template.deleted", "Badge template removed"},
         {"badge.created", "Badge issued"},
         {"badge.deleted", "Badge removed"},
         {"badge.state.changed", "State of a badge changed"},
         {"badge.privacy.changed", "Privacy of a badge changed"},
         {"draft.approved", "Entry approved"},
         {"draft.published", "Entry published"},
         {"draft.returned", "Entry sent back"},
         {"draft.unpublished", "Entry taken out of the registry"},
         {"resource.published", "Published"},
         {"resource.deleted", "Taken out of the registry"},
         {"resource.transferred", "Handed over to another organization"}}};
    std::string_view event_of = "{event}: {name}";
};

}  // namespace cartulary::web
