#pragma once

#include "base/json.h"
#include "base/result.h"
#include "http/message.h"

namespace cartulary::acclaim {

inline constexpr std::size_t form_fields_max = 2'000;

// The members of a request about badges, whichever way its client sends them: as JSON; as a form,
// with evidence as evidence[0][type]=…; or, without a body, in the query. invalid, with the field
// "body".
Result<json::Object> members_of(const http::Request& request);

}  // namespace cartulary::acclaim
