#include "app/import/litmos_file.h"

#include <algorithm>
#include <cerrno>
#include <stdexcept>
#include <system_error>

#include "base/charset.h"
#include "base/text.h"
#include "dialects/litmos/organization_texts.h"

namespace cartulary::import {

namespace {

constexpr std::string_view key_column = "Key";
constexpr std::string_view external_id_column = "ExternalId";
constexpr std::string_view boolean_columns[] = {"Active", "IsTaxExempt", "NotificationToSuperUser"};
// What an answer of the interface holds too, and is ours to say.
constexpr std::string_view ignored_columns[] = {"Id", "Modified", "Links"};

// The property's name as the interface writes it; empty for one that is ignored.
std::optional<std::string> column_named(std::string_view cell) {
    const auto is_it = [name = text::trimmed(cell)](std::string_view known) {
        return text::equal_ignoring_ascii_case(name, known);
    };
    for (const auto& text : litmos::organization_texts()) {
        if (is_it(text.name)) return std::string(text.name);
    }
    for (const auto name : boolean_columns) {
        if (is_it(name)) return std::string(name);
    }
    if (std::ranges::any_of(ignored_columns, is_it)) return std::string();
    return std::nullopt;
}

}  // namespace

Checked<LitmosFile> LitmosFile::open(const std::filesystem::path& path) {
    LitmosFile file(path);
    const auto header = file.table_.begin(file.path_);
    if (!header) return problem(header.error());
    if (const auto known = file.read_header(*header); !known) return problem(known.error());
    if (const auto scanned = file.scan(); !scanned) return problem(scanned.error());
    file.rewind();
    return file;
}

Checked<void> LitmosFile::read_header(const csv::Row& header) {
    for (const auto& cell : header.cells) {
        auto column = column_named(cell);
        if (!column) return problem("has the column \"" + cell + "\", which is not known");
        if (!column->empty() && std::ranges::find(columns_, *column) != columns_.end()) {
            return problem("has the column " + *column + " twice");
        }
        columns_.push_back(*std::move(column));
    }
    if (std::ranges::find(columns_, key_column) == columns_.end()) {
        return problem("has no column Key");
    }
    return {};
}

Checked<void> LitmosFile::scan() {
    csv::Row row;
    for (;;) {
        const auto read = table_.rows().read(row);
        if (!read) return problem("is no CSV file: " + read.error().message);
        if (!*read) return {};
        if (row.cells.size() != columns_.size()) {
            return problem("is damaged: line " + std::to_string(row.line) + " has " +
                           std::to_string(row.cells.size()) + " cells where the header has " +
                           std::to_string(columns_.size()));
        }
        is_utf8_ = is_utf8_ && std::ranges::all_of(row.cells, text::is_utf8);
        ++rows_;
    }
}

std::optional<LitmosRow> LitmosFile::next() {
    csv::Row row;
    const auto read = table_.rows().read(row);
    if (!read || (*read && row.cells.size() != columns_.size())) {
        throw std::runtime_error("the file changed while it was read");
    }
    if (!*read) return std::nullopt;
    LitmosRow organization{.line = row.line};
    for (std::size_t i = 0; i < columns_.size(); ++i) {
        auto& cell = row.cells[i];
        if (!is_utf8_) cell = utf8_from_windows_1252(cell);
        if (columns_[i].empty()) continue;
        if (columns_[i] == key_column) organization.key = cell;
        if (columns_[i] == external_id_column) organization.external_id = cell;
        organization.organization.push_back({columns_[i], json::Value(std::move(cell))});
    }
    return organization;
}

void LitmosFile::rewind() {
    if (!table_.begin(path_)) throw std::runtime_error("the file changed while it was read");
}

}  // namespace cartulary::import
