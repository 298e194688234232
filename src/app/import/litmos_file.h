#pragma once

#include <cstddef>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "app/import/table_file.h"
#include "base/json.h"
#include "domain/checked.h"

namespace cartulary::import {

// A row of a table as the object that would be sent for it.
struct LitmosRow {
    std::size_t line = 0;
    std::string key = {};
    std::string external_id = {};
    json::Object organization = {};
};

// A CSV table of organizations whose header names properties of the Litmos interface, in any case
// and any order, in UTF-8 or Windows-1252; read row by row.
class LitmosFile {
public:
    // Reads the whole file once, so that nothing is stored from one that breaks at its end. The
    // problem goes on after the file's name.
    static Checked<LitmosFile> open(const std::filesystem::path& path);

    std::size_t rows() const { return rows_; }

    // Nothing after the last row. Throws when the file broke since it was opened.
    std::optional<LitmosRow> next();

    // Begins again with the first row.
    void rewind();

private:
    explicit LitmosFile(std::filesystem::path path) : path_(std::move(path)) {}
    Checked<void> read_header(const csv::Row& header);
    Checked<void> scan();

    std::filesystem::path path_;
    TableFile table_;
    std::vector<std::string> columns_;  // the properties' names; empty: ignored
    std::size_t rows_ = 0;
    bool is_utf8_ = true;
};

}  // namespace cartulary::import
