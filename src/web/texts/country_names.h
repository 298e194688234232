#pragma once

#include <string>

#include "domain/country.h"
#include "web/texts/texts.h"

namespace cartulary::web {

// What a country is called in the language of the texts.
std::string country_name(const Texts& texts, const Country& country);

}  // namespace cartulary::web
