#include "search/matching.h"

#include <algorithm>
#include <string_view>
#include <tuple>
#include <unordered_map>
#include <utility>

#include "base/text.h"
#include "search/mentions.h"
#include "search/record_matching.h"

namespace cartulary::search {

namespace {

// Below this a mention hides none of those that it overlaps.
constexpr double likelihood_min = 0.2;
// A text names one organization at least, most likely. A further one must be surer.
constexpr double chosen_likelihood_min = 0.8;
constexpr double chosen_too_likelihood_min = 0.91;

std::string_view first_characters(std::string_view text, std::size_t count) {
    std::size_t characters = 0;
    for (std::size_t at = 0; at < text.size(); ++at) {
        const bool begins_character = (static_cast<unsigned char>(text[at]) & 0xC0) != 0x80;
        if (begins_character && characters++ == count) return text.substr(0, at);
    }
    return text;
}

// Those that do not overlap: longer ones first, of the same length what is written as the registry
// writes it.
std::vector<Mention> apart(std::vector<Mention>& mentions) {
    const auto rank = [](const Mention& mention) {
        const auto likelihood = mention.evidence.likelihood();
        return std::tuple(mention.begin - mention.end, mention.differences,
                          mention.evidence.has(Sign::across_segments), -likelihood, mention.begin);
    };
    std::stable_sort(
        mentions.begin(), mentions.end(),
        [&](const Mention& left, const Mention& right) { return rank(left) < rank(right); });
    std::vector<Mention> kept;
    std::vector<Mention> rest;
    for (auto& mention : mentions) {
        const auto overlaps = [&](const Mention& other) {
            return mention.begin < other.end && other.begin < mention.end;
        };
        const bool is_kept = mention.fits_best && mention.evidence.likelihood() >= likelihood_min &&
                             std::none_of(kept.begin(), kept.end(), overlaps);
        (is_kept ? kept : rest).push_back(std::move(mention));
    }
    mentions = std::move(rest);
    return kept;
}

void put_likely_first(std::vector<Mention>& mentions) {
    std::stable_sort(mentions.begin(), mentions.end(),
                     [](const Mention& left, const Mention& right) {
                         return std::tuple(-left.evidence.likelihood(), left.begin, left.number) <
                                std::tuple(-right.evidence.likelihood(), right.begin, right.number);
                     });
}

// Whether a mention that is likely enough may be taken without a look.
bool is_safe(const Mention& mention) {
    return !mention.evidence.has(Sign::equally_good) &&
           !mention.evidence.has(Sign::other_region_named);
}

// Gathers the candidates of all parts of a text.
class Choice {
public:
    void add_part(std::vector<Mention> mentions) {
        auto named = apart(mentions);
        put_likely_first(named);
        put_likely_first(mentions);
        bool any_chosen = false;
        for (const auto& mention : named) {
            const auto least = any_chosen ? chosen_too_likelihood_min : chosen_likelihood_min;
            const bool is_chosen = is_safe(mention) && mention.evidence.likelihood() >= least;
            any_chosen = any_chosen || is_chosen;
            add(mention, is_chosen);
        }
        for (const auto& mention : mentions) add(mention, false);
    }

    std::vector<Candidate> take(std::size_t count) && {
        std::stable_sort(candidates_.begin(), candidates_.end(),
                         [](const Candidate& left, const Candidate& right) {
                             return left.chosen != right.chosen ? left.chosen
                                                                : left.score > right.score;
                         });
        if (candidates_.size() > count) {
            candidates_.erase(candidates_.begin() + static_cast<std::ptrdiff_t>(count),
                              candidates_.end());
        }
        return std::move(candidates_);
    }

private:
    // Of one that is named more than once the surest counts.
    void add(const Mention& mention, bool is_chosen) {
        const auto [known, is_new] = places_.emplace(mention.number, candidates_.size());
        if (!is_new && (candidates_[known->second].chosen || !is_chosen)) return;
        Candidate candidate{mention.number, mention.evidence.likelihood(), is_chosen, mention.name,
                            mention.evidence.reasons()};
        if (is_new) {
            candidates_.push_back(std::move(candidate));
        } else {
            candidates_[known->second] = std::move(candidate);
        }
    }

    std::vector<Candidate> candidates_;
    std::unordered_map<std::int64_t, std::size_t> places_;  // in `candidates_`
};

// Whether the part of a text has parts of its own, as a whole affiliation has.
bool has_parts(std::string_view text) {
    const auto comma = text.find(',');
    return comma != std::string_view::npos && !text::is_blank(text.substr(0, comma)) &&
           !text::is_blank(text.substr(comma + 1));
}

// "…, Springfield, USA; …, Lyon, France" is two affiliations, and what one says of places is not
// said of the other. Where a part has no commas, semicolons stand for them.
std::vector<std::string> affiliations_in(std::string_view text) {
    std::vector<std::string> found;
    bool is_whole = true;
    while (!text.empty()) {
        const auto end = std::min(text.find_first_of(";\n"), text.size());
        const auto part = text.substr(0, end);
        text.remove_prefix(std::min(end + 1, text.size()));
        if (text::is_blank(part)) continue;
        const bool goes_on = !found.empty() && !(is_whole && has_parts(part));
        is_whole = has_parts(part);
        if (goes_on) {
            found.back().append("; ").append(part);
        } else {
            found.emplace_back(part);
        }
    }
    return found;
}

std::vector<Candidate> match_affiliation(const Names& names, const Described& described,
                                         std::size_t count) {
    std::string place;
    for (const auto* const part : {&described.city, &described.region, &described.country}) {
        if (!text::is_blank(*part)) place.append(", ").append(*part);
    }
    Choice choice;
    for (const auto& affiliation :
         affiliations_in(first_characters(described.affiliation, affiliation_length_max))) {
        choice.add_part(mentions_in(names, affiliation + place));
    }
    return std::move(choice).take(count);
}

}  // namespace

std::vector<Candidate> match(const Names& names, const Described& described, std::size_t count) {
    count = std::min(count, candidates_max);
    if (!text::is_blank(described.affiliation)) return match_affiliation(names, described, count);
    return match_record(names, described, count);
}

}  // namespace cartulary::search
