#pragma once

#include <map>
#include <string_view>
#include <vector>

#include "domain/mail.h"

// What stands in the mails, without the facts. Another language is another Language.
namespace cartulary::delivery {

// The first of several wordings whose {facts} are all known is said; none: nothing.
using Wordings = std::vector<std::string_view>;

struct Letter {
    Wordings subject;
    std::vector<Wordings> before;  // paragraphs
    Wordings button;               // what the link or the address in `button_fact` is for
    std::string_view button_fact;
    std::vector<Wordings> after;
};

using Letters = std::map<MailKind, Letter>;

struct Language {
    std::string_view code;  // BCP 47
    Wordings greeting;
    Wordings signature;
    Letters letters;
};

constexpr std::string_view link_fact = "link";

const Language& english();

// What english() is made of.
void add_english_letters(Letters& letters);               // about organizations and badges
void add_english_account_letters(Letters& letters);       // about a person's own account
void add_english_membership_letters(Letters& letters);    // about people in organizations
void add_english_organization_letters(Letters& letters);  // about what becomes of organizations
void add_english_draft_letters(Letters& letters);         // about what becomes of what they write

}  // namespace cartulary::delivery
