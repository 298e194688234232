#pragma once

#include <string>

#include "domain/badge.h"
#include "domain/organization.h"

// Documents of Open Badges 2.0 (IMS Global, 12 April 2018:
// https://www.imsglobal.org/sites/default/files/Badges/OBv2p0Final/index.html), which verifiers
// read. Each one's id is the address where it is served.
namespace cartulary::acclaim::open_badges {

inline constexpr auto json_ld_type = "application/ld+json";

// The Profile of an issuer. The specification wants an e-mail address of it, and so has the one
// that the organization gave for everybody.
std::string profile(const Organization& organization, const std::string& public_url);

std::string badge_class(const IssuedTemplate& issued, const std::string& public_url);

// The Assertion of a badge that is not revoked. Its earner is there as a salted hash alone.
std::string assertion(const IssuedBadge& issued, const std::string& public_url);

// What is left to say of a badge that is revoked; a verifier gets it with 410.
std::string revoked_assertion(const Badge& badge, const std::string& public_url);

}  // namespace cartulary::acclaim::open_badges
