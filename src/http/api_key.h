#pragma once

#include <initializer_list>
#include <string_view>

#include "base/result.h"
#include "http/message.h"

namespace cartulary::http {

// The key in "Authorization: ApiToken <key>", after any of these words, whose case does not matter.
// unauthenticated: there is none; the message asks for it after the first of the words.
Result<std::string_view> api_key_in(const Request& request,
                                    std::initializer_list<std::string_view> schemes);

}  // namespace cartulary::http
