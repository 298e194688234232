#pragma once

#include <functional>
#include <optional>
#include <string>

namespace cartulary::http {

using Pieces = std::function<std::optional<std::string>()>;

// The body of an answer that is a list, for Response::stream: `begin`, what `next` gives until it
// gives nothing, with commas between, and `end`. Each item is asked for when the client has taken
// the one before, so that no more than one is held.
Pieces list_in_pieces(std::string begin, Pieces next, std::string end);

}  // namespace cartulary::http
