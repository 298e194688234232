#pragma once

#include <vector>

#include "base/result.h"
#include "http/message.h"
#include "operations/badge_templates.h"
#include "operations/badges.h"

// Which badges, or templates, a list is to have, and in which order. invalid, with the attributes
// "filter" and "sort". An empty value filters nothing.
namespace cartulary::acclaim {

Result<badge_templates::Filter> badge_template_filter(const http::Request& request);
Result<std::vector<badge_templates::Order>> badge_template_orders(const http::Request& request);

Result<badges::Filter> badge_filter(const http::Request& request);
Result<std::vector<badges::Order>> badge_orders(const http::Request& request);

}  // namespace cartulary::acclaim
