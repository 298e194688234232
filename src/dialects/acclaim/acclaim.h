#pragma once

#include "http/router.h"
#include "operations/badge_templates.h"
#include "operations/badges.h"
#include "operations/callers.h"
#include "operations/events.h"
#include "operations/organizations.h"
#include "operations/pictures.h"
#include "operations/tokens.h"
#include "operations/webhooks.h"

namespace cartulary::acclaim {

struct Operations {
    Callers& callers;
    Organizations& organizations;
    Tokens& tokens;
    BadgeTemplates& badge_templates;
    Badges& badges;
    Events& events;
    Webhooks& webhooks;
    Pictures& pictures;
    std::string public_url;              // "https://registry.example", without a slash at its end
    std::size_t rendered_bytes_max = 0;  // of organizations and events kept as text
};

// Acclaim's interface (now Credly's): organizations, tokens, badges and what happens to them, with
// Open Badges 2.0. `operations` outlives the routes.
http::Area area(const Operations& operations);

// Where its tokens are exchanged for access tokens: POST /oauth/token (RFC 6749, 4.4).
http::Area oauth_area(const Operations& operations);

// Its OpenAPI description, of both areas.
extern const std::string_view openapi;

}  // namespace cartulary::acclaim
