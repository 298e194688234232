#pragma once

#include <map>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

#include "base/json.h"
#include "ctdl/assistant/origin.h"

namespace cartulary::ctdl::assistant {

// A node of a document while it is made: values by property, each with where it came from.
class Node {
public:
    // The path is the way to it from what it stands in.
    explicit Node(std::string path) { origin_.path = std::move(path); }

    // Appends to a list, or puts the value alone; a second one alone makes a list too.
    void put(std::string_view term, Made made, bool is_list);

    // A text of a language map: the last one of a language counts, or each where it is a list.
    void put_text(std::string_view term, const std::string& language, std::string text,
                  const std::string& path, bool is_list);

    bool has(std::string_view term) const;
    std::unordered_set<std::string> texts_of(std::string_view term) const;

    // Whether nothing is stated but what it is.
    bool is_empty() const;

    // What the other one states too, which stands at this spot within it; where both state
    // something, the other's counts.
    void absorb(Node other, const std::string& path);

    Made take() &&;

private:
    struct Slot {
        std::string_view term;
        bool is_list = false;
        std::vector<json::Value> values = {};
        std::map<std::string, std::vector<json::Value>> texts = {};  // by language
        std::vector<std::string> languages = {};  // of the texts, in the order in which they came
    };
    Slot& slot(std::string_view term, bool is_list);

    std::vector<Slot> slots_;
    Origin origin_;
};

json::Value text_value(std::string_view text);

}  // namespace cartulary::ctdl::assistant
