#include "dialects/acclaim/badge_filters.h"

#include <algorithm>
#include <array>
#include <span>

#include "base/text.h"
#include "dialects/acclaim/filters.h"
#include "dialects/acclaim/moments.h"
#include "domain/checked.h"

namespace cartulary::acclaim {

namespace {

template <class Filter>
using Take = Result<void> (*)(Filter& filter, const std::string& key, const std::string& value);

// A key that a list may be filtered by, and what it does to the filter.
template <class Filter>
struct Key {
    std::string_view name;
    Take<Filter> take;
};

tl::unexpected<Error> wrong(const std::string& key, const std::string& problem) {
    return fail({{"filter", "has a " + key + " that " + problem}});
}

Result<void> take_value(std::optional<std::string>& target, const std::string&,
                        const std::string& value) {
    target = value;
    return {};
}

Result<void> take_value(std::optional<bool>& target, const std::string& key,
                        const std::string& value) {
    if (value != "true" && value != "false") return wrong(key, "is neither true nor false");
    target = value == "true";
    return {};
}

Result<void> take_value(std::optional<Timestamp>& target, const std::string& key,
                        const std::string& value) {
    const auto moment = parse_moment(value);
    if (!moment) return wrong(key, moment.error());
    target = *moment;
    return {};
}

Checked<std::string> parse_one(const std::string& value, std::string*) {
    return value;
}

Checked<Uuid> parse_one(const std::string& value, Uuid*) {
    if (const auto id = Uuid::parse(value)) return *id;
    return problem("is no UUID");
}

Checked<BadgeTemplateState> parse_one(const std::string& value, BadgeTemplateState*) {
    if (const auto state = parse_badge_template_state(value)) return *state;
    return problem("is not draft, active or archived");
}

Checked<BadgeState> parse_one(const std::string& value, BadgeState*) {
    if (const auto state = parse_badge_state(value)) return *state;
    return problem("is not pending, accepted, rejected or revoked");
}

// Any of several, by commas.
template <class Value>
Result<void> take_value(std::vector<Value>& target, const std::string& key,
                        const std::string& values) {
    std::string_view rest = values;
    while (!rest.empty()) {
        const auto part = rest.substr(0, rest.find(','));
        rest.remove_prefix(std::min(part.size() + 1, rest.size()));
        const auto value = text::trimmed(part);
        if (value.empty()) continue;
        const auto parsed = parse_one(std::string(value), static_cast<Value*>(nullptr));
        if (!parsed) return wrong(key, parsed.error());
        target.push_back(*parsed);
    }
    return {};
}

template <auto Member, class Filter>
Result<void> into(Filter& filter, const std::string& key, const std::string& value) {
    return take_value(filter.*Member, key, value);
}

using TemplateFilter = badge_templates::Filter;
using BadgeFilter = badges::Filter;

constexpr auto template_keys = std::to_array<Key<TemplateFilter>>({
    {"query", into<&TemplateFilter::query>},
    {"name", into<&TemplateFilter::name>},
    {"state", into<&TemplateFilter::states>},
    {"public", into<&TemplateFilter::is_public>},
    {"created_at_min", into<&TemplateFilter::created_min>},
    {"created_at_max", into<&TemplateFilter::created_max>},
    {"updated_at_min", into<&TemplateFilter::updated_min>},
    {"updated_at_max", into<&TemplateFilter::updated_max>},
});

constexpr auto badge_keys = std::to_array<Key<BadgeFilter>>({
    {"id", into<&BadgeFilter::ids>},
    {"badge_template_id", into<&BadgeFilter::badge_templates>},
    {"user_id", into<&BadgeFilter::earners>},
    {"recipient_email", into<&BadgeFilter::emails>},
    {"recipient_email_all", into<&BadgeFilter::emails>},  // also an earner's other addresses, there
    {"issuer_earner_id", into<&BadgeFilter::earner_ids>},
    {"state", into<&BadgeFilter::states>},
    {"public", into<&BadgeFilter::is_public>},
    {"query", into<&BadgeFilter::query>},
    {"issued_at_min", into<&BadgeFilter::issued_min>},
    {"issued_at_max", into<&BadgeFilter::issued_max>},
    {"created_at_min", into<&BadgeFilter::created_min>},
    {"created_at_max", into<&BadgeFilter::created_max>},
    {"updated_at_min", into<&BadgeFilter::updated_min>},
    {"updated_at_max", into<&BadgeFilter::updated_max>},
});

template <class SortBy>
struct SortKey {
    std::string_view name;
    SortBy by;
};

constexpr auto template_sorts = std::to_array<SortKey<badge_templates::SortBy>>({
    {"name", badge_templates::SortBy::name},
    {"created_at", badge_templates::SortBy::created_at},
    {"updated_at", badge_templates::SortBy::updated_at},
});

constexpr auto badge_sorts = std::to_array<SortKey<badges::SortBy>>({
    {"issued_at", badges::SortBy::issued_at},
    {"created_at", badges::SortBy::created_at},
    {"updated_at", badges::SortBy::updated_at},
});

template <class Named>
std::vector<std::string_view> names_of(std::span<const Named> table) {
    std::vector<std::string_view> names;
    for (const auto& named : table) names.push_back(named.name);
    return names;
}

template <class Filter>
Result<Filter> read_filter(const http::Request& request, std::span<const Key<Filter>> keys) {
    Filter filter;
    for (const auto& [name, value] : TRY(filters_asked(request, names_of(keys)))) {
        if (value.empty()) continue;
        const auto key = std::ranges::find(keys, name, &Key<Filter>::name);
        TRY(key->take(filter, name, value));
    }
    return filter;
}

template <class Order, class SortBy>
Result<std::vector<Order>> read_orders(const http::Request& request,
                                       std::span<const SortKey<SortBy>> keys) {
    std::vector<Order> orders;
    for (const auto& [name, descending] : TRY(sort_asked(request, names_of(keys)))) {
        const auto key = std::ranges::find(keys, name, &SortKey<SortBy>::name);
        orders.push_back({key->by, descending});
    }
    return orders;
}

}  // namespace

Result<badge_templates::Filter> badge_template_filter(const http::Request& request) {
    return read_filter<TemplateFilter>(request, template_keys);
}

Result<std::vector<badge_templates::Order>> badge_template_orders(const http::Request& request) {
    return read_orders<badge_templates::Order, badge_templates::SortBy>(request, template_sorts);
}

Result<badges::Filter> badge_filter(const http::Request& request) {
    return read_filter<BadgeFilter>(request, badge_keys);
}

Result<std::vector<badges::Order>> badge_orders(const http::Request& request) {
    return read_orders<badges::Order, badges::SortBy>(request, badge_sorts);
}

}  // namespace cartulary::acclaim
