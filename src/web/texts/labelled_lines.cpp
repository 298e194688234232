#include "web/texts/labelled_lines.h"

namespace cartulary::web {

std::vector<std::pair<std::string_view, std::string_view>> labelled_lines(std::string_view lines) {
    std::vector<std::pair<std::string_view, std::string_view>> labelled;
    while (!lines.empty()) {
        const auto end = lines.find('\n');
        const auto line = lines.substr(0, end);
        lines = end == std::string_view::npos ? std::string_view() : lines.substr(end + 1);
        const auto tabulator = line.find('\t');
        if (tabulator == std::string_view::npos) continue;
        labelled.emplace_back(line.substr(0, tabulator), line.substr(tabulator + 1));
    }
    return labelled;
}

}  // namespace cartulary::web
