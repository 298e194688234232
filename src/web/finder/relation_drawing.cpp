#include "web/finder/relation_drawing.h"

#include <algorithm>

namespace cartulary::web {

namespace {

// One column, so that it is as easily read on a phone. In units that are about pixels.
constexpr int width = 360;
constexpr int line_x = 18;  // of the line that joins all
constexpr int box_x = 44;
constexpr int box_height = 34;
constexpr int row_height = 62;  // the name of the relation, its box, a gap
constexpr int row_gap = 10;
constexpr int label_height = 18;
constexpr int own_height = 44;
constexpr int text_inset = 12;
constexpr int own_columns = 40;  // of letters that fit
constexpr int columns = 34;

// How wide a character is, in letters: signs of Chinese, Japanese and Korean are twice as wide, and
// marks on others take no room.
int columns_of(unsigned char first_byte) {
    if ((first_byte & 0xC0U) == 0x80U) return 0;
    return first_byte >= 0xE3U ? 2 : 1;
}

std::string fitted(std::string_view text, int columns_max) {
    int taken = 0;
    std::size_t fits = 0;  // with room for the sign that more follows
    for (std::size_t i = 0; i < text.size(); ++i) {
        const auto byte = static_cast<unsigned char>(text[i]);
        const bool is_first = (byte & 0xC0U) != 0x80U;
        if (is_first && taken < columns_max) fits = i;
        taken += columns_of(byte);
        if (taken > columns_max) return std::string(text.substr(0, fits)) + "…";
    }
    return std::string(text);
}

Markup text_at(int x, int y, std::string_view looks, std::string_view text) {
    return element("text", {{"class", looks}, {"x", std::to_string(x)}, {"y", std::to_string(y)}},
                   text);
}

Markup box_at(int x, int y, int height) {
    return element("rect", {{"x", std::to_string(x)},
                            {"y", std::to_string(y)},
                            {"width", std::to_string(width - x - 2)},
                            {"height", std::to_string(height)},
                            {"rx", "6"}});
}

Markup row_at(int y, const Neighbour& neighbour) {
    const int top = y + label_height;
    const auto box =
        together(element("title", {}, neighbour.name), box_at(box_x, top, box_height),
                 text_at(box_x + text_inset, top + 22, "name", fitted(neighbour.name, columns)));
    const auto line = "M" + std::to_string(line_x) + " " + std::to_string(top + box_height / 2) +
                      "H" + std::to_string(box_x);
    return together(
        element("path", {{"d", line}}), text_at(box_x, y + 12, "relation", neighbour.relation),
        neighbour.path.empty() ? element("g", {}, box)
                               : element("a", {{"href", neighbour.path}, {"tabindex", "-1"}}, box));
}

Markup own_at(int y, std::string_view name) {
    return element("g", {{"class", "own"}}, element("title", {}, name), box_at(2, y, own_height),
                   text_at(2 + text_inset, y + 27, "name", fitted(name, own_columns)));
}

// As many of both sides as fit, the first of each.
struct Chosen {
    std::vector<const Neighbour*> above;
    std::vector<const Neighbour*> below;
};

Chosen chosen_of(const std::vector<Neighbour>& neighbours) {
    Chosen chosen;
    for (const auto& neighbour : neighbours) {
        (neighbour.is_above ? chosen.above : chosen.below).push_back(&neighbour);
    }
    auto& [above, below] = chosen;
    constexpr auto half = neighbours_drawn_max / 2;
    const auto above_max = neighbours_drawn_max - std::min(below.size(), half);
    above.resize(std::min(above.size(), above_max));
    below.resize(std::min(below.size(), neighbours_drawn_max - above.size()));
    return chosen;
}

}  // namespace

Markup relation_drawing(std::string_view name, const std::vector<Neighbour>& neighbours) {
    if (neighbours.empty()) return {};
    const auto [above, below] = chosen_of(neighbours);
    Markup rows;
    int y = 0;
    for (const auto* neighbour : above) {
        rows.add(row_at(y, *neighbour));
        y += row_height;
    }
    const int own_y = y + 2;
    y = own_y + own_height + row_gap;
    for (const auto* neighbour : below) {
        rows.add(row_at(y, *neighbour));
        y += row_height;
    }
    const int middle = label_height + box_height / 2;  // of a row
    const int first = above.empty() ? own_y : middle;
    const int last = below.empty() ? own_y : y - row_height + middle;
    const auto line =
        "M" + std::to_string(line_x) + " " + std::to_string(first) + "V" + std::to_string(last);
    const auto box = "0 0 " + std::to_string(width) + " " + std::to_string(y);
    return element("svg",
                   {{"class", "relations"},
                    {"viewBox", box},
                    {"aria-hidden", "true"},
                    {"xmlns", "http://www.w3.org/2000/svg"}},
                   element("path", {{"d", line}}), rows, own_at(own_y, name));
}

}  // namespace cartulary::web
