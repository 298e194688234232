#pragma once

#include <cstddef>
#include <filesystem>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "app/import/packed_file.h"
#include "base/csv.h"
#include "domain/checked.h"

namespace cartulary::import {

// A CSV table with named columns, in UTF-8, packed by gzip or not; read row by row.
class PackedTable {
public:
    // Problem: it cannot be opened, is no CSV file, is empty, or lacks one of these columns. Goes
    // on after the file's name.
    static Checked<PackedTable> open(const std::filesystem::path& path,
                                     std::span<const std::string_view> columns);

    // The next row; false after the last. Problem: the file cannot be read on.
    Checked<bool> next();

    std::size_t line() const { return row_.line; }
    bool is_utf8() const;

    // Of the row, trimmed; empty where it has none of this name (in any case).
    std::string_view cell(std::string_view column) const;

    std::uint64_t bytes() const { return source_->file.bytes(); }
    std::uint64_t bytes_read() const { return source_->file.bytes_read(); }

private:
    // Where the reader finds it.
    struct Source {
        PackedFile file;
        std::string problem = {};
    };

    explicit PackedTable(PackedFile file);
    bool has(std::string_view column) const;

    std::unique_ptr<Source> source_;
    csv::Reader reader_;
    std::vector<std::string> header_;  // trimmed
    csv::Row row_;
};

}  // namespace cartulary::import
