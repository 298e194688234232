#pragma once

#include <string_view>

// The part of the catalogue (see texts.h) that is about the registry's staff.
namespace cartulary::web {

struct StaffTexts {};

}  // namespace cartulary::web
