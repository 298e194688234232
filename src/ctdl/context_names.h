#pragma once

#include <string_view>

#include "base/json.h"

// Names in a document that its context gives no meaning: each context knows its own prefixes.
namespace cartulary::ctdl {

// The node as it is written under this context: what the context does not know is an address
// ("https://purl.org/ctdl/vocabs/orgType/FourYear" under that of CTDL-ASN).
json::Object written_out(const json::Object& node, std::string_view context);

// The other way round.
json::Object taken_in(const json::Object& node, std::string_view context);

}  // namespace cartulary::ctdl
