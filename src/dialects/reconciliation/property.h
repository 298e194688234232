#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "domain/resource.h"
#include "search/matching.h"

// What is known of an entity: to match it by, and to fetch.
namespace cartulary::reconciliation {

struct Property {
    std::string_view id;    // as the vocabulary names it: "ceterms:fein"
    std::string_view word;  // what a client may also write: "fein"
    std::string_view name;  // for people
    std::string_view description;
    bool is_of_all;  // not of organizations alone
    std::vector<std::string> (*values)(const ResourceEntry&);
    // Null: nothing is matched by it.
    void (*describe)(search::Described&, std::string_view value);
};

std::span<const Property> properties();

// By id or word, without regard to case; null when there is none.
const Property* find_property(std::string_view text);

}  // namespace cartulary::reconciliation
