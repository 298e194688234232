#pragma once

#include <string>
#include <string_view>

namespace cartulary::accounts {

// Our fields under this interface's names: parsing, rendering and messages all read this table.
// A registration's property is known by its name here; contacts and estimates have their own.
struct Name {
    std::string_view ours;
    std::string_view theirs;
};

inline constexpr Name names[] = {
    {"id", "CTID"},
    {"name", "Name"},
    {"profile_name", "ProfileName"},
    {"identifiers.fein", "FEIN"},
    {"identifiers.duns", "DUNS"},
    {"identifiers.opeid", "OPEID"},
    {"website", "Url"},
    {"email", "PrimaryEmail"},
    {"phones[0]", "PrimaryPhoneNumber"},
    {"phones[0]_extension", "PrimaryPhoneExtension"},
    {"phones[1]", "SecondaryPhoneNumber"},
    {"phones[1]_extension", "SecondaryPhoneExtension"},
    {"publishing.roles", "OrganizationPublishingRoleUris"},
    {"publishing.methods", "OrganizationPublishingMethodUris"},
    {"publishing.consuming_methods", "OrganizationConsumingMethodUris"},
    {"types", "OrganizationTypeUris"},
    {"sector", "OrganizationSectorUri"},
    {"contacts", "Contacts"},
    {"address.street", "StreetAddress"},
    {"address.city", "City"},
    {"address.region", "StateProvince"},
    {"address.country", "Country"},
    {"address.postal_code", "PostalCode"},
    {"publishing.estimates", "PublishingEstimates"},
    {"mail_contacts", "SendingOrgContactEmails"},
};

inline constexpr Name contact_names[] = {
    {"email", "Email"},
    {"first_name", "FirstName"},
    {"last_name", "LastName"},
    {"phone", "DaytimePhoneNumber"},
    {"phone_extension", "DaytimePhoneExtension"},
};

inline constexpr Name estimate_names[] = {
    {"entity_type", "EntityTypeUri"},
    {"count", "EstimatedCount"},
    {"comment", "Comment"},
};

// Their name of one of our fields, also of parts of a list: "contacts[1].email" is
// "Contacts[1].Email".
std::string their_name(std::string_view ours);

// Their name of one of the registration's own properties; looked up while compiling where it can
// be.
constexpr std::string_view property(std::string_view ours) {
    for (const auto& name : names) {
        if (name.ours == ours) return name.theirs;
    }
    return {};
}

}  // namespace cartulary::accounts
