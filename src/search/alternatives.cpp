#include <algorithm>
#include <cmath>
#include <string>

#include "search/edit_distance.h"
#include "search/near_search.h"

namespace cartulary::search {

namespace {

// How many slips a word of this length may have.
int slips_in(std::size_t length) {
    if (length < 3) return 0;
    return length < 8 ? 1 : 2;
}

double nearness_of(int slips, std::size_t length) {
    return 1 - static_cast<double>(slips) / (static_cast<double>(length) + 1);
}

// More words than these begin so only where too little was typed to tell anything.
constexpr std::size_t beginnings_max = 1'000;
constexpr double beginning_nearness = 0.95;
constexpr double parted_nearness = 0.95;  // two words written as one, or one as two

class Alternatives {
public:
    Alternatives(const Index& index, const Asked& asked)
        : words_(index.words()), names_(static_cast<double>(index.names_count())), asked_(asked) {}

    std::vector<AskedWord> all() {
        std::vector<AskedWord> all(asked_.words.size());
        for (std::size_t i = 0; i < all.size(); ++i) {
            add_near(asked_.words[i], all[i]);
            if (i + 1 == all.size() && asked_.last_begins) add_beginnings(asked_.words[i], all[i]);
            add_parts(asked_.words[i], all[i]);
        }
        for (auto& word : all) word.weight = weight_of(word);
        for (std::size_t i = 0; i + 1 < all.size(); ++i) add_joined(i, all[i], all[i + 1]);
        return all;
    }

private:
    double rarity(double frequency) const { return std::log(1 + names_ / frequency); }

    void add_near(const std::string& word, AskedWord& asked) const {
        const auto length = characters_of(word).size();
        const auto slips = slips_in(length);
        if (slips == 0) {
            if (const auto known = words_.find(word); known != WordTable::none) {
                asked.alternatives.push_back({known, 1});
            }
            return;
        }
        for (const auto& near : words_.near().find(word, slips)) {
            asked.alternatives.push_back({near.word, nearness_of(near.distance, length)});
        }
    }

    void add_beginnings(const std::string& word, AskedWord& asked) const {
        const auto length = characters_of(word).size();
        const auto beginning = words_.beginning_with(word);
        if (beginning.size() <= beginnings_max) {
            for (const auto one : beginning) {
                asked.alternatives.push_back({one, beginning_nearness});
            }
        }
        constexpr std::size_t telling_length = 4;
        if (length < telling_length) return;
        for (const auto& near : words_.near().find_by_beginning(word, 1)) {
            if (near.distance == 0) continue;
            asked.alternatives.push_back(
                {near.word, beginning_nearness * nearness_of(near.distance, length)});
        }
    }

    // "quarterback" for "quarter back": where it can be parted into the two commonest words; a
    // character between may have been typed for the space.
    void add_parts(const std::string& word, AskedWord& asked) const {
        Alternative best{WordTable::none, parted_nearness};
        double best_rarity = 0;
        const auto consider = [&](std::string_view left, std::string_view right) {
            const auto first = words_.find(left);
            const auto second = words_.find(right);
            if (first == WordTable::none || second == WordTable::none) return;
            const auto sum = rarity(static_cast<double>(words_.frequency(first))) +
                             rarity(static_cast<double>(words_.frequency(second)));
            if (best.word != WordTable::none && sum >= best_rarity) return;
            best.word = first;
            best.other = second;
            best_rarity = sum;
        };
        const std::string_view text(word);
        for (std::size_t at = 1; at < text.size(); ++at) {
            consider(text.substr(0, at), text.substr(at));
            if (at + 1 < text.size()) consider(text.substr(0, at), text.substr(at + 1));
        }
        if (best.word != WordTable::none) asked.alternatives.push_back(best);
    }

    // "quarter back" for "quarterback".
    void add_joined(std::size_t at, AskedWord& left, AskedWord& right) const {
        const auto joined = asked_.words[at] + asked_.words[at + 1];
        const auto length = characters_of(joined).size();
        constexpr std::size_t telling_length = 4;
        if (length < telling_length) return;
        for (const auto& near : words_.near().find(joined, 1)) {
            const Alternative one{near.word, parted_nearness * nearness_of(near.distance, length)};
            left.alternatives.push_back(one);
            right.alternatives.push_back(one);
        }
    }

    // What is unknown weighs as what it was most likely meant to be, or half as much as any can.
    double weight_of(const AskedWord& word) const {
        double nearest = 0;
        double frequency = 0;
        for (const auto& one : word.alternatives) {
            if (one.other != WordTable::none || one.nearness < nearest) continue;
            const auto its = static_cast<double>(words_.frequency(one.word));
            frequency = one.nearness > nearest ? its : std::max(frequency, its);
            nearest = one.nearness;
        }
        return rarity(frequency > 0 ? frequency : std::sqrt(names_));
    }

    const WordTable& words_;
    double names_;
    const Asked& asked_;
};

}  // namespace

std::vector<AskedWord> alternatives_of(const Index& index, const Asked& asked) {
    return Alternatives(index, asked).all();
}

}  // namespace cartulary::search
