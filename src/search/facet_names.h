#pragma once

#include <string_view>

#include "search/names.h"

namespace cartulary::search {

// In the order in which conditions are told.
inline constexpr Facet all_facets[] = {Facet::type,   Facet::kind,     Facet::sector,
                                       Facet::region, Facet::country,  Facet::subject,
                                       Facet::owner,  Facet::publisher};

// As parameters of addresses and answers call it: "type".
std::string_view name_of(Facet facet);

}  // namespace cartulary::search
