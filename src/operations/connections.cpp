#include "operations/connections.h"

#include <algorithm>
#include <map>
#include <unordered_map>

#include "store/connections.h"
#include "store/listed_entries.h"
#include "store/resources.h"

namespace cartulary {

namespace {

// Ways that differ are few; many are somebody's attempt to make this expensive. One who refers by
// several ways is read for each.
constexpr int ways_max = 500;
constexpr std::size_t references_read_max = 4 * connections_counted_max;

bool ends_with(std::string_view way, std::string_view property) {
    if (!way.ends_with(property)) return false;
    return way.size() == property.size() || way[way.size() - property.size() - 1] == '.';
}

// Finds numbers of entries, with the properties that connect them.
class Search {
public:
    Search(Transaction& transaction, const ConnectionQuery& query)
        : transaction_(transaction),
          query_(query),
          place_(resources::place_of(transaction, query.of)) {
        const bool is_inward = query.direction == Direction::inward;
        if (!is_inward && !place_) return;
        const auto ways = is_inward ? connections::ways_to(transaction, query.of, ways_max)
                                    : connections::ways_from(transaction, place_->number, ways_max);
        for (const auto& way : ways) {
            if (query.properties.empty()) read(way, way);
            for (const auto& property : query.properties) {
                if (ends_with(way, property)) read(way, property);
            }
        }
        cut();
    }

    bool at_least() const { return at_least_; }
    std::int64_t total() const { return static_cast<std::int64_t>(numbers_.size()); }

    // In their order.
    const std::vector<std::int64_t>& numbers() const { return numbers_; }

    std::vector<Connection> listed(std::span<const std::int64_t> numbers) const {
        std::vector<Connection> connections;
        for (auto& [entry, owner, name] : resources::listed_entries(transaction_, numbers)) {
            const auto& properties = found_.at(entry.number);
            connections.push_back({properties, std::move(entry), std::move(name)});
        }
        return connections;
    }

private:
    void read(const std::string& way, const std::string& property) {
        const auto left = references_read_max - std::min(references_read_max, read_);
        const auto count = static_cast<int>(std::min(left, connections_counted_max)) + 1;
        const auto numbers = referring_by(way, count);
        read_ += numbers.size();
        at_least_ |= static_cast<int>(numbers.size()) == count;
        for (const auto number : numbers) {
            if (place_ && number == place_->number) continue;  // itself
            auto& properties = found_[number];
            if (std::ranges::find(properties, property) == properties.end()) {
                properties.push_back(property);
            }
        }
    }

    std::vector<std::int64_t> referring_by(const std::string& way, int count) {
        if (query_.direction == Direction::inward) {
            return connections::referring(transaction_, query_.of, way, count);
        }
        const auto ctids = connections::referred(transaction_, place_->number, way, count);
        read_ += ctids.size();
        return connections::numbers_of(transaction_, ctids);
    }

    void cut() {
        for (const auto& [number, properties] : found_) {
            if (numbers_.size() == connections_counted_max) {
                at_least_ = true;
                return;
            }
            numbers_.push_back(number);
        }
    }

    Transaction& transaction_;
    const ConnectionQuery& query_;
    std::optional<resources::Place> place_;
    std::map<std::int64_t, std::vector<std::string>> found_;
    std::vector<std::int64_t> numbers_;
    std::size_t read_ = 0;
    bool at_least_ = false;
};

std::span<const std::int64_t> part_of(const std::vector<std::int64_t>& numbers,
                                      const Slice& slice) {
    const auto size = static_cast<std::int64_t>(numbers.size());
    const auto begin = std::clamp<std::int64_t>(slice.offset, 0, size);
    const auto count = std::clamp<std::int64_t>(slice.count, 0, size - begin);
    return std::span(numbers).subspan(static_cast<std::size_t>(begin),
                                      static_cast<std::size_t>(count));
}

// The numbers of the first ones of each class, in their order, and how many there are of each.
struct Chosen {
    std::vector<ConnectedOfType> types;
    std::vector<std::int64_t> numbers;
};

Chosen first_of_each(const std::vector<connections::Typed>& all, int count_of_each) {
    Chosen chosen;
    std::unordered_map<std::string_view, std::size_t> places;
    for (const auto& [number, type] : all) {
        const auto [place, is_new] = places.emplace(type, chosen.types.size());
        if (is_new) chosen.types.push_back({.type = type, .items = {}});
        if (chosen.types[place->second].total++ < count_of_each) chosen.numbers.push_back(number);
    }
    std::ranges::stable_sort(chosen.types, std::greater(), &ConnectedOfType::total);
    return chosen;
}

}  // namespace

Connected connections_of(const Registry& registry, const ConnectionQuery& query,
                         const Slice& slice) {
    return registry.store.read([&](Transaction& transaction) {
        const Search search(transaction, query);
        return Connected{.items = search.listed(part_of(search.numbers(), slice)),
                         .total = search.total(),
                         .at_least = search.at_least()};
    });
}

ConnectedByType connections_by_type(const Registry& registry, const ConnectionQuery& query,
                                    int count_of_each) {
    return registry.store.read([&](Transaction& transaction) {
        const Search search(transaction, query);
        const auto all = connections::types_of(transaction, search.numbers());
        auto [types, numbers] = first_of_each(all, count_of_each);
        for (auto& connection : search.listed(numbers)) {
            const auto type =
                std::ranges::find(types, connection.entry.type, &ConnectedOfType::type);
            type->items.push_back(std::move(connection));
        }
        return ConnectedByType{
            .types = std::move(types), .total = search.total(), .at_least = search.at_least()};
    });
}

}  // namespace cartulary
