#include "delivery/letters.h"
#include "delivery/mail_text.h"

namespace cartulary::delivery {

namespace {

Letter english_invitation() {
    return {
        .subject = {"You are invited to {organization} in {registry}",
                    "You are invited to an organization in {registry}"},
        .before = {{"{inviter} invites you to {organization} in {registry}, as {role}.",
                    "You are invited to {organization} in {registry}, as {role}.",
                    "You are invited to {organization} in {registry}.",
                    "You are invited to an organization in {registry}."},
                   {"Open the link to accept. It works for {valid_days} days and only once.",
                    "Open the link to accept. It works only once."}},
        .button = {"See the invitation"},
        .button_fact = link_fact,
        .after = {{"The link is for you alone: please do not pass this mail on."},
                  {"You do not know {organization}, or did not expect this? Then do nothing.",
                   "You did not expect this? Then do nothing."}},
    };
}

Letter english_join_requested() {
    return {
        .subject = {"{applicant} asks to join {organization}",
                    "Somebody asks to join {organization}",
                    "Somebody asks to join your organization"},
        .before = {{"{applicant} ({applicant_email}) asks to join {organization} in {registry}.",
                    "{applicant} asks to join {organization} in {registry}.",
                    "Somebody asks to join {organization} in {registry}.",
                    "Somebody asks to join your organization in {registry}."},
                   {"They write: {note}"},
                   {"Whether you let them in, and what they may do, is for you and the other "
                    "administrators to say."}},
        .button = {"Answer the request"},
        .button_fact = fact::page_url,
        .after = {{"You do not know them? Then decline, or do nothing."}},
    };
}

Letter english_join_approved() {
    return {
        .subject = {"You are now a member of {organization}",
                    "You are now a member of an organization in {registry}"},
        .before = {{"An administrator of {organization} let you in. You are now one of its members "
                    "in {registry}, as {role}.",
                    "You are now a member of {organization} in {registry}.",
                    "You are now a member of an organization in {registry}."}},
        .button = {"Go to your organizations"},
        .button_fact = fact::page_url,
        .after = {},
    };
}

Letter english_join_declined() {
    return {
        .subject = {"Your request to join {organization} was declined",
                    "Your request to join an organization was declined"},
        .before = {{"An administrator of {organization} declined your request to join it in "
                    "{registry}.",
                    "Your request to join {organization} in {registry} was declined.",
                    "Your request to join an organization in {registry} was declined."},
                   {"You think that this is a mistake? Please ask the people there whom you "
                    "know."}},
        .button = {"Go to {registry}"},
        .button_fact = fact::public_url,
        .after = {},
    };
}

}  // namespace

void add_english_membership_letters(Letters& letters) {
    letters[MailKind::invitation] = english_invitation();
    letters[MailKind::join_requested] = english_join_requested();
    letters[MailKind::join_approved] = english_join_approved();
    letters[MailKind::join_declined] = english_join_declined();
}

}  // namespace cartulary::delivery
