#pragma once

#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/json.h"
#include "base/result.h"
#include "ctdl/document.h"

namespace cartulary::ctdl {

// A query by example, as `POST /ctdl` takes it: properties as keys, nested for what they refer to,
// with search:value, search:operator (search:orTerms, search:andTerms), search:matchType
// (search:startsWith, contains, endsWith, exactMatch; of "@type" search:subClassOf),
// search:anyValue, search:noValue, search:termGroup, "!" before a property for its absence, "^" for
// the reverse, and two-element arrays for ranges of dates and numbers.
//
// Texts without a match type are met by what has a word for each of theirs that begins so, in
// whatever order. A list asks for any of its members, an object for all of its properties.
class Query {
public:
    inline static constexpr std::size_t conditions_max = 100;
    inline static constexpr std::size_t values_max = 1'000;        // in all conditions together
    inline static constexpr std::size_t value_length_max = 1'000;  // characters
    inline static constexpr std::size_t nesting_max = 8;

    // invalid: with the way to each problem.
    static Result<Query> parse(const json::Value& query, const Addresses& addresses);

    struct Condition;  // in query_condition.h
    const Condition& root() const { return *root_; }

    // Conditions that every answer meets and that the store can look up by itself; any of them
    // narrows the search. The rarest first is the caller's business.
    struct Narrowing {
        enum class Kind {
            type,       // is of one of these classes
            reference,  // refers to one of these by the property, or where that is empty by any
            words,      // has all of these words, or ones that begin so
            ctid,       // is one of these
        };
        Kind kind;
        std::string property = {};
        std::vector<std::string> values = {};
    };
    // `words` gives the words of a text as search/words.h has them.
    using Words = std::function<std::vector<std::string>(std::string_view text)>;
    std::vector<Narrowing> narrowings(const Words& words) const;

    // What lies around a document. `follow` gives the document in which another CTID stands, for
    // conditions on what a reference leads to; nothing when there is none. `referring` gives the
    // CTIDs that refer to one by a property, for reverse ones.
    struct World {
        std::function<std::shared_ptr<const Document>(const Ctid&)> follow;
        std::function<std::vector<Ctid>(const Ctid&, std::string_view property)> referring;
        Words words;
    };
    // The CTIDs of the nodes in the document that meet the query, in their order.
    std::vector<Ctid> met_by(const std::shared_ptr<const Document>& document,
                             const World& world) const;

private:
    std::shared_ptr<const Condition> root_;
};

}  // namespace cartulary::ctdl
