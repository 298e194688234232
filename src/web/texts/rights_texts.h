#pragma once

#include <string_view>

// The part of the catalogue (see texts.h) that is about keys, third parties and webhooks: who and
// what acts for an organization.
namespace cartulary::web {

struct RightsTexts {
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
};

}  // namespace cartulary::web
