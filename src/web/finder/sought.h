#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "operations/finding.h"
#include "operations/search_conditions.h"
#include "web/texts/search_texts.h"

namespace cartulary::http {
struct Request;
}

// What somebody searches, and the addresses that say it.
namespace cartulary::web {

inline constexpr int results_per_page = 20;
inline constexpr std::int64_t result_pages_max = Finding::depth_max / results_per_page;

// One value of a facet by which results are narrowed.
struct ChosenValue {
    search::Facet facet;
    std::string
        value;  // a term's whole name ("ceterms:Certificate") where it is one; else as written

    bool operator==(const ChosenValue&) const = default;
};

struct Sought {
    using Sort = Finding::Query::Sort;

    std::string text = {};                 // without control characters and space at its ends
    std::vector<ChosenValue> chosen = {};  // each once, in the order of the facets
    Sort sort = Sort::relevance;
    bool exact = false;                        // these very words
    std::int64_t page = 1;                     // up to result_pages_max
    std::optional<search::Facet> opened = {};  // all of whose values are shown

    bool has(const ChosenValue& value) const;
    std::vector<std::string> values_of(search::Facet facet) const;

    // The same with something else; from its first page.
    Sought with(const ChosenValue& value) const;  // in the place of classes above or below it
    Sought without(const ChosenValue& value) const;
    Sought without_filters() const;
    Sought for_text(std::string other) const;  // also without filters, and by relevance
    Sought at(std::int64_t page_number) const;

    // The one address of this page: no default, nothing twice.
    std::string path() const;
    // The same results as data, of the registry's interface.
    std::string data_path() const;

    Finding::Query query() const;
};

// What an address asks for; nothing where it asks for no search. invalid, with a whole sentence:
// it is too long, chooses too much, or is no text.
Result<std::optional<Sought>> sought_in(const Texts& texts, const http::Request& request);

// As addresses write a value: "Certificate", where that means the same as "ceterms:Certificate".
std::string written_value(const ChosenValue& value);

// "best", "name" and so on of an address; of the default nothing.
std::string_view name_of(Sought::Sort sort);

}  // namespace cartulary::web
