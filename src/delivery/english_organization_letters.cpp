#include "delivery/letters.h"
#include "delivery/mail_text.h"

namespace cartulary::delivery {

namespace {

Letter english_organization_submitted() {
    return {
        .subject = {"{organization} asks to be approved", "An organization asks to be approved"},
        .before = {{"{applicant} ({applicant_email}) entered {organization} in {registry} and asks "
                    "for its approval.",
                    "Somebody entered {organization} in {registry} and asks for its approval.",
                    "Somebody entered an organization in {registry} and asks for its approval."},
                   {"Its identifier there (CTID) is {ctid}."},
                   {"Nothing of it is public before."}},
        .button = {"See what waits"},
        .button_fact = fact::page_url,
        .after = {},
    };
}

Letter english_organization_approved() {
    return {
        .subject = {"{organization} is approved", "Your organization is approved"},
        .before = {{"{organization} is now approved and public in {registry}.",
                    "Your organization is now approved and public in {registry}."},
                   {"Its identifier there (CTID) is {ctid}."},
                   {"You can publish what it offers, make API keys for your programs, and let "
                    "others publish for it."}},
        .button = {"Go to {organization}", "Go to your organization"},
        .button_fact = fact::page_url,
        .after = {},
    };
}

Letter english_organization_declined() {
    return {
        .subject = {"{organization} is not approved yet", "Your organization is not approved yet"},
        .before = {{"The staff of {registry} looked at {organization} and did not approve it.",
                    "The staff of {registry} looked at your organization and did not approve it."},
                   {"They write: {reason}"},
                   {"Nothing is lost: change what is said of it, and submit it again."}},
        .button = {"Change {organization}", "Change your organization"},
        .button_fact = fact::page_url,
        .after = {},
    };
}

Letter english_third_party_asked() {
    return {
        .subject = {"{third_party} asks to publish for {organization}",
                    "Somebody asks to publish for {organization}",
                    "Somebody asks to publish for your organization"},
        .before = {{"{third_party} asks to publish in {registry} for {organization}.",
                    "Another organization asks to publish in {registry} for {organization}.",
                    "Another organization asks to publish in {registry} for yours."},
                   {"What it publishes would belong to your organization, and you can take the "
                    "right back at any time."}},
        .button = {"Answer the request"},
        .button_fact = fact::page_url,
        .after = {{"You do not know {third_party}? Then decline, or do nothing.",
                   "You do not know them? Then decline, or do nothing."}},
    };
}

Letter english_third_party_granted() {
    return {
        .subject = {"{third_party} may now publish for {organization}",
                    "You may now publish for {organization}",
                    "You may now publish for another organization"},
        .before = {{"{organization} lets {third_party} publish for it in {registry}.",
                    "{organization} lets your organization publish for it in {registry}.",
                    "Another organization lets yours publish for it in {registry}."},
                   {"What you publish for it belongs to it."}},
        .button = {"See for whom you may publish"},
        .button_fact = fact::page_url,
        .after = {},
    };
}

Letter english_third_party_ended() {
    return {
        .subject = {"{third_party} does not publish for {organization}",
                    "A right to publish for {organization} ended",
                    "A right to publish for another organization ended"},
        .before = {{"{third_party} has no right (any more) to publish for {organization} in "
                    "{registry}.",
                    "A right to publish for {organization} in {registry} ended, or was not given.",
                    "A right to publish for another organization in {registry} ended, or was not "
                    "given."},
                   {"What was published stays as it is."}},
        .button = {"See who may publish for whom"},
        .button_fact = fact::page_url,
        .after = {},
    };
}

}  // namespace

void add_english_organization_letters(Letters& letters) {
    letters[MailKind::organization_submitted] = english_organization_submitted();
    letters[MailKind::organization_approved] = english_organization_approved();
    letters[MailKind::organization_declined] = english_organization_declined();
    letters[MailKind::third_party_asked] = english_third_party_asked();
    letters[MailKind::third_party_granted] = english_third_party_granted();
    letters[MailKind::third_party_ended] = english_third_party_ended();
}

}  // namespace cartulary::delivery
