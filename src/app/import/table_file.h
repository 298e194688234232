#pragma once

#include <filesystem>
#include <fstream>
#include <memory>

#include "base/csv.h"
#include "domain/checked.h"

namespace cartulary::import {

// A CSV file that is read from its beginning, as often as wanted.
class TableFile {
public:
    // Its header; what comes next from rows() are the rows below it. Problem: it cannot be opened,
    // is no CSV file, or is empty.
    Checked<csv::Row> begin(const std::filesystem::path& path);

    csv::Reader& rows() { return *reader_; }  // after begin()

private:
    std::unique_ptr<std::ifstream> stream_;
    std::unique_ptr<csv::Reader> reader_;
};

}  // namespace cartulary::import
