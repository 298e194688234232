#pragma once

#include <cstdint>
#include <string>
#include <string_view>

// Words that depend on a number, and numbers in words.
namespace cartulary::web {

struct Texts;

struct Plural {
    std::string_view one;   // "{count} row"
    std::string_view many;  // "{count} rows"; also of none

    // The one that goes with this number, in the language of the texts.
    std::string_view form(const Texts& texts, std::int64_t count) const;
};

// The form that goes with a number, with the number in its place ({count}): "1,200 rows".
std::string counted(const Texts& texts, const Plural& plural, std::int64_t count);

// As the language writes numbers: "1,200".
std::string number_text(const Texts& texts, std::int64_t number);

}  // namespace cartulary::web
