#include "app/import/packed_table.h"

#include <algorithm>

#include "base/text.h"

namespace cartulary::import {

PackedTable::PackedTable(PackedFile file)
    : source_(std::make_unique<Source>(Source{std::move(file)})),
      reader_([source = source_.get()](std::span<char> buffer) -> std::size_t {
          const auto count = source->file.read(buffer.data(), buffer.size());
          if (!count) source->problem = count.error();
          return count.value_or(0);
      }) {}

Checked<PackedTable> PackedTable::open(const std::filesystem::path& path,
                                       std::span<const std::string_view> columns) {
    auto file = PackedFile::open(path);
    if (!file) return problem(file.error());
    PackedTable table(*std::move(file));
    const auto read = table.next();
    if (!read) return problem(read.error());
    if (!*read) return problem("is empty");
    for (const auto& cell : table.row_.cells) table.header_.emplace_back(text::trimmed(cell));
    for (const auto column : columns) {
        if (!table.has(column)) return problem("has no column " + std::string(column));
    }
    return table;
}

Checked<bool> PackedTable::next() {
    const auto read = reader_.read(row_);
    if (!source_->problem.empty()) return problem(source_->problem);
    if (!read) return problem("is no CSV file: " + read.error().message);
    return *read;
}

bool PackedTable::is_utf8() const {
    return std::ranges::all_of(row_.cells,
                               [](const std::string& cell) { return text::is_utf8(cell); });
}

std::string_view PackedTable::cell(std::string_view column) const {
    for (std::size_t i = 0; i < header_.size() && i < row_.cells.size(); ++i) {
        if (text::equal_ignoring_ascii_case(header_[i], column)) {
            return text::trimmed(row_.cells[i]);
        }
    }
    return {};
}

bool PackedTable::has(std::string_view column) const {
    return std::ranges::any_of(header_, [&](const std::string& name) {
        return text::equal_ignoring_ascii_case(name, column);
    });
}

}  // namespace cartulary::import
