#include "app/import/ipeds_file.h"

#include <algorithm>
#include <cerrno>
#include <stdexcept>
#include <system_error>

#include "base/charset.h"
#include "base/text.h"

namespace cartulary::import {

Checked<IpedsFile> IpedsFile::open(const std::filesystem::path& path) {
    IpedsFile file;
    const auto header = file.table_.begin(path);
    if (!header) return problem(header.error());
    auto columns = Columns::of(*header);
    if (!columns) return problem(columns.error() + ", so it is no IPEDS HD table");
    file.columns_ = *columns;
    if (const auto scanned = file.scan(); !scanned) return problem(scanned.error());
    if (const auto again = file.table_.begin(path); !again) return problem(again.error());
    return file;
}

Checked<void> IpedsFile::scan() {
    csv::Row row;
    for (;;) {
        const auto read = table_.rows().read(row);
        if (!read) return problem("is no CSV file: " + read.error().message);
        if (!*read) return {};
        if (row.cells.size() != columns_.width()) {
            return problem("is damaged: line " + std::to_string(row.line) + " has " +
                           std::to_string(row.cells.size()) + " cells where the header has " +
                           std::to_string(columns_.width()));
        }
        is_utf8_ = is_utf8_ && std::all_of(row.cells.begin(), row.cells.end(), text::is_utf8);
        ++rows_;
    }
}

std::optional<tl::expected<College, Refusal>> IpedsFile::next() {
    csv::Row row;
    const auto read = table_.rows().read(row);
    if (!read) throw std::runtime_error("the file changed while it was read");
    if (!*read) return std::nullopt;
    if (!is_utf8_) {
        for (auto& cell : row.cells) cell = utf8_from_windows_1252(cell);
    }
    return college_of(columns_, row);
}

}  // namespace cartulary::import
