#pragma once

#include <string>

#include "base/json.h"

namespace cartulary::web {

// What a call says of who is calling, and where.
struct Credential {
    enum Place { header, query, cookie, basic };

    Place place = header;
    std::string name;   // "Authorization"
    std::string value;  // "ApiToken $API_KEY": what the caller has stands in for $VARIABLES
};

// What a security scheme of a description asks for.
Credential credential_of(const json::Value& scheme);

}  // namespace cartulary::web
