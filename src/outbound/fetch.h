#pragma once

#include <chrono>
#include <cstddef>
#include <string>

#include "base/result.h"
#include "outbound/network_rule.h"

namespace cartulary::outbound {

struct FetchLimits {
    std::size_t bytes_max = 5 << 20;
    std::chrono::seconds timeout{10};  // from the start to the last byte, redirects included
    int redirects_max = 3;
};

// What stands at an http or https address that somebody else named. The address of every
// connection, also after a redirect, is held against `rule` when it is made, so that no name that
// resolves differently the second time leads inside. No proxy, no cookies, no credentials.
//
// invalid, with the field "url" and what is wrong as a problem: no such address, no answer in time,
// an answer other than 200, too many bytes or redirects, an address inside the network (said
// without telling which it resolved to).
Result<std::string> fetch(const std::string& url, const NetworkRule& rule,
                          const FetchLimits& limits);

}  // namespace cartulary::outbound
