#pragma once

#include <string_view>

#include "web/html.h"
#include "web/texts/texts.h"

namespace cartulary::web {

// What differs between two versions of a document, for people: a table of the properties that
// changed, of the thing and of its parts, with what was said before and what is said after. As much
// as has room on a page; the rest is counted. Both graphs are as they are served.
struct ComparedVersion {
    std::int64_t revision;
    std::string_view graph;
};
Markup difference_markup(const Texts& texts, const ComparedVersion& before,
                         const ComparedVersion& after);

}  // namespace cartulary::web
