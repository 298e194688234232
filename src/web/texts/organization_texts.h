#pragma once

#include <string_view>

// The part of the catalogue (see texts.h) that is about people's own organizations.
namespace cartulary::web {

struct OrganizationTexts {};

}  // namespace cartulary::web
