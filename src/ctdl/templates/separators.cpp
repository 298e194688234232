#include "ctdl/templates/separators.h"

#include "base/text.h"

namespace cartulary::ctdl::templates {

namespace {

constexpr char separator = '|';

void append_escaped(std::string& text, std::string_view value) {
    for (const char c : value) {
        text += c;
        if (c == separator) text += c;
    }
}

}  // namespace

std::vector<std::string> split_values(std::string_view cell, std::size_t count_max) {
    std::vector<std::string> values;
    std::string value;
    const auto take = [&] {
        const auto trimmed = text::trimmed(value);
        if (!trimmed.empty()) values.emplace_back(trimmed);
        value.clear();
    };
    for (std::size_t i = 0; i < cell.size() && values.size() < count_max; ++i) {
        if (cell[i] != separator) {
            value += cell[i];
        } else if (i + 1 < cell.size() && cell[i + 1] == separator) {
            value += separator;
            ++i;
        } else {
            take();
        }
    }
    if (values.size() < count_max) take();
    return values;
}

std::string joined_values(const std::vector<std::string>& values) {
    std::string cell;
    for (const auto& value : values) {
        // Spaces keep the mark apart from one that belongs to a value.
        const bool touches = cell.ends_with(separator) || value.starts_with(separator);
        if (&value != &values.front()) cell += touches ? " | " : "|";
        append_escaped(cell, value);
    }
    return cell;
}

}  // namespace cartulary::ctdl::templates
