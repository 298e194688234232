#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "base/time.h"
#include "base/uuid.h"

namespace cartulary {

// What a mail is about; delivery has a text for each.
enum class MailKind {
    confirm_account,       // to a new person: set your password
    made_administrator,    // to a known person: you now administer this organization
    partner_registered,    // to a trusted partner: you registered this organization
    staff_registered,      // to the registry's staff: a partner registered this organization
    badge_issued,          // to an earner: look at your badge, and take it or not
    badge_revoked,         // to an earner: your badge was revoked
    token_expires,         // to an organization's administrator: a token runs out soon
    company_organization,  // to a company's administrator: this organization is new, or changed
    sign_up,               // to whom has an address: confirm it, and your account is ready
    account_exists,        // to a known person, in the place of the mail above
    reset_password,        // to a known person: set a new password
    account_unknown,       // to whom has an address, in the place of the mail above
    password_changed,      // to a person, as the ones below
    email_change,          // to a new address: confirm it
    email_changed,         // to the old address
    second_factor_off,
    recovery_code_used,
    invitation,      // to somebody, known or not: come into this organization
    join_requested,  // to an organization's administrator: somebody asks to be let in
    join_approved,   // to who asked
    join_declined,
    organization_submitted,  // to the registry's staff: an organization asks to be approved
    organization_approved,   // to an organization's administrators, as the ones below
    organization_declined,
    third_party_asked,    // another organization asks to publish for theirs
    third_party_granted,  // theirs may publish for another organization
    third_party_ended,    // another organization may no longer publish for theirs, or theirs for it
    draft_published,      // to who may publish for an organization: what it wrote is public
    draft_sent_back,      // to who approved something: staff did not publish it
};

inline constexpr MailKind last_mail_kind = MailKind::draft_sent_back;

std::string_view name_of(MailKind kind);
std::optional<MailKind> parse_mail_kind(std::string_view name);

// Whether it is of no use without a link that is a secret, which is erased when it was sent or
// given up.
bool needs_link(MailKind kind);

// A mail to one person, as facts; delivery makes the text of it when it is sent.
struct Mail {
    Uuid id;
    MailKind kind;
    std::string to_address;
    std::string to_name;
    std::map<std::string, std::string> facts;  // "organization" → "Harbor College"
    std::string sealed_link;  // a link that is a secret, sealed by the vault; empty: none
    Timestamp created_at;

    bool operator==(const Mail&) const = default;
};

enum class MailState { waiting, sent, given_up };

std::string_view name_of(MailState state);
std::optional<MailState> parse_mail_state(std::string_view name);

}  // namespace cartulary
