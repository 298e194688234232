#pragma once

#include <cstddef>

#include "web/finder/resource_page.h"

// What programs read of a page: search engines, those who show a link that somebody passes on,
// readers of feeds.
namespace cartulary::web {

// Of the document so much stands in the page, which shows people the same in four times as much; of
// what is longer only the thing itself, where that is not longer too. A program finds the whole by
// the link to it.
inline constexpr std::size_t document_in_page_bytes_max = 20'000;

// Its preview; links to its data and to its owner's changes; and what it is, in CTDL as it is
// served and in terms of schema.org. A page as of a date has the preview alone, which leads to what
// is true now.
Markup linked_data_markup(const ShownResource& shown);

// What the registry is and how it is searched, for its home page.
Markup web_site_markup(const Shell& shell);

}  // namespace cartulary::web
