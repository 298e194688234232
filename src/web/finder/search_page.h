#pragma once

#include <memory>

#include "web/finder/finder.h"
#include "web/finder/sought.h"

namespace cartulary::web {

// What was asked, and what was found.
struct SearchView {
    Visit& visit;
    const Sought& sought;
    const Finding::Answer& answer;

    const Texts& texts() const { return visit.texts(); }
    const SearchTexts& words() const { return search_texts(visit.texts()); }

    // Also of an organization its name, where it is known from what was found.
    std::string_view label_of(const ChosenValue& value) const;
};

// The filters: every facet with its values, and those chosen.
Markup filters_markup(const SearchView& view);
Markup chosen_markup(const SearchView& view);

// A list of what was found, from this number on; credentials in it can be ticked.
Markup results_markup(const Texts& texts, const std::vector<Finding::Found>& items,
                      std::int64_t first_number, bool may_compare);
// Whether there is more than one credential; and what shows those ticked side by side.
bool can_be_compared(const std::vector<Finding::Found>& items);
Markup compare_markup(const Texts& texts);

// What else to look for, where nothing was found.
Markup nothing_markup(const SearchView& view, Finding& finding);

// The page of who does not search yet.
Page home_page(const Visit& visit, Finding& finding);

// "/": both.
std::vector<http::Route> search_routes(const Visits& visits, const FinderOperations& operations);

}  // namespace cartulary::web
