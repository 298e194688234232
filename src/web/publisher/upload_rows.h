#pragma once

#include "web/publisher/publisher.h"

namespace cartulary::web {

// The rows of a table that was uploaded, with what becomes of each, problems at their cells.
// `columns` as they stand in the file.
Markup upload_rows(const Desk& desk, const std::vector<std::string>& columns,
                   const std::vector<BulkUploads::RowShown>& rows, std::string_view caption);

}  // namespace cartulary::web
