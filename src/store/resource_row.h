#pragma once

#include "domain/resource.h"
#include "store/statement.h"

// Resources and their versions as rows of a query.
namespace cartulary::resources {

// What queries of wholes select, before others, in the order that resource_in() takes it.
#define RESOURCE_COLUMNS                                                               \
    "resource.number, resource.id, resource.envelope, resource.type, resource.owner, " \
    "resource.publisher, resource.revision, resource.digest, resource.created_at, "    \
    "resource.updated_at, resource.deleted_at, resource.verified_at"

inline constexpr int columns_of_resource = 12;

Resource resource_in(const Rows& row);

// The same of versions, from `first` on. `document` is a column, or '' where it is left out.
#define VERSION_COLUMNS(document)                                                           \
    "resource_version.revision, resource_version.event, resource_version.method, " document \
    ", resource_version.digest, resource_version.actor, "                                   \
    "resource_version.owner, resource_version.publisher, resource_version.created_at"

inline constexpr int columns_of_version = 9;

ResourceVersion version_in(const Rows& row, int first = 0);

}  // namespace cartulary::resources
