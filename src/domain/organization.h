#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/error.h"
#include "base/time.h"
#include "domain/ctid.h"
#include "domain/identifier.h"
#include "domain/organization_type.h"
#include "domain/publishing_profile.h"
#include "domain/webhook.h"

namespace cartulary {

struct Phone {
    std::string number;     // as people write it
    std::string extension;  // digits, or empty

    bool operator==(const Phone&) const = default;
};

struct Address {
    std::string street;
    std::string street_2;
    std::string city;
    std::string region;  // as written; see domain/country.h for codes and names
    std::string postal_code;
    std::string country;  // ISO 3166-1 alpha-2, or empty

    bool operator==(const Address&) const = default;
};

// How far an organization has come. Only an approved one may publish.
enum class OrganizationStatus { draft, submitted, approved, declined, inactive, blocked, retired };

std::string_view name_of(OrganizationStatus status);
std::optional<OrganizationStatus> parse_organization_status(std::string_view name);

// What a caller may say about an organization, whatever the dialect.
struct OrganizationDraft {
    std::string name;
    std::string profile_name;  // unique in the registry without regard to case
    std::string description;
    std::string website;  // empty, or an absolute http(s) URL
    std::string email;
    std::vector<Phone> phones;  // the first is the main one
    Address address;
    std::vector<OrganizationType> types;
    std::optional<Sector> sector;
    std::vector<Identifier> identifiers;
    PublishingProfile publishing;
    std::string picture;  // id of a stored picture, or empty
    Webhook webhook;
    // What only one dialect knows, as text that only it reads: dialect → text.
    std::map<std::string, std::string> particulars;

    bool operator==(const OrganizationDraft&) const = default;
};

// What the registry knows about one. Its CTID is `ce-` and its id.
struct Organization {
    OrganizationId id;
    std::int32_t number;  // > 0, given by the store, never used again
    std::int64_t serial;  // given by the store, increasing; shown as "0" and its digits
    OrganizationStatus status;
    bool trusted_partner;                // may register and publish for others
    std::optional<std::int32_t> tenant;  // number of the organization it belongs to
    OrganizationDraft stated;
    std::int64_t version;  // 1, and 1 more with every change
    Timestamp created_at;
    Timestamp updated_at;
    std::optional<Timestamp> approved_at = {};

    bool operator==(const Organization&) const = default;
};

// Limits in Unicode characters.
inline constexpr std::size_t organization_name_length_min = 2;
inline constexpr std::size_t organization_name_length_max = 210;  // the widest dialect's
inline constexpr std::size_t profile_name_length_min = 3;
inline constexpr std::size_t profile_name_length_max = 50;
inline constexpr std::size_t description_length_max = 10'000;
inline constexpr std::size_t address_line_length_max = 200;
inline constexpr std::size_t postal_code_length_max = 40;

// The identifier of this scheme, or empty.
std::string_view identifier_of(const OrganizationDraft& draft, std::string_view scheme);

// The profile name of an organization that gave none: `profile_` and a random UUID.
std::string generated_profile_name(const Uuid& random);

// Problems of a phone that is there, as "phone" and "phone_extension" for the field "phone".
void append_problems_in(const Phone& phone, const std::string& field,
                        std::vector<FieldProblem>& problems);

// How much an organization must say of itself.
struct Requirements {
    // A web site, an e-mail address, a phone, an address and a type: what an organization needs
    // before it is approved.
    bool complete = true;
    std::size_t name_length_max = organization_name_length_max;
};

// Every problem at once, by the fields' names here ("address.city").
std::vector<FieldProblem> problems_in(const OrganizationDraft& draft,
                                      const Requirements& requirements);

}  // namespace cartulary
