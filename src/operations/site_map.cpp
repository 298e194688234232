#include "operations/site_map.h"

#include <limits>

namespace cartulary {

namespace {

constexpr int resources_page = 1'000;
constexpr std::int64_t section_last =
    std::numeric_limits<std::int64_t>::max() / SiteMap::section_numbers;

// Numbers of resources of a section lie above this.
std::int64_t before(std::int64_t section) {
    return (section - 1) * SiteMap::section_numbers;
}

std::int64_t section_of(std::int64_t number) {
    return (number - 1) / SiteMap::section_numbers + 1;
}

}  // namespace

std::vector<std::int64_t> SiteMap::sections() const {
    return registry_.store.read([](Transaction& transaction) {
        std::vector<std::int64_t> sections;
        std::int64_t after = 0;
        while (sections.size() < sections_max) {
            const auto first = resources::address_after(transaction, after);
            if (!first) break;
            sections.push_back(section_of(*first));
            after = before(sections.back() + 1);
        }
        return sections;
    });
}

bool SiteMap::has(std::int64_t section) const {
    if (section < 1 || section >= section_last) return false;
    const auto first = registry_.store.read([&](Transaction& transaction) {
        return resources::address_after(transaction, before(section));
    });
    return first && section_of(*first) == section;
}

SiteMap::Reader::Reader(const Registry& registry, std::int64_t section)
    : registry_(registry), after_(before(section)), until_(before(section + 1)) {}

std::vector<resources::ResourceAddress> SiteMap::Reader::next() {
    auto page = registry_.store.read([&](Transaction& transaction) {
        return resources::addresses_between(transaction, after_, until_, resources_page);
    });
    if (!page.empty()) after_ = page.back().number;
    return page;
}

}  // namespace cartulary
