#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/uuid.h"
#include "domain/badge.h"

// Where things are shown.
namespace cartulary::web {

std::string organization_path(std::string_view profile_name);
std::string badge_template_path(const IssuedTemplate& issued);
std::string badge_path(const Uuid& id);
std::string earner_path(const Uuid& badge);     // the page of who was issued the badge
std::string picture_path(std::string_view id);  // of a stored picture
std::string badge_picture_path(const BadgeTemplateDraft& badge);  // ours where it has none

}  // namespace cartulary::web
