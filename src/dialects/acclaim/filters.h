#pragma once

#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/result.h"
#include "http/message.h"

namespace cartulary::acclaim {

inline constexpr std::size_t filter_bytes_max = 2'000;
inline constexpr std::size_t filters_max = 20;

// The filters of a request, "filter=state::active|name::x" or "filter[state]=active", raw or
// escaped; of one key given twice the last counts. invalid, with the attribute "filter": a part
// without "::", too long, too many, or a key that is not among `known`.
Result<std::map<std::string, std::string>> filters_asked(
    const http::Request& request, const std::vector<std::string_view>& known);

struct SortAsked {
    std::string key;
    bool descending;
};
// The order of a request, "sort=name|-created_at" (commas are as good). invalid, with the
// attribute "sort": a key that is not among `known`, or more than three.
Result<std::vector<SortAsked>> sort_asked(const http::Request& request,
                                          const std::vector<std::string_view>& known);

}  // namespace cartulary::acclaim
