#include "search/mentions.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <span>
#include <unordered_map>
#include <utility>

#include "search/affiliation_text.h"
#include "search/mention_signs.h"
#include "search/name_comparison.h"
#include "search/organization_forms.h"

namespace cartulary::search {

namespace {

constexpr std::size_t segments_crossed_max = 2;
constexpr std::size_t city_words_max = 3;
constexpr std::size_t cities_max = 16;

// How well what the text says of places suits an organization; the less the better it fits other
// ones of the name.
double fit_of(const PlaceEvidence& place, const NameSaid& said) {
    double fit = 0;
    if (place.country == CountryEvidence::named) fit += 2;
    if (place.city) fit += 2;
    if (place.region) fit += 1;
    return fit + said.quality;
}

// Of the mentions that end first, or begin last, the two outermost of different organizations.
class Outermost {
public:
    // The more, the farther out.
    void add(std::ptrdiff_t place, std::int64_t number) {
        if (number == first_.number) {
            first_.place = std::max(first_.place, place);
        } else if (place > first_.place) {
            second_ = std::exchange(first_, {place, number});
        } else if (place > second_.place) {
            second_ = {place, number};
        }
    }
    std::ptrdiff_t besides(std::int64_t number) const {
        return first_.number == number ? second_.place : first_.place;
    }

private:
    struct One {
        std::ptrdiff_t place = PTRDIFF_MIN;
        std::int64_t number = 0;
    };
    One first_;
    One second_;
};

// Notes whether anything else in the text names another organization.
void note_those_alone(std::vector<Mention>& mentions) {
    Outermost before;
    Outermost after;
    for (const auto& mention : mentions) {
        const bool counts = mention.fits_best && mention.end - mention.begin > 1 &&
                            !mention.evidence.has(Sign::only_kinds);
        if (!counts) continue;
        before.add(-static_cast<std::ptrdiff_t>(mention.end), mention.number);
        after.add(static_cast<std::ptrdiff_t>(mention.begin), mention.number);
    }
    for (auto& mention : mentions) {
        const bool any_before =
            before.besides(mention.number) >= -static_cast<std::ptrdiff_t>(mention.begin);
        const bool any_after =
            after.besides(mention.number) >= static_cast<std::ptrdiff_t>(mention.end);
        if (any_before || any_after) continue;
        auto& evidence = mention.evidence;
        evidence.note(Sign::named_alone);
        evidence.note(Sign::first_but_alone, evidence.has(Sign::first_of_many));
        evidence.note(Sign::one_word_alone, evidence.has(Sign::one_word));
    }
}

class MentionFinder {
public:
    MentionFinder(const Names& names, std::string_view affiliation)
        : names_(names),
          is_known_([this](std::string_view word) { return names_.rarity(word) < 1; }),
          text_(read_affiliation(affiliation, is_known_)) {
        find_cities();
    }

    std::vector<Mention> find() && {
        for (std::size_t begin = 0; begin < text_.words.size(); ++begin) look_from(begin);
        note_those_alone(mentions_);
        return std::move(mentions_);
    }

private:
    struct Known {
        ResourceEntry entry;
        OrganizationForms organization;
        std::set<std::size_t> formed;  // the names whose forms are there

        std::string name_of(const NameSaid& said) const {
            return entry.names[organization.forms[said.form].name].text;
        }
    };
    struct Bearer {
        const Known* known;
        NameSaid said;
        PlaceEvidence place;
        double fit;
        std::int64_t number;
    };

    // Known cities that are named, for names that many share, and segments that are nothing else.
    void find_cities() {
        for (std::size_t begin = 0; begin < text_.words.size(); ++begin) {
            const auto last = std::min(begin + city_words_max, text_.segment_end(begin));
            for (auto end = begin + 1; end <= last && city_keys_.size() < cities_max; ++end) {
                const auto key = joined_key(std::span(text_.standard).subspan(begin, end - begin));
                if (names_.is_city(key)) city_keys_.push_back(key);
            }
        }
        for (const auto begin : text_.begins) note_city_segment(begin);
    }

