#pragma once

#include <string>

#include "base/json.h"
#include "operations/tokens.h"

namespace cartulary::acclaim {

// A token with the reference document's keys, in its order, and two of ours behind them. `owner`
// is a caller of its organization.
void write_token(json::Writer& writer, const TokenTold& told, const Caller& owner,
                 const std::string& public_url);

}  // namespace cartulary::acclaim
