#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "base/json.h"

namespace cartulary::ctdl::templates {

// Of the paths of plain input ("Requires[0].Description"): the paths of the entry from which what
// stands there was made ("ConditionProfile[2].Description").
using Sources = std::unordered_map<std::string, std::string>;

// An object of the Assistant's plain input while it is made.
class PlainInput {
public:
    // `from`: the path of the entry.
    void put(std::string_view name, std::string text, std::string from);
    void put(std::string_view name, json::Value value, std::string from);
    void put(std::string_view name, PlainInput part, std::string from);

    // The same, as the next of a list.
    void add(std::string_view name, std::string text, std::string from);
    void add(std::string_view name, PlainInput part, std::string from);

    bool is_empty() const { return slots_.empty(); }

    // `path`: the way to it, with a point behind it; or empty.
    json::Value take(const std::string& path, Sources& sources) &&;

private:
    struct Element {
        json::Value value = {};
        std::vector<PlainInput> part = {};  // one, or none
        std::string from = {};
    };
    struct Slot {
        std::string name;
        bool is_list = false;
        std::vector<Element> elements = {};
    };
    Slot& slot(std::string_view name, bool is_list);

    std::vector<Slot> slots_;
};

}  // namespace cartulary::ctdl::templates
