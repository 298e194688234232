#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>

#include "app/import/organization_source.h"
#include "app/import/packed_file.h"

namespace cartulary::import {

// The Research Organization Registry as it is published: records as JSON (its schemas 1 and 2,
// also both in one file), in a list or a line each; or a flat CSV table with the columns ror_id and
// name; packed by gzip or not. https://ror.readme.io/docs/ror-data-structure
//
// What a record says is kept in its words: all names with their languages, identifiers, places with
// their coordinates, parents and children, the year of foundation. Its types become the
// organization type or sector that says the same, and nothing where none does. Withdrawn records
// are left out, as ROR asks; inactive ones have ceased. An organization's CTID is made of its ROR
// id, and so the same in every registry and for ever.
Checked<std::unique_ptr<OrganizationSource>> open_ror(const std::filesystem::path& path);

// "https://ror.org/000025p04"; of the last part alone too.
Checked<std::string> parse_ror_id(std::string_view text);

Ctid ctid_of_ror_id(std::string_view ror_id);

}  // namespace cartulary::import
