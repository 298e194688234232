#pragma once

#include <cstddef>
#include <filesystem>
#include <optional>

#include "app/import/college.h"
#include "app/import/table_file.h"

namespace cartulary::import {

// An IPEDS HD table in UTF-8 or Windows-1252, read row by row.
class IpedsFile {
public:
    // Reads the whole file once, so that nothing is registered from one that breaks at its end.
    // The problem goes on after the file's name and tells the line.
    static Checked<IpedsFile> open(const std::filesystem::path& path);

    std::size_t rows() const { return rows_; }

    // Nothing after the last row. Throws when the file broke since it was opened.
    std::optional<tl::expected<College, Refusal>> next();

private:
    IpedsFile() = default;
    Checked<void> scan();

    TableFile table_;
    Columns columns_;
    std::size_t rows_ = 0;
    bool is_utf8_ = true;
};

}  // namespace cartulary::import
