#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/error.h"
#include "base/time.h"
#include "base/uuid.h"
#include "domain/badge_template.h"
#include "domain/ctid.h"

namespace cartulary {

enum class BadgeState {
    pending,   // issued; its earner has not decided
    accepted,  // its earner took it
    rejected,  // its earner did not want it
    revoked,   // its issuer took it back, or replaced it
};

std::string_view name_of(BadgeState state);
std::optional<BadgeState> parse_badge_state(std::string_view name);

// To whom a badge is issued. Personal data.
struct Recipient {
    std::string email;
    std::string first_name;
    std::string middle_name;
    std::string last_name;
    std::string earner_id;  // as the issuer calls its earner; or empty

    std::string full_name() const;
    bool operator==(const Recipient&) const = default;
};

struct Evidence {
    Uuid id;
    std::string type;  // "UrlEvidence", "TextEvidence", "IdEvidence"
    std::string name;
    std::string description;
    std::string value;  // of UrlEvidence an http(s) URL

    bool operator==(const Evidence&) const = default;
};

struct BadgeDraft {
    Recipient recipient;
    std::string locale = "en";  // BCP 47
    Timestamp issued_at;
    std::optional<Timestamp> expires_at;
    std::string country;  // ISO 3166-1 alpha-2, or empty
    std::string region;   // as written
    std::vector<Evidence> evidence;
    bool suppress_mail = false;

    bool operator==(const BadgeDraft&) const = default;
};

// A badge of a template, issued to somebody.
struct Badge {
    Uuid id;
    std::int32_t organization;  // number of the issuer
    Uuid badge_template;        // id
    Uuid earner;                // the same for all badges to one address in this registry
    BadgeDraft stated;
    BadgeState state;
    bool is_public;
    std::optional<Uuid> replaces;     // id of a badge
    std::optional<Uuid> replaced_by;  // id of a badge
    std::string revocation_reason;    // empty unless revoked
    std::string link_digest;          // of the secret link that was mailed; empty: none
    std::int64_t version;
    Timestamp created_at;
    Timestamp updated_at;
    std::optional<Timestamp> state_updated_at;

    bool operator==(const Badge&) const = default;
};

// An issuer as badges show it.
struct Issuer {
    OrganizationId id;
    std::int32_t number;
    std::string name;
    std::string profile_name;
    bool verified;

    bool operator==(const Issuer&) const = default;
};

// A template or badge with what has to be known to show it; also what its events keep.
struct IssuedTemplate {
    BadgeTemplate badge_template;
    Issuer issuer;

    bool operator==(const IssuedTemplate&) const = default;
};
struct IssuedBadge {
    Badge badge;
    BadgeTemplate badge_template;
    Issuer issuer;

    bool operator==(const IssuedBadge&) const = default;
};

inline constexpr std::size_t earner_id_length_max = 255;            // characters
inline constexpr std::size_t locale_length_max = 35;                // characters: RFC 5646, 4.4.1
inline constexpr std::size_t evidence_max = 100;                    // of one badge
inline constexpr std::size_t revocation_reason_length_max = 1'000;  // characters
inline constexpr std::size_t badges_in_batch_max = 50;

// Every problem at once, by the fields' names here ("recipient.email", "evidence[0].value"). An
// e-mail address, a first and a last name are required; a badge does not expire before it is
// issued.
std::vector<FieldProblem> problems_in(const BadgeDraft& draft);

}  // namespace cartulary
