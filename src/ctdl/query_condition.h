#pragma once

#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "ctdl/query.h"
#include "ctdl/vocabulary.h"

namespace cartulary::ctdl {

// What a node must be like. A tree of what Query::parse read.
struct Query::Condition {
    enum class Match { words, starts_with, contains, ends_with, exact };

    struct All {
        std::vector<Condition> parts;
    };
    struct Any {
        std::vector<Condition> parts;
    };
    struct Not {
        std::vector<Condition> part;  // one
    };
    // Has a value of the property, whatever it is.
    struct Present {
        const Property* property;
    };
    struct Text {
        const Property* property;
        std::string value;
        Match match = Match::words;
        std::string language = {};  // empty: any
    };
    // Numbers, dates and moments between two, of which one may be missing; equal ones for one.
    struct Range {
        const Property* property;
        std::optional<std::string> least = {};
        std::optional<std::string> most = {};
    };
    // Is called so, or one of its values is.
    struct Address {
        const Property* property;  // null: the node itself
        std::vector<std::string> values;
    };
    struct Class {
        std::vector<std::string> values;  // full names
        bool is_there = false;            // of whatever class
    };
    // A node that the property leads to, or that refers by it, meets the condition.
    struct Related {
        const Property* property;
        bool is_reverse = false;
        std::vector<Condition> part;  // one
    };

    std::variant<All, Any, Not, Present, Text, Range, Address, Class, Related> test;
};

// What meets nothing and what everything meets.
inline Query::Condition impossible() {
    return {Query::Condition::Any{}};
}
inline Query::Condition anything() {
    return {Query::Condition::All{}};
}

}  // namespace cartulary::ctdl
