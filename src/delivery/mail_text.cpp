#include "delivery/mail_text.h"

#include <functional>
#include <optional>

#include "base/html.h"
#include "delivery/letters.h"

namespace cartulary::delivery {

namespace {

using Facts = std::map<std::string, std::string>;

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
