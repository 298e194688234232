#include "dialects/sunbird/search_wire.h"

#include <algorithm>
#include <array>
#include <charconv>

#include "base/text.h"
#include "dialects/sunbird/moments.h"
#include "dialects/sunbird/parameters.h"

namespace cartulary::sunbird {

namespace {

using Kind = TenantCondition::Kind;

constexpr std::size_t query_length_max = 200;  // characters
constexpr std::size_t query_words_max = 10;
constexpr std::size_t orders_max = 5;
constexpr std::size_t facets_max = 10;

struct Name {
    std::string_view parameter;
    TenantField field;
};
constexpr auto names = std::to_array<Name>({
    {"id", TenantField::serial},
    {"identifier", TenantField::serial},
    {"organisationId", TenantField::serial},
    {"hashTagId", TenantField::serial},
    {"rootOrgId", TenantField::root_serial},
    {"channel", TenantField::channel},
    {"provider", TenantField::channel},
    {"orgName", TenantField::name},
    {"slug", TenantField::slug},
    {"externalId", TenantField::external_id},
    {"homeUrl", TenantField::website},
    {"description", TenantField::description},
    {"preferredLanguage", TenantField::language},
    {"organisationType", TenantField::kind},
    {"organisationSubType", TenantField::sub_kind},
    {"status", TenantField::state},
    {"isTenant", TenantField::is_root},
    {"isRootOrg", TenantField::is_root},
    {"createdDate", TenantField::created_at},
    {"updatedDate", TenantField::updated_at},
});

struct Comparison {
    std::string_view sign;
    Kind kind;
};
constexpr auto comparisons = std::to_array<Comparison>({
    {">", Kind::above},
    {">=", Kind::at_least},
    {"<", Kind::below},
    {"<=", Kind::at_most},
    {"startsWith", Kind::begins_with},
});

tl::unexpected<Error> should_be(std::string_view name, const char* type) {
    return refuse_parameter(name, std::string(said::should_be) + type);
}

Result<TenantField> field_of(const Exchange& exchange, std::string_view parameter) {
    const auto found = std::ranges::find(names, parameter, &Name::parameter);
    if (found == names.end()) return refuse_parameter(parameter, said::unexpected);
    // Newer servers call every organisation its own root.
    const bool is_root_id = found->field == TenantField::root_serial;
    if (is_root_id && exchange.profile == Profile::modern) return TenantField::serial;
    return found->field;
}

Result<TenantValue> text_value(std::string_view parameter, const json::Value& value) {
    return TenantValue(TRY(text_of(value, parameter)));
}

// An id that is none is nobody's.
Result<TenantValue> serial_value(std::string_view parameter, const json::Value& value) {
    return TenantValue(parse_serial(TRY(text_of(value, parameter))).value_or(-1));
}

Result<TenantValue> moment_value(std::string_view parameter, const json::Value& value) {
    const auto moment = parse_moment(TRY(text_of(value, parameter)));
    if (!moment) return refuse_parameter(parameter, said::invalid);
    return TenantValue(milliseconds(*moment));
}

Result<TenantValue> number_value(std::string_view parameter, const json::Value& value) {
    if (!value.integer()) return should_be(parameter, "Integer");
    return TenantValue(*value.integer());
}

// A type by its number or its name; a name that is not known is no organisation's.
Result<TenantValue> type_value(const Exchange& exchange, std::string_view parameter,
                               const json::Value& value) {
    if (!value.string()) return number_value(parameter, value);
    const auto& types = exchange.operations.organisation_types;
    const auto found = types.find(text::lower_ascii(TRY(text_of(value, parameter))));
    return TenantValue(found == types.end() ? std::int64_t{-1} : found->second);
}

Result<TenantValue> value_of(const Exchange& exchange, std::string_view parameter,
                             TenantField field, const json::Value& value) {
    switch (field) {
        case TenantField::serial:
        case TenantField::root_serial: return serial_value(parameter, value);
        case TenantField::channel:
        case TenantField::name:
        case TenantField::slug:
        case TenantField::external_id:
        case TenantField::website:
        case TenantField::description:
        case TenantField::language: return text_value(parameter, value);
        case TenantField::kind: return type_value(exchange, parameter, value);
        case TenantField::sub_kind:
        case TenantField::state: return number_value(parameter, value);
        case TenantField::is_root:
            if (!value.boolean()) return should_be(parameter, "Boolean");
            return TenantValue(std::int64_t{*value.boolean() ? 1 : 0});
        case TenantField::created_at:
        case TenantField::updated_at: return moment_value(parameter, value);
    }
    __builtin_unreachable();
}

// Reads filters, and counts what they ask for.
class Filters {
public:
    explicit Filters(const Exchange& exchange) : exchange_(exchange) {}

