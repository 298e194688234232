#include "search/organization_index.h"

#include <algorithm>
#include <tuple>
#include <utility>

namespace cartulary::search {

namespace {

struct NamedKey {
    NameKey key;
    std::size_t name;

    auto operator<=>(const NamedKey&) const = default;
};

// Each key of a name once, so that what was added can be removed again.
std::vector<NamedKey> keys_of(const OrganizationForms& organization) {
    std::vector<NamedKey> keys;
    for (const auto& form : organization.forms) {
        keys.push_back({joined_key(form.words), form.name});
        if (form.words.size() > 1) keys.push_back({rough_key(form.words), form.name});
    }
    std::sort(keys.begin(), keys.end());
    keys.erase(std::unique(keys.begin(), keys.end()), keys.end());
    return keys;
}

std::vector<NameKey> city_keys_of(const OrganizationForms& organization) {
    std::vector<NameKey> keys;
    for (const auto& city : organization.cities) keys.push_back(joined_key(city));
    return keys;
}

constexpr int name_bits = 8;
constexpr std::uint32_t place_of(NameKey city, std::size_t name) {
    return static_cast<std::uint32_t>(city) << name_bits | static_cast<std::uint32_t>(name);
}
constexpr std::uint32_t name_in(std::uint32_t place) {
    return place & ((1U << name_bits) - 1);
}
constexpr bool is_in_city(std::uint32_t place, NameKey city) {
    return place >> name_bits == place_of(city, 0) >> name_bits;
}

static_assert(forms_names_max <= 1U << name_bits);

}  // namespace

void OrganizationIndex::add(const ResourceEntry& entry) {
    if (!is_organization(entry)) return;
    const auto organization = forms_of(entry);
    const auto cities = city_keys_of(organization);
    for (const auto city : cities) ++cities_[city];
    const auto city = cities.empty() ? 0 : cities.front();
    for (const auto& [key, name] : keys_of(organization)) {
        add_posting(key, {entry.number, place_of(city, name), none});
    }
}

void OrganizationIndex::remove(const ResourceEntry& entry) {
    if (!is_organization(entry)) return;
    const auto organization = forms_of(entry);
    for (const auto city : city_keys_of(organization)) {
        if (--cities_[city] == 0) cities_.erase(city);
    }
    for (const auto& [key, name] : keys_of(organization)) {
        remove_posting(key, {entry.number, place_of(0, name), none});
    }
}

// Most changes are of something else than names and places.
void OrganizationIndex::replace(const ResourceEntry& before, const ResourceEntry& after) {
    if (before.type == after.type && before.names == after.names && before.places == after.places &&
        before.regions == after.regions && before.countries == after.countries) {
        return;
    }
    remove(before);
    add(after);
}

std::vector<NameKeyHit> OrganizationIndex::find(std::span<const NameKey> keys,
                                                std::span<const NameKey> cities) const {
    std::vector<NameKeyHit> hits;
    for (std::uint32_t index = 0; index < keys.size(); ++index) {
        const auto found = chains_.find(keys[index]);
        if (found != chains_.end()) collect(found->second, cities, index, hits);
    }
    return hits;
}

std::size_t OrganizationIndex::bytes() const {
    const auto slot = sizeof(decltype(chains_)::value_type) + 1;  // and its byte of the table
    return chains_.bucket_count() * slot + postings_.capacity() * sizeof(Posting) +
           cities_.bucket_count() * (sizeof(decltype(cities_)::value_type) + 1);
}

void OrganizationIndex::add_posting(NameKey key, const Posting& posting) {
    auto& chain = chains_[key];
    auto at = free_;
    if (at == none) {
        at = static_cast<std::uint32_t>(postings_.size());
        postings_.push_back(posting);
    } else {
        free_ = postings_[at].next;
        postings_[at] = posting;
    }
    postings_[at].next = std::exchange(chain.first, at);
    ++chain.count;
}

void OrganizationIndex::remove_posting(NameKey key, const Posting& posting) {
    const auto found = chains_.find(key);
    if (found == chains_.end()) return;
    auto& chain = found->second;
    for (auto* link = &chain.first; *link != none; link = &postings_[*link].next) {
        auto& known = postings_[*link];
        if (known.number != posting.number || name_in(known.place) != name_in(posting.place))
            continue;
        const auto freed = std::exchange(*link, known.next);
        postings_[freed].next = std::exchange(free_, freed);
        if (--chain.count == 0) chains_.erase(found);
        return;
    }
}

void OrganizationIndex::collect(const Chain& chain, std::span<const NameKey> cities,
                                std::uint32_t key, std::vector<NameKeyHit>& hits) const {
    if (chain.count > shared_names_read_max) return;
    const bool by_city = chain.count > shared_names_max;
    const auto begin = hits.size();
    const auto is_there = [&](const Posting& posting) {
        return std::any_of(cities.begin(), cities.end(),
                           [&](NameKey city) { return is_in_city(posting.place, city); });
    };
    for (auto at = chain.first; at != none; at = postings_[at].next) {
        const auto& posting = postings_[at];
        if (!by_city || is_there(posting))
            hits.push_back({key, posting.number, name_in(posting.place)});
        if (hits.size() - begin > shared_names_max) {
            hits.resize(begin);
            return;
        }
    }
    std::sort(
        hits.begin() + static_cast<std::ptrdiff_t>(begin), hits.end(),
        [](const NameKeyHit& left, const NameKeyHit& right) { return left.number < right.number; });
}

}  // namespace cartulary::search
