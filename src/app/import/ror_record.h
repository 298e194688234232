#pragma once

#include "app/import/organization_source.h"
#include "app/import/packed_table.h"
#include "base/json.h"

// What one record of the Research Organization Registry says; see ror.h.
namespace cartulary::import {

SourceRecord ror_record(const json::Value& record);  // of schema 1 or 2

// The row that the table stands at.
SourceRecord ror_row(const PackedTable& table);

inline constexpr std::string_view ror_columns[] = {"ror_id", "name"};

}  // namespace cartulary::import
