#pragma once

#include <string>
#include <string_view>

#include "domain/mail.h"

// What the registry writes to people, out of what letters.h has for each kind of mail.
namespace cartulary::delivery {

struct MailText {
    std::string subject;
    std::string text;
    std::string html;  // a whole page

    bool operator==(const MailText&) const = default;
};

// The facts that a text may name. A sentence whose facts are missing is left out or said without
// them.
namespace fact {
inline constexpr std::string_view organization = "organization";  // its name
inline constexpr std::string_view ctid = "ctid";
inline constexpr std::string_view partner = "partner";        // the name of who registered it
inline constexpr std::string_view registry = "registry";      // the name of this registry
inline constexpr std::string_view public_url = "public_url";  // where its pages are
inline constexpr std::string_view person = "person";          // the recipient's name
inline constexpr std::string_view valid_days = "valid_days";  // how long the link works
inline constexpr std::string_view role = "role";              // what the person may do there
inline constexpr std::string_view badge = "badge";            // its name
inline constexpr std::string_view badge_url = "badge_url";    // of its public page
inline constexpr std::string_view earner = "earner";          // the recipient's first name
inline constexpr std::string_view reason = "reason";          // why a badge was revoked, or more
inline constexpr std::string_view organization_id = "organization_id";  // as paths name it
inline constexpr std::string_view description = "description";          // of a token
inline constexpr std::string_view expires_on = "expires_on";            // "2026-09-28"
inline constexpr std::string_view days = "days";                        // until then
inline constexpr std::string_view company = "company";                  // its name
inline constexpr std::string_view user = "user";                        // of the company
inline constexpr std::string_view change = "change";                    // "added" or "changed"
inline constexpr std::string_view valid_hours = "valid_hours";          // how long the link works
inline constexpr std::string_view page_url = "page_url";                // where to go
inline constexpr std::string_view codes_left = "codes_left";            // recovery codes
inline constexpr std::string_view inviter = "inviter";                  // the name of a person
inline constexpr std::string_view applicant = "applicant";              // the name of who asks
inline constexpr std::string_view applicant_email = "applicant_email";
inline constexpr std::string_view note = "note";                // what they write
inline constexpr std::string_view third_party = "third_party";  // the name of one
inline constexpr std::string_view draft = "draft";              // the name of what it describes
inline constexpr std::string_view count = "count";              // how many there are, where not one
}  // namespace fact

// `link` is the mail's secret link, or empty.
MailText text_of(const Mail& mail, std::string_view link);

}  // namespace cartulary::delivery
