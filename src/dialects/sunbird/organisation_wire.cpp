#include "dialects/sunbird/organisation_wire.h"

#include <algorithm>

#include "base/text.h"
#include "dialects/sunbird/parameters.h"
#include "dialects/sunbird/particulars.h"
#include "domain/country.h"

namespace cartulary::sunbird {

namespace {

constexpr std::size_t line_length_max = 200;   // characters
constexpr std::size_t url_length_max = 2'048;  // characters

// What may be said of any organisation; nothing leaves it as it was.
struct Said {
    std::optional<std::string> name;
    std::optional<std::string> description;
    std::optional<std::string> website;
    std::optional<std::string> email;
    std::optional<std::string> preferred_language;
    std::optional<std::string> image_url;
    std::optional<std::string> thumbnail;
    std::optional<std::string> theme;
    std::optional<std::string> code;
    std::optional<std::int64_t> type;
    std::optional<std::int64_t> sub_type;
    std::optional<bool> single_sign_on;
    std::optional<std::vector<Location>> locations;
};

// Its number here: the profile's servers know types by their names, older clients by either.
Result<std::optional<std::int64_t>> type_in(const Exchange& exchange) {
    constexpr std::string_view name = "organisationType";
    const auto* value = exchange.find(name);
    if (!value) return std::nullopt;
    const auto& types = exchange.operations.organisation_types;
    const bool is_classic = exchange.profile == Profile::classic;
    if (is_classic && value->integer()) {
        const auto found = std::ranges::find(types, *value->integer(),
                                             [](const auto& type) { return type.second; });
        if (found == types.end()) return refuse_parameter(name, said::not_in_list);
        return found->second;
    }
    const auto text = TRY(text_of(*value, name, line_length_max));
    const auto found = types.find(is_classic ? text::lower_ascii(text) : text);
    if (found == types.end()) return refuse_parameter(name, said::not_in_list);
    return found->second;
}

// A country or a part of one, by its code.
Result<Location> location_of(const std::string& code) {
    const auto country_code = code.substr(0, code.find('-'));
    const auto* country = country_code.size() == 2 ? find_country(country_code) : nullptr;
    if (!country) return refuse_parameter("locationCode", said::invalid);
    if (country_code.size() == code.size()) {
        return Location{std::string(country->alpha_2), "country"};
    }
    const auto* part = find_subdivision(*country, code);
    if (!part) return refuse_parameter("locationCode", said::invalid);
    return Location{std::string(part->code), "state"};
}

// One code, or a list of them.
Result<std::optional<std::vector<Location>>> locations_by_code(const Exchange& exchange) {
    constexpr std::string_view name = "locationCode";
    const auto* value = exchange.find(name);
    if (!value) return std::nullopt;
    std::vector<std::string> codes;
    if (value->array()) {
        codes = *TRY(texts_in(exchange, name));
    } else {
        codes.push_back(TRY(text_of(*value, name, line_length_max)));
    }
    std::vector<Location> locations;
    for (const auto& code : codes) locations.push_back(TRY(location_of(code)));
    return locations;
}

Result<std::optional<std::vector<Location>>> locations_by_object(const Exchange& exchange) {
    constexpr std::string_view name = "orgLocation";
    const auto* value = exchange.find(name);
    if (!value) return std::nullopt;
    if (!value->array()) return refuse_parameter(name, std::string(said::should_be) + "List");
    if (value->array()->size() > texts_max) return refuse_parameter(name, said::invalid);
    std::vector<Location> locations;
    for (const auto& item : *value->array()) {
        if (!item.object()) return refuse_parameter(name, std::string(said::should_be) + "Map");
        const auto* id = item.find("id");
        const auto* type = item.find("type");
        if (!id) return refuse_parameter(name, said::invalid);
        Location location{TRY(text_of(*id, name, line_length_max)), {}};
        if (type && !type->is_null()) location.type = TRY(text_of(*type, name, line_length_max));
        locations.push_back(std::move(location));
    }
    return locations;
}

Result<std::optional<std::vector<Location>>> locations_in(const Exchange& exchange) {
    const auto* ids = exchange.find("locationIds");
    if (ids && exchange.find("locationCode")) {
        return refuse_parameter("locationCode", said::excluded);
    }
    auto by_code = TRY(locations_by_code(exchange));
    if (by_code) return by_code;
    if (!ids) return locations_by_object(exchange);
    auto texts = TRY(texts_in(exchange, "locationIds"));
    std::vector<Location> locations;
    for (auto& id : texts.value()) locations.push_back({std::move(id), {}});
    return locations;
}

// What is told of a tenant, at its old name and its new one.
Result<std::optional<bool>> is_tenant_in(const Exchange& exchange) {
    const auto is_tenant = TRY(boolean_in(exchange, "isTenant"));
    if (is_tenant) return is_tenant;
    return boolean_in(exchange, "isRootOrg");
}

// At either of its spellings.
Result<std::optional<std::string>> external_id_in(const Exchange& exchange) {
    auto external_id = TRY(text_in(exchange, "externalId"));
    if (!external_id) external_id = TRY(text_in(exchange, "externalID"));
    return external_id;
}

// All but the locations, whose turn comes earlier.
Result<Said> said_in(const Exchange& exchange) {
    Said said;
    said.name = TRY(text_in(exchange, "orgName"));
    said.description = TRY(text_in(exchange, "description"));
    said.website = TRY(text_in(exchange, "homeUrl", url_length_max));
    said.email = TRY(text_in(exchange, "email"));
    said.preferred_language = TRY(text_in(exchange, "preferredLanguage", line_length_max));
    said.image_url = TRY(text_in(exchange, "imgUrl", url_length_max));
    said.thumbnail = TRY(text_in(exchange, "thumbnail", url_length_max));
    said.theme = TRY(text_in(exchange, "theme", line_length_max));
    said.code = TRY(text_in(exchange, "orgCode", line_length_max));
    said.type = TRY(type_in(exchange));
    said.sub_type = TRY(integer_in(exchange, "organisationSubType"));
    said.single_sign_on = TRY(boolean_in(exchange, "isSSOEnabled"));
    return said;
}

template <class Value>
void set(Value& value, const std::optional<Value>& said) {
    if (said) value = *said;
}
template <class Value>
void set(std::optional<Value>& value, const std::optional<Value>& said) {
    if (said) value = said;
}

void apply(const Said& said, OrganizationDraft& draft) {
    set(draft.name, said.name);
    set(draft.description, said.description);
    set(draft.website, said.website);
    set(draft.email, said.email);
    auto particulars = particulars_of(draft);
    const auto before = particulars;
    set(particulars.preferred_language, said.preferred_language);
    set(particulars.image_url, said.image_url);
    set(particulars.thumbnail, said.thumbnail);
    set(particulars.theme, said.theme);
    set(particulars.code, said.code);
    set(particulars.type, said.type);
    set(particulars.sub_type, said.sub_type);
    set(particulars.single_sign_on, said.single_sign_on);
    set(particulars.locations, said.locations);
    if (particulars != before) keep(draft, particulars);
}

TenantStatement statement_of(Said said, std::optional<std::string> channel,
                             std::optional<std::string> external_id) {
    return {.channel = std::move(channel),
            .external_id = std::move(external_id),
            .apply =
                [said = std::move(said)](OrganizationDraft& draft) { sunbird::apply(said, draft); },
            .terms = terms_of};
}

bool is_there(const Exchange& exchange, std::string_view name) {
    const auto* value = exchange.find(name);
    return value && !(value->string() && text::is_blank(*value->string()));
}

// What a newer server misses before it looks at anything else.
Result<void> require_all(const Exchange& exchange) {
    for (const auto* name : {"organisationType", "orgName", "isTenant"}) {
        const auto* value = exchange.find(name);
        if (!value) return refuse_parameter(name, said::missing);
        if (!is_there(exchange, name)) return refuse_parameter(name, said::empty);
    }
    return {};
}

Result<void> require_channel_of_tenant(const Exchange& exchange, bool is_tenant) {
    if (!is_tenant || is_there(exchange, "channel")) return {};
    return refuse_parameter("channel", said::depends_on_tenant);
}

}  // namespace

Result<NewOrganisation> parse_new_organisation(const Exchange& exchange) {
    if (exchange.profile == Profile::modern) TRY(require_all(exchange));
    TRY(required_text(exchange, "orgName"));
    const bool is_tenant = TRY(is_tenant_in(exchange)).value_or(false);
    TRY(require_channel_of_tenant(exchange, is_tenant));
    // Newer servers look at every type before they look at any value.
    if (exchange.profile == Profile::modern) TRY(said_in(exchange));
    auto locations = TRY(locations_in(exchange));
    const bool names_tenant = is_there(exchange, "channel") || is_there(exchange, "provider");
    if (!names_tenant) return refuse_parameter("channel", said::missing);
    auto said = TRY(said_in(exchange));
    said.locations = std::move(locations);
    auto channel = TRY(text_in(exchange, "channel"));
    if (channel && channel->empty()) channel.reset();
    auto external_id = TRY(external_id_in(exchange));
    auto provider = TRY(text_in(exchange, "provider"));
    return NewOrganisation{
        .is_tenant = is_tenant,
        .statement = statement_of(std::move(said), std::move(channel), std::move(external_id)),
        .provider = provider.value_or("")};
}

Result<TenantStatement> parse_change(const Exchange& exchange) {
    for (const auto* name : {"status", "isTenant", "isRootOrg"}) {
        if (exchange.find(name)) return refuse_parameter(name, said::unexpected);
    }
    for (const auto* name : {"orgName", "channel"}) {
        if (exchange.find(name)) TRY(required_text(exchange, name));
    }
    auto locations = TRY(locations_in(exchange));
    auto said = TRY(said_in(exchange));
    said.locations = std::move(locations);
    auto channel = TRY(text_in(exchange, "channel"));
    return statement_of(std::move(said), std::move(channel), TRY(external_id_in(exchange)));
}

TenantTerms terms_of(const OrganizationDraft& draft) {
    const auto particulars = particulars_of(draft);
    return {.kind = particulars.type,
            .sub_kind = particulars.sub_type,
            .language = particulars.preferred_language};
}

}  // namespace cartulary::sunbird
