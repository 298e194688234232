#include "search/record_matching.h"

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>

#include "base/text.h"
#include "domain/identifier.h"
#include "domain/web_address.h"
#include "search/name_similarity.h"
#include "search/organization_forms.h"

namespace cartulary::search {

namespace {

// What each likeness adds to the score. There is no collection of records with their right answers
// to learn from: so much that no single one is enough, and any sure two are.
constexpr double name_weight = 0.55;
constexpr double only_bearer_weight = 0.25;
constexpr double city_weight = 0.2;
constexpr double region_weight = 0.1;
constexpr double country_weight = 0.05;
constexpr double other_city_weight = -0.1;
constexpr double other_region_weight = -0.25;
constexpr double other_country_weight = -0.5;
constexpr double other_identifier_weight = -0.2;
constexpr double unnamed_weight = 0.2;  // where no name is given, an identifier is enough

constexpr double chosen_score_min = 0.75;
// Two as near as this are as good as each other.
constexpr double distinct_by_min = 0.05;
constexpr double similar_min = 0.8;
constexpr double somewhat_similar_min = 0.5;

constexpr std::size_t looked_at_max = 300;  // entries
constexpr std::size_t near_names_max = 20;
// Of those that share an identifier or a host, where a name tells them apart and leads to the rest.
constexpr std::size_t sharing_looked_at_max = 20;

// An identifier or a host that many share says little.
struct Sharing {
    std::size_t most;  // entries that have it
    double identifier;
    double host;
};
constexpr Sharing sharing[] = {{1, 0.6, 0.35}, {5, 0.3, 0.15}, {Names::sharing_max, 0.1, 0.05}};

const Sharing& sharing_of(std::size_t count) {
    const auto* const found = std::find_if(std::begin(sharing), std::end(sharing) - 1,
                                           [&](const Sharing& one) { return count <= one.most; });
    return *found;
}

// As the registry writes it where it knows the scheme: "fein:123456789" is "fein:12-3456789".
std::string standard_identifier(const std::string& identifier) {
    const auto colon = identifier.find(':');
    if (colon == std::string::npos) return identifier;
    const auto* const scheme = find_identifier_scheme(identifier.substr(0, colon));
    if (scheme == nullptr) return identifier;
    const auto value = parse_identifier(*scheme, std::string_view(identifier).substr(colon + 1));
    return value ? std::string(scheme->name) + ":" + *value : identifier;
}

std::string_view scheme_of(std::string_view identifier) {
    return identifier.substr(0, identifier.find(':'));
}

bool any_same(const std::vector<Words>& left, const std::vector<Words>& right) {
    return std::any_of(left.begin(), left.end(), [&](const Words& place) {
        return std::find(right.begin(), right.end(), place) != right.end();
    });
}

// What is known of one entry while it is weighed.
struct Weighed {
    std::int64_t number;
    double score = 0;
    double similarity = 0;
    std::string name = {};
    std::vector<std::string> reasons = {};
    bool only_bearer = false;
    bool is_contradicted = false;
};

class RecordMatcher {
public:
    RecordMatcher(const Names& names, const Described& described)
        : names_(names), described_(described) {
        ResourceEntry asked;
        if (!text::is_blank(described.name)) asked.names.push_back({described.name, ""});
        if (!text::is_blank(described.city)) asked.places.push_back(described.city);
        if (!text::is_blank(described.region)) asked.regions.push_back(described.region);
        if (!text::is_blank(described.country)) asked.countries.push_back(described.country);
        asked_ = forms_of(asked);
        words_ = organization_words(described.name);
        drop_legal_form(words_);
        for (const auto& identifier : described.identifiers) {
            identifiers_.insert(standard_identifier(identifier));
        }
    }

