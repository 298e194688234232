#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/csv.h"
#include "base/result.h"
#include "operations/registry.h"

namespace cartulary {

// Keeps the bytes of an uploaded file in the store, in UTF-8, piece by piece.
void keep_bulk_file(const Registry& registry, const Uuid& upload, std::string_view bytes);

// The rows of a file that was kept so, of which one piece at a time is in memory.
class BulkFile {
public:
    BulkFile(const Registry& registry, const Uuid& upload);

    struct Row {
        std::int64_t number = 0;  // as spreadsheet programs count, empty lines too; from 1
        std::vector<std::string> cells;
        std::size_t bytes = 0;  // of the cells
    };
    // False after the last row. invalid, too_large: it is no table, as csv::Reader tells, or it was
    // not kept whole.
    Result<bool> read(Row& row);

    std::int64_t bytes_read() const { return bytes_read_; }

private:
    std::size_t fill(std::span<char> buffer);

    const Registry& registry_;
    Uuid upload_;
    std::int64_t next_piece_ = 0;
    std::string piece_;
    std::size_t at_ = 0;
    bool is_whole_ = false;
    std::int64_t bytes_read_ = 0;
    csv::Reader reader_;
    csv::Row row_;
    std::int64_t number_ = 0;
    std::size_t next_line_ = 1;  // on which the next row begins where no line is empty
};

}  // namespace cartulary
