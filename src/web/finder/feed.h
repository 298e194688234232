#pragma once

#include <optional>
#include <string>
#include <vector>

#include "web/finder/finder.h"

// The latest changes of what is published, as an Atom feed (RFC 4287): of the whole registry, or of
// one organization. Older ones are on further pages of it (RFC 5005).
namespace cartulary::web {

// GET /changes.atom?owner=…&before=…
std::vector<http::Route> feed_routes(const Visits& visits, const FinderOperations& operations);

// For the head of a page, so that readers of feeds find it.
struct FeedOwner {
    Ctid ctid;
    std::string name;
};
Markup feed_link(const Shell& shell, const std::optional<FeedOwner>& owner = {});

}  // namespace cartulary::web
