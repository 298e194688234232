#include "http/list_stream.h"

#include <memory>
#include <utility>

namespace cartulary::http {

namespace {

struct List {
    std::string before;  // what stands before the next item
    Pieces next;
    std::string end;
    bool is_done = false;

    std::optional<std::string> next_piece() {
        if (is_done) return std::nullopt;
        const auto item = next();
        is_done = !item;
        // Of an empty list, what begins it is still to be told.
        if (is_done) return (before == "," ? "" : before) + end;
        return std::exchange(before, std::string(1, ',')) + *item;
    }
};

}  // namespace

Pieces list_in_pieces(std::string begin, Pieces next, std::string end) {
    const auto list =
        std::make_shared<List>(List{std::move(begin), std::move(next), std::move(end)});
    return [list] { return list->next_piece(); };
}

}  // namespace cartulary::http
