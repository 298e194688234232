#pragma once

#include <string_view>

#include "http/router.h"
#include "operations/bulk_uploads.h"
#include "operations/callers.h"

namespace cartulary::publisher {

struct Operations {
    Callers& callers;
    BulkUploads& uploads;
};

// Tables of many things for programs, as the pages for people take them. `operations` outlives the
// routes.
http::Area area(const Operations& operations);

// Its OpenAPI description.
extern const std::string_view openapi;

}  // namespace cartulary::publisher
