#pragma once

#include <functional>
#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>

#include "base/page.h"
#include "web/html.h"
#include "web/texts/texts.h"

// Long lists, a page at a time.
namespace cartulary::web {

inline constexpr int page_size = 50;
inline constexpr std::int64_t page_number_max = 1'000'000;

// Of the page that a query asks for; the first one where it says nothing that is a number.
Slice slice_of(std::string_view page_number);

// "1–50 of 120"
std::string range_text(std::string_view wording, const Slice& slice, std::size_t shown,
                       std::int64_t total);

// To the pages before and after; nothing where there is one alone. `path_of` a page, from 1.
Markup pages_markup(const Texts& texts, const Slice& slice, std::int64_t total,
                    const std::function<std::string(std::int64_t page)>& path_of);

// The same where the number of the page is all that `path` is asked.
Markup pages_markup(const Texts& texts, const Slice& slice, std::int64_t total,
                    const std::string& path);

// To what comes next in a list that is not counted; nothing where `path` is empty.
Markup next_markup(const Texts& texts, const std::string& path);

// "/staff/people?text=quay&staff=yes": those parameters that say something.
using Parameters = std::initializer_list<std::pair<std::string_view, std::string>>;
std::string path_with(std::string_view path, Parameters parameters);

}  // namespace cartulary::web
