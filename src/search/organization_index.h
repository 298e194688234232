#pragma once

#include <boost/unordered/unordered_flat_map.hpp>
#include <cstdint>
#include <span>
#include <vector>

#include "search/organization_forms.h"

namespace cartulary::search {

// Which organizations have a name like this. Part of Names, which guards it.
class OrganizationIndex {
public:
    // Nothing happens with entries that are no organizations. What is removed must have been added
    // as it is.
    void add(const ResourceEntry& entry);
    void remove(const ResourceEntry& entry);
    void replace(const ResourceEntry& before, const ResourceEntry& after);

    // Those found by any of the keys; of a key that more than `shared_names_max` have, only those
    // in a city whose key is among `cities`, or none where these are too many as well. In the order
    // of the keys, then of numbers.
    std::vector<NameKeyHit> find(std::span<const NameKey> keys,
                                 std::span<const NameKey> cities) const;

    // Whether an organization is in a city with these words (joined_key).
    bool is_city(NameKey city) const { return cities_.contains(city); }

    std::size_t bytes() const;

    static constexpr std::size_t shared_names_max = 64;
    static constexpr std::size_t shared_names_read_max = 20'000;

private:
    struct Posting {
        std::int64_t number;
        std::uint32_t place;  // 24 bits of its first city's key, 8 that say which of its names
        std::uint32_t next;
    };
    struct Chain {
        std::uint32_t first = none;
        std::uint32_t count = 0;
    };
    static constexpr std::uint32_t none = UINT32_MAX;

    void add_posting(NameKey key, const Posting& posting);
    void remove_posting(NameKey key, const Posting& posting);
    void collect(const Chain& chain, std::span<const NameKey> cities, std::uint32_t key,
                 std::vector<NameKeyHit>& hits) const;

    boost::unordered_flat_map<NameKey, Chain> chains_;
    std::vector<Posting> postings_;
    std::uint32_t free_ = none;
    boost::unordered_flat_map<NameKey, std::uint32_t> cities_;  // and how many are there
};

}  // namespace cartulary::search