    Result<TenantCondition> all_of(const json::Object& filters) {
        TenantCondition all{.kind = Kind::all_of};
        for (const auto& [name, value] : filters) {
            TRY(count_condition(name));
            all.parts.push_back(TRY(name == "$or" ? or_of(value) : condition_of(name, value)));
        }
        return all;
    }

private:
    // {"orgName": …, "channel": …}, or a list of such, of which one must be true.
    Result<TenantCondition> or_of(const json::Value& value) {
        if (++depth_ > search_nesting_max) return refuse_parameter("$or", said::invalid);
        TenantCondition any{.kind = Kind::any_of};
        if (value.object()) {
            any.parts = TRY(all_of(*value.object())).parts;
        } else if (value.array()) {
            for (const auto& item : *value.array()) {
                TRY(count_condition("$or"));
                if (!item.object()) return should_be("$or", "Map");
                any.parts.push_back(TRY(all_of(*item.object())));
            }
        } else {
            return should_be("$or", "Map");
        }
        --depth_;
        return any;
    }

    Result<TenantCondition> condition_of(const std::string& name, const json::Value& value) {
        const auto field = TRY(field_of(exchange_, name));
        if (value.object()) return comparisons_of(name, field, *value.object());
        TenantCondition condition{.kind = Kind::one_of, .field = field};
        if (!value.array()) {
            condition.values.push_back(TRY(counted_value(name, field, value)));
            return condition;
        }
        for (const auto& item : *value.array()) {
            condition.values.push_back(TRY(counted_value(name, field, item)));
        }
        return condition;
    }

    Result<TenantCondition> comparisons_of(const std::string& name, TenantField field,
                                           const json::Object& signs) {
        TenantCondition all{.kind = Kind::all_of};
        for (const auto& [sign, value] : signs) {
            TRY(count_condition(name));
            const auto found = std::ranges::find(comparisons, sign, &Comparison::sign);
            const bool fits =
                found != comparisons.end() && (found->kind != Kind::begins_with || is_text(field));
            if (!fits) return refuse_parameter(name, said::invalid);
            auto operand = TRY(counted_value(name, field, value));
            all.parts.push_back({.kind = found->kind, .field = field, .values = {operand}});
        }
        return all;
    }

    Result<void> count_condition(std::string_view name) {
        if (++conditions_ > search_conditions_max) return refuse_parameter(name, said::invalid);
        return {};
    }

    Result<TenantValue> counted_value(std::string_view name, TenantField field,
                                      const json::Value& value) {
        if (++values_ > tenant_search_values_max) return refuse_parameter(name, said::invalid);
        return value_of(exchange_, name, field, value);
    }

