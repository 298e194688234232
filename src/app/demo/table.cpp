#include "app/demo/table.h"

#include <stdexcept>

namespace cartulary::demo {

Table::Table(std::string_view text) {
    csv::Reader reader(csv::source_of(text));
    csv::Row row;
    const auto next = [&] {
        const auto read = reader.read(row);
        if (!read) throw std::logic_error("a table of the demonstration is none");
        return *read;
    };
    if (!next()) throw std::logic_error("a table of the demonstration is empty");
    heading_ = row;
    for (std::size_t i = 0; i < heading_.cells.size(); ++i) places_[heading_.cells[i]] = i;
    while (next()) rows_.push_back(row);
}

const std::string& Table::cell(const csv::Row& row, std::string_view column) const {
    const auto place = places_.find(column);
    if (place == places_.end()) {
        throw std::logic_error("no column " + std::string(column) + " in the demonstration");
    }
    return row.cells.at(place->second);
}

std::vector<std::string> parts_of(std::string_view text) {
    std::vector<std::string> parts;
    while (!text.empty()) {
        const auto end = text.find('|');
        parts.emplace_back(text.substr(0, end));
        text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
    }
    return parts;
}

}  // namespace cartulary::demo