    std::vector<Candidate> match(std::size_t count) && {
        find_by_name();
        find_by_identifiers();
        find_by_host();
        std::vector<Weighed> all;
        for (const auto number : numbers_) {
            const auto entry = names_.entry(number);
            if (entry && is_organization(*entry)) all.push_back(weigh(*entry));
        }
        note_only_bearer(all);
        std::stable_sort(all.begin(), all.end(), [](const Weighed& left, const Weighed& right) {
            return std::tuple(-left.score, left.number) < std::tuple(-right.score, right.number);
        });
        return candidates(all, count);
    }

private:
    void add(std::int64_t number) {
        if (numbers_.size() < looked_at_max) numbers_.insert(number);
    }

    // How many they are.
    std::size_t add_sharing(const std::optional<std::vector<std::int64_t>>& numbers) {
        if (!numbers) return Names::sharing_max + 1;
        const auto most = words_.empty() ? looked_at_max : sharing_looked_at_max;
        for (std::size_t i = 0; i < std::min(numbers->size(), most); ++i) add((*numbers)[i]);
        return numbers->size();
    }

    void find_by_name() {
        std::vector<NameKey> keys;
        for (const auto& form : asked_.forms) {
            keys.push_back(joined_key(form.words));
            if (form.words.size() > 1) keys.push_back(rough_key(form.words));
        }
        std::vector<NameKey> cities;
        for (const auto& city : asked_.cities) cities.push_back(joined_key(city));
        for (const auto& hit : names_.organizations_with(keys, cities)) add(hit.number);
        if (words_.empty()) return;
        const auto hits = names_.find({.text = described_.name,
                                       .conditions = {},
                                       .last_word_begins = false,
                                       .typos = true,
                                       .count = near_names_max});
        for (const auto& hit : hits) add(hit.number);
    }

    void find_by_identifiers() {
        for (const auto& identifier : identifiers_) {
            shared_[identifier] = add_sharing(names_.with_identifier(identifier));
        }
    }

    void find_by_host() {
        const auto address = parse_web_address(described_.website);
        if (!address) return;
        host_ = address->comparable_host();
        host_shared_ = add_sharing(names_.with_host(host_));
    }

    Weighed weigh(const ResourceEntry& entry) const {
        const auto organization = forms_of(entry);
        Weighed weighed{entry.number};
        weighed.name = entry.names.empty() ? std::string() : entry.names.front().text;
        weigh_name(entry, organization, weighed);
        weigh_identifiers(entry, weighed);
        weigh_host(entry, weighed);
        weigh_place(organization, weighed);
        return weighed;
    }

    void weigh_name(const ResourceEntry& entry, const OrganizationForms& organization,
                    Weighed& weighed) const {
        if (words_.empty()) {
            weighed.score += unnamed_weight;
            return;
        }
        for (const auto& form : organization.forms) {
            const auto similarity = name_similarity(words_, form.words);
            if (similarity <= weighed.similarity) continue;
            weighed.similarity = similarity;
            weighed.name = entry.names[form.name].text;
            weighed.only_bearer = similarity == 1 && form.kind != FormKind::acronym &&
                                  form.kind != FormKind::without_place;
        }
        weighed.score += name_weight * weighed.similarity;
        if (weighed.similarity == 1) {
            weighed.reasons.emplace_back("the name is the same");
        } else if (weighed.similarity >= similar_min) {
            weighed.reasons.emplace_back("the name is nearly the same");
        } else if (weighed.similarity >= somewhat_similar_min) {
            weighed.reasons.emplace_back("the name is similar");
        }
    }

    void weigh_identifiers(const ResourceEntry& entry, Weighed& weighed) const {
        double best = 0;
        std::string_view same;
        std::string_view other;
        for (const auto& identifier : entry.identifiers) {
            if (identifiers_.contains(identifier)) {
                const auto says = sharing_of(shared_.at(identifier)).identifier;
                if (says > best) {
                    best = says;
                    same = scheme_of(identifier);
                }
            } else if (names_scheme(scheme_of(identifier))) {
                other = scheme_of(identifier);
            }
        }
        if (best > 0) {
            weighed.score += best;
            weighed.reasons.push_back("the same " + std::string(same));
        } else if (!other.empty()) {
            weighed.score += other_identifier_weight;
            weighed.reasons.push_back("another " + std::string(other));
        }
    }

