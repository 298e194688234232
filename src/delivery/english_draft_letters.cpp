#include "delivery/letters.h"
#include "delivery/mail_text.h"

namespace cartulary::delivery {

namespace {

Letter english_draft_published() {
    return {
        .subject = {"{draft} is now public in {registry}",
                    "{count} things of {organization} are now public in {registry}",
                    "What {organization} wrote is now public in {registry}",
                    "What your organization wrote is now public in {registry}"},
        .before = {{"The staff of {registry} published {draft}, which {organization} had approved. "
                    "Everybody can find it now.",
                    "The staff of {registry} published {count} things that {organization} had "
                    "approved. Everybody can find them now.",
                    "The staff of {registry} published what {organization} had approved. Everybody "
                    "can find it now.",
                    "The staff of {registry} published what your organization had approved. "
                    "Everybody can find it now."}},
        .button = {"See what is published"},
        .button_fact = fact::page_url,
        .after = {},
    };
}

Letter english_draft_sent_back() {
    return {
        .subject = {"{draft} was sent back to {organization}",
                    "{draft} was sent back to your organization",
                    "Something was sent back to {organization}",
                    "Something was sent back to your organization"},
        .before = {{"The staff of {registry} did not publish {draft}, which {organization} had "
                    "approved.",
                    "The staff of {registry} did not publish something that {organization} had "
                    "approved.",
                    "The staff of {registry} did not publish something that your organization had "
                    "approved."},
                   {"The reason: {reason}"},
                   {"Change what is needed and approve it again."}},
        .button = {"Look at it again"},
        .button_fact = fact::page_url,
        .after = {},
    };
}

}  // namespace

void add_english_draft_letters(Letters& letters) {
    letters[MailKind::draft_published] = english_draft_published();
    letters[MailKind::draft_sent_back] = english_draft_sent_back();
}

}  // namespace cartulary::delivery
