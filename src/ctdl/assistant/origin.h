#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/json.h"

namespace cartulary::ctdl::assistant {

// From which spot of the input a value was made, so that what is wrong with it is told of that
// spot.
struct Origin {
    std::string
        path;  // from the spot of what it stands in: "Requires[0]"; of a node: the whole way

    struct Part {
        std::string_view term;  // "ceterms:requires"
        std::vector<Origin> values = {};
    };
    std::vector<Part> parts = {};
};

struct Made {
    json::Value value;
    Origin origin;
};

// The spot of the input for a way through a document whose graph was made from these
// ("@graph[2].ceterms:name"); a way without "@graph" begins at the first node. What was not made
// from any input property is told of the nearest spot around it; `missing` adds the input's name of
// the last property ("Name"), which nothing stands for.
std::string input_path(const std::vector<Origin>& graph, std::string_view document_path,
                       bool missing);

// How the input calls a property: "ceterms:name" is "Name".
std::string input_name(std::string_view term);

// The text with the input's names of properties: "ceterms:ownedBy or …" is "OwnedBy or …".
std::string with_input_names(std::string_view text);

}  // namespace cartulary::ctdl::assistant
