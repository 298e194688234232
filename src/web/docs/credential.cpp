#include "web/docs/credential.h"

#include "web/docs/json_reference.h"

namespace cartulary::web {

Credential credential_of(const json::Value& scheme) {
    if (text_in(scheme, "type") != "apiKey") {
        if (text_in(scheme, "scheme") == "basic") {
            return {Credential::basic, "Authorization", "$USER_NAME:$PASSWORD"};
        }
        return {Credential::header, "Authorization", "Bearer $TOKEN"};
    }
    const auto place = text_in(scheme, "in");
    // The standard has no place for what stands around the key.
    const auto value = text_in(scheme, "x-example");
    return {place == "header"  ? Credential::header
            : place == "query" ? Credential::query
                               : Credential::cookie,
            text_in(scheme, "name"), value.empty() ? "$API_KEY" : value};
}

}  // namespace cartulary::web
