#pragma once

#include <optional>

#include "web/finder/finder.h"
#include "web/finder/graph_reader.h"

// Pages for addresses of resources at which there is nothing to show (any more).
namespace cartulary::web {

// No thing has this CTID; nothing: the address names none.
http::Response refuse_unknown(Visit& visit, const std::optional<Ctid>& ctid);

// It was published later than the moment that is asked for.
http::Response refuse_before(Visit& visit, const ResourceKnown& known,
                             const ResourceMoment& moment);

// It was removed from the registry; says when, and by whom as far as that is an organization.
http::Response refuse_removed(Visit& visit, const FinderOperations& operations,
                              const ResourceKnown& known);

// The whole is there, but this part of it is not, or was not at that moment.
http::Response refuse_part(Visit& visit, const ResourceKnown& whole, const ResourceMoment& moment);

// What a resource was called in its latest version that was not its deletion; or empty.
GraphReader::Said last_name(const Visit& visit, Resources& resources, const Resource& resource);

}  // namespace cartulary::web
