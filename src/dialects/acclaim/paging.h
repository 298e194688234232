#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "base/json.h"
#include "base/page.h"
#include "base/result.h"
#include "http/message.h"

namespace cartulary::acclaim {

inline constexpr int per_page = 50;

// The page that a request asks for with ?page=N.
struct PageAsked {
    std::int64_t number = 1;
    bool given = false;  // it said so

    Slice slice() const { return {(number - 1) * per_page, per_page}; }
};

// invalid, with the attribute "page": no number from 1 to 10,000,000. An empty one is the first.
Result<PageAsked> page_asked(const http::Request& request);

// How many a page shows, and how many the whole list has.
struct Counts {
    std::size_t shown;
    std::int64_t total;
};
template <class Item>
Counts counts_of(const Page<Item>& page) {
    return {page.items.size(), page.total};
}

// The metadata of a page: its counts and the absolute URLs of its neighbours, which keep every
// other parameter of the request as it was sent; null at the ends.
void write_metadata(json::Writer& writer, const http::Request& request, const PageAsked& asked,
                    const Counts& counts, const std::string& public_url);

// The same of a list that has metadata only where it does not fit one page, or a page was asked
// for; else {}.
void write_metadata_if_needed(json::Writer& writer, const http::Request& request,
                              const PageAsked& asked, const Counts& counts,
                              const std::string& public_url);

}  // namespace cartulary::acclaim
