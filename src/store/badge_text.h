#pragma once

#include <string>
#include <string_view>

#include "domain/badge.h"

// Templates and badges as JSON: what their rows keep beside the columns, and the whole of them for
// the snapshot of an event, which can be read back.
namespace cartulary::badge_templates {

std::string details_of(const BadgeTemplateDraft& stated);
void read_details(std::string_view details, BadgeTemplateDraft& stated);

std::string snapshot_of(const IssuedTemplate& issued);
IssuedTemplate in_snapshot(std::string_view text);  // throws where it is none

}  // namespace cartulary::badge_templates

namespace cartulary::badges {

std::string details_of(const BadgeDraft& stated);
void read_details(std::string_view details, BadgeDraft& stated);

// Without the digest of the link.
std::string snapshot_of(const IssuedBadge& issued);
IssuedBadge in_snapshot(std::string_view text);  // throws where it is none

}  // namespace cartulary::badges
