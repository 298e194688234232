#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "search/names.h"
#include "search/string_table.h"

namespace cartulary::search {

using ValueNumber = std::uint32_t;

// Every value that some entry has in some facet, by a small number. Owners and publishers are
// apart: they are numbers already, and nearly as many as entries.
class FacetValues {
public:
    static constexpr ValueNumber none = StringTable::none;

    ValueNumber add(Facet facet, std::string_view text) { return texts_.add(marked(facet, text)); }
    ValueNumber find(Facet facet, std::string_view text) const {
        return texts_.find(marked(facet, text));
    }
    Facet facet(ValueNumber value) const {
        return static_cast<Facet>(texts_.at(value).front() - first_mark);
    }
    std::string_view text(ValueNumber value) const { return texts_.at(value).substr(1); }
    std::uint32_t end() const { return texts_.end(); }

    // In how many entries it is.
    std::int64_t count(ValueNumber value) const { return counts_[value]; }
    void count_one_more(ValueNumber value) {
        if (counts_.size() <= value) counts_.resize(texts_.end());
        ++counts_[value];
    }
    void count_one_less(ValueNumber value) { --counts_[value]; }

    std::size_t bytes() const { return texts_.bytes() + counts_.capacity() * sizeof(std::int64_t); }

private:
    static constexpr char first_mark = 'a';
    static std::string marked(Facet facet, std::string_view text) {
        std::string marked(1, static_cast<char>(first_mark + static_cast<int>(facet)));
        return marked.append(text);
    }

    StringTable texts_;
    std::vector<std::int64_t> counts_;
};

}  // namespace cartulary::search
