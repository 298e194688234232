#pragma once

#include <cstdint>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/json.h"
#include "base/page.h"
#include "base/result.h"
#include "domain/resource.h"
#include "operations/daily_counter.h"
#include "operations/registry.h"
#include "search/matching.h"
#include "search/names.h"

namespace cartulary {

// Finds what is published: names by the index in memory, texts by the engine's own.
class Finding {
public:
    explicit Finding(const Registry& registry);
    ~Finding();

    // Reads all names into memory; before that the first question does so.
    void build();

    // How far into a list a page may lie, and how many are counted.
    static constexpr std::int64_t depth_max = 10'000;
    static constexpr std::size_t facet_values_max = 50;
    static constexpr std::size_t suggestions_max = 50;

    // Every question first reads what changed since the last one, so that what was answered before
    // it is found, whichever node wrote it.
    struct Query {
        std::string text = {};  // blank: all that meet the conditions
        // Of `owner` and `publisher` the values are CTIDs. Of `type` the caller names the classes
        // below too.
        std::vector<search::Names::Condition> conditions = {};
        search::Period updated = {};
        // By relevance names come first, of these exact ones, then beginnings, then those with all
        // words; then what has the words in its text; then names that are nearly so. Without a text
        // it is by name.
        enum class Sort { relevance, name, newest } sort = Sort::relevance;
        Slice slice = {};
        bool typos = true;  // false: these very words, and no others that may be meant
        // Counts of a facet with a condition also what that condition alone leaves out, so that
        // more of its values can be chosen. Costs as much as another search for each such facet.
        bool counts_choices = false;
    };
    struct Found {
        ResourceEntry entry;
        std::string owner_name;
        Ctid owner;
        std::optional<search::NameMatch> match = {};  // nothing: its text answers
    };
    struct Counted {
        std::string value;
        std::string label;  // of `owner` its name
        std::int64_t count;
    };
    struct FacetCounts {
        search::Facet facet;
        std::vector<Counted> counts;  // most first
    };
    struct Answer {
        std::vector<Found> items;
        std::int64_t total = 0;
        bool at_least = false;                      // there are more than are counted
        std::optional<std::string> corrected = {};  // what was searched instead of the text
        std::vector<FacetCounts> facets = {};
    };
    // invalid, with the field "text" or "slice": the text is too long, has too many words, or the
    // slice goes too deep.
    Result<Answer> search(const Query& query);

    // What there is altogether, for who does not search yet.
    struct Holdings {
        std::vector<search::Names::Count> types = {};  // of every class in use; most first
        std::vector<search::Names::Count> kinds = {};  // of every kind of organization
        std::vector<Found> newest = {};                // no parts of others; the latest first
    };
    static constexpr std::size_t newest_max = 8;
    // Remembered until something changes, and at least for a second.
    std::shared_ptr<const Holdings> holdings();

    // invalid, with the field "text".
    Result<std::vector<search::Names::Suggestion>> suggest(
        std::string_view text, const std::vector<search::Names::Condition>& conditions,
        std::size_t count);

    // Query by example. invalid; too_large: nothing in it narrows the search enough.
    struct Examples {
        std::vector<Ctid> items;
        std::int64_t total = 0;
    };
    Result<Examples> by_example(const json::Value& query, const Slice& slice);

    // Organizations that may be meant. invalid: nothing is described, or at too great a length.
    struct Matched {
        search::Candidate candidate;
        ResourceEntry entry;
    };
    Result<std::vector<Matched>> match(const search::Described& described, std::size_t count);

    // The entry of a CTID, for previews and extensions.
    std::optional<ResourceEntry> entry(const Ctid& ctid);

    // Writes down how many searches there were on each day. To be called now and then.
    void record_searches() { searches_.record(registry_.store); }

private:
    struct State;  // operations/finding_state.h
    const Registry& registry_;
    std::unique_ptr<State> state_;
    DailyCounter searches_{daily_count::searches};
};

}  // namespace cartulary
