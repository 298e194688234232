#pragma once

#include "dialects/registry/registry.h"

namespace cartulary::registry {

// The changes of envelopes in their order, from where `after` says: the number of a change, or a
// moment. A page with an event filter may be empty though there are more; where it goes on, Link
// says.
Result<http::Response> list_events(const Operations& operations, const http::Request& request);

}  // namespace cartulary::registry
