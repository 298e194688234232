#include "delivery/letters.h"
#include "delivery/mail_text.h"

namespace cartulary::delivery {

namespace {

Letter english_confirm_account() {
    return {
        .subject = {"Set your password for {organization} in {registry}",
                    "Set your password for {registry}"},
        .before =
            {{"You were given a part in {organization} in {registry} ({role}), so we made an "
              "account "
              "for you.",
              "{partner} registered {organization} in {registry} and named you as its "
              "administrator, so we made an account for you.",
              "{organization} is registered in {registry}, and you were named as its "
              "administrator, so we made an account for you.",
              "An account was made for you in {registry}."},
             {"Choose a password to start using it. The link works for {valid_days} days and only "
              "once.",
              "Choose a password to start using it. The link works only once."}},
        .button = {"Set your password"},
        .button_fact = link_fact,
        .after = {{"The link is for you alone: please do not pass this mail on."},
                  {"You do not know {organization}, or did not expect this? Then do nothing: "
                   "without a password nobody can use the account.",
                   "You did not expect this? Then do nothing: without a password nobody can use "
                   "the account."}},
    };
}

Letter english_made_administrator() {
    return {
        .subject = {"You were given a part in {organization}: {role}",
                    "You are now an administrator of {organization}",
                    "You are now an administrator in {registry}"},
        .before = {{"You were given a part in {organization} in {registry}: {role}.",
                    "{partner} registered {organization} in {registry} and named you as its "
                    "administrator.",
                    "You were named as an administrator of {organization} in {registry}.",
                    "You were named as an administrator of an organization in {registry}."},
                   {"Its identifier there (CTID) is {ctid}."},
                   {"Your account stays as it is: sign in as before to look after the "
                    "organization."}},
        .button = {"Go to {registry}"},
        .button_fact = fact::public_url,
        .after = {{"You have nothing to do with {organization}? Please tell the people who run "
                   "{registry}, so that they can take it off your account.",
                   "You did not expect this? Please tell the people who run {registry}."}},
    };
}

Letter english_partner_registered() {
    return {
        .subject = {"{organization} is registered", "An organization is registered"},
        .before = {{"Your organization, {partner}, registered {organization} in {registry} "
                    "through the programming interface.",
                    "Your organization registered {organization} in {registry} through the "
                    "programming interface.",
                    "Your organization registered another one in {registry} through the "
                    "programming interface."},
                   {"Its identifier there (CTID) is {ctid}."},
                   {"From now on you may publish for it. You need not do anything."}},
        .button = {"Go to {registry}"},
        .button_fact = fact::public_url,
        .after = {{"You did not do this? Then somebody else may have your API key: please ask the "
                   "people who run {registry} for a new one at once."}},
    };
}

Letter english_staff_registered() {
    return {
        .subject = {"{partner} registered {organization}", "A partner registered {organization}",
                    "A partner registered an organization"},
        .before = {{"The trusted partner {partner} registered {organization} in {registry}. It is "
                    "approved already.",
                    "A trusted partner registered {organization} in {registry}. It is approved "
                    "already.",
                    "A trusted partner registered an organization in {registry}. It is approved "
                    "already."},
                   {"Its identifier (CTID) is {ctid}."}},
        .button = {"Go to {registry}"},
        .button_fact = fact::public_url,
        .after = {{"You get this mail because you belong to the staff of {registry}. If the "
                   "registration looks wrong to you, please ask {partner} about it.",
                   "You get this mail because you belong to the staff of {registry}."}},
    };
}

Letter english_badge_issued() {
    return {
        .subject = {"{organization} issued you the badge {badge}",
                    "{organization} issued you a badge", "You were issued the badge {badge}",
                    "You were issued a badge"},
        .before =
            {{"{organization} issued you the badge {badge}.", "{organization} issued you a badge.",
              "You were issued the badge {badge}.", "You were issued a badge."},
             {"Now it is for you to say whether you want it. You may accept or decline it, and "
              "choose whether everybody may see it. Its public page does not show your name "
              "before you accept it."}},
        .button = {"See your badge"},
        .button_fact = link_fact,
        .after = {{"The link is for you alone, since whoever has it decides about the badge: "
                   "please do not pass this mail on. What you may pass on, once you have accepted "
                   "the badge, is the address of its public page: {badge_url}",
                   "The link is for you alone, since whoever has it decides about the badge: "
                   "please do not pass this mail on."},
                  {"You do not know {organization}, or did not expect this? Then decline the "
                   "badge, or do nothing.",
                   "You did not expect this? Then decline the badge, or do nothing."}},
    };
}

Letter english_badge_revoked() {
    return {
        .subject = {"{organization} revoked your badge {badge}",
                    "{organization} revoked a badge of yours", "Your badge {badge} was revoked",
                    "A badge of yours was revoked"},
        .before = {{"{organization} revoked the badge {badge} that was issued to you. It is no "
                    "longer valid.",
                    "{organization} revoked a badge that was issued to you. It is no longer valid.",
                    "The badge {badge} that was issued to you was revoked. It is no longer valid.",
                    "A badge that was issued to you was revoked. It is no longer valid."},
                   {"The reason that was given: {reason}"}},
        .button = {"See the badge"},
        .button_fact = fact::badge_url,
        .after = {{"You think that this is a mistake? Please ask {organization}: nobody else can "
                   "issue the badge again.",
                   "You think that this is a mistake? Please ask whoever issued it: nobody else "
                   "can issue the badge again."}},
    };
}

Letter english_token_expires() {
    return {
        .subject = {"A token of {organization} runs out on {expires_on}",
                    "A token of {organization} runs out soon",
                    "An authorization token runs out on {expires_on}",
                    "An authorization token runs out soon"},
        .before =
            {{"An authorization token of {organization} runs out on {expires_on} (days left: "
              "{days}).",
              "An authorization token of {organization} runs out on {expires_on}.",
              "An authorization token of {organization} runs out soon.",
              "An authorization token runs out on {expires_on}.",
              "An authorization token runs out soon."},
             {"It is the one described as: {description}"},
             {"From then on, every program that still uses it is refused. Make a new token before, "
              "and give it to those programs. There are two ways:"},
             {"1. With the token itself: POST "
              "{public_url}/v1/organizations/{organization_id}/authorization_tokens/rotate answers "
              "with a new one that may do the same. The old one then works for 24 hours more, but "
              "not beyond its own end.",
              "1. With the token itself: POST to …/authorization_tokens/rotate below the address "
              "of your organization answers with a new one that may do the same. The old one then "
              "works for 24 hours more, but not beyond its own end."},
             {"2. On the registry's own server: the command “cartulary token create” makes one. "
              "Please ask the people who run {registry} for it.",
              "2. On the registry's own server: the command “cartulary token create” makes one. "
              "Please ask the people who run the registry for it."}},
        .button = {},
        .button_fact = {},
        .after = {{"No program uses this token any more? Then you need not do anything."}},
    };
}

Letter english_company_organization() {
    return {
        .subject = {"{organization} was {change} in {company}",
                    "An organization of {company} was {change}",
                    "An organization was added or changed"},
        .before = {{"{user} of {company} asked us to tell you: the organization {organization} was "
                    "{change} in {registry}.",
                    "The organization {organization} was {change} in {registry}.",
                    "An organization was added or changed in {registry}."},
                   {"Its identifier there (CTID) is {ctid}."}},
        .button = {"Go to {registry}"},
        .button_fact = fact::public_url,
        .after = {{"You get this mail because you look after {company} in {registry}. You need not "
                   "do anything.",
                   "You need not do anything."}},
    };
}

}  // namespace

void add_english_letters(Letters& letters) {
    letters[MailKind::confirm_account] = english_confirm_account();
    letters[MailKind::made_administrator] = english_made_administrator();
    letters[MailKind::partner_registered] = english_partner_registered();
    letters[MailKind::staff_registered] = english_staff_registered();
    letters[MailKind::badge_issued] = english_badge_issued();
    letters[MailKind::badge_revoked] = english_badge_revoked();
    letters[MailKind::token_expires] = english_token_expires();
    letters[MailKind::company_organization] = english_company_organization();
}

const Language& english() {
    static const Language language = [] {
        Language made{.code = "en",
                      .greeting = {"Hello {earner},", "Hello {person},", "Hello,"},
                      .signature = {"{registry} · {public_url}", "{registry}"},
                      .letters = {}};
        add_english_letters(made.letters);
        add_english_account_letters(made.letters);
        add_english_membership_letters(made.letters);
        add_english_organization_letters(made.letters);
        add_english_draft_letters(made.letters);
        return made;
    }();
    return language;
}

}  // namespace cartulary::delivery
