#pragma once

#include <cstdint>
#include <span>
#include <string_view>

#include "web/html.h"

namespace cartulary::web {

// Small bars, one for each number, as a picture without a word; what it shows must stand beside it.
Markup bars(std::span<const std::int64_t> numbers);

// The same with what it is about.
Markup chart_markup(const Markup& caption, std::span<const std::int64_t> numbers);

}  // namespace cartulary::web
