#include "search/edit_distance.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <utility>

namespace cartulary::search {

namespace {

constexpr std::size_t bits = 64;

// Columns of the table of distances between the beginnings of a text of 1 to 64 characters and of
// another, as one bit for each cell that is more, or less, than its neighbour: a whole column costs
// a few steps (H. Hyyrö, "A bit-vector algorithm for computing Levenshtein and Damerau edit
// distances", 2003).
class Columns {
public:
    explicit Columns(std::u32string_view text)
        : text_(text),
          last_(std::uint64_t{1} << (text.size() - 1)),
          distance_(static_cast<int>(text.size())) {
        std::uint64_t bit = 1;
        for (const auto character : text) {
            if (character < ascii_.size()) ascii_[character] |= bit;
            bit <<= 1;
        }
    }

    // Of the whole text to the beginning of the other that ends with this character.
    int next(char32_t character) {
        const auto same = places_of(character);
        const auto swapped = (~diagonal_ & same) << 1 & same_before_;
        diagonal_ = (((same & more_) + more_) ^ more_) | same | less_ | swapped;
        auto rises = less_ | ~(diagonal_ | more_);
        auto falls = diagonal_ & more_;
        if ((rises & last_) != 0) ++distance_;
        if ((falls & last_) != 0) --distance_;
        rises = rises << 1 | 1;
        falls <<= 1;
        more_ = falls | ~(diagonal_ | rises);
        less_ = rises & diagonal_;
        same_before_ = same;
        return distance_;
    }

private:
    std::uint64_t places_of(char32_t character) const {
        if (character < ascii_.size()) return ascii_[character];
        std::uint64_t places = 0;
        for (std::size_t i = 0; i < text_.size(); ++i) {
            places |= std::uint64_t{text_[i] == character} << i;
        }
        return places;
    }

    std::u32string_view text_;
    std::uint64_t last_;
    int distance_;
    std::array<std::uint64_t, 128> ascii_{};  // where in the text each is
    std::uint64_t more_ = ~std::uint64_t{0};
    std::uint64_t less_ = 0;
    std::uint64_t diagonal_ = 0;  // no more than the cell before it in the column before
    std::uint64_t same_before_ = 0;
};

int whole_distance(std::u32string_view text, std::u32string_view other, int limit) {
    Columns columns(text);
    auto left = static_cast<int>(other.size());
    for (const auto character : other) {
        // Each column may be one less than that before it.
        const auto distance = columns.next(character);
        if (distance - --left > limit) return limit + 1;
        if (left == 0) return distance;
    }
    return limit + 1;
}

int least_distance(std::u32string_view text, std::u32string_view other, int limit) {
    Columns columns(text);
    auto least = std::min(static_cast<int>(text.size()), limit + 1);
    // Longer beginnings are further away.
    for (const auto character : other.substr(0, text.size() + static_cast<std::size_t>(limit))) {
        least = std::min(least, columns.next(character));
    }
    return least;
}

// Rows of the same table, for longer texts; only cells within `limit` of its diagonal are looked
// at, since all others are more.
class Table {
public:
    Table(std::u32string_view left, std::u32string_view right, int limit)
        : left_(left), right_(right), limit_(limit) {}

    int whole() {
        const auto rows = static_cast<int>(left_.size());
        const auto columns = static_cast<int>(right_.size());
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
        const int place = column - row + limit_;
        return rows_[static_cast<std::size_t>(row % 3)][static_cast<std::size_t>(place)];
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
    left = left.substr(0, compared_length_max);
    right = right.substr(0, compared_length_max);
    if (left.size() > right.size()) std::swap(left, right);
    if (right.size() - left.size() > static_cast<std::size_t>(limit)) return limit + 1;
    if (left.empty()) return static_cast<int>(right.size());
    if (left.size() > bits) return Table(left, right, limit).whole();
    return whole_distance(left, right, limit);
}

int edit_distance_to_beginning(std::u32string_view beginning, std::u32string_view whole,
                               int limit) {
    beginning = beginning.substr(0, compared_length_max);
    whole = whole.substr(0, compared_length_max);
    if (beginning.empty()) return 0;
    if (beginning.size() > bits) return Table(beginning, whole, limit).least_of_last_row();
    return least_distance(beginning, whole, limit);
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
