#include "ctdl/address_places.h"

#include <unordered_set>

#include "ctdl/vocabulary.h"

namespace cartulary::ctdl {

namespace {

std::unordered_set<std::string_view> names_of_references() {
    std::unordered_set<std::string_view> names{"@id"};
    for (const auto& property : properties()) {
        if (property.datatype == Datatype::reference) names.insert(property.name);
    }
    return names;
}

}  // namespace

bool holds_addresses(std::string_view member) {
    static const auto names = names_of_references();
    return names.contains(member);
}

}  // namespace cartulary::ctdl
