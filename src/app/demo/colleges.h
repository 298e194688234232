#pragma once

#include <string>
#include <utility>
#include <vector>

#include "app/import/college.h"
#include "domain/ctid.h"

namespace cartulary::demo {

// A college of colleges.csv (see README.md).
struct College {
    import::College told;                // as the importer of such tables reads it
    std::string uei;                     // or empty
    std::string system;                  // that it belongs to; or empty
    std::pair<double, double> position;  // latitude and longitude
    std::vector<std::pair<std::string, std::string>> other_names;  // language and text

    Ctid ctid() const { return Ctid::parse(told.ctid).value(); }
    bool speaks_spanish() const { return told.state == "PR"; }
};

// All, in the order of their numbers. Throws where a row cannot be read.
std::vector<College> all_colleges();

}  // namespace cartulary::demo
