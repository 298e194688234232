#pragma once

#include <array>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "domain/resource.h"
#include "search/organization_forms.h"

namespace cartulary::search {

// What an entry is counted and filtered by; by its publisher it is only filtered.
enum class Facet { type, kind, sector, region, country, subject, owner, publisher };
inline constexpr std::size_t facet_count = 7;  // of those that are counted

struct Period {
    std::optional<Timestamp> from = {};
    std::optional<Timestamp> before = {};
};

// How a name answers a query; better ones first.
enum class NameMatch {
    exact,         // the whole name, but for case, marks and punctuation
    begins,        // the name begins with the query
    words,         // has all words of the query, the last perhaps only its beginning
    nearly_exact,  // the whole name with typos
    nearly,        // most words, perhaps with typos
};

// The names of everything that can be found, in memory: for searching, suggesting and matching. The
// same names give the same answers, in whatever order they came. For any number of threads.
class Names {
public:
    Names();
    ~Names();

    // Adds an entry, or puts it in the place of the one with its number. `text` and `references`
    // are not looked at.
    void put(const ResourceEntry& entry);
    void remove(std::int64_t number);
    // Many at once, at the start.
    void put_all(std::span<const ResourceEntry> entries);

    std::size_t size() const;
    std::size_t bytes() const;  // about

    // What a filter looks at: one value of a facet ("ceterms:Certificate"; of `owner` and
    // `publisher` their numbers in decimal).
    struct Condition {
        Facet facet;
        std::vector<std::string> values;  // any of them; of `type` also the classes below
    };

    struct Hit {
        std::int64_t number;
        NameMatch match;
        double score;      // 0 to 1 among those of one kind of match
        std::string name;  // the one that answered, as written
    };

    struct Question {
        std::string_view text;
        std::span<const Condition> conditions = {};
        Period updated = {};
        bool last_word_begins = true;  // the person may still be typing
        bool typos = true;
        std::size_t count = 1'000;
    };
    // Best first: by match, then score, then the shorter name, then name, then number.
    std::vector<Hit> find(const Question& question) const;

    // The same, and at most so many more, of which only their kinds are told, in no order. It is
    // for counting: sorting them all costs more than finding them.
    struct Other {
        std::int64_t number;
        NameMatch match;
    };
    struct Found {
        std::vector<Hit> best;
        std::vector<Other> others;
        // As corrected() says, where all those found have the words only nearly.
        std::optional<std::string> corrected = {};
    };
    Found find(const Question& question, std::size_t others_max) const;

    // Names for who is typing, each once, best first.
    struct Suggestion {
        std::string name;
        std::int64_t number;
        Ctid ctid;
        std::string type;
    };
    std::vector<Suggestion> suggest(std::string_view text, std::span<const Condition> conditions,
                                    std::size_t count) const;

    // The query with its words corrected to known ones; nothing where it needs none, or nothing
    // better is known.
    std::optional<std::string> corrected(std::string_view text) const;

    // Of these entries, how many have each value of a facet that is counted, most first.
    struct Count {
        std::string value;
        std::int64_t count;
    };
    std::vector<Count> counts(Facet facet, std::span<const std::int64_t> numbers,
                              std::size_t count_max) const;
    // Of every facet at once, in the order of Facet.
    using FacetCounts = std::array<std::vector<Count>, facet_count>;
    FacetCounts counts(std::span<const std::int64_t> numbers, std::size_t count_max) const;
    // All entries that meet the conditions, in the order of their main names.
    std::vector<std::int64_t> meeting(std::span<const Condition> conditions,
                                      const Period& updated = {}) const;
    // Those among `numbers` that do, in the same order as these.
    std::vector<std::int64_t> meeting(std::span<const Condition> conditions, const Period& updated,
                                      std::span<const std::int64_t> numbers) const;
    // The first of these, in the order of their main names, or the latest change first.
    void sort_by_name(std::vector<std::int64_t>& numbers, std::size_t count) const;
    void sort_newest_first(std::vector<std::int64_t>& numbers, std::size_t count) const;

    // What is kept of an entry, without excerpt; nothing when there is none.
    std::optional<ResourceEntry> entry(std::int64_t number) const;

    // --- for matching: what else leads to an entry ---
    // Those whose website has this host ("www." left out), or that have this identifier
    // ("fein:12-3456789"). Nothing where more than `sharing_max` share it: then it tells nothing.
    static constexpr std::size_t sharing_max = 300;
    std::optional<std::vector<std::int64_t>> with_host(std::string_view host) const;
    std::optional<std::vector<std::int64_t>> with_identifier(std::string_view identifier) const;
    // How rare a word (search/words.h) is among all names: 0 in every one, 1 in one or none.
    double rarity(std::string_view word) const;
    // Organizations with a name that has one of these keys (search/organization_index.h), and
    // whether any is in a city with this joined key.
    std::vector<NameKeyHit> organizations_with(std::span<const NameKey> keys,
                                               std::span<const NameKey> cities) const;
    bool is_city(NameKey city) const;

private:
    struct State;
    std::unique_ptr<State> state_;
};

}  // namespace cartulary::search
