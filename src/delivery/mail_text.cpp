#include "delivery/mail_text.h"

#include <functional>
#include <map>
#include <optional>
#include <span>
#include <vector>

namespace cartulary::delivery {

namespace {

using Facts = std::map<std::string, std::string>;

// The first of several wordings whose {facts} are all known is said; none: nothing.
using Wordings = std::vector<std::string_view>;

struct Letter {
    Wordings subject;
    std::vector<Wordings> before;  // paragraphs
    Wordings button;               // what the link or the address {public_url} is for
    std::string_view button_fact;
    std::vector<Wordings> after;
};

struct Language {
    std::string_view code;  // BCP 47
    Wordings greeting;
    Wordings signature;
    std::map<MailKind, Letter> letters;
};

constexpr std::string_view link_fact = "link";

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

const Language& english() {
    static const Language language = {
        .code = "en",
        .greeting = {"Hello {earner},", "Hello {person},", "Hello,"},
        .signature = {"{registry} · {public_url}", "{registry}"},
        .letters = {{MailKind::confirm_account, english_confirm_account()},
                    {MailKind::made_administrator, english_made_administrator()},
                    {MailKind::partner_registered, english_partner_registered()},
                    {MailKind::staff_registered, english_staff_registered()},
                    {MailKind::badge_issued, english_badge_issued()},
                    {MailKind::badge_revoked, english_badge_revoked()},
                    {MailKind::token_expires, english_token_expires()},
                    {MailKind::company_organization, english_company_organization()}},
    };
    return language;
}

using Rendering = std::function<std::string(std::string_view value)>;

// One pass, so that braces in a value are only braces. Nothing when a fact is missing.
std::optional<std::string> filled(std::string_view wording, const Facts& facts,
                                  const Rendering& outside, const Rendering& value) {
    std::string text;
    while (!wording.empty()) {
        const auto open = wording.find('{');
        text += outside(wording.substr(0, open));
        if (open == std::string_view::npos) break;
        const auto close = wording.find('}', open);
        const auto known = facts.find(std::string(wording.substr(open + 1, close - open - 1)));
        if (known == facts.end() || known->second.empty()) return std::nullopt;
        text += value(known->second);
        wording.remove_prefix(close + 1);
    }
    return text;
}

std::string said(const Wordings& wordings, const Facts& facts, const Rendering& outside,
                 const Rendering& value) {
    for (const auto wording : wordings) {
        if (auto text = filled(wording, facts, outside, value)) return *std::move(text);
    }
    return {};
}

std::string plain(std::string_view text) {
    return std::string(text);
}

std::string said_plainly(const Wordings& wordings, const Facts& facts) {
    return said(wordings, facts, plain, plain);
}

std::string html_escaped(std::string_view text) {
    std::string escaped;
    for (const char c : text) {
        switch (c) {
            case '&': escaped += "&amp;"; break;
            case '<': escaped += "&lt;"; break;
            case '>': escaped += "&gt;"; break;
            case '"': escaped += "&quot;"; break;
            case '\'': escaped += "&#39;"; break;
            default: escaped += c;
        }
    }
    return escaped;
}

// A name that is written from right to left does not turn the sentence around.
std::string html_value(std::string_view text) {
    return "<bdi>" + html_escaped(text) + "</bdi>";
}

std::string said_in_html(const Wordings& wordings, const Facts& facts) {
    return said(wordings, facts, html_escaped, html_value);
}

std::string address_of(const Letter& letter, const Facts& facts) {
    const auto known = facts.find(std::string(letter.button_fact));
    const bool is_web_address = known != facts.end() && (known->second.starts_with("https://") ||
                                                         known->second.starts_with("http://"));
    return is_web_address ? known->second : std::string();
}

std::string text_part(const Language& language, const Letter& letter, const Facts& facts) {
    std::string text;
    const auto add = [&](const std::string& paragraph) {
        if (!paragraph.empty()) text += paragraph + "\n\n";
    };
    add(said_plainly(language.greeting, facts));
    for (const auto& paragraph : letter.before) add(said_plainly(paragraph, facts));
    if (const auto address = address_of(letter, facts); !address.empty()) {
        add(said_plainly(letter.button, facts) + ":\n" + address);
    }
    for (const auto& paragraph : letter.after) add(said_plainly(paragraph, facts));
    // The mark by which mail programs know a signature (RFC 3676, 4.3).
    return text + "-- \n" + said_plainly(language.signature, facts) + "\n";
}

// Colors are the mail program's own, but for the button, so that it can be read on a dark page.
constexpr std::string_view html_style =
    "font-family: system-ui, 'Segoe UI', Helvetica, Arial, sans-serif; font-size: 16px; "
    "line-height: 1.5; max-width: 36em; margin: 0 auto; padding: 16px;";
constexpr std::string_view button_style =
    "display: inline-block; padding: 10px 20px; border-radius: 6px; background-color: #1d4ed8; "
    "color: #ffffff; font-weight: bold; text-decoration: none;";

std::string html_button(const Letter& letter, const Facts& facts) {
    const auto address = html_escaped(address_of(letter, facts));
    if (address.empty()) return {};
    return "<p><a href=\"" + address + "\" style=\"" + std::string(button_style) + "\">" +
           said_in_html(letter.button, facts) +
           "</a></p>\n<p style=\"word-break: break-all;\"><small>" + address + "</small></p>\n";
}

std::string html_part(const Language& language, const Letter& letter, const Facts& facts) {
    std::string html = "<!DOCTYPE html>\n<html lang=\"" + std::string(language.code) +
                       "\">\n<head>\n<meta charset=\"utf-8\">\n"
                       "<meta name=\"viewport\" content=\"width=device-width\">\n"
                       "<meta name=\"color-scheme\" content=\"light dark\">\n<title>" +
                       html_escaped(said_plainly(letter.subject, facts)) +
                       "</title>\n</head>\n<body style=\"" + std::string(html_style) + "\">\n";
    const auto add = [&](const Wordings& paragraph) {
        const auto text = said_in_html(paragraph, facts);
        if (!text.empty()) html += "<p>" + text + "</p>\n";
    };
    add(language.greeting);
    for (const auto& paragraph : letter.before) add(paragraph);
    html += html_button(letter, facts);
    for (const auto& paragraph : letter.after) add(paragraph);
    html += "<hr>\n<p><small>" + said_in_html(language.signature, facts) +
            "</small></p>\n</body>\n</html>\n";
    return html;
}

}  // namespace

MailText text_of(const Mail& mail, std::string_view link) {
    const auto& language = english();
    const auto& letter = language.letters.at(mail.kind);
    Facts facts = mail.facts;
    if (!facts.contains(std::string(fact::person))) facts[std::string(fact::person)] = mail.to_name;
    // What the registry's staff did themselves needs no name.
    if (facts[std::string(fact::partner)] == facts[std::string(fact::registry)]) {
        facts.erase(std::string(fact::partner));
    }
    facts.insert_or_assign(std::string(link_fact), std::string(link));
    return {.subject = said_plainly(letter.subject, facts),
            .text = text_part(language, letter, facts),
            .html = html_part(language, letter, facts)};
}

}  // namespace cartulary::delivery
