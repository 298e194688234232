#pragma once

#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "base/signed_token.h"
#include "http/router.h"
#include "operations/tenant_organizations.h"
#include "operations/tenant_people.h"
#include "operations/tenant_uploads.h"
#include "operations/tenants.h"

namespace cartulary::sunbird {

// Which of Sunbird's servers is spoken like: that of its reference document, or 4.7 and newer.
enum class Profile { classic, modern };

// By "classic" and "modern".
std::optional<Profile> parse_profile(std::string_view name);

struct Operations {
    Tenants& tenants;
    TenantOrganizations& organizations;
    TenantPeople& people;
    TenantUploads& uploads;
    Clock now;
    Randomness randomness;
    std::string public_url;  // "https://registry.example", without a slash at its end
    // The keys of persons' tokens as they are now: the last one signs, all of them verify.
    std::function<std::vector<SigningKey>()> token_keys;
    Profile profile = Profile::classic;  // unless a request's X-Sunbird-Profile has another
    std::map<std::string, std::int64_t, std::less<>> organisation_types = {{"school", 2},
                                                                           {"board", 5}};
};

// Sunbird's interface: channels, tenant organisations, their sub-organisations and people, under
// /api/org, /api/channel and /api/user as under /v1/org, /v2/org, /v1/channel and /v1/user, and the
// tokens of people under /auth. The referred operations outlive the routes.
std::vector<http::Area> areas(const Operations& operations);

// Its OpenAPI description, of all areas.
extern const std::string_view openapi;

}  // namespace cartulary::sunbird
