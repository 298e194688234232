#pragma once

#include <string>
#include <vector>

#include "domain/badge_template.h"
#include "domain/organization.h"
#include "web/page.h"

// What several pages show of an organization's record.
namespace cartulary::web {

// That the registry vouches for who it is; nothing where it does not.
Markup verified_mark(const Shell& shell, const Organization& organization);

Markup mail_link(const std::string& email);  // nothing where it is no address

// With a heading.
Markup badges_offered(const Texts& texts, const Organization& organization,
                      const std::vector<BadgeTemplate>& badges);

}  // namespace cartulary::web
