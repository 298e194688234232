#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "domain/tenant.h"

// What tenants' organizations are searched by.
namespace cartulary {

enum class TenantField {
    serial,
    root_serial,
    channel,
    name,
    slug,  // a tenant's alone
    external_id,
    website,
    description,  // its begin
    language,
    kind,
    sub_kind,
    state,
    is_root,
    created_at,
    updated_at,
};

// Whether its values are texts, which are compared without regard to case; else they are numbers,
// times in milliseconds.
bool is_text(TenantField field);

using TenantValue = std::variant<std::int64_t, std::string>;

// One thing that must be true of an organization.
struct TenantCondition {
    enum class Kind {
        one_of,  // of the values; without any it is never true
        above,
        at_least,
        below,
        at_most,
        begins_with,
        holds,  // a text in it
        is_known,
        is_unknown,
        all_of,  // the parts
        any_of,
    };
    Kind kind = Kind::all_of;
    TenantField field = {};
    std::vector<TenantValue> values = {};  // one, but for one_of, which has any number
    std::vector<TenantCondition> parts = {};
};

struct TenantSearch {
    struct Order {
        TenantField field;
        bool descending;
    };

    TenantCondition condition = {};
    std::vector<Order> order = {};  // then by age
    std::vector<TenantField> facets = {};
    std::int64_t offset = 0;
    int count = 250;
};

struct TenantsFound {
    // A value and how many have it, the most frequent first.
    using Facet = std::vector<std::pair<std::string, std::int64_t>>;

    std::int64_t total;
    std::vector<TenantOrganization> items;
    std::vector<Facet> facets;  // in the order in which they were asked for
};

inline constexpr int tenant_facet_values_max = 250;
inline constexpr std::size_t tenant_search_values_max = 1'000;  // in all conditions together

}  // namespace cartulary