    void note_city_segment(std::size_t begin) {
        WordRange city{begin, text_.segment_end(begin)};
        const auto is_beside = [&](std::size_t word) {
            return text_.words[word].is_number || text_.words[word].is_country;
        };
        while (city.begin < city.end && is_beside(city.begin)) ++city.begin;
        while (city.begin < city.end && is_beside(city.end - 1)) --city.end;
        const auto words = std::span(text_.standard).subspan(city.begin, city.end - city.begin);
        if (words.empty() || words.size() > city_words_max) return;
        if (names_.is_city(joined_key(words))) cities_.push_back(city);
    }

    // All runs of words that begin here: their keys are asked for at once.
    void look_from(std::size_t begin) {
        std::vector<NameKey> keys;
        std::vector<WordRange> ranges;
        NameKey rough = 0;
        NameKey joined = joined_key_of_nothing;
        const auto last = std::min(begin + form_words_max, text_.words.size());
        for (auto end = begin + 1; end <= last; ++end) {
            rough += rough_key(text_.standard[end - 1]);
            joined = joined_key(joined, text_.standard[end - 1]);
            if (!may_be_name({begin, end})) continue;
            keys.insert(keys.end(), {rough, joined});
            ranges.push_back({begin, end});
        }
        const auto hits = names_.organizations_with(keys, city_keys_);
        for (std::size_t at = 0; at < hits.size();) {
            const auto range = hits[at].key / 2;
            std::map<std::int64_t, std::set<std::size_t>> names;
            for (; at < hits.size() && hits[at].key / 2 == range; ++at) {
                names[hits[at].number].insert(hits[at].name);
            }
            look_at(ranges[range], names);
        }
    }

    bool may_be_name(const WordRange& range) const {
        const auto& first = text_.words[range.begin];
        const auto& last = text_.words[range.end - 1];
        if (first.segment != last.segment) {
            // "University of California, Berkeley": whole segments only.
            if (last.segment - first.segment > segments_crossed_max) return false;
            if (!text_.begins_segment(range.begin) || !text_.ends_segment(range.end - 1)) {
                return false;
            }
        }
        if (range.end == range.begin + 1 &&
            (says_kind(first.word) || first.word != first.written)) {
            return false;
        }
        return std::any_of(text_.words.begin() + static_cast<std::ptrdiff_t>(range.begin),
                           text_.words.begin() + static_cast<std::ptrdiff_t>(range.end),
                           [](const AffiliationWord& word) { return !word.is_country; });
    }

    // Of those that have the name the one that fits best is noted.
    void look_at(const WordRange& range,
                 const std::map<std::int64_t, std::set<std::size_t>>& names) {
        std::vector<Bearer> bearers;
        std::size_t having_name = 0;
        for (const auto& [number, name_numbers] : names) {
            const auto* const known = known_organization(number, name_numbers);
            if (known == nullptr) continue;
            const auto said = best_form(range, known->organization);
            if (!said) continue;
            ++having_name;
            const auto place = place_evidence(text_, range, known->organization);
            if (place.country == CountryEvidence::contradicted) continue;
            bearers.push_back({known, *said, place, fit_of(place, *said), number});
        }
        if (bearers.empty()) return;
        std::stable_sort(
            bearers.begin(), bearers.end(),
            [](const Bearer& left, const Bearer& right) { return left.fit > right.fit; });
        const auto& best = bearers.front();
        const bool is_tied = bearers.size() > 1 && bearers[1].fit == best.fit;
        const auto told = std::min(bearers.size(), mentions_of_words_max);
        for (std::size_t index = 0; index < told; ++index) {
            const auto& bearer = bearers[index];
            auto mention = mention_of(range, bearer);
            const bool is_acronym = mention.evidence.has(Sign::acronym);
            mention.fits_best = index == 0;
            mention.evidence.note(Sign::acronym_of_one, is_acronym && bearers.size() == 1);
            mention.evidence.note(Sign::shared_name, !is_acronym && having_name > 1);
            mention.evidence.note(Sign::shared_in_country, !is_acronym && bearers.size() > 1);
            mention.evidence.note(Sign::equally_good, is_tied && bearer.fit == best.fit);
            mentions_.push_back(std::move(mention));
        }
    }

