#include "dialects/sunbird/organisation_text.h"
#include "dialects/sunbird/routes.h"
#include "dialects/sunbird/search_wire.h"

namespace cartulary::sunbird {

namespace {

void write_facets(json::Writer& writer, const Search& asked, const TenantsFound& found) {
    writer.key("facets").begin_array();
    for (std::size_t i = 0; i < asked.facets.size(); ++i) {
        writer.begin_object().member("name", asked.facets[i]).key("values").begin_array();
        for (const auto& [value, count] : found.facets[i]) {
            writer.begin_object().member("name", facet_value(asked.search.facets[i], value));
            writer.member("count", count).end_object();
        }
        writer.end_array().end_object();
    }
    writer.end_array();
}

// Everybody may search, and so learns of no person.
Result<std::string> search(const Exchange& exchange, Shown::Legacy legacy) {
    const auto asked = TRY(parse_search(exchange));
    const auto found = exchange.operations.organizations.search(asked.search);
    const Shown shown{.profile = exchange.profile,
                      .with_personal_data = false,
                      .legacy = legacy,
                      .keys = asked.fields.empty() ? nullptr : &asked.fields,
                      .school_type = school_type_of(exchange.operations)};
    json::Writer writer;
    writer.begin_object().key("response").begin_object().member("count", found.total);
    writer.key("content").begin_array();
    for (const auto& one : found.items) write_organisation(writer, one, shown);
    writer.end_array();
    if (!asked.facets.empty()) write_facets(writer, asked, found);
    writer.end_object().end_object();
    return writer.take();
}

}  // namespace

// Not among the reads, as one may look at every organisation: an event loop would stand still.
std::vector<http::Route> search_routes(const Operations& operations) {
    using http::Method;
    auto all =
        routes(operations, {Method::post, "org", "v1", "search", "searchOrganisations", "ORGSER"},
               [](const Exchange& exchange) { return search(exchange, Shown::Legacy::null); });
    auto newer =
        routes(operations, {Method::post, "org", "v2", "search", "searchOrganisationsV2", "ORGSER"},
               [](const Exchange& exchange) { return search(exchange, Shown::Legacy::absent); });
    for (auto& route : newer) all.push_back(std::move(route));
    return all;
}

}  // namespace cartulary::sunbird
