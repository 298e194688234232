#pragma once

#include <string_view>

// The part of the catalogue (see texts.h) that is about publishing by forms and tables.
namespace cartulary::web {

struct PublisherTexts {};

}  // namespace cartulary::web
