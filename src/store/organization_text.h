#pragma once

#include <string>
#include <string_view>

#include "domain/organization.h"

// The lists of an organization as the JSON texts that its columns keep.
namespace cartulary::organizations {

std::string text_of(const std::vector<Phone>& phones);
std::vector<Phone> phones_from(std::string_view text);

std::string text_of(const std::vector<OrganizationType>& types);
std::vector<OrganizationType> types_from(std::string_view text);

std::string text_of(const PublishingProfile& publishing);
PublishingProfile publishing_from(std::string_view text);

// All that is known of one, for the snapshot of an event.
std::string snapshot_of(const Organization& organization);

}  // namespace cartulary::organizations