    const Exchange& exchange_;
    std::size_t depth_ = 0;
    std::size_t conditions_ = 0;
    std::size_t values_ = 0;
};

// Each word in one of the texts by which people look for an organisation.
Result<std::vector<TenantCondition>> words_in(const Exchange& exchange) {
    const auto query = TRY(text_in(exchange, "query", query_length_max)).value_or("");
    std::vector<TenantCondition> conditions;
    const auto folded = text::folded(query);
    for (std::string_view rest = folded; !rest.empty();) {
        const std::string word(rest.substr(0, rest.find(' ')));
        rest.remove_prefix(std::min(word.size() + 1, rest.size()));
        if (conditions.size() == query_words_max) return refuse_parameter("query", said::invalid);
        TenantCondition any{.kind = Kind::any_of};
        for (const auto field : {TenantField::name, TenantField::channel, TenantField::external_id,
                                 TenantField::description}) {
            any.parts.push_back({.kind = Kind::holds, .field = field, .values = {word}});
        }
        conditions.push_back(std::move(any));
    }
    return conditions;
}

// One name or a list of them.
Result<std::vector<std::string>> names_in(const Exchange& exchange, std::string_view parameter) {
    const auto* value = exchange.find(parameter);
    if (value && value->string()) {
        return std::vector<std::string>{TRY(text_of(*value, parameter))};
    }
    return TRY(texts_in(exchange, parameter)).value_or(std::vector<std::string>());
}

Result<void> add_presence(const Exchange& exchange, std::string_view parameter, Kind kind,
                          TenantCondition& condition) {
    for (const auto& name : TRY(names_in(exchange, parameter))) {
        const auto field = TRY(field_of(exchange, name));
        condition.parts.push_back({.kind = kind, .field = field});
    }
    return {};
}

Result<TenantCondition> condition_in(const Exchange& exchange) {
    const auto* filters = exchange.find("filters");
    if (!filters) return refuse_parameter("filters", said::missing);
    if (!filters->object()) return should_be("filters", "Map");
    auto condition = TRY(Filters(exchange).all_of(*filters->object()));
    for (auto& word : TRY(words_in(exchange))) condition.parts.push_back(std::move(word));
    TRY(add_presence(exchange, "exists", Kind::is_known, condition));
    TRY(add_presence(exchange, "not_exists", Kind::is_unknown, condition));
    return condition;
}

Result<std::vector<TenantSearch::Order>> order_in(const Exchange& exchange) {
    constexpr std::string_view parameter = "sort_by";
    std::vector<TenantSearch::Order> order;
    const auto* value = exchange.find(parameter);
    if (!value) return order;
    if (!value->object()) return should_be(parameter, "Map");
    if (value->object()->size() > orders_max) return refuse_parameter(parameter, said::invalid);
    for (const auto& [name, direction] : *value->object()) {
        const auto word = text::lower_ascii(TRY(text_of(direction, parameter)));
        if (word != "asc" && word != "desc") return refuse_parameter(parameter, said::invalid);
        order.push_back({TRY(field_of(exchange, name)), word == "desc"});
    }
    return order;
}

// [{"status": null}], or ["status"].
Result<std::vector<std::string>> facets_in(const Exchange& exchange) {
    constexpr std::string_view parameter = "facets";
    std::vector<std::string> facets;
    const auto* value = exchange.find(parameter);
    if (!value) return facets;
    if (!value->array()) return should_be(parameter, "List");
    for (const auto& item : *value->array()) {
        if (item.object()) {
            for (const auto& member : *item.object()) facets.push_back(member.name);
        } else {
            facets.push_back(TRY(text_of(item, parameter)));
        }
    }
    if (facets.size() > facets_max) return refuse_parameter(parameter, said::invalid);
    return facets;
}

Result<std::int64_t> number_in(const Exchange& exchange, std::string_view parameter,
                               std::int64_t otherwise) {
    const auto number = TRY(integer_in(exchange, parameter)).value_or(otherwise);
    if (number < 0 || number > search_window_max) {
        return refuse_parameter(parameter, said::beyond_window);
    }
    return number;
}

}  // namespace

Result<Search> parse_search(const Exchange& exchange) {
    Search search;
    search.search.condition = TRY(condition_in(exchange));
    search.search.order = TRY(order_in(exchange));
    search.facets = TRY(facets_in(exchange));
    for (const auto& facet : search.facets) {
        search.search.facets.push_back(TRY(field_of(exchange, facet)));
    }
    for (auto& field : TRY(names_in(exchange, "fields"))) search.fields.insert(std::move(field));
    search.search.count = static_cast<int>(TRY(number_in(exchange, "limit", search_limit_default)));
    search.search.offset = TRY(number_in(exchange, "offset", 0));
    if (search.search.offset + search.search.count > search_window_max) {
        return refuse_parameter("offset", said::beyond_window);
    }
    return search;
}

std::string facet_value(TenantField field, const std::string& value) {
    switch (field) {
        case TenantField::serial:
        case TenantField::root_serial: return "0" + value;
        case TenantField::is_root: return value == "1" ? "true" : "false";
        case TenantField::created_at:
        case TenantField::updated_at: {
            std::int64_t since_1970 = 0;
            std::from_chars(value.data(), value.data() + value.size(), since_1970);
            return organisation_moment(timestamp(since_1970));
        }
        case TenantField::channel:
        case TenantField::name:
        case TenantField::slug:
        case TenantField::external_id:
        case TenantField::website:
        case TenantField::description:
        case TenantField::language:
        case TenantField::kind:
        case TenantField::sub_kind:
        case TenantField::state: return value;
    }
    __builtin_unreachable();
}

}  // namespace cartulary::sunbird
