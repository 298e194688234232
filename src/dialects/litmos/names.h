#pragma once

#include <span>
#include <string>
#include <string_view>

namespace cartulary::litmos {

// Our fields under this interface's names, for messages. What is missing here is called the same.
struct Name {
    std::string_view ours;
    std::string_view theirs;
};
using Names = std::span<const Name>;

inline constexpr Name organization_names[] = {
    {"identifiers.litmos.key", "Key"},
    {"identifiers.litmos.external_id", "ExternalId"},
    {"identifiers.tax_exempt", "TaxExemptId"},
    {"name", "Name"},
    {"status", "Active"},
    {"address.street", "Street1"},
    {"address.street_2", "Street2"},
    {"address.city", "City"},
    {"address.region", "StateProvince"},
    {"address.postal_code", "PostalCode"},
    {"address.country", "Country"},
    {"phones[0]", "Phone"},
};

inline constexpr Name attendee_group_names[] = {
    {"name", "GroupName"},
    {"active", "Active"},
    {"starts_at", "StartDate"},
    {"ends_at", "EndDate"},
    {"unique_id", "UniqueID"},
    {"applies_expiry", "ApplyExpirationDate"},
    {"applies_expiry_to_replay", "ApplyExpirationDateReplay"},
};

inline constexpr Name email_domain_names[] = {
    {"domain", "EmailDomain"},
    {"active", "Active"},
};

// Also of parts of a list: "[1].name" is "[1].GroupName".
std::string their_name(Names names, std::string_view ours);

}  // namespace cartulary::litmos