    bool names_scheme(std::string_view scheme) const {
        return std::any_of(
            identifiers_.begin(), identifiers_.end(),
            [&](const std::string& identifier) { return scheme_of(identifier) == scheme; });
    }

    void weigh_host(const ResourceEntry& entry, Weighed& weighed) const {
        if (host_.empty() || entry.website.empty()) return;
        const auto address = parse_web_address(entry.website);
        if (!address || address->comparable_host() != host_) return;
        weighed.score += sharing_of(host_shared_).host;
        weighed.reasons.emplace_back(host_shared_ > 1 ? "the same web site, which others have too"
                                                      : "the same web site");
    }

    void weigh_place(const OrganizationForms& organization, Weighed& weighed) const {
        const auto weigh = [&](bool is_known, bool is_same, std::string_view what, double same,
                               double other) {
            if (!is_known) return;
            weighed.score += is_same ? same : other;
            if (is_same) weighed.reasons.push_back("the same " + std::string(what));
            if (!is_same) weighed.reasons.push_back("another " + std::string(what));
        };
        const bool same_country =
            std::any_of(organization.countries.begin(), organization.countries.end(),
                        [&](const std::string& country) {
                            return std::find(asked_.countries.begin(), asked_.countries.end(),
                                             country) != asked_.countries.end();
                        });
        const bool country_known = !asked_.countries.empty() && !organization.countries.empty();
        const bool region_known = !asked_.regions.empty() && !organization.regions.empty();
        const bool city_known = !asked_.cities.empty() && !organization.cities.empty();
        const bool same_region = any_same(asked_.regions, organization.regions);
        weigh(city_known, any_same(asked_.cities, organization.cities), "city", city_weight,
              other_city_weight);
        weigh(region_known, same_region, "region", region_weight, other_region_weight);
        weigh(country_known, same_country, "country", country_weight, other_country_weight);
        weighed.is_contradicted = country_known && !same_country;
    }

    // A name that says something, and that nobody else has, is as good as a place.
    void note_only_bearer(std::vector<Weighed>& all) const {
        constexpr double own_words_min = 0.9;
        double own_words = 0;
        for (const auto& word : words_) own_words += says_kind(word) ? 0 : 1;
        const auto bearers = std::count_if(all.begin(), all.end(),
                                           [](const Weighed& one) { return one.similarity == 1; });
        if (bearers != 1 || own_words < own_words_min) return;
        for (auto& one : all) {
            if (!one.only_bearer) continue;
            one.score += only_bearer_weight;
            one.reasons.emplace_back("no other has the name");
        }
    }

    std::vector<Candidate> candidates(const std::vector<Weighed>& all, std::size_t count) const {
        std::vector<Candidate> found;
        for (const auto& one : all) {
            if (found.size() == count) break;
            if (one.score <= 0 || one.reasons.empty()) continue;
            found.push_back({one.number, std::min(one.score, 1.0), false, one.name, one.reasons});
        }
        const bool is_sure = !all.empty() && !found.empty() && !all.front().is_contradicted &&
                             all.front().score >= chosen_score_min &&
                             (words_.empty() || all.front().similarity >= somewhat_similar_min) &&
                             (all.size() < 2 || all[1].score <= all[0].score - distinct_by_min);
        if (is_sure) found.front().chosen = true;
        return found;
    }

    const Names& names_;
    const Described& described_;
    OrganizationForms asked_;
    Words words_;
    std::set<std::string> identifiers_;
    std::map<std::string, std::size_t> shared_;  // how many entries have an identifier
    std::string host_;
    std::size_t host_shared_ = 0;
    std::set<std::int64_t> numbers_;
};

}  // namespace

std::vector<Candidate> match_record(const Names& names, const Described& described,
                                    std::size_t count) {
    return RecordMatcher(names, described).match(count);
}

}  // namespace cartulary::search
