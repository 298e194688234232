#include "search/edit_distance.h"

#include <algorithm>
#include <array>

namespace cartulary::search {

namespace {

// Rows of the table of distances between beginnings; only cells within `limit` of its diagonal are
// looked at, since all others are more.
class Table {
public:
    Table(std::u32string_view left, std::u32string_view right, int limit)
        : left_(left.substr(0, compared_length_max)),
          right_(right.substr(0, compared_length_max)),
          limit_(limit) {}

    int whole() {
        const auto rows = static_cast<int>(left_.size());
        const auto columns = static_cast<int>(right_.size());
        if (std::abs(rows - columns) > limit_) return limit_ + 1;
        return fill() ? std::min(cell(rows, columns), limit_ + 1) : limit_ + 1;
    }

    int least_of_last_row() {
        if (!fill()) return limit_ + 1;
        const auto rows = static_cast<int>(left_.size());
        int least = limit_ + 1;
        for (int column = first_column(rows); column <= last_column(rows); ++column) {
            least = std::min(least, cell(rows, column));
        }
        return least;
    }

private:
    static constexpr int width = 2 * distance_limit_max + 1;
    using Row = std::array<int, width>;

    int first_column(int row) const { return std::max(0, row - limit_); }
    int last_column(int row) const {
        return std::min(static_cast<int>(right_.size()), row + limit_);
    }
    int& cell(int row, int column) {
        return rows_[static_cast<std::size_t>(row % 3)]
                    [static_cast<std::size_t>(column - row + limit_)];
    }
    int known(int row, int column) {
        if (column < first_column(row) || column > last_column(row)) return limit_ + 1;
        return cell(row, column);
    }

    // False where every distance is more than the limit.
    bool fill() {
        for (int column = 0; column <= last_column(0); ++column) cell(0, column) = column;
        for (int row = 1; row <= static_cast<int>(left_.size()); ++row) {
            int least = limit_ + 1;
            for (int column = first_column(row); column <= last_column(row); ++column) {
                const int distance = column == 0 ? row : next(row, column);
                cell(row, column) = distance;
                least = std::min(least, distance);
            }
            if (least > limit_) return false;
        }
        return true;
    }

    int next(int row, int column) {
        const auto i = static_cast<std::size_t>(row);
        const auto j = static_cast<std::size_t>(column);
        const bool same = left_[i - 1] == right_[j - 1];
        int distance = known(row - 1, column - 1) + (same ? 0 : 1);
        distance = std::min(distance, known(row - 1, column) + 1);
        distance = std::min(distance, known(row, column - 1) + 1);
        if (row > 1 && column > 1 && left_[i - 1] == right_[j - 2] &&
            left_[i - 2] == right_[j - 1]) {
            distance = std::min(distance, known(row - 2, column - 2) + 1);
        }
        return distance;
    }

    std::u32string_view left_;
    std::u32string_view right_;
    int limit_;
    std::array<Row, 3> rows_{};
};

}  // namespace

int edit_distance(std::u32string_view left, std::u32string_view right, int limit) {
    return Table(left, right, limit).whole();
}

int edit_distance_to_beginning(std::u32string_view beginning, std::u32string_view whole,
                               int limit) {
    return Table(beginning, whole, limit).least_of_last_row();
}

void append_characters(std::string_view text, std::u32string& characters) {
    for (std::size_t at = 0; at < text.size();) {
        const auto lead = static_cast<unsigned char>(text[at]);
        const std::size_t length = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
        char32_t character = length == 1 ? lead : lead & (0x7FU >> length);
        for (std::size_t i = 1; i < length && at + i < text.size(); ++i) {
            character = character << 6 | (static_cast<unsigned char>(text[at + i]) & 0x3FU);
        }
        characters += character;
        at += length;
    }
}

std::u32string characters_of(std::string_view text) {
    std::u32string characters;
    append_characters(text, characters);
    return characters;
}

}  // namespace cartulary::search
