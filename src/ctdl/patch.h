#pragma once

#include <string>
#include <string_view>

namespace cartulary::ctdl {

// The difference of two documents (texts of Document::text) as JSON Patch (RFC 6902): applied to
// the first it gives the second. Nodes are matched by their "@id", so that one that moved or was
// put in between is not told as a change of all behind it. Own addresses are written as in
// documents: see graph_text.
std::string patch_text(std::string_view from, std::string_view to);

}  // namespace cartulary::ctdl
