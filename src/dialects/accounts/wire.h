#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "domain/registration.h"

namespace cartulary::accounts {

struct Parsed {
    Registration registration;  // with what was wrong in `noticed`
    std::vector<std::string> warnings;
};

// Reads the body of a registration, its property names without regard to case. invalid: it is
// not JSON (with line and column), or no object; everything else wrong is noticed.
Result<Parsed> parse_registration(std::string_view body);

}  // namespace cartulary::accounts
