#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "operations/registry.h"
#include "store/resource_addresses.h"

namespace cartulary {

// Everything that is published, in sections that stay what they are: a resource is in the same one
// for ever, by its number, so that who has read a section need not read it again because another
// grew.
class SiteMap {
public:
    explicit SiteMap(const Registry& registry) : registry_(registry) {}

    // What a section may hold, as sitemaps.org allows; and how many may be listed.
    static constexpr std::int64_t section_numbers = 50'000;
    static constexpr std::size_t sections_max = 49'000;

    // Those that are not empty, from 1.
    std::vector<std::int64_t> sections() const;
    bool has(std::int64_t section) const;

    // The next resources of a section, some at each call, in their order; none at the end. Each
    // page is a read of its own, so that no snapshot is held for somebody slow.
    class Reader {
    public:
        std::vector<resources::ResourceAddress> next();

    private:
        friend class SiteMap;
        Reader(const Registry& registry, std::int64_t section);

        const Registry& registry_;
        std::int64_t after_;
        std::int64_t until_;
    };
    Reader read(std::int64_t section) const { return Reader(registry_, section); }

private:
    const Registry& registry_;
};

}  // namespace cartulary