    Mention mention_of(const WordRange& range, const Bearer& bearer) const {
        Mention mention{range.begin, range.end, bearer.number, bearer.known->name_of(bearer.said)};
        mention.differences = bearer.said.differences.count();
        mention.evidence =
            signs_of(text_, range, bearer.known->organization, bearer.said, bearer.place);
        mention.evidence.note(Sign::other_city_named, other_city_named(range, bearer));
        const auto words = std::span(text_.standard).subspan(range.begin, range.end - range.begin);
        mention.evidence.note(Sign::is_place,
                              words.size() == 1 && names_.is_city(joined_key(words)));
        return mention;
    }

    // With the forms of these names at least. Null when there is no such entry any more, or enough
    // was looked at.
    const Known* known_organization(std::int64_t number, const std::set<std::size_t>& names) {
        const auto found = known_.find(number);
        if (found == known_.end() && known_.size() >= organizations_looked_at_max) return nullptr;
        auto& known = known_[number];
        if (found == known_.end()) {
            auto entry = names_.entry(number);
            if (!entry) return nullptr;
            auto places = places_of(*entry);
            known = std::make_unique<Known>(Known{std::move(*entry), std::move(places), {}});
        }
        if (known == nullptr) return nullptr;
        for (const auto name : names) {
            if (name >= known->entry.names.size() || !known->formed.insert(name).second) continue;
            add_forms(known->entry, name, known->organization);
        }
        return known.get();
    }

    std::optional<NameSaid> best_form(const WordRange& range,
                                      const OrganizationForms& organization) const {
        std::optional<NameSaid> best;
        const auto said = std::span(text_.words).subspan(range.begin, range.end - range.begin);
        for (std::size_t index = 0; index < organization.forms.size(); ++index) {
            const auto& form = organization.forms[index];
            const auto differences = compare_name(said, form.words, is_known_);
            if (!differences) continue;
            if (form.kind == FormKind::acronym && differences->any()) continue;
            if (!names_place_of(text_, range, form)) continue;
            const bool of_city = std::find(organization.cities.begin(), organization.cities.end(),
                                           form.place) != organization.cities.end();
            const auto quality = quality_of(form.kind, *differences, of_city);
            if (!best || quality > best->quality) best = {index, *differences, of_city, quality};
        }
        return best;
    }

    static double quality_of(FormKind kind, const Differences& differences, bool of_city) {
        double quality = -2.0 * static_cast<double>(differences.count());
        switch (kind) {
            case FormKind::main: break;
            case FormKind::alternate: quality -= 0.5; break;
            case FormKind::acronym: quality -= 3; break;
            case FormKind::without_place: quality -= of_city ? -0.2 : 1; break;
        }
        return quality;
    }

    bool other_city_named(const WordRange& range, const Bearer& best) const {
        if (best.place.city || best.place.in_name) return false;
        const auto& regions = best.known->organization.regions;
        return std::any_of(cities_.begin(), cities_.end(), [&](const WordRange& city) {
            const bool is_apart = city.end <= range.begin || city.begin >= range.end;
            const Words words(text_.standard.begin() + static_cast<std::ptrdiff_t>(city.begin),
                              text_.standard.begin() + static_cast<std::ptrdiff_t>(city.end));
            return is_apart && std::find(regions.begin(), regions.end(), words) == regions.end();
        });
    }

    const Names& names_;
    std::function<bool(std::string_view)> is_known_;
    AffiliationText text_;
    std::vector<NameKey> city_keys_;
    std::vector<WordRange> cities_;
    std::unordered_map<std::int64_t, std::unique_ptr<Known>> known_;
    std::vector<Mention> mentions_;
};

}  // namespace

std::vector<Mention> mentions_in(const Names& names, std::string_view affiliation) {
    return MentionFinder(names, affiliation).find();
}

}  // namespace cartulary::search
