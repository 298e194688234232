#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "base/page.h"
#include "domain/resource.h"
#include "operations/registry.h"

// Who refers to a thing, and to whom it refers, as everybody may know; what is deleted, and what is
// not here, is left out. However many there are, it is a bounded work.
namespace cartulary {

enum class Direction {
    outward,  // the thing refers to others
    inward,   // others refer to the thing
};

struct ConnectionQuery {
    Ctid of;
    Direction direction;
    // "ceterms:ownedBy"; also where it is the end of a longer way
    // ("ceterms:requires.ceterms:targetCredential"), and such an end itself. None: by whatever
    // property.
    std::vector<std::string> properties;
};

struct Connection {
    std::vector<std::string> properties;  // of those that are asked for; else the ways, as they are
    ResourceEntry entry;                  // without `text` and `references`
    std::string owner_name;               // whose it is
};

// How many of the connected things are counted, and may lie before a page.
inline constexpr std::size_t connections_counted_max = 1'000;

// Each thing once, in the order in which they were published first.
struct Connected {
    std::vector<Connection> items;
    std::int64_t total = 0;
    bool at_least = false;  // there are more than are counted
};
Connected connections_of(const Registry& registry, const ConnectionQuery& query,
                         const Slice& slice);

// The same class by class, most first; of each class the first ones.
struct ConnectedOfType {
    std::string type;
    std::vector<Connection> items;
    std::int64_t total = 0;
};
struct ConnectedByType {
    std::vector<ConnectedOfType> types;
    std::int64_t total = 0;
    bool at_least = false;
};
ConnectedByType connections_by_type(const Registry& registry, const ConnectionQuery& query,
                                    int count_of_each);

}  // namespace cartulary
